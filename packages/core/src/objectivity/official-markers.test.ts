import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../test/objectivity-schools.js';
import { aWork, objectivityOf, rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import { NOT_ADMINISTERED } from '../assessment/index.js';
import type { ObjectivityRules, OfficialOutcome } from './index.js';
import { objectivityRules, official2019 } from './index.js';

const grade4 = aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' });
const grade5 = aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' });
const totals = (...of: readonly number[]): readonly Pupil[] => of.map((total) => ({ total }));
const withRules = (extra: Partial<ObjectivityRules['official']>): ObjectivityRules => ({
  ...objectivityRules,
  official: { ...official2019, ...extra },
});
const outcome = (outcomes: readonly OfficialOutcome[] | undefined, school: string, marker: string) => {
  const found = outcomes?.find((each) => each.school === school && each.marker.id === marker);
  if (found === undefined) throw new Error(`no ${marker} of ${school}`);
  return found;
};

describe('officialMarkers', () => {
  it('has fourteen markers with the numbers of the document', () => {
    expect(official2019.markers.map(({ id }) => id)).toEqual([
      'inflated-mean-vpr-4-russian',
      'inflated-mean-vpr-4-maths',
      'inflated-mean-vpr-5-russian',
      'inflated-mean-vpr-5-maths',
      'inflated-mean-oge-9-russian',
      'inflated-mean-oge-9-maths',
      'journal-mismatch-vpr-4-russian',
      'journal-mismatch-vpr-4-maths',
      'journal-mismatch-vpr-5-russian',
      'journal-mismatch-vpr-5-maths',
      'sharp-rise-vpr-5-russian',
      'sharp-rise-vpr-5-maths',
      'sharp-fall-vpr-5-russian',
      'sharp-fall-vpr-5-maths',
    ]);
    expect(official2019).toMatchObject({
      id: 'official-2019',
      year: 2019,
      verification: 'verified',
      standardErrors: 1.96,
      correlationBelow: 0,
      correlation: 'printed',
      quartileRanges: 3,
    });
  });

  it('is the example worked by hand: an inflated mean', () => {
    // Region 2, 4, 6, 8 and 10, 12: mean 7, S² = (25 + 9 + 1 + 1 + 9 + 25) / 5 = 14, so 7 + 1.96 √(14 / 6).
    // School b: mean 11, s² = 2, so 11 − 1.96 √(2 / 2) = 9.04.
    const result = objectivityOf(
      tallyOf([grade4, rowsOf(grade4, { a: totals(2, 4, 6, 8), b: totals(10, 12) })]),
    );
    const [region] = result.official;
    const { result: b, n, assessment } = outcome(region?.outcomes, 'b', 'inflated-mean-vpr-4-maths');
    expect({ n, assessment }).toEqual({ n: 2, assessment: 'vpr-4' });
    if (b.kind !== 'computed') throw new Error(b.needs);
    expect(b.statistic).toBeCloseTo(9.04, 12);
    expect(b.threshold).toBeCloseTo(7 + 1.96 * Math.sqrt(14 / 6), 12);
    expect(b.threshold).toBeGreaterThan(9.04);
    expect(b.marked).toBe(false);
    const lower = objectivityOf(
      tallyOf([grade4, rowsOf(grade4, { a: totals(2, 4, 6, 8), b: totals(10, 12) })]),
      { rules: withRules({ standardErrors: 1 }) },
    );
    // 11 − 1 = 10 and 7 + √(14 / 6) = 8.53.
    expect(lower.official[0]?.marked).toEqual(['b']);
    expect(lower.official[0]?.index).toBe(50);
    expect(lower.official[0]).toMatchObject({
      region: 'Область',
      schoolYear: '2024/2025',
      schools: ['a', 'b'],
    });
  });

  it('is the example worked by hand: marks against points', () => {
    // Journal 5, 4, 3 and totals 2, 8, 16: ranks 3, 2, 1 and 1, 2, 3, Σd² = 8, r = 1 − 48 / 24 = −1.
    // Journal 4, 4, 5 and totals 1, 2, 3: ranks 1.5, 1.5, 3 and 1, 2, 3, Σd² = 0.5, r = 1 − 3 / 24 = 0.875; with ties
    // 1.5 / √(1.5 · 2) = 0.866.
    const schools = {
      a: [
        { total: 2, journal: 5 },
        { total: 8, journal: 4 },
        { total: 16, journal: 3 },
      ],
      b: [{ total: 1, journal: 4 }, { total: 2, journal: 4 }, { total: 3, journal: 5 }, { total: 20 }],
    };
    const tally = tallyOf([grade4, rowsOf(grade4, schools)]);
    const outcomes = objectivityOf(tally).official[0]?.outcomes;
    const marker = 'journal-mismatch-vpr-4-maths';
    expect(outcome(outcomes, 'a', marker).result).toEqual({
      kind: 'computed',
      statistic: -1,
      threshold: 0,
      marked: true,
    });
    expect(outcome(outcomes, 'b', marker).result).toMatchObject({ statistic: 0.875, marked: false });
    // Four pupils have a total, three of them a journal mark.
    expect(outcome(outcomes, 'b', marker).n).toBe(3);
    expect(outcome(outcomes, 'b', 'inflated-mean-vpr-4-maths').n).toBe(4);
    const ties = objectivityOf(tally, { rules: withRules({ correlation: 'ties' }) }).official[0]?.outcomes;
    const of = outcome(ties, 'b', marker).result;
    expect(of.kind === 'computed' ? of.statistic : undefined).toBeCloseTo(1.5 / Math.sqrt(3), 12);
    expect(outcome(ties, 'a', marker).result).toMatchObject({ statistic: -1, marked: true });
  });

  it('is the example worked by hand: rise and fall', () => {
    // K of s0…s4: 0.8, 1, 1, 1, 1.2: quartiles 1 and 1, so anything else is critical.
    const earlier = { s0: totals(8, 8), s1: totals(10), s2: totals(10), s3: totals(10), s4: totals(12) };
    const later = { s0: totals(10, 10), s1: totals(10), s2: totals(10), s3: totals(10), s4: totals(10) };
    const result = objectivityOf(tallyOf([grade4, rowsOf(grade4, earlier)], [grade5, rowsOf(grade5, later)]));
    const of = result.official.find(({ schoolYear }) => schoolYear === '2025/2026');
    expect(outcome(of?.outcomes, 's0', 'sharp-rise-vpr-5-maths').result).toEqual({
      kind: 'computed',
      statistic: 0.8,
      threshold: 1,
      marked: true,
    });
    expect(outcome(of?.outcomes, 's0', 'sharp-fall-vpr-5-maths').result).toMatchObject({ marked: false });
    expect(outcome(of?.outcomes, 's4', 'sharp-fall-vpr-5-maths').result).toMatchObject({
      statistic: 1.2,
      marked: true,
    });
    expect(outcome(of?.outcomes, 's1', 'sharp-fall-vpr-5-maths').result).toMatchObject({ marked: false });
    expect(of?.marked).toEqual(['s0', 's4']);
    const fewer = { ...later, s0: totals(10, 10, 10), s1: totals(10, 10), s9: totals(4, 5, 6) };
    const both = objectivityOf(tallyOf([grade4, rowsOf(grade4, earlier)], [grade5, rowsOf(grade5, fewer)]));
    const pupils = both.official.find(({ schoolYear }) => schoolYear === '2025/2026')?.outcomes;
    expect(['s0', 's1', 's9'].map((school) => outcome(pupils, school, 'sharp-rise-vpr-5-maths').n)).toEqual([
      2, 1, 3,
    ]);
    expect(of?.index).toBe(60);
  });

  it('takes the maximum of the items that totals are made of', () => {
    // A fourth item of 5 points that nobody in grade 4 was given: K as in the example without it.
    const long = { ...grade4, items: [...grade4.items, { id: '4', maxPoints: 5 }] };
    const rows = rowsOf(grade4, { a: totals(10), b: totals(8) }).map((row) => ({
      ...row,
      codes: [...row.codes, NOT_ADMINISTERED],
    }));
    const later = rowsOf(grade5, { a: totals(10), b: totals(10) });
    const { official } = objectivityOf(tallyOf([long, rows], [grade5, later]));
    const ratios = ['a', 'b'].map(
      (school) => outcome(official[1]?.outcomes, school, 'sharp-fall-vpr-5-maths').result,
    );
    expect(ratios).toMatchObject([{ statistic: 1 }, { statistic: 0.8 }]);
  });

  it('takes quartiles between order statistics', () => {
    // K = 1, 2, 3, 4: quartiles 1.75 and 3.25, critical 1.75 − 4.5 and 3.25 + 4.5.
    const earlier = { a: totals(4), b: totals(8), c: totals(12), d: totals(16) };
    const later = { a: totals(4), b: totals(4), c: totals(4), d: totals(4) };
    const { official } = objectivityOf(
      tallyOf([grade4, rowsOf(grade4, earlier)], [grade5, rowsOf(grade5, later)]),
    );
    const outcomes = official[1]?.outcomes;
    expect(outcome(outcomes, 'd', 'sharp-fall-vpr-5-maths').result).toMatchObject({
      statistic: 4,
      threshold: 7.75,
      marked: false,
    });
    expect(outcome(outcomes, 'd', 'sharp-rise-vpr-5-maths').result).toMatchObject({ threshold: -2.75 });
  });

  it('orders years, schools and changes, in whatever order works have them', () => {
    // K = 4, 1, 3, 2.
    const earlier = { a: totals(16), b: totals(4), c: totals(12), d: totals(8) };
    const later = { a: totals(4), b: totals(4), c: totals(4), d: totals(4) };
    const [before, after] = [
      { ...grade4, id: 'z' },
      { ...grade5, id: 'b' },
    ];
    const russian = { ...after, id: 'a', subject: 'Русский язык' };
    const { official } = objectivityOf(
      tallyOf(
        [before, rowsOf(before, earlier)],
        [after, rowsOf(after, later)],
        [russian, rowsOf(russian, { d: totals(3), e: totals(4) })],
      ),
    );
    expect(official.map(({ schoolYear, schools }) => [schoolYear, schools])).toEqual([
      ['2024/2025', ['a', 'b', 'c', 'd']],
      ['2025/2026', ['a', 'b', 'c', 'd', 'e']],
    ]);
    expect(outcome(official[1]?.outcomes, 'a', 'sharp-fall-vpr-5-maths').result).toMatchObject({
      statistic: 4,
      threshold: 7.75,
    });
  });

  it('names what a marker lacks', () => {
    const unknown = aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' }, [8, 8, 4]);
    const withoutMax = { ...unknown, items: unknown.items.map(({ id }) => ({ id })) };
    const needsOf = (
      later: typeof grade5,
      before: Readonly<Record<string, readonly Pupil[]>>,
      after: Readonly<Record<string, readonly Pupil[]>>,
      marker: string,
      school = 'a',
    ) => {
      const rows = rowsOf(grade5, after);
      const { official } = objectivityOf(tallyOf([grade4, rowsOf(grade4, before)], [later, rows]));
      const of = official.find(({ schoolYear }) => schoolYear === '2025/2026');
      const { result } = outcome(of?.outcomes, school, marker);
      return result.kind === 'not-computable' ? result.needs : result;
    };
    const many = { a: totals(3, 4), b: totals(9) };
    expect(needsOf(grade5, many, many, 'inflated-mean-vpr-5-russian')).toBe('results');
    expect(needsOf(grade5, many, many, 'inflated-mean-oge-9-maths')).toBe('results');
    expect(needsOf(grade5, many, many, 'inflated-mean-vpr-5-maths', 'b')).toBe('totals');
    expect(needsOf(grade5, many, many, 'journal-mismatch-vpr-5-maths')).toBe('journal');
    expect(needsOf(grade5, { b: totals(9) }, many, 'sharp-rise-vpr-5-maths')).toBe('earlier-results');
    expect(needsOf(grade5, many, { a: totals(0, 0) }, 'sharp-fall-vpr-5-maths')).toBe('variation');
    expect(needsOf(withoutMax, many, many, 'sharp-fall-vpr-5-maths')).toBe('maximum');
    const one = rowsOf(grade5, { a: [{ total: 3, journal: 4 }] });
    const { official } = objectivityOf(tallyOf([grade5, one]));
    expect(outcome(official[0]?.outcomes, 'a', 'journal-mismatch-vpr-5-maths').result).toEqual({
      kind: 'not-computable',
      needs: 'journal',
    });
    expect(outcome(official[0]?.outcomes, 'a', 'inflated-mean-vpr-5-russian')).toEqual({
      school: 'a',
      marker: official2019.markers[2],
      n: 0,
      result: { kind: 'not-computable', needs: 'results' },
    });
  });

  it('says when totals of marks and points are all the same', () => {
    const same = [
      { total: 5, journal: 4 },
      { total: 5, journal: 3 },
    ];
    const { official } = objectivityOf(tallyOf([grade4, rowsOf(grade4, { a: same })]), {
      rules: withRules({ correlation: 'ties' }),
    });
    expect(outcome(official[0]?.outcomes, 'a', 'journal-mismatch-vpr-4-maths').result).toEqual({
      kind: 'not-computable',
      needs: 'variation',
    });
  });

  it('does not choose between two works of a region', () => {
    const other = { ...grade4, id: 'vpr-4-other' };
    const { official } = objectivityOf(
      tallyOf([grade4, rowsOf(grade4, { a: totals(3, 4) })], [other, rowsOf(other, { b: totals(5, 6) })]),
    );
    expect(official.map(({ region, schools }) => [region, schools])).toEqual([['Область', ['a', 'b']]]);
    for (const school of ['a', 'b']) {
      const { result } = outcome(official[0]?.outcomes, school, 'inflated-mean-vpr-4-maths');
      expect(result).toEqual({ kind: 'not-computable', needs: 'one-work' });
    }
  });

  it('takes what each region calls the work, and one K for all', () => {
    const later = { a: totals(3, 4), b: totals(9, 5) };
    const earlier = { a: totals(3, 5), b: totals(9, 7) };
    const other4 = { ...grade4, id: 'vpr-4-other' };
    const other5 = { ...grade5, id: 'vpr-5-other' };
    const renamed = (rows: typeof later) => ({ c: rows.a, d: rows.b });
    const oneName = objectivityOf(
      tallyOf(
        [grade4, [...rowsOf(grade4, earlier), ...rowsOf(grade4, renamed(earlier), 'Край')]],
        [grade5, [...rowsOf(grade5, later), ...rowsOf(grade5, renamed(later), 'Край')]],
      ),
    );
    const twoNames = objectivityOf(
      tallyOf(
        [grade4, rowsOf(grade4, earlier)],
        [other4, rowsOf(other4, renamed(earlier), 'Край')],
        [grade5, rowsOf(grade5, later)],
        [other5, rowsOf(other5, renamed(later), 'Край')],
      ),
    );
    const results = ({ official }: typeof oneName) =>
      official.map(({ region, outcomes }) => [region, outcomes.map(({ result }) => result)]);
    expect(results(twoNames)).toEqual(results(oneName));
    expect(outcome(twoNames.official[2]?.outcomes, 'c', 'sharp-rise-vpr-5-maths').result.kind).toBe(
      'computed',
    );
  });

  it('is silent about works that no marker looks at, and takes works without a year together', () => {
    const grade8 = aWork({ id: 'vpr-8', grade: 8 });
    expect(objectivityOf(tallyOf([grade8, rowsOf(grade8, { a: totals(3, 4) })])).official).toEqual([]);
    const { schoolYear: _year, ...undated } = grade4;
    const { official } = objectivityOf(tallyOf([undated, rowsOf(undated, { a: totals(3, 4) }, null)]));
    expect(official[0]).toMatchObject({ region: '', schoolYear: '', schools: ['a'], marked: [], index: 100 });
  });

  it('reads names of subjects in any case', () => {
    const shouted = { ...grade4, subject: 'МАТЕМАТИКА ', programme: 'впр' };
    const { official } = objectivityOf(tallyOf([shouted, rowsOf(shouted, { a: totals(3, 4) })]));
    expect(outcome(official[0]?.outcomes, 'a', 'inflated-mean-vpr-4-maths').result.kind).toBe('computed');
  });

  it('marks beyond a border, not at it', () => {
    // Ranks 1, 2, 3, 4 and 2, 4, 1, 3: Σd² = 10, r = 1 − 60 / 60.
    const schools = {
      a: [
        { total: 4, journal: 2 },
        { total: 8, journal: 3 },
        { total: 2, journal: 4 },
        { total: 6, journal: 5 },
      ],
    };
    const tally = tallyOf([grade4, rowsOf(grade4, schools)]);
    const markedBy = (marker: string, extra: Partial<ObjectivityRules['official']>) => {
      const { official } = objectivityOf(tally, { rules: withRules(extra) });
      const { result } = outcome(official[0]?.outcomes, 'a', `${marker}-vpr-4-maths`);
      return result.kind === 'computed' ? [result.statistic, result.threshold, result.marked] : result.needs;
    };
    expect(markedBy('journal-mismatch', {})).toEqual([0, 0, false]);
    expect(markedBy('journal-mismatch', { correlationBelow: 0.1 })).toEqual([0, 0.1, true]);
    // The school is the region: both means are 5.
    expect(markedBy('inflated-mean', { standardErrors: 0 })).toEqual([5, 5, false]);
  });

  it('takes two pupils with both values', () => {
    const two = [
      { total: 4, journal: 2 },
      { total: 8, journal: 3 },
    ];
    const { official } = objectivityOf(tallyOf([grade4, rowsOf(grade4, { a: two })]));
    expect(outcome(official[0]?.outcomes, 'a', 'journal-mismatch-vpr-4-maths').result).toMatchObject({
      statistic: 1,
    });
  });

  it('holds shares of two maxima against each other, over the schools of all regions', () => {
    const short = aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' }, [5, 5]);
    const before = {
      А: { a: totals(10), b: totals(8, 12), c: totals(10) },
      Б: { d: totals(10), e: totals(20), g: totals(4) },
    };
    const after = {
      А: { a: totals(5), b: totals(6, 4), c: totals(5) },
      Б: { d: totals(5), e: totals(5), f: totals(9) },
    };
    const rows = (work: typeof grade4, of: typeof before | typeof after) => [
      ...rowsOf(work, of.А, 'А'),
      ...rowsOf(work, of.Б, 'Б'),
    ];
    const { official } = objectivityOf(tallyOf([grade4, rows(grade4, before)], [short, rows(short, after)]));
    const later = official.filter(({ schoolYear }) => schoolYear === '2025/2026');
    // K = 1, 1, 1, 1 and 2.
    expect(later.map(({ region, marked, index }) => [region, marked, index])).toEqual([
      ['А', [], 100],
      ['Б', ['e'], 100 - 100 / 3],
    ]);
    expect(outcome(later[1]?.outcomes, 'e', 'sharp-fall-vpr-5-maths')).toMatchObject({
      assessment: 'vpr-5',
      n: 1,
      result: { statistic: 2, threshold: 1, marked: true },
    });
    expect(outcome(later[0]?.outcomes, 'b', 'sharp-rise-vpr-5-maths')).toMatchObject({
      n: 2,
      result: { statistic: 1, threshold: 1, marked: false },
    });
    expect(outcome(later[1]?.outcomes, 'f', 'sharp-fall-vpr-5-maths').result).toMatchObject({
      needs: 'earlier-results',
    });
    expect(later[1]?.schools).toEqual(['d', 'e', 'f']);
    // Without a maximum of the earlier work no share is known.
    const withoutMax = { ...grade4, items: grade4.items.map(({ id }) => ({ id })) };
    const unknown = objectivityOf(
      tallyOf([withoutMax, rows(grade4, before)], [short, rows(short, after)]),
    ).official.find(({ region, schoolYear }) => region === 'А' && schoolYear === '2025/2026');
    expect(outcome(unknown?.outcomes, 'a', 'sharp-fall-vpr-5-maths').result).toMatchObject({
      needs: 'maximum',
    });
  });

  it('needs totals in both years', () => {
    const incomplete = (work: typeof grade4, lacking: string) => {
      const rows = rowsOf(work, { a: totals(3, 4), b: totals(9, 5), c: totals(7) });
      return rows.map((row) =>
        row.unit?.school === lacking ? { ...row, codes: [...row.codes.slice(1), NOT_ADMINISTERED] } : row,
      );
    };
    const { official } = objectivityOf(
      tallyOf([grade4, incomplete(grade4, 'a')], [grade5, incomplete(grade5, 'b')]),
    );
    const needsOf = (school: string) => {
      const { result } = outcome(official[1]?.outcomes, school, 'sharp-fall-vpr-5-maths');
      return result.kind === 'not-computable' ? result.needs : result.kind;
    };
    expect(['a', 'b', 'c'].map(needsOf)).toEqual(['totals', 'totals', 'computed']);
  });

  it('does not choose between two earlier works', () => {
    const rows = { a: totals(3, 4), b: totals(9, 5) };
    const { official } = objectivityOf(
      tallyOf(
        [grade4, rowsOf(grade4, rows)],
        [{ ...grade4, id: 'vpr-4-other' }, rowsOf(grade4, rows)],
        [grade5, rowsOf(grade5, rows)],
      ),
    );
    const resultOf = (marker: string) => outcome(official[1]?.outcomes, 'a', `${marker}-vpr-5-maths`).result;
    expect(resultOf('sharp-rise')).toEqual({ kind: 'not-computable', needs: 'one-work' });
    expect(resultOf('sharp-fall')).toEqual({ kind: 'not-computable', needs: 'one-work' });
    expect(resultOf('inflated-mean').kind).toBe('computed');
  });
});
