import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf, countsOfRows } from '../../test/complete-counts.js';
import { objectivityOf, tallyOf } from '../../test/objectivity-schools.js';
import type { Row } from '../../test/response-rows.js';
import { anAssessment } from '../../test/response-rows.js';
import { randomNumbers } from '../../test/simulated-work.js';
import type { Item } from '../assessment/index.js';
import { ItemSlopes } from './item-slope.js';
import { contrastVariance, freeVariances, ItemsAtTotals } from './items-at-totals.js';
import { SlopesWithoutParts } from './slope-without.js';

/** Chances of the items of one point, from easy to hard. */
const CHANCES = [0.95, 0.9, 0.85, 0.7, 0.6, 0.55, 0.45, 0.4, 0.3, 0.25, 0.2, 0.15];
const MAXIMA = CHANCES.map(() => 1);
const SECTIONS = ['I', 'I', 'I', 'II', 'III', 'IV', 'II', 'III', 'IV', 'II', 'III', 'IV'];
const PUPILS = 60;

/** Pupils of a school who are a little better or worse than others. */
function pupilsOf(random: () => number, each: (row: readonly number[], pupil: number) => readonly number[]) {
  const level = 0.6 * (random() - 0.5);
  return Array.from({ length: PUPILS }, (_, pupil) => {
    const ability = level + 2 * (random() - 0.5);
    const row = CHANCES.map((chance) => {
      const odds = (chance / (1 - chance)) * Math.exp(ability);
      return random() < odds / (1 + odds) ? 1 : 0;
    });
    return each(row, pupil);
  });
}
const untaught = (row: readonly number[]) => row.map((points, item) => (SECTIONS[item] === 'I' ? 0 : points));
const helped = (row: readonly number[], pupil: number) =>
  row.map((points, item) => (item >= 8 && pupil % 2 === 0 ? 1 : points));

function slopesOf(
  rows: readonly (readonly number[])[],
  school: readonly (readonly number[])[],
  items: readonly Item[],
) {
  const maxima = items.map(({ maxPoints }) => maxPoints);
  const known = maxima.map((max = 1) => max);
  const at = new ItemsAtTotals(completeOf(known, rows), maxima);
  // Pupils with one total stand apart by their journal marks.
  const { complete } = countsOfRows(
    known,
    school.map((row, pupil) => ({ codes: row.map((points) => 2 * points), journalMark: pupil % 3 })),
  );
  if (complete === undefined) throw new Error('nobody is complete');
  return {
    all: ItemSlopes.of(at)?.slope(complete),
    without: new SlopesWithoutParts(at, items).slopes(complete),
  };
}
const itemsIn = (sections: readonly (string | undefined)[]): readonly Item[] =>
  sections.map((section, item) => ({
    id: String(item + 1),
    maxPoints: 1,
    ...(section === undefined ? {} : { section }),
  }));

