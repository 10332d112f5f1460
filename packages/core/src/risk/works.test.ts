import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import type { SchoolResults } from '../../test/school-results.js';
import { summaryOf, workOf } from '../../test/school-results.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { GroupCount } from '../statistics/group-sums.js';
import { RoundedPriors } from './rounded.js';
import { sharePriors } from './share-priors.js';
import { byProcedure, lastYear, SchoolPlaces, Work } from './works.js';

interface Given {
  readonly rules?: LowResultsRules;
  readonly doubtful?: string;
  readonly similar?: Readonly<Record<string, string>>;
  readonly places?: SchoolPlaces;
}
const read = (
  schools: readonly SchoolResults[],
  { rules = omsk2025, doubtful, similar = {}, places = new SchoolPlaces() }: Given = {},
) => {
  const isDoubtful = (school: string, assessment: string) => assessment === 'work' && school === doubtful;
  const similarSchools = new Map(Object.entries(similar));
  const work = new Work(summaryOf(workOf(), schools), rules, { isDoubtful, similarSchools }, places);
  return { work, of: (school: string) => places.placeOf(school) };
};
const region = (name: string, schools: number, low: (at: number) => number): readonly SchoolResults[] =>
  Array.from({ length: schools }, (_, at) => ({ school: `${name}${at}`, low: low(at), n: 20 }));

describe('SchoolPlaces', () => {
  it('numbers schools in the order in which they are met', () => {
    const places = new SchoolPlaces();
    expect(['b', 'a', 'b', 'c'].map((of) => places.placeOf(of))).toEqual([0, 1, 0, 2]);
    expect(places.ids).toEqual(['b', 'a', 'c']);
  });
});

const roundedPriors = (schools: readonly GroupCount[]) => {
  const rounded = new RoundedPriors();
  const prior = sharePriors(schools);
  return (school: GroupCount) => rounded.of(prior(school));
};

