import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectivityTable } from '../../src/analysis/index.js';
import type { Objectivity, ObjectivityRules } from '../../src/objectivity/index.js';
import { doubtfulSchools, objectivityRules } from '../../src/objectivity/index.js';
import type { Tally } from '../../src/tally/index.js';
import { add, empty, merge } from '../../src/tally/index.js';
import { between } from '../evenly.js';
import { aWork, objectivityOf } from '../objectivity-schools.js';
import type { Row } from '../response-rows.js';
import { aBlock } from '../response-rows.js';
import { randomNumbers } from '../simulated-work.js';

const WORKS = [
  aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' }),
  aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' }),
  aWork({ id: 'vpr-8', grade: 8, schoolYear: '2024/2025' }),
  aWork({ id: 'oge-9', grade: 9, schoolYear: '2025/2026', programme: 'ОГЭ' }),
];
const SCHOOLS = 14;

/** Rows of every work; schools differ in size, level and in how far they keep to their journal. */
const anyRegion = fc.integer({ min: 0, max: 1_000_000 }).map((seed) => {
  const random = randomNumbers(seed);
  return WORKS.map(() => {
    const rows: Row[] = [];
    for (let school = 0; school < SCHOOLS; school++) {
      const size = 1 + Math.floor(random() * 25);
      const level = random();
      for (let pupil = 0; pupil < size; pupil++) {
        const codes = [8, 8, 4].map(
          (max) => 2 * Math.round(max * Math.min(1, Math.max(0, level + random() - 0.5))),
        );
        const journalMark = random() < 0.1 ? 0 : 2 + Math.floor(4 * random());
        rows.push({ unit: { region: school < 12 ? 'A' : 'B', school: `s${school}` }, codes, journalMark });
      }
    }
    return rows;
  });
});
const tallyOf = (works: readonly (readonly Row[])[]): Tally =>
  works.reduce((tally, rows, place) => {
    const work = WORKS[place];
    return work === undefined ? tally : add(tally, aBlock(work, rows));
  }, empty());
const text = (of: Objectivity) =>
  JSON.stringify([[...objectivityTable({ objectivity: () => of }).rows], of.official, doubtfulSchools(of)]);

describe('objectivity', () => {
  it('of merged school tallies is that of all rows', () => {
    fc.assert(
      fc.property(anyRegion, fc.integer({ min: 1, max: SCHOOLS }), (works, cut) => {
        const whole = objectivityOf(tallyOf(works));
        const number = ({ unit }: Row) => Number(unit?.school?.slice(1));
        const part = (isIn: (school: number) => boolean) =>
          tallyOf(works.map((rows) => rows.filter((row) => isIn(number(row)))));
        const merged = merge(
          part((school) => school >= cut),
          part((school) => school < cut),
        );
        expect(text(objectivityOf(merged))).toBe(text(whole));
      }),
      { numRuns: 8 },
    );
  });

  it('does not depend on the order of schools and pupils', () => {
    fc.assert(
      fc.property(anyRegion, (works) => {
        const reversed = tallyOf(works.map((rows) => rows.toReversed()));
        expect(text(objectivityOf(reversed))).toBe(text(objectivityOf(tallyOf(works))));
      }),
      { numRuns: 8 },
    );
  });

  it('never has a number that is none, and keeps p, q and power in 0…1', () => {
    fc.assert(
      fc.property(anyRegion, (works) => {
        for (const { n, result } of objectivityOf(tallyOf(works)).own) {
          expect(Number.isInteger(n)).toBe(true);
          if (result.kind === 'not-tested') continue;
          expect(Number.isFinite(result.statistic)).toBe(true);
          const power = result.power.kind === 'none' ? 0 : result.power.power;
          for (const share of [result.p, result.q ?? 0, power]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          if (result.q !== undefined) expect(result.q).toBeGreaterThanOrEqual(result.p - 1e-12);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('flags no school more under stricter rules', () => {
    const stricter = fc.record({
      level: between(0.001, 0.999),
      minPupils: fc.integer({ min: 0, max: 20 }),
      standardErrors: between(0, 3),
      quartileRanges: between(0, 4),
      correlationBelow: between(-1, 0.9),
      markers: fc.subarray([...objectivityRules.official.markers]),
    });
    const rulesOf = (of: {
      readonly level: number;
      readonly minPupils: number;
      readonly standardErrors: number;
      readonly quartileRanges: number;
      readonly correlationBelow: number;
      readonly markers: ObjectivityRules['official']['markers'];
    }): ObjectivityRules => ({
      official: { ...objectivityRules.official, ...of },
      own: { ...objectivityRules.own, level: of.level, minPupils: of.minPupils },
    });
    fc.assert(
      fc.property(anyRegion, stricter, stricter, (works, one, other) => {
        const tally = tallyOf(works);
        const mild = {
          level: Math.max(one.level, other.level),
          minPupils: Math.min(one.minPupils, other.minPupils),
          standardErrors: Math.min(one.standardErrors, other.standardErrors),
          quartileRanges: Math.min(one.quartileRanges, other.quartileRanges),
          correlationBelow: Math.max(one.correlationBelow, other.correlationBelow),
          markers: objectivityRules.official.markers.filter((of) =>
            [...one.markers, ...other.markers].includes(of),
          ),
        };
        const found = (rules: ObjectivityRules) =>
          doubtfulSchools(objectivityOf(tally, { rules })).flatMap(
            ({ school, schoolYear, official, own }) => [
              ...official.map((marker) => `${school} ${schoolYear} ${marker}`),
              ...own.map(({ test, assessment }) => `${school} ${assessment} ${test}`),
            ],
          );
        const milder = new Set(found(rulesOf(mild)));
        for (const each of found(rulesOf(one))) expect(milder.has(each)).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});
