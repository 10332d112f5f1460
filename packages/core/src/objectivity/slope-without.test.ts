import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/complete-counts.js';
import { objectivityOf, tallyOf } from '../../test/objectivity-schools.js';
import type { Row } from '../../test/response-rows.js';
import { anAssessment } from '../../test/response-rows.js';
import { randomNumbers } from '../../test/simulated-work.js';
import type { Item } from '../assessment/index.js';
import { ItemSlopes } from './item-slope.js';
import { ItemsAtTotals } from './items-at-totals.js';
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
  const complete = completeOf(known, school);
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