describe('Work', () => {
  it('counts schools of enough pupils with a result, and says why others do not count', () => {
    const { work, of } = read([
      { school: 'enough', low: 3, n: 10 },
      { school: 'few', low: 3, n: 9 },
      { school: 'none', low: 0, n: 0, unmarked: 9 },
      { school: 'unmarked', low: 3, n: 9, unmarked: 1 },
      { school: 'open', low: 3, n: 9, open: 1 },
      { school: 'absent', low: 0, n: 0 },
    ]);
    const said = ['enough', 'few', 'none', 'unmarked', 'open', 'absent', 'elsewhere'].map((school) => [
      work.has(of(school)),
      work.counts(of(school)),
      work.leftOut(of(school)),
    ]);
    expect(said).toEqual([
      [true, true, undefined],
      [true, false, 'too-few'],
      [true, false, 'too-few'],
      [true, false, 'no-marks'],
      [true, true, undefined],
      [false, false, undefined],
      [false, false, undefined],
    ]);
    expect([work.low(of('enough')), work.n(of('enough'))]).toEqual([3, 10]);
    expect([work.low(of('elsewhere')), work.n(of('elsewhere'))]).toEqual([0, 0]);
  });

  it('leaves doubtful results out where the ruleset says so', () => {
    const schools = [
      { school: 'a', low: 3, n: 30 },
      { school: 'b', low: 3, n: 30 },
    ];
    const strict = { ...omsk2025, excludeDoubtful: true };
    const { work, of } = read(schools, { rules: strict, doubtful: 'b' });
    expect([work.leftOut(of('a')), work.leftOut(of('b'))]).toEqual([undefined, 'doubtful']);
    expect(read(schools, { doubtful: 'b' }).work.counts(1)).toBe(true);
  });

  it('reads schools and no other groups, at the places that other works gave them', () => {
    const places = new SchoolPlaces();
    places.placeOf('elsewhere');
    const summary = summaryOf(workOf({ id: 'm', schoolYear: '2024/2025' }), [
      { school: 'a', low: 2, n: 20 },
      { school: 'b', low: 5, n: 30 },
    ]);
    const [first] = summary.groups;
    const groups = [
      ...summary.groups,
      ...(first === undefined ? [] : [{ ...first, level: 'municipality' as const, unit: 'М' }]),
    ];
    const none = { isDoubtful: () => false, similarSchools: new Map<string, string>() };
    const work = new Work({ ...summary, groups }, omsk2025, none, places);
    expect(places.ids).toEqual(['elsewhere', 'a', 'b']);
    expect([0, 1, 2].map((place) => [work.low(place), work.n(place)])).toEqual([
      [0, 0],
      [2, 20],
      [5, 30],
    ]);
    expect(work).toMatchObject({ id: 'm', schoolYear: '2024/2025' });
  });

  it('keeps pupils apart whose results are open, and lets only the others speak of the school', () => {
    const { work, of } = read([
      { school: 'known', low: 3, n: 20 },
      { school: 'open', low: 3, n: 20, open: 4 },
      { school: 'mostly', low: 3, n: 9, open: 11 },
      { school: 'just', low: 3, n: 10, open: 1 },
      { school: 'few', low: 3, n: 9 },
    ]);
    const said = ['known', 'open', 'mostly', 'just', 'few'].map(of).map((place) => ({
      fewest: work.low(place),
      most: work.low(place, 'most'),
      uncertain: work.uncertain(place),
      n: work.n(place),
      known: work.known(place),
    }));
    expect(said).toEqual([
      { fewest: 3, most: 3, uncertain: 0, n: 20, known: { count: 3, n: 20 } },
      { fewest: 3, most: 7, uncertain: 4, n: 24, known: { count: 3, n: 20 } },
      { fewest: 3, most: 14, uncertain: 11, n: 20, known: undefined },
      { fewest: 3, most: 4, uncertain: 1, n: 11, known: { count: 3, n: 10 } },
      { fewest: 3, most: 3, uncertain: 0, n: 9, known: undefined },
    ]);
  });

  it('judges a school by those that count', () => {
    const counting = region('s', 13, (at) => (at * 7) % 11);
    const { work, of } = read([{ school: 'few', low: 9, n: 9 }, ...counting]);
    const all = roundedPriors(counting.map(({ low, n }) => ({ count: low, n })));
    for (const { school, low, n } of counting) {
      expect(work.prior(of(school))).toEqual(all({ count: low, n }));
    }
    expect(work.prior(of('s1'))).toMatchObject({ fitted: true });
  });

  it('judges a school that says nothing to others by all of them', () => {
    const counting = region('s', 13, (at) => (at * 7) % 11);
    const { work, of } = read([...counting, { school: 'open', low: 3, n: 9, open: 11 }]);
    const all = roundedPriors(counting.map(({ low, n }) => ({ count: low, n })));
    expect(work.prior(of('open'))).toEqual(all({ count: 0, n: 0 }));
  });

  it('judges a school by similar ones where there are ten others, and by all where there are fewer', () => {
    const weak = region('w', 11, (at) => 9 + (at % 4));
    const strong = region('x', 10, (at) => at % 3);
    const plain = region('p', 3, () => 5);
    const similar = Object.fromEntries([
      ...weak.map(({ school }) => [school, 'weak'] as const),
      ...strong.map(({ school }) => [school, 'strong'] as const),
    ]);
    const { work, of } = read([...weak, ...strong, ...plain], { similar });
    const counts = (schools: readonly SchoolResults[]) => schools.map(({ low, n }) => ({ count: low, n }));
    const all = roundedPriors(counts([...weak, ...strong, ...plain]));
    const amongWeak = roundedPriors(counts(weak));
    expect(work.prior(of('w3'))).toEqual(amongWeak({ count: 12, n: 20 }));
    expect(work.prior(of('x4'))).toEqual(all({ count: 1, n: 20 }));
    expect(work.prior(of('p1'))).toEqual(all({ count: 5, n: 20 }));
    expect(work.prior(of('w3')).mean).toBeGreaterThan(work.prior(of('p1')).mean + 0.1);
  });

  it('knows what the others say of each other when one school says nothing', () => {
    const weak = region('w', 13, (at) => 9 + (at % 4));
    const plain = region('p', 13, (at) => (at * 7) % 11);
    const similar = Object.fromEntries(weak.map(({ school }) => [school, 'weak'] as const));
    const { work, of } = read([...weak, ...plain], { similar });
    const [weakOne, plainOne] = [of('w3'), of('p3')];
    const counts = (schools: readonly SchoolResults[]) => schools.map(({ low, n }) => ({ count: low, n }));
    const [all, amongWeak] = [roundedPriors(counts([...weak, ...plain])), roundedPriors(counts(weak))];
    const nobody = { count: 0, n: 0 };
    expect(work.priorsWithout(weakOne)(of('w5'))).toEqual(amongWeak({ count: 12, n: 20 }));
    expect(work.priorsWithout(weakOne)(of('p5'))).toEqual(all({ count: 12, n: 20 }));
    expect(work.priorsWithout(plainOne)(of('w5'))).toEqual(amongWeak(nobody));
    expect(work.priorsWithout(plainOne)(of('p5'))).toEqual(all({ count: 10, n: 20 }));
    const whole = read(plain).work;
    expect(whole.priorsWithout(3)(5)).toEqual(roundedPriors(counts(plain))({ count: 10, n: 20 }));
    expect(whole.priorsWithout(3)(5)).not.toEqual(whole.prior(5));
  });

  it('has few priors in a large region, and others for each kind of similar schools', () => {
    const many = region('s', 2000, (at) => (at * 7) % 11);
    const { work } = read(many);
    expect(work.prior(0)).toBe(work.prior(11));
    expect(new Set(many.map((_, place) => work.prior(place))).size).toBeLessThan(4);
    const similar = Object.fromEntries(many.slice(0, 20).map(({ school }) => [school, 'some']));
    const some = read(many, { similar }).work;
    expect(some.prior(0)).toEqual(
      roundedPriors(many.slice(0, 20).map(({ low, n }) => ({ count: low, n })))({ count: 0, n: 20 }),
    );
    expect(some.prior(300)).toEqual(work.prior(300));
    expect(some.prior(0)).not.toEqual(some.prior(300));
  });
});

