import { describe, expect, it } from 'vitest';
import { omsk2025 } from '../../src/assessment/index.js';
import { lowResults } from '../../src/risk/index.js';
import { add, empty, summarise } from '../../src/tally/index.js';
import { aBlock, anAssessment } from '../response-rows.js';
import oracle from './risk.json' with { type: 'json' };

// From make-risk.R: another program, with a general optimiser, every sum by enumeration and a fine integral over levels. `works`: low
// and all pupils of two subjects, each in the last year and the year before. In `apart` works of a school have little in common, in
// `outlying` one school is unlike the others, which hardly differ; `few` are six.
const { schools, apart, outlying, few } = oracle;
/** What a lattice takes in place of the integral among so few pupils; with levels a tenth of a deviation apart it is below 1e-6. */
const TOLERANCE = 2e-5;

const WORKS = [
  { id: 'm-now', subject: 'Математика', schoolYear: '2025/2026' },
  { id: 'm-before', subject: 'Математика', schoolYear: '2024/2025' },
  { id: 'r-now', subject: 'Русский язык', schoolYear: '2025/2026' },
  { id: 'r-before', subject: 'Русский язык', schoolYear: '2024/2025' },
];

const name = (place: number) => `s${String(place).padStart(2, '0')}`;
type Works = readonly (readonly number[])[];

const risksOf = (counts: readonly Works[]) =>
  lowResults(
    summarise(
      WORKS.reduce(
        (sum, work, of) =>
          add(
            sum,
            aBlock(
              anAssessment([1], work),
              counts.flatMap((works, place) => {
                const [low = 0, n = 0] = works[of] ?? [];
                return Array.from({ length: n }, (_, pupil) => ({
                  unit: { school: name(place) },
                  codes: [2],
                  mark: pupil < low ? 2 : 4,
                }));
              }),
            ),
          ),
        empty(),
      ),
    ),
    omsk2025,
  );

describe('probability of low results', () => {
  const counts = schools.map(({ works }) => works);
  const risks = risksOf(counts);

  it.each([
    ['are alike', schools],
    ['have little in common', apart],
    ['are unlike those of all others', outlying],
    ['are held against those of five others', few],
  ])('equals that of R where works of a school %s', (_, region) => {
    const found = risksOf(region.map(({ works }) => works));
    expect(found.map(({ school }) => school)).toEqual(region.map((_school, place) => name(place)));
    const distances = found.map(({ probability = Number.NaN }, place) =>
      Math.abs(probability - (region[place]?.probability ?? Number.NaN)),
    );
    expect(Math.max(...distances)).toBeLessThan(TOLERANCE);
  });

  it('gives the classes that it stands for', () => {
    const classes = schools.map(({ probability }) =>
      probability >= 0.9 ? 'low' : probability <= 0.1 ? 'not-low' : 'undetermined',
    );
    expect(risks.map((of) => of.class)).toEqual(classes);
    expect(new Set(classes).size).toBe(3);
  });

  it('changes class after the pupils that stability says, and not one sooner', () => {
    /** Class of a school with so many more low results in the last year, mathematics and Russian. */
    const classWith = (place: number, maths: number, russian: number) => {
      const changed = counts.map((works, at): Works => {
        const [m = [], before = [], r = [], earlier = []] = works;
        const more = ([low = 0, n = 0]: readonly number[], by: number) => [
          Math.min(n, Math.max(0, low + by)),
          n,
        ];
        return at === place ? [more(m, maths), before, more(r, russian), earlier] : works;
      });
      return risksOf(changed)[place]?.class;
    };
    const anyOther = (place: number, pupils: number) =>
      Array.from({ length: pupils + 1 }, (_, maths) => [maths, pupils - maths] as const)
        .flatMap(([maths, russian]) => [classWith(place, maths, russian), classWith(place, -maths, -russian)])
        .some((of) => of !== risks[place]?.class);
    const border = risks.flatMap(({ stability }, place) =>
      stability === undefined || stability > 4 ? [] : [{ place, stability }],
    );
    expect(border.length).toBeGreaterThan(4);
    for (const { place, stability } of border) {
      expect(anyOther(place, stability)).toBe(true);
      expect(anyOther(place, stability - 1)).toBe(false);
    }
  });
});
