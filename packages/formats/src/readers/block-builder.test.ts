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
  const sizes = [0, 1, 511, 512, 513, 1024, 1025, MOST - 1, MOST, MOST + 1, MOST + 513, 2 * MOST + 1];
  const assessment = { id: 'w', programme: 'ВПР', subject: 'Физика', items: [{ id: '1' }, { id: '2' }] };
  const expected = (n: number) => ({
    rows: [MOST, MOST, MOST].map((most, i) => Math.min(most, n - i * MOST)).filter((rows) => rows > 0),
    pupils: Array.from({ length: n }, (_, i) => pupil(i)),
  });

  it.each(sizes)('are all there when somebody keeps the blocks: %i', (n) => {
    const blocks: ResponseBlock[] = [];
    const builder = new BlockBuilder(assessment, (block) => blocks.push(block), true, ['group']);
    for (let i = 0; i < n; i++) builder.add(pupil(i));
    builder.flush();
    const { rows, pupils } = expected(n);
    expect(blocks.map((block) => block.rows)).toEqual(rows);
    expect(blocks.flatMap(pupilsOf)).toEqual(pupils);
  });

  it.each(sizes)('are all there while a block is handed on: %i', (n) => {
    const rows: number[] = [];
    const pupils: ReturnType<typeof pupilsOf> = [];
    const take = (block: ResponseBlock) => {
      rows.push(block.rows);
      for (const each of pupilsOf(block)) pupils.push(each);
    };
    const builder = new BlockBuilder(assessment, take, false, ['group']);
    for (let i = 0; i < n; i++) builder.add(pupil(i));
    builder.flush();
    builder.add(pupil(1));
    builder.flush();
    expect({ rows, pupils }).toEqual({
      rows: [...expected(n).rows, 1],
      pupils: [...expected(n).pupils, pupil(1)],
    });
  });
});
