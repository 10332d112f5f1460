import { expect, it } from 'vitest';
import { readFiles } from '../test/read-sheets.js';

const rows = '<tr><td>школа</td><td>класс</td><td>ученик</td><td>1</td></tr>';

it.each([
  ['a page', `<html><body><table>${rows}</table></body></html>`, '.html'],
  ['the table of a page', `\ufeff<table border="1">${rows}</table>`, '.html'],
  [
    'XML of Excel 2003',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
    '.xml (Excel)',
  ],
  ['a .pdf', '%PDF-1.7\n', '.pdf'],
])('names what is called a table and is %s', async (_, text, format) => {
  const { record } = await readFiles({ 'r.xls': text });
  expect(record.issues).toEqual([
    { code: 'file-old-format', severity: 'error', file: 'r.xls', parameters: { format } },
  ]);
});

it('reads a table whose first cell only looks like a tag', async () => {
  const { issues } = await readFiles({ 'r.csv': '<5А>\nшкола,класс,ученик,1\ns1,5А,p1,1\n' });
  expect(issues.filter((each) => each.startsWith('error'))).toEqual([]);
});
