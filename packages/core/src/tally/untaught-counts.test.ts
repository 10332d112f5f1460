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

it('keeps apart what pupils with the largest total were not taught', () => {
  // 65 items of 125 points, one of 66.5: together as much as a tally holds.
  const maxima = [...new Array<number>(65).fill(125), 66.5, 1];
  const codes = maxima.slice(0, 66).map((max) => max * 2);
  const tally = add(
    empty(),
    aBlock(anAssessment(maxima), [{ codes: [...codes, NOT_TAUGHT] }, { codes: [...codes, 0] }]),
  );
  const [group] = tally.assessments.get('work')?.groups.values() ?? [];
  const [set, ...others] = group?.counts.untaught ?? [];
  expect([
    set?.of,
    set?.items,
    [...(set?.totals.keys ?? [])].slice(set?.totals.from, set?.totals.to),
  ]).toEqual([67, [66], [16_383]]);
  expect(others).toEqual([]);
  const { totals, cross } = group?.counts.complete ?? {};
  expect([...(totals?.keys ?? [])].slice(totals?.from, totals?.to)).toEqual([16_383]);
  expect((cross?.to ?? 0) - (cross?.from ?? 0)).toBe(66);
});

it('has as many sets as pupils at most, though a thousand items were taught by chance', () => {
  const items = 1000;
  const pupils = 300;
  const rows = Array.from({ length: pupils }, (_, row) => ({
    codes: Array.from({ length: items }, (_, item) =>
      Math.imul(row * items + item + 1, 2_654_435_761) >>> 31 === 1 ? NOT_TAUGHT : 2,
    ),
  }));
  const tally = add(
    empty(),
    aBlock(anAssessment(new Array<number>(items).fill(1)), [
      ...rows,
      { codes: new Array<number>(items).fill(2) },
    ]),
  );
  const [group] = tally.assessments.get('work')?.groups.values() ?? [];
  const found = new Map((group?.counts.untaught ?? []).map((set) => [set.items.join(), set.totals]));
  expect(found.size).toBe(pupils);
  for (const { codes } of rows) {
    const untaught = codes.flatMap((code, item) => (code === NOT_TAUGHT ? [item] : []));
    const totals = found.get(untaught.join());
    expect(totals?.keys[totals.from]).toBe(2 * (items - untaught.length));
  }
});
