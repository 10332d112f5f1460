import type { ResponseBlock } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { BlockBuilder } from './block-builder.js';

const MOST = 32_768;
const units = [{ school: 's1' }, { school: 's2' }];

/** A pupil whose values tell its number. */
const pupil = (i: number) => ({
  unit: units[i % 3 === 0 ? 0 : 1] ?? {},
  variant: `v${i % 5}`,
  teacher: i % 7 === 0 ? '' : `t${i % 7}`,
  codes: [i % 3, i % 4],
  mark: i % 6,
  journalMark: (i + 1) % 6,
  absent: i % 11 === 0,
  groups: [i % 2 === 0 ? '' : `g${i % 9}`],
});

/** The pupils of a block, as they were given. */
function pupilsOf(block: ResponseBlock) {
  const [grouping] = block.groupings ?? [];
  return Array.from({ length: block.rows }, (_, row) => {
    const teacher = block.teacher[row] ?? 0;
    const value = grouping?.value[row] ?? 0;
    return {
      unit: block.units[block.unit[row] ?? -1],
      variant: block.variants[block.variant[row] ?? -1],
      teacher: teacher === 0 ? '' : block.teachers[teacher - 1],
      codes: block.points.map((column) => column[row]),
      mark: block.mark[row],
      journalMark: block.journalMark[row],
      absent: block.absent[row] === 1,
      groups: [value === 0 ? '' : grouping?.values[value - 1]],
    };
  });
}

describe('pupils in columns', () => {
  // Around the room that columns begin with, and around a full block.
  it.each([0, 1, 511, 512, 513, 1024, 1025, MOST - 1, MOST, MOST + 1, MOST + 513])(
    'are all there: %i',
    (n) => {
      const blocks: ResponseBlock[] = [];
      const assessment = { id: 'w', programme: 'ВПР', subject: 'Физика', items: [{ id: '1' }, { id: '2' }] };
      const builder = new BlockBuilder(assessment, (block) => blocks.push(block), ['group']);
      for (let i = 0; i < n; i++) builder.add(pupil(i));
      builder.flush();
      expect(blocks.map(({ rows }) => rows)).toEqual(n === 0 ? [] : n > MOST ? [MOST, n - MOST] : [n]);
      expect(blocks.flatMap(pupilsOf)).toEqual(Array.from({ length: n }, (_, i) => pupil(i)));
    },
  );
});
