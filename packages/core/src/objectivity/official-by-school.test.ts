import { describe, expect, it } from 'vitest';
import type { OfficialOutcome, OfficialRegion } from './index.js';
import { official2019, officialBySchool } from './index.js';

const [first, second] = official2019.markers;
if (first === undefined || second === undefined) throw new Error('two markers are needed');
const outcome = (school: string, marker = first): OfficialOutcome => ({
  school,
  marker,
  n: 30,
  result: { kind: 'not-computable', needs: 'journal' },
});
const region = (
  schoolYear: string,
  outcomes: readonly OfficialOutcome[],
  name = 'Область',
): OfficialRegion => ({
  region: name,
  schoolYear,
  schools: [],
  marked: [],
  index: 100,
  outcomes,
});

describe('officialBySchool', () => {
  it('has every marker of the last year of each school, whatever the order of years', () => {
    const years = [
      region('2023/2024', [outcome('a'), outcome('b')]),
      region('2024/2025', [outcome('a'), outcome('a', second)]),
    ];
    for (const order of [years, years.toReversed()]) {
      const found = officialBySchool(order);
      expect(found.get('a')).toEqual({
        schoolYear: '2024/2025',
        outcomes: [outcome('a'), outcome('a', second)],
      });
      expect(found.get('b')?.schoolYear).toBe('2023/2024');
      expect(found.size).toBe(2);
    }
  });

  it('takes the first of two regions, and works without years', () => {
    const found = officialBySchool([region('', [outcome('a')]), region('', [outcome('a', second)], 'Край')]);
    expect(found.get('a')).toEqual({ schoolYear: '', outcomes: [outcome('a')] });
  });
});