describe('slopes without a part', () => {
  const random = randomNumbers(7);
  const school = pupilsOf(random, helped);
  const rows = [...Array.from({ length: 20 }, () => pupilsOf(random, (row) => row)).flat(), ...school];

  it('are the slope itself without an item that nobody solves', () => {
    const more = (each: readonly (readonly number[])[]) => each.map((row) => [...row, 0]);
    const { all, without } = slopesOf(more(rows), more(school), itemsIn([...SECTIONS, 'V']));
    expect(without).toHaveLength(5);
    expect(without[4]?.n).toBe(all?.n);
    expect(without[4]?.slope).toBeCloseTo(all?.slope ?? Number.NaN, 9);
    expect(without[4]?.variance).toBeCloseTo(all?.variance ?? Number.NaN, 9);
  });

  it('take sections as parts, items without one by themselves, and items where there is one section', () => {
    expect(slopesOf(rows, school, itemsIn(SECTIONS)).without).toHaveLength(4);
    expect(
      slopesOf(rows, school, itemsIn(SECTIONS.map((name) => (name === 'I' ? undefined : name)))).without,
    ).toHaveLength(6);
    const halves = SECTIONS.map((name) => (name === 'I' ? 'I' : 'II'));
    expect(slopesOf(rows, school, itemsIn(halves)).without).toHaveLength(2);
    const bare = slopesOf(rows, school, itemsIn(SECTIONS.map(() => undefined))).without;
    expect(slopesOf(rows, school, itemsIn(SECTIONS.map(() => 'I'))).without).toEqual(bare);
    expect(bare).toHaveLength(12);
  });

  it('do not see what is missing in the part that is left out', () => {
    const other = pupilsOf(randomNumbers(8), (row) => row);
    const region = rows.slice(0, -PUPILS);
    const whole = slopesOf([...region, ...other.map(untaught)], other.map(untaught), itemsIn(SECTIONS));
    const [first, second, third] = whole.without;
    // In standard errors.
    const away = (of: typeof first) => (of === undefined ? Number.NaN : of.slope / Math.sqrt(of.variance));
    expect(away(whole.all)).toBeGreaterThan(5);
    expect(Math.abs(away(first))).toBeLessThan(2);
    expect(away(second)).toBeGreaterThan(4);
    expect(away(third)).toBeGreaterThan(4);
  });

  it('are absent where one item is left, and where nobody else is', () => {
    const two = rows.map((row) => row.slice(0, 2));
    expect(slopesOf(two, two.slice(0, 30), itemsIn([undefined, undefined])).without).toEqual([
      undefined,
      undefined,
    ]);
    expect(slopesOf(rows, rows, itemsIn(SECTIONS)).without).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the marker of items', () => {
  const work = {
    ...anAssessment(MAXIMA, { id: 'w', grade: 5, schoolYear: '2025/2026' }),
    items: itemsIn(SECTIONS),
  };
  const random = randomNumbers(11);
  const schools = Array.from({ length: 40 }, (_, school) => ({
    id: school === 0 ? 'untaught' : school === 1 ? 'helped' : `s${school}`,
    pupils: pupilsOf(random, school === 0 ? untaught : school === 1 ? helped : (row) => row),
  }));
  const rowsOf = (items: number): readonly Row[] =>
    schools.flatMap(({ id, pupils }) =>
      pupils.map((row) => ({
        unit: { region: 'Область', school: id },
        codes: row.slice(0, items).map((points) => 2 * points),
      })),
    );
  const resultsOf = (items: number) =>
    new Map(
      [...objectivityOf(tallyOf([{ ...work, items: work.items.slice(0, items) }, rowsOf(items)])).own]
        .filter(({ test }) => test === 'item-slope')
        .map(({ school, result }) => [school, result]),
    );

  it('is no topic that was not taught, and still help with hard items', () => {
    const results = resultsOf(MAXIMA.length);
    const [bad, good] = [results.get('untaught'), results.get('helped')];
    if (bad?.kind !== 'tested' || good?.kind !== 'tested') throw new Error('not tested');
    expect(bad.p).toBeLessThan(1e-4);
    expect(bad.flag).toBe(false);
    expect(bad.q).toBeGreaterThan(0.2);
    expect(good.flag).toBe(true);
    expect([...results.values()].filter((each) => each.kind === 'tested' && each.flag)).toHaveLength(1);
  });

  it('is never two items, of which each alone could make it', () => {
    for (const each of resultsOf(2).values()) {
      if (each.kind === 'tested' && each.p <= 0.05) expect(each.q).toBe(1);
    }
  });
});

describe('slopes without a part, pupil by pupil', () => {
  const maxima = [1, 1, 2, 1, 1];
  const sections = ['I', 'II', 'II', 'III', 'I'];
  type Rows = readonly (readonly number[])[];
  const anyRows = (most: number) =>
    fc.array(fc.tuple(...maxima.map((max) => fc.integer({ min: 0, max }))), {
      minLength: 3,
      maxLength: most,
    });
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  const meanAt = (rows: Rows, item: number) => sum(rows.map((row) => row[item] ?? 0)) / rows.length;

  /** n, slope and variance as the formula has them, from the rows of pupils. */
  function expected(school: Rows, others: Rows, left: string) {
    const rows = [...school, ...others];
    const stay = maxima.flatMap((_, item) => (sections[item] === left ? [] : [item]));
    const difficulty = (item: number) => {
      const rate = Math.min(0.99, Math.max(0.01, meanAt(rows, item) / (maxima[item] ?? 1)));
      return Math.log(1 / rate - 1);
    };
    const at = (of: Rows, total: number) => of.filter((row) => sum(row) === total);
    const totals = [...new Set(rows.map(sum))].sort((one, other) => one - other);
    const known = totals.filter((total) => at(others, total).length > 0);
    const restAt = (total: number) => sum(stay.map((item) => meanAt(at(others, total), item)));
    const usualAt = (total: number) => {
      const here = at(rows, total);
      const variances = maxima.map((_, item) =>
        here.length < 2
          ? 0
          : sum(here.map((row) => ((row[item] ?? 0) - meanAt(here, item)) ** 2)) / (here.length - 1),
      );
      const free = freeVariances(Float64Array.from(variances));
      return contrastVariance(
        Float64Array.from(stay, (item) => free[item] ?? 0),
        Float64Array.from(stay, difficulty),
      );
    };
    let [n, score, information, variance] = [0, 0, 0, 0];
    for (const total of new Set(school.map(sum))) {
      const here = at(school, total);
      const wanted = sum(stay.map((item) => meanAt(here, item)));
      const place = (of: number) => totals.indexOf(of);
      const [first] = known.toSorted(
        (one, other) =>
          Math.abs(place(one) - place(total)) - Math.abs(place(other) - place(total)) || one - other,
      );
      if (first === undefined) continue;
      const isUp = restAt(first) < wanted;
      const way = isUp ? known.filter((of) => of >= first) : known.filter((of) => of <= first).toReversed();
      const reached = way.findIndex((of) => (isUp ? restAt(of) > wanted - 1e-9 : restAt(of) < wanted + 1e-9));
      const to = way[reached];
      if (to === undefined) continue;
      const isExact = Math.abs(restAt(to) - wanted) < 1e-9;
      const from = isExact ? to : (way[reached - 1] ?? to);
      const share = from === to ? 0 : (wanted - restAt(from)) / (restAt(to) - restAt(from));
      const between = (one: number, other: number) => (1 - share) * one + share * other;
      const usual = between(usualAt(from), usualAt(to));
      n += here.length;
      score += sum(
        stay.map((item) => {
          const mean = between(meanAt(at(others, from), item), meanAt(at(others, to), item));
          return difficulty(item) * here.length * (meanAt(here, item) - mean);
        }),
      );
      information += here.length * usual;
      const chance = (1 - share) ** 2 / at(others, from).length + share ** 2 / at(others, to).length;
      variance += (here.length + here.length ** 2 * chance) * usual;
    }
    return information > 0 ? [n, score / information, variance / information ** 2] : undefined;
  }

  it('are what the formula says, whatever sums of fractions leave', () => {
    let tested = 0;
    fc.assert(
      fc.property(anyRows(9), anyRows(18), (school, others) => {
        const items = sections.map((section, item) => ({
          id: `${item}`,
          section,
          maxPoints: maxima[item] ?? 1,
        }));
        const { without } = slopesOf([...others, ...school], school, items);
        ['I', 'II', 'III'].forEach((left, part) => {
          const wanted = expected(school, others, left);
          const found = without[part];
          if (wanted === undefined) {
            expect(found).toBeUndefined();
            return;
          }
          tested++;
          const near = [found?.n, found?.slope, found?.variance].map((of = Number.NaN, place) => {
            const is = wanted[place] ?? Number.NaN;
            return Math.abs(of - is) / (1 + Math.abs(is));
          });
          expect(Math.max(...near)).toBeLessThan(1e-6);
        });
      }),
    );
    expect(tested).toBeGreaterThan(10);
  });
});
