import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, merge } from './add.js';
import { CountedGroups } from './counted-groups.js';
import { formatTally, parseTally } from './tally-json.js';

const work = anAssessment([1, 1, 2, 2, 1, 3]);

/** A class whose pupils answer as a row of numbers says that begins with `seed`. */
function aClass(school: string, name: string, pupils: number, seed: number, of = work) {
  let state = seed;
  const code = (max: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return ((state >>> 16) % (max + 1)) * 2;
  };
  const rows = Array.from({ length: pupils }, () => ({
    unit: { municipality: 'М', school, class: name },
    codes: of.items.map(({ maxPoints = 1 }) => code(maxPoints)),
  }));
  return add(empty(), aBlock(of, rows));
}

function readBack(tally: ReturnType<typeof empty>) {
  const parsed = parseTally(formatTally(tally));
  if (parsed.kind === 'refused') throw new Error(parsed.code);
  return parsed.tally;
}

describe('CountedGroups', () => {
  it('finds the tally of rows that were read, also where the class stood in two files and the login was another one', () => {
    const one = aClass('sch000001', '5А', 12, 1);
    const other = aClass('edu000001', '5А', 11, 2);
    const counted = new CountedGroups();
    counted.addRows(one, 'a.csv');
    counted.addRows(other, 'b.csv');
    const both = readBack(merge(one, aClass('sch000001', '5А', 11, 2)));
    expect(counted.find(both)).toEqual({ kind: 'same', file: 'a.csv', pupils: 23 });
    expect(counted.find(readBack(other))).toEqual({ kind: 'same', file: 'b.csv', pupils: 11 });
  });

  it('finds a part beside its whole, and a whole of which a part was counted', () => {
    const part = aClass('s1', '5А', 25, 1);
    const whole = merge(part, aClass('s2', '5А', 25, 2));
    const counted = new CountedGroups();
    counted.addTally(part, 'part.json');
    expect(counted.find(whole)).toEqual({ kind: 'same', file: 'part.json', pupils: 25 });
    const later = new CountedGroups();
    later.addTally(whole, 'whole.json');
    expect(later.find(part)?.file).toBe('whole.json');
  });

  it('knows a tally that was given twice, whatever its size', () => {
    const counted = new CountedGroups();
    const village = merge(aClass('s1', '5', 2, 1), aClass('s1', '6', 3, 2));
    counted.addTally(village, 'one.json');
    expect(counted.find(readBack(village))).toEqual({ kind: 'same', file: 'one.json', pupils: 5 });
  });

  it('does not tell by few pupils, but says so where nothing else is in the tally', () => {
    const counted = new CountedGroups();
    counted.addRows(aClass('s1', '5А', 3, 1), 'a.csv');
    const small = aClass('s1', '5А', 3, 1);
    expect(counted.find(small)).toEqual({ kind: 'alike', file: 'a.csv', pupils: 3 });
    expect(counted.find(merge(small, aClass('s1', '5Б', 20, 3)))).toBeUndefined();
  });

  it('does not tell by counts that many classes have: everybody absent, everybody right', () => {
    const right = (name: string) => {
      const unit = { school: 's1', class: name };
      const rows = Array.from({ length: 30 }, (_, i) => ({
        unit,
        codes: [2, 2, 4, 4, 2, 6],
        absent: i % 2 === 0,
      }));
      return add(empty(), aBlock(work, rows));
    };
    const counted = new CountedGroups();
    counted.addRows(right('5А'), 'a.csv');
    expect(counted.find(merge(right('5А'), aClass('s1', '5Б', 20, 3)))).toBeUndefined();
  });

  it('takes other schools, classes and works for what they are, however alike', () => {
    const counted = new CountedGroups();
    counted.addTally(aClass('s1', '5А', 25, 1), 'a.json');
    const otherWork = { ...work, id: 'other' };
    for (const tally of [
      aClass('s2', '5А', 25, 1),
      aClass('s1', '5Б', 25, 1),
      aClass('s1', '5А', 25, 1, otherWork),
      aClass('s1', '5А', 25, 2),
      aClass('s1', '5А', 24, 1),
      empty(),
    ])
      expect(counted.find(tally)).toBeUndefined();
  });

  it('wants more evidence where only some of the groups have equals', () => {
    const short = anAssessment([1, 1, 1]);
    const counted = new CountedGroups();
    counted.addTally(aClass('s1', '5А', 12, 1, short), '0.json');
    const again = aClass('s1', '5А', 12, 1, short);
    const other = merge(again, aClass('s1', '5Б', 12, 9, short));
    expect(counted.find(other)).toBeUndefined();
    expect(counted.find(again)?.kind).toBe('same');
  });
});
