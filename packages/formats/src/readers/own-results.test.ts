import { findingsJson, tablesOf } from '@orientir/core/analysis';
import { expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import { writeCsv } from '../csv/index.js';
import { resultsWorkbook } from '../results/index.js';
import { templates, templateWorkbook } from '../templates/index.js';
import { readWorkbook } from '../xlsx/index.js';
import { headerText } from './header-text.js';
import { isOwnTable, isOwnWorkbook } from './own-results.js';

const school = (name: string) =>
  Array.from({ length: 12 }, (_, i) => `${name},5А,p${i},${i % 2},${i % 3}`).join('\n');
const files = {
  'in/assessment.json': JSON.stringify({
    id: 'w',
    programme: 'Диагностика',
    subject: 'Математика',
    grade: 5,
    items: [
      { id: '1', maxPoints: 1, section: 'Дроби' },
      { id: '2', maxPoints: 2, section: 'Дроби' },
    ],
  }),
  'in/r.csv': `школа,класс,ученик,1,2\n${school('s1')}\n${school('s2')}\n`,
};

it('passes over every table, workbook and document that an analysis writes, with one remark each', async () => {
  const { analysis, record } = await readFiles(files);
  const { open } = tablesOf(analysis);
  const findings = findingsJson(analysis);
  const written = {
    ...Object.fromEntries(open.map((table) => [`out/${table.name}.csv`, writeCsv(table)])),
    'out/summary.json': '{"program":"orientir","totals":{"files":2}}',
    ...(findings === '[]\n' ? {} : { 'out/findings.json': findings }),
  };
  expect(open.length).toBeGreaterThan(10);
  const again = await readFiles({ ...files, ...written });
  const remarks = again.record.issues.map(({ code, severity, file }) => `${severity} ${code} ${file}`);
  expect(remarks.sort()).toEqual(
    Object.keys(written)
      .map((file) => `warning file-own-results ${file}`)
      .sort(),
  );
  expect(again.record.files.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)).toBe(24);
  const input = { analysis, record, schoolNames: new Map<string, string>() };
  for (const language of ['ru', 'en'] as const) {
    const sheets = await readWorkbook(resultsWorkbook({ ...input, language }));
    expect(isOwnWorkbook(sheets.map(({ name }) => name))).toBe(true);
  }
});

it('takes no form of ours for a result', async () => {
  for (const { name } of templates) {
    const workbook = templateWorkbook(name, 'ru');
    if (workbook === undefined) throw new RangeError(name);
    const sheets = await readWorkbook(workbook);
    for (const { rows } of sheets) expect(isOwnTable((rows[0] ?? []).map(headerText))).toBe(false);
    expect(isOwnWorkbook(sheets.map((sheet) => sheet.name))).toBe(false);
  }
});
