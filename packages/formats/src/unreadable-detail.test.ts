import { describeIssue } from '@orientir/core/foundation';
import { describe, expect, it } from 'vitest';
import { unreadable } from './file-error.js';
import { DETAILS } from './unreadable-detail.js';

const all = [
  DETAILS.noDirectory(),
  DETAILS.directory(),
  DETAILS.partDamaged('часть'),
  DETAILS.partCutOff('часть'),
  DETAILS.partChecksum('часть'),
  DETAILS.partPacked('часть', 'invalid block type'),
  DETAILS.partMethod('часть', 9),
  DETAILS.partGrows('часть', 4),
  DETAILS.partLarge('часть', 4),
  DETAILS.partRepeated('часть'),
  DETAILS.partMissing('часть'),
  DETAILS.documentType(),
  DETAILS.otherXml(),
  DETAILS.xmlDamaged(),
  DETAILS.noMainPart(),
  DETAILS.documentCutOff(),
  DETAILS.sheetCutOff(4),
  DETAILS.cellRepeated(4, 'B'),
  DETAILS.notJson('Unexpected token'),
  DETAILS.nul(4),
  DETAILS.quote(4),
  DETAILS.fileLarge(4),
  DETAILS.pageLarge(4),
  DETAILS.rowLong(4, 5),
  DETAILS.rowCells(4, 16384),
  DETAILS.textsLarge(4),
  DETAILS.column(4),
  DETAILS.number(4),
  DETAILS.sheets(4),
  DETAILS.rows(4),
  DETAILS.cells(4),
  DETAILS.paragraphs(4),
  DETAILS.links(4),
  DETAILS.elements(4),
  DETAILS.nested(4),
  DETAILS.nestedTables(4),
];

describe('unreadable', () => {
  it.each(all)('says in Russian: $ru', (detail) => {
    expect(detail.ru).toMatch(/^[а-я]/);
    expect(detail.ru.replace('JSON', '')).not.toMatch(/[a-z]{2}/i);
  });

  it('tells a Russian reader no English, and keeps it for developers', () => {
    const error = unreadable(DETAILS.partPacked('xl/workbook.xml', 'invalid block type'));
    const refused = { ...error.refusal, severity: 'error', file: 'a.xlsx' } as const;
    expect(describeIssue(refused, 'ru')).toMatch(
      /^Файл не удалось прочитать: часть xl\/workbook\.xml повреждена и не распаковывается\. Откройте/,
    );
    expect(describeIssue(refused, 'en')).toContain('xl/workbook.xml: invalid block type');
    expect(error.message).toContain('invalid block type');
  });
});
