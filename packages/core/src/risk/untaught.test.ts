import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import type { LowResultsRules } from '../assessment/index.js';
import { NOT_TAUGHT, omsk2025 } from '../assessment/index.js';
import { wilsonInterval } from '../statistics/index.js';
import { add, empty, merge, summarise } from '../tally/index.js';
import { lowResults } from './index.js';

const markScale = [
  { mark: 2, min: 0 },
  { mark: 3, min: 4 },
  { mark: 4, min: 6 },
];
const work = anAssessment([6, 2], { id: 'm5', markScale });
const rules = { ...omsk2025, conditions: [{ years: 1, procedures: 1, same: false }] };

/** Pupils by points of item 1; `behind` = they were not taught item 2, otherwise they have nothing for it. */
interface Pupils {
  readonly low: number;
  /** 3 points: with item 2 between 3 and 5. */
  readonly open: number;
  readonly good: number;
}
const pupils = (school: string, { low, open, good }: Pupils): readonly Row[] =>
  [
    ...new Array<number>(low).fill(0),
    ...new Array<number>(open).fill(3),
    ...new Array<number>(good).fill(6),
  ].map((points) => ({ unit: { school }, codes: [points * 2, NOT_TAUGHT] }));
const whole = (school: string, low: number, n: number): readonly Row[] =>
  Array.from({ length: n }, (_, i) => ({ unit: { school }, codes: [i < low ? 0 : 12, 0] }));
const others = Array.from({ length: 14 }, (_, i) => whole(`o${i + 10}`, 1 + (i % 5) * 4, 30)).flat();
const risksOf = (rows: readonly Row[], of: LowResultsRules = rules) =>
  lowResults(summarise(add(empty(), aBlock(work, rows))), of);
const riskOf = (own: Pupils, of?: LowResultsRules) => {
  const risk = risksOf([...pupils('a', own), ...others], of).find(({ school }) => school === 'a');
  if (risk === undefined) throw new Error('no school');
  return risk;
};

describe('low results where items were not taught', () => {
  it('lists a school whose certain low results are enough', () => {
    const risk = riskOf({ low: 30, open: 5, good: 5 });
    expect(risk).toMatchObject({ listed: true, class: 'low', triggered: ['m5'] });
    expect(risk.uncertain).toMatchObject({
      pupils: 5,
      decides: false,
      share: {
        low: 30 / 40,
        high: 35 / 40,
        interval: {
          low: wilsonInterval(30 / 40, 40).low,
          high: wilsonInterval(35 / 40, 40).high,
        },
      },
    });
    expect(risk.share).toEqual({ kind: 'missing', reason: 'marks-uncertain', n: 40 });
    expect(risk.cells()).toMatchObject([{ low: 30, uncertain: 5, isLow: true, triggered: true }]);
    expect(risk.uncertain?.probabilityAtMost).toBeGreaterThanOrEqual(risk.probability ?? 1);
  });

  it('says nothing of a school between, and frees one that not even the most would list', () => {
    const between = riskOf({ low: 3, open: 30, good: 7 });
    expect(between).toMatchObject({ class: 'undetermined', triggered: [], uncertain: { decides: true } });
    expect(between).not.toHaveProperty('listed');
    expect(between).not.toHaveProperty('distanceToExit');
    expect(riskOf({ low: 1, open: 2, good: 97 })).toMatchObject({
      listed: false,
      class: 'not-low',
      uncertain: { pupils: 2, decides: false },
    });
  });

  it('knows marks that the untaught items cannot change', () => {
    const certain = riskOf({ low: 30, open: 0, good: 10 });
    expect(certain).toMatchObject({ listed: true, share: { kind: 'known', estimate: 0.75, n: 40 } });
    expect(certain).not.toHaveProperty('uncertain');
  });

  it('does not let uncertain marks speak to the other schools', () => {
    const plain = (rows: readonly Row[]) =>
      risksOf(rows)
        .filter(({ school }) => school !== 'a')
        .map(({ cells, ...risk }) => ({ ...risk, cells: cells() }));
    expect(plain([...pupils('a', { low: 30, open: 5, good: 5 }), ...others])).toEqual(plain(others));
  });

  const some = fc.record({ low: fc.nat(20), open: fc.nat(20), good: fc.nat(20) });

  it('bounds the probability, and holds no low result in favour of a school', () => {
    fc.assert(
      fc.property(some, (own) => {
        fc.pre(own.low + own.open + own.good >= 10);
        const risk = riskOf(own);
        const least = riskOf({ low: own.low, open: 0, good: own.good + own.open });
        const most = riskOf({ low: own.low + own.open, open: 0, good: own.good });
        expect(risk.probability).toBeCloseTo(least.probability ?? 2, 12);
        const atMost = own.open === 0 ? risk.probability : risk.uncertain?.probabilityAtMost;
        expect(atMost).toBeCloseTo(most.probability ?? 2, 12);
        expect(risk.listed).toBe(least.listed === most.listed ? least.listed : undefined);
        expect(risk.class).toBe(least.class === most.class ? least.class : 'undetermined');
        if (own.good === 0) return;
        const worse = riskOf({ ...own, low: own.low + 1, good: own.good - 1 });
        expect(worse.probability).toBeGreaterThanOrEqual((risk.probability ?? 1) - 1e-9);
        if (risk.listed === undefined) expect(worse.listed).not.toBe(false);
        if (risk.listed === true) expect(worse.listed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('lists no more schools by a stricter rule', () => {
    fc.assert(
      fc.property(some, evenly(0, 0.7), (own, more) => {
        const stricter = riskOf(own.low + own.open + own.good === 0 ? { ...own, good: 1 } : own, {
          ...rules,
          shareFrom: rules.shareFrom + more,
        });
        if (stricter.listed !== true) return;
        expect(riskOf(own).listed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('changes class after the pupils that stability says, and not one sooner', () => {
    fc.assert(
      fc.property(some, (own) => {
        fc.pre(own.low + own.open + own.good >= 10);
        const risk = riskOf(own);
        const { stability } = risk;
        if (stability === undefined) return;
        const moved = (by: number) => {
          const worse = own.good >= by && { ...own, low: own.low + by, good: own.good - by };
          const better = own.low >= by && { ...own, low: own.low - by, good: own.good + by };
          return [worse, better].map((of) => (of === false ? undefined : riskOf(of).class));
        };
        for (let by = 1; by < stability; by++) {
          expect(moved(by).every((of) => of === undefined || of === risk.class)).toBe(true);
        }
        const there = moved(stability);
        if (there.includes(undefined)) return;
        expect(there.some((of) => of !== risk.class)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same from merged tallies as from all rows', () => {
    fc.assert(
      fc.property(some, fc.nat(60), (own, cut) => {
        const rows = [...pupils('a', own), ...others];
        const apart = merge(
          add(empty(), aBlock(anAssessment([undefined, undefined], { id: 'm5' }), rows.slice(0, cut))),
          add(empty(), aBlock(work, rows.slice(cut))),
        );
        const plain = (risks: ReturnType<typeof risksOf>) =>
          risks.map(({ cells, ...risk }) => ({ ...risk, cells: cells() }));
        expect(plain(lowResults(summarise(apart), rules))).toEqual(plain(risksOf(rows)));
      }),
      { numRuns: 40 },
    );
  });
});