const works = (...of: readonly (readonly [id: string, schoolYear: string | undefined, subject?: string])[]) =>
  of.map(([id, schoolYear, subject = 'Математика']) => {
    const { schoolYear: _, ...rest } = anAssessment([1], { id, subject });
    const assessment = schoolYear === undefined ? rest : { ...rest, schoolYear };
    return new Work(
      summaryOf(assessment, []),
      omsk2025,
      { isDoubtful: () => false, similarSchools: new Map() },
      new SchoolPlaces(),
    );
  });

describe('lastYear', () => {
  it('is the last that any work has', () => {
    expect(
      lastYear(works(['a', '2023/2024'], ['b', '2025/2026'], ['c', undefined], ['d', '2024/2025'])),
    ).toBe('2025/2026');
    expect(lastYear(works(['a', undefined]))).toBeUndefined();
    expect(lastYear([])).toBeUndefined();
  });
});

describe('byProcedure', () => {
  const idsOf = (of: readonly Work[], year: string, rules: LowResultsRules = omsk2025) =>
    byProcedure(of, year, rules).map((byYear) => Array.from(byYear, (work) => work?.id));

  it('puts the years of a procedure behind each other, as far back as the conditions look', () => {
    const given = works(
      ['m-old', '2023/2024'],
      ['r-before', '2024/2025', 'Русский язык'],
      ['m-now', '2025/2026'],
      ['m-before', '2024/2025'],
      ['m-later', '2026/2027'],
      ['m-undated', undefined],
      ['p-now', '2025/2026', 'Физика'],
    );
    expect(idsOf(given, '2025/2026')).toEqual([['m-now', 'm-before'], ['p-now'], [undefined, 'r-before']]);
    expect(idsOf(given, '2026/2027')).toEqual([
      ['m-later', 'm-now'],
      [undefined, 'p-now'],
    ]);
    const oneYear = { ...omsk2025, conditions: [{ years: 1, procedures: 2, same: false }] };
    expect(idsOf(given, '2025/2026', oneYear)).toEqual([['m-now'], ['p-now']]);
    expect(idsOf(given, '2025/2026', { ...omsk2025, conditions: [] })).toEqual([['m-now'], ['p-now']]);
    expect(idsOf(given, '2030/2031')).toEqual([]);
  });

  it('takes further works of a kind in a year as works of their own', () => {
    const given = works(
      ['c', '2025/2026'],
      ['a', '2025/2026'],
      ['b', '2025/2026'],
      ['d', '2024/2025'],
      ['e', '2024/2025'],
    );
    expect(idsOf(given, '2025/2026')).toEqual([['a', 'd'], ['b', 'e'], ['c']]);
  });
});
