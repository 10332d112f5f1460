import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { resultsWorkbook } from './index.js';

/** Pupils of one school by primary score. */
function exam(totals: readonly number[], testScores: Readonly<Record<string, number>>): ResponseBlock {
  const rows = totals.length;
  return {
    assessment: {
      id: 'ege',
      programme: 'ЕГЭ',
      subject: 'Химия',
      grade: 11,
      schoolYear: '2025/2026',
      items: [{ id: '1', maxPoints: 10 }],
      testScores,
    },
    rows,
    units: [{ school: 's1', class: '11А' }],
    unit: new Uint32Array(rows),
    variants: [''],
    variant: new Uint16Array(rows),
    teachers: [],
    teacher: new Uint32Array(rows),
    points: [Uint8Array.from(totals, (total) => total * 2)],
    mark: new Uint8Array(rows),
    journalMark: new Uint8Array(rows),
    absent: new Uint8Array(rows),
  };
}

async function rowsOf(block: ResponseBlock, language: 'ru' | 'en' = 'ru') {
  const bytes = resultsWorkbook({
    analysis: analyseFully(add(empty(), block)),
    record: { files: [], issues: [] },
    schoolNames: new Map([['s1', 'Школа № 1']]),
    language,
  });
  const sheets = await readXlsxFile(Buffer.from(bytes));
  const name = language === 'ru' ? 'Тестовые баллы ЕГЭ' : 'Test scores of ЕГЭ';
  return sheets.find(({ sheet }) => sheet === name)?.data;
}

describe('the sheet of test scores', () => {
  it('has schools and everybody, not classes, and says where the borders come from', async () => {
    const rows = (await rowsOf(exam([1, 2, 2, 9], { 1: 20, 2: 36, 9: 90 }))) ?? [];
    const text = rows.flat().join(' ');
    expect(text).toContain('взяты из пересказа');
    expect(text).toContain('61 и выше');
    const body = rows.slice(rows.findIndex((cells) => cells[0] === 'Работа') + 1);
    expect(body.map((cells) => cells[2])).toEqual(['Все вместе', 'Школа № 1'].reverse());
    expect(body[0]?.slice(3, 5)).toEqual([4, 45.5]);
    expect(body[0]?.slice(11, 13)).toEqual([36, 0.25]);
  });

  it('names the primary scores whose test score nobody knows', async () => {
    const rows = (await rowsOf(exam([1, 2, 9], { 1: 20 }))) ?? [];
    expect(rows.at(-1)?.slice(-2)).toEqual([
      '2, 9',
      'есть первичные баллы, тестовый балл для которых неизвестен',
    ]);
  });

  it('is in English too, and is not there without test scores', async () => {
    expect((await rowsOf(exam([1], { 1: 20 }), 'en'))?.flat().join(' ')).toContain('known second-hand');
    const { assessment, ...block } = exam([1], {});
    const { testScores: _none, ...plain } = assessment;
    expect(await rowsOf({ ...block, assessment: plain })).toBeUndefined();
  });
});
