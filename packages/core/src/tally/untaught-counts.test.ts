import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { NOT_TAUGHT } from '../assessment/index.js';
import { add, empty } from './index.js';
import { eachCount } from './sparse-counts.js';

/** Pupils by school: which of three items were taught, and points of those that were. */
const rows = fc.array(
  fc.record({
    unit: fc.constantFrom('a', 'b', 'c').map((school) => ({ school })),
    codes: fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(0, 2, NOT_TAUGHT, NOT_TAUGHT))),
  }),
  { minLength: 1, maxLength: 40 },
);

it('counts pupils by the set of items that were not taught and their total, school by school', () => {
  fc.assert(
    fc.property(rows, (pupils) => {
      const answered = { unit: { school: 'd' }, codes: [2, 2, 2] };
      const tally = add(empty(), aBlock(anAssessment([1, 1, 1]), [...pupils, answered]));
      const found = [...(tally.assessments.get('work')?.groups.values() ?? [])].flatMap(({ unit, counts }) =>
        (counts.untaught ?? []).flatMap(({ of, items, totals }) => {
          const lines: string[] = [];
          eachCount(totals, (total, count) => lines.push(`${unit.school} ${of} ${items} ${total} ${count}`));
          return lines;
        }),
      );
      const expected = new Map<string, number>();
      for (const { unit, codes } of pupils) {
        const items = codes.flatMap((code, item) => (code === NOT_TAUGHT ? [item] : []));
        if (items.length === 0) continue;
        const total = codes.reduce((sum: number, code) => sum + (code === NOT_TAUGHT ? 0 : code), 0);
        const key = `${unit.school} 3 ${items} ${total}`;
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      expect(found.sort()).toEqual(Array.from(expected, ([key, count]) => `${key} ${count}`).sort());
    }),
  );
});
