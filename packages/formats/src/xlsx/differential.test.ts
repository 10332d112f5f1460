import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGenerally } from '../../test/general-reader.js';
import { anyDialect, writeOddWorkbook } from '../../test/odd-workbook.js';
import { sourceOfBytes } from '../byte-source.js';
import type { CellArea, Sheet, SheetCell } from '../sheet.js';
import { openWorkbook } from './open-workbook.js';
import { readWorkbook } from './read-workbook.js';

const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.stringMatching(/^[а-яА-Яa-z0-9№<&>"' -]{1,10}$/).filter((text) => text.trim() === text && text !== ''),
  fc.integer({ min: -5, max: 120 }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((value) => (value === 0 ? 0 : value)),
  fc.boolean(),
  fc.constant(undefined),
  fc.constant({ kind: 'formula' as const }),
  fc.constantFrom('#N/A', '#DIV/0!').map((text) => ({ kind: 'error' as const, text })),
  fc.record({
    kind: fc.constant('date' as const),
    year: fc.integer({ min: 1950, max: 2050 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
);
const area = fc
  .record({
    firstRow: fc.nat(1e6),
    rows: fc.nat(20),
    firstColumn: fc.nat(800),
    columns: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ firstRow, rows, firstColumn, columns }): CellArea => {
    return { firstRow, lastRow: firstRow + rows, firstColumn, lastColumn: firstColumn + columns };
  });
const sheets = fc.array(
  fc.record({
    name: fc.stringMatching(/^[а-яa-z]{1,8}$/),
    hidden: fc.boolean(),
    rows: fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 8 }),
    merged: fc.array(area, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

describe('the fast reader and the general one', () => {
  it('see the same cells in 500 workbooks of many dialects, and those are the cells that were written', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, anyDialect, async (given, dialect) => {
        const named = given.map((sheet, i) => ({ ...sheet, name: `${sheet.name}${i}` }));
        const bytes = writeOddWorkbook(named, dialect);
        const fast = await readWorkbook(bytes);
        const general = await readGenerally(bytes);
        expect(fast.map(trimmed)).toEqual(general.map(trimmed));
        expect(fast.map(trimmed)).toEqual(named.map(trimmed));
        const opened = await openWorkbook(sourceOfBytes(bytes));
        const merged = await Promise.all(opened.map((sheet) => sheet.merged?.()));
        expect(merged).toEqual(named.map((sheet) => sheet.merged));
        expect(general.map((sheet) => sheet.merged)).toEqual(merged);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});

/** Without blank cells and rows at the end, of which readers keep more or fewer. */
function trimmed({ name, hidden, rows }: Sheet): Sheet {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((each) => each !== undefined) + 1));
  return { name, hidden, rows: cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1) };
}
