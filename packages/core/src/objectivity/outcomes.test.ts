import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../test/objectivity-schools.js';
import { aWork, objectivityOf, rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import { randomNumbers } from '../../test/simulated-work.js';
import { benjaminiHochberg, wilsonInterval } from '../statistics/index.js';
import type { ObjectivityRules, OwnOutcome } from './index.js';
import { doubtfulSchools, objectivityRules, official2019 } from './index.js';

/** Works of one item, of which slopes say nothing: what counts for q then follows from the outcomes. */
const works = [
  aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' }, [20]),
  aWork({ id: 'vpr-8', grade: 8, schoolYear: '2024/2025' }, [20]),
  aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' }, [20]),
  aWork({ id: 'oge-9', grade: 9, schoolYear: '2025/2026', programme: 'ОГЭ' }, [20]),
];
const random = randomNumbers(3);
/** Schools of 3 to 30 pupils, every fourth with marks of its own. */
const schools = (size: number): Readonly<Record<string, readonly Pupil[]>> =>
  Object.fromEntries(
    Array.from({ length: size }, (_, school) => [
      `s${school}`,
      Array.from({ length: 3 + 2 * school }, () => {
        const total = school % 4 === 3 ? 8 + Math.floor(2 * random()) : Math.floor(21 * random());
        const mark = total < 8 ? 2 : total < 13 ? 3 : total < 17 ? 4 : 5;
        return { total, mark, journal: school % 4 === 2 ? 2 + Math.floor(4 * random()) : mark };
      }),
    ]),
  );
const medals = ['2024/2025', '2025/2026'].flatMap((schoolYear) =>
  Array.from({ length: 12 }, (_, school) => ({
    school: `s${school}`,
    schoolYear,
    holders: 10,
    unconfirmed: school === 3 ? 9 : school % 2,
  })),
);
const tally = tallyOf(
  ...works.map(
    (work) =>
      [work, [...rowsOf(work, schools(13), 'А'), ...rowsOf(work, renamed(schools(12)), 'Б')]] as const,
  ),
);
function renamed(of: Readonly<Record<string, readonly Pupil[]>>) {
  return Object.fromEntries(Object.entries(of).map(([school, pupils]) => [`б-${school}`, pupils]));
}
const outcomesOf = (own: Partial<ObjectivityRules['own']> = {}) => [
  ...objectivityOf(tally, {
    medals,
    rules: { ...objectivityRules, own: { ...objectivityRules.own, ...own } },
  }).own,
];
type Tested = OwnOutcome & { readonly result: { readonly kind: 'tested' } };
const isTested = (of: OwnOutcome): of is Tested => of.result.kind === 'tested';
const testedOf = () => outcomesOf().filter(isTested);

describe('outcomes of our own tests', () => {
  it('have q over all tests of a region in a year that could have rejected', () => {
    const families = new Map<string, Tested[]>();
    for (const each of testedOf()) {
      if (each.result.q === undefined) continue;
      const key = `${each.region} ${each.schoolYear}`;
      families.set(key, [...(families.get(key) ?? []), each]);
    }
    expect([...families.keys()].sort()).toEqual(['А 2024/2025', 'А 2025/2026', 'Б 2024/2025', 'Б 2025/2026']);
    for (const family of families.values()) {
      const shiftOf = ({ school, assessment }: Tested) =>
        family.find(
          (of) => of.school === school && of.assessment === assessment && of.test === 'journal-shift',
        );
      const p = family.map((of) =>
        of.test === 'journal-marginals' || of.test === 'journal-symmetry'
          ? Math.max(of.result.p, shiftOf(of)?.result.p ?? 1)
          : of.result.p,
      );
      expect(family.map(({ result }) => result.q)).toEqual(benjaminiHochberg(p));
    }
  });

  it('stand by work, region, test and school, medals last', () => {
    const all = outcomesOf();
    const parts = all.map(({ assessment, region }) => `${assessment ?? 'medals'} ${region}`);
    expect([...new Set(parts)]).toEqual([
      ...works
        .map(({ id }) => id)
        .sort()
        .flatMap((id) => [`${id} А`, `${id} Б`]),
      'medals А',
    ]);
    const medalsOf = all.filter(({ test }) => test === 'medals-ege');
    expect(medalsOf.map(({ schoolYear }) => schoolYear)).toEqual(medals.map(({ schoolYear }) => schoolYear));
    // In any order of rows they stand by region, year and school.
    const turned = [
      ...objectivityOf(tally, {
        medals: [
          { school: 'я', schoolYear: '2023/2024', holders: 1, unconfirmed: 0 },
          ...medals,
        ].toReversed(),
      }).own,
    ]
      .filter(({ test }) => test === 'medals-ege')
      .map(({ region, schoolYear, school }) => [region, schoolYear, school]);
    expect(turned).toEqual([
      ['', '2023/2024', 'я'],
      ...medalsOf.map(({ region, schoolYear, school }) => [region, schoolYear, school]),
    ]);
    expect(turned.slice(1, 13).map(([, , school]) => school)).toEqual(
      medals
        .slice(0, 12)
        .map(({ school }) => school)
        .sort(),
    );
    for (const each of medalsOf) expect(each).not.toHaveProperty('assessment');
    for (const each of all) {
      const schoolYear = works.find(({ id }) => id === each.assessment)?.schoolYear ?? each.schoolYear;
      expect(each.schoolYear).toBe(schoolYear);
    }
  });

  it('are flagged up to the level, and from so many pupils on', () => {
    // Which tests could reject follows from the level, and q from them: down to a level that is a q itself.
    let some = { q: 0.5, n: 0 };
    for (let level = 1; some.q < level; ) {
      level = some.q;
      const found = outcomesOf({ level, minPupils: 0 })
        .filter(isTested)
        .flatMap(({ result: { q }, n }) => (q === undefined || q > level ? [] : [{ q, n }]));
      some = found.toSorted((one, other) => one.q - other.q).at(-1) ?? some;
    }
    const rules = { level: some.q, minPupils: some.n };
    const again = outcomesOf(rules).filter(isTested);
    for (const { n, result } of again) {
      expect(result.flag).toBe(result.q !== undefined && result.q <= some.q && n >= some.n);
    }
    expect(again.some(({ n, result }) => result.flag && result.q === some.q && n === some.n)).toBe(true);
    expect(again.some(({ n, result }) => (result.q ?? 1) <= some.q && n < some.n)).toBe(true);
    expect(again.some(({ n, result }) => (result.q ?? 0) > some.q && n >= some.n)).toBe(true);
  });

  it('say what they could see', () => {
    const powers = testedOf().flatMap(({ result: { power } }) =>
      power.kind === 'none' ? [] : [power.power],
    );
    const border = powers.toSorted((one, other) => one - other)[powers.length >> 1] ?? 0;
    const kinds = new Set<string>();
    for (const { result } of outcomesOf({ powerFrom: border }).filter(isTested)) {
      kinds.add(result.power.kind);
      const { power } = result;
      if (power.kind === 'none') expect(result).toMatchObject({ flag: false, power: { kind: 'none' } });
      else expect(power.kind).toBe(power.power >= border ? 'enough' : 'low');
      expect('q' in result).toBe(power.kind !== 'none');
    }
    expect([...kinds].sort()).toEqual(['enough', 'low', 'none']);
  });

  it('have an interval where they are shares', () => {
    for (const { test, n, result } of testedOf()) {
      const isShare = ['journal-agreement', 'journal-gap', 'medals-ege'].includes(test);
      if (isShare) expect(result.interval).toEqual(wilsonInterval(result.statistic, n));
      else expect('interval' in result).toBe(false);
    }
  });
});

describe('doubtfulSchools', () => {
  it('lists each school of a year once, by year, region and school', () => {
    const [marker] = official2019.markers;
    if (marker === undefined) throw new Error('no marker');
    const officialOf = (region: string, schoolYear: string, school: string, marked: boolean) => ({
      region,
      schoolYear,
      schools: [school],
      marked: [],
      index: 0,
      outcomes: [
        { school, marker, n: 9, result: { kind: 'computed', statistic: 1, threshold: 0, marked } as const },
        { school, marker, n: 9, result: { kind: 'not-computable', needs: 'results' } as const },
      ],
    });
    const ownOf = (
      region: string,
      schoolYear: string,
      school: string,
      flag: boolean,
      assessment?: string,
    ) => ({
      region,
      schoolYear,
      school,
      test: 'rise' as const,
      n: 9,
      ...(assessment === undefined ? {} : { assessment }),
      result: { kind: 'tested', statistic: 1, p: 0, flag, power: { kind: 'none' } } as const,
    });
    const list = doubtfulSchools({
      rules: objectivityRules,
      official: [
        officialOf('Б', '2024/2025', 'b', true),
        officialOf('А', '2025/2026', 'c', false),
        officialOf('А', '2024/2025', 'c', true),
      ],
      own: [
        ownOf('А', '2025/2026', 'a', true, 'w'),
        ownOf('А', '2024/2025', 'a', true),
        ownOf('Б', '2024/2025', 'b', true, 'w'),
        ownOf('Б', '2024/2025', 'b', true, 'v'),
        ownOf('А', '2024/2025', 'd', false, 'w'),
        {
          ...ownOf('А', '2024/2025', 'e', true),
          result: { kind: 'not-tested', reason: 'too-few' },
        },
      ],
    });
    expect(list).toEqual([
      { school: 'a', region: 'А', schoolYear: '2024/2025', official: [], own: [{ test: 'rise' }] },
      { school: 'c', region: 'А', schoolYear: '2024/2025', official: [marker.id], own: [] },
      {
        school: 'b',
        region: 'Б',
        schoolYear: '2024/2025',
        official: [marker.id],
        own: [
          { test: 'rise', assessment: 'w' },
          { test: 'rise', assessment: 'v' },
        ],
      },
      {
        school: 'a',
        region: 'А',
        schoolYear: '2025/2026',
        official: [],
        own: [{ test: 'rise', assessment: 'w' }],
      },
    ]);
    for (const { own } of list)
      for (const each of own) expect(each.assessment === undefined).toBe(!('assessment' in each));
  });
});
