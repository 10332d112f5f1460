import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import type { Unit } from '../assessment/index.js';
import { add, empty, summarise } from '../tally/index.js';
import { totalMoments } from '../tally/total-moments.js';
import { regionWorks, SchoolSums, shiftedYear } from './region-works.js';

const work = anAssessment([2, 3]);
const pupil = (unit: Unit, half: number, absent = false): Row => ({ unit, codes: [half, half], absent });
const worksOf = (...rows: readonly Row[]) => summarise(add(empty(), aBlock(work, rows))).flatMap(regionWorks);
const shown = (...rows: readonly Row[]) =>
  worksOf(...rows).map(({ region, schools, whole }) => [
    region,
    schools.map(({ school }) => school),
    whole.wrote,
    totalMoments(whole.complete).sum,
  ]);

describe('regionWorks', () => {
  it('lays schools out by region, through their municipality or without one, regions by name', () => {
    expect(
      shown(
        pupil({ region: 'Б', municipality: 'Р', school: 's3' }, 1),
        pupil({ region: 'А', municipality: 'П', school: 's2' }, 2),
        pupil({ region: 'А', school: 's1' }, 2),
        pupil({ region: 'А', school: 's1' }, 3),
      ),
    ).toEqual([
      ['А', ['s1', 's2'], 3, 14],
      ['Б', ['s3'], 1, 2],
    ]);
  });

  it('holds schools against all pupils of the region, those of unknown schools too', () => {
    expect(shown(pupil({ region: 'А', school: 's1' }, 1), pupil({ region: 'А' }, 3))).toEqual([
      ['А', ['s1'], 2, 8],
    ]);
    expect(shown(pupil({ school: 's1' }, 1), pupil({}, 3))).toEqual([['', ['s1'], 2, 8]]);
  });

  it('holds schools without a region against each other alone, where others have one', () => {
    expect(
      shown(pupil({ region: 'А', school: 's1' }, 1), pupil({ school: 's2' }, 2), pupil({ school: 's3' }, 3)),
    ).toEqual([
      ['', ['s2', 's3'], 2, 10],
      ['А', ['s1'], 1, 2],
    ]);
  });

  it('leaves out schools of which nobody wrote', () => {
    expect(shown(pupil({ school: 's1' }, 1), pupil({ school: 's2' }, 0, true))).toEqual([['', ['s1'], 1, 2]]);
  });

  it('sums totals of schools in their places', () => {
    const [of] = worksOf(pupil({ school: 's2' }, 3), pupil({ school: 's1' }, 1), pupil({ school: 's2' }, 1));
    const sums = new SchoolSums(3);
    of?.schools.forEach(({ counts }, place) => {
      sums.add(place, counts.complete);
    });
    expect([0, 1, 2].map((place) => sums.at(place))).toEqual([
      { n: 1, sum: 2, sumOfSquares: 4 },
      { n: 2, sum: 8, sumOfSquares: 40 },
      { n: 0, sum: 0, sumOfSquares: 0 },
    ]);
  });
});

describe('school years', () => {
  it('are shifted where a year is written as one', () => {
    expect(shiftedYear('2024/2025', 1)).toBe('2025/2026');
    expect(shiftedYear('2024/2025', -1)).toBe('2023/2024');
    for (const wrong of ['x2024/2025', '2024/2025 ', '12024/2025', '2024/20251', '2024-2025', '', undefined])
      expect(shiftedYear(wrong, 1)).toBeUndefined();
  });
});
