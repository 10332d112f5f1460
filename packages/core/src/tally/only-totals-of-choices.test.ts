import { expect, it } from 'vitest';
import { aKeyedBlock, aKeyedWork } from '../../test/keyed-rows.js';
import { NOT_ADMINISTERED } from '../assessment/index.js';
import { add, empty, onlyTotalsOfChoices } from './index.js';
import { NO_COUNTS } from './sparse-counts.js';

it('keeps totals alone of pupils by option, and everything of others', () => {
  const work = aKeyedWork(['А', 'Б']);
  const block = aKeyedBlock(work, [
    { choices: ['А', 'Б'], unit: { school: 's1' } },
    { choices: ['А', 'В'], unit: { school: 's1' } },
  ]);
  const tally = add(empty(), {
    ...block,
    groupings: [
      ...(block.groupings ?? []),
      { column: 'sex', values: ['м'], value: Uint32Array.from([1, 1]) },
    ],
  });
  const before = tally.assessments.get(work.id);
  const after = onlyTotalsOfChoices(tally).assessments.get(work.id);
  expect(after?.groups).toBe(before?.groups);
  expect([...(after?.groupings.keys() ?? [])]).toEqual([...(before?.groupings.keys() ?? [])]);
  for (const [key, { grouping, counts }] of after?.groupings ?? []) {
    const whole = before?.groupings.get(key)?.counts;
    if (grouping?.column === 'sex') expect(counts).toBe(whole);
    else {
      expect(whole?.responses).not.toBe(NO_COUNTS);
      expect(counts).toMatchObject({ wrote: whole?.wrote, responses: NO_COUNTS });
      expect(counts.complete).toEqual({ items: whole?.complete?.items, totals: whole?.complete?.totals });
      expect(counts).not.toHaveProperty('untaught');
    }
  }
  expect(after?.groupings.size).toBe(4);
});

it('gives no totals where nobody has any', () => {
  const work = aKeyedWork(['А', 'Б']);
  const block = aKeyedBlock(work, [{ choices: ['А', 'Б'], unit: { school: 's1' } }]);
  const points = block.points.map((codes) => new Uint8Array(codes.length).fill(NOT_ADMINISTERED));
  const tally = onlyTotalsOfChoices(add(empty(), { ...block, points }));
  const groups = [...(tally.assessments.get(work.id)?.groupings.values() ?? [])];
  expect(groups.map(({ counts }) => [counts.wrote, 'complete' in counts])).toEqual([
    [1, false],
    [1, false],
  ]);
});
