import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('0', '1', '2', 'X', 'N', '') },
  { weight: 1, arbitrary: fc.constantFrom('7', 'да', '-1', '1.5', '=1+1', '#N/A') },
);
const row = fc.record({
  school: fc.constantFrom('s1', 's2', ''),
  pupil: fc.constantFrom('p1', 'p2', 'p3', ''),
  mark: fc.constantFrom('', '3', '9'),
  cells: fc.tuple(cell, cell),
});
const sidecar = JSON.stringify({
  id: 'w',
  programme: '',
  subject: '',
  grade: 5,
  schoolYear: '2025/2026',
  items: [
    { id: '1', maxPoints: 1 },
    { id: '2', maxPoints: 2 },
  ],
});

describe('reading', () => {
  it('never loses a row: read = accepted + refused, every refused row has an error, no accepted one has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const csv = `school,class,pupil,mark,1,2\n${rows.map((of) => [of.school, '5', of.pupil, of.mark, ...of.cells].join(',')).join('\n')}\n`;
        const { record, analysis } = await readFiles({ 'a/r.csv': csv, 'a/assessment.json': sidecar });
        const file = record.files.find(({ layout }) => layout === 'generic');
        if (file === undefined) throw new Error('not read');
        expect(file.rowsRead).toBe(file.rowsAccepted + file.rowsRejected);
        const rowsWithErrors = new Set(
          record.issues
            .filter(({ severity, row: at }) => severity === 'error' && at !== undefined)
            .map(({ row: at }) => at),
        );
        expect(rowsWithErrors.size).toBe(file.rowsRejected);
        const all = analysis.testResults.find(({ level }) => level === 'all');
        expect((all?.wrote ?? 0) + (all?.absent ?? 0)).toBe(file.rowsAccepted);
      }),
    );
  });
});
