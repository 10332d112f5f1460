/**
 * The attacker against somebody who tries every possible region: tiny ones, so that all can be tried.
 *
 * @module
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyseFully } from '../analysis/analyse-fully.js';
import type { Analysis } from '../analysis/analysis.js';
import { NOT_TAUGHT } from '../assessment/responses.js';
import { add, empty } from '../tally/index.js';
import { audit } from './audit.js';
import { protect } from './protect.js';
import { publishedOf } from './published-of.js';
import type { DisclosureRules } from './rules.js';

/** Small enough that tiny regions have something to show and something to hide. */
const RULES: DisclosureRules = { minPupils: 4, minCount: 2 };
const MOST = 5;
const MEASURES: readonly string[] = ['wrote', 'item-n', 'full'];

/** Pupils who wrote, who were taught the item of one point, and who solved it. */
type Counts = readonly [wrote: number, n: number, full: number];

const everySchool = (most: number): readonly Counts[] =>
  upTo(most)
    .slice(1)
    .flatMap((wrote) => upTo(wrote).flatMap((n) => upTo(n).map((full): Counts => [wrote, n, full])));
const schools = fc.array(fc.constantFrom(...everySchool(MOST)), {
  minLength: 2,
  maxLength: 4,
});

describe('against a region of which everything is tried,', () => {
  it('what the attacker says of unprotected figures with some rows taken out is true', () => {
    fc.assert(
      fc.property(schools, fc.array(fc.nat(3), { maxLength: 3 }), (of, gone) => {
        const published = publishedOf(regionOf(of));
        const tables = published.tables.map((table) => ({
          ...table,
          rows: table.rows.filter((row) => !gone.some((school) => row.includes(`s${school}`))),
        }));
        const rows = gone.map((school) => row(`s${school}`));
        const withHidden = tables.map((table) =>
          table.name === 'solve-rates'
            ? { ...table, rows: [...table.rows, ...rows.map(shape(table.columns))] }
            : table,
        );
        for (const { measure, unit, low, high, rest } of audit({ ...published, tables: withHidden }, RULES)
          .recovered) {
          const school = of[Number(unit.slice(1))];
          const at = MEASURES.indexOf(measure);
          if (rest || at < 0 || !unit.startsWith('s') || school === undefined) continue;
          expect(school[at]).toBeGreaterThanOrEqual(low);
          expect(school[at]).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('protected figures leave every hidden count open', () => {
    let hiddenSchools = 0;
    fc.assert(
      fc.property(schools, (of) => {
        const analysis = protect(regionOf(of), RULES);
        expect(audit(publishedOf(analysis), RULES).recovered).toEqual([]);
        const seen = of.map((_, i) => seenOf(analysis, `s${i}`));
        const total = seenOf(analysis, 'all');
        // Where the whole is hidden too, anything is possible.
        if (total.counts[0] === undefined) return;
        for (const [i, { isItemHidden }] of seen.entries()) {
          if (!isItemHidden) continue;
          hiddenSchools++;
          const possible = possibleIn(i, seen, total);
          expect(possible).toContainEqual(of[i]);
          const values = MEASURES.map((_, at) => new Set(possible.map((counts) => counts[at])));
          const [wrote, n, full] = of[i] ?? [0, 0, 0];
          // That all pupils of a published school have an item is no secret; that a few have not, is one.
          const isTestHidden = seen[i]?.counts[0] === undefined;
          const hasFewWithout = wrote > n && wrote - n < RULES.minCount;
          if (isTestHidden) expect(values[0]?.size, `wrote ${wrote}`).toBeGreaterThan(1);
          if (n > 0 && (isTestHidden || hasFewWithout)) expect(values[1]?.size, `n ${n}`).toBeGreaterThan(1);
          // Where nobody at all solved it, that is told of everybody.
          if (n > 0 && total.counts[2] !== 0) expect(values[2]?.size, `full ${full}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
    expect(hiddenSchools).toBeGreaterThan(100);
  });
});

function regionOf(of: readonly Counts[]): Analysis {
  const rows = of.flatMap(([wrote, n, full], i) =>
    Array.from({ length: wrote }, (_, pupil) => ({
      unit: { school: `s${i}` },
      codes: [pupil < full ? 2 : pupil < n ? 0 : NOT_TAUGHT],
    })),
  );
  return analyseFully(add(empty(), aBlock(anAssessment([1]), rows)));
}

interface Seen {
  readonly isItemHidden: boolean;
  readonly reason: string | undefined;
  readonly reasonOfTest: string | undefined;
  /** As far as published. */
  readonly counts: readonly (number | undefined)[];
}

function seenOf(analysis: Analysis, unit: string): Seen {
  const test = analysis.testResults.find((each) => each.unit === unit);
  const item = [...analysis.itemResults].find((each) => each.unit === unit);
  const rate = item?.solveRate;
  const reason = rate?.kind === 'missing' && rate.reason.startsWith('suppressed') ? rate.reason : undefined;
  const mean = test?.mean;
  return {
    reasonOfTest: test?.wrote === 0 && mean?.kind === 'missing' ? mean.reason : undefined,
    isItemHidden: reason !== undefined,
    reason,
    counts: [
      test === undefined || test.wrote === 0 ? undefined : test.wrote,
      ...(reason === undefined ? [item?.n, item?.points] : [undefined, undefined]),
    ],
  };
}

/** What a school can be, whatever the others are, so that everything that is published comes out. */
function possibleIn(school: number, seen: readonly Seen[], total: Seen): readonly Counts[] {
  const [most = 0] = total.counts;
  const choices = seen.map(({ counts, reason, reasonOfTest }) =>
    everySchool(most).filter(
      ([wrote, ...of]) =>
        counts.every((count, at) => count === undefined || count === [wrote, ...of][at]) &&
        isTold(wrote, reasonOfTest) &&
        (reasonOfTest !== undefined || isTold(of[0], reason)),
    ),
  );
  let sums: readonly Counts[] = [[0, 0, 0]];
  choices.forEach((of, i) => {
    if (i === school) return;
    const next = new Map<number, Counts>();
    for (const [a, b, c] of sums) {
      for (const [x, y, z] of of) {
        if (a + x < most) next.set(((a + x) * 64 + b + y) * 64 + c + z, [a + x, b + y, c + z]);
      }
    }
    sums = [...next.values()];
  });
  const isSum = (of: Counts, sum: Counts) =>
    total.counts.every((count, at) => count === undefined || count === (sum[at] ?? 0) + (of[at] ?? 0));
  return (choices[school] ?? []).filter((of) => sums.some((sum) => isSum(of, sum)));
}

/** A size agrees with the reason for which it is hidden. */
function isTold(size: number, reason: string | undefined): boolean {
  return reason === undefined || (reason === 'suppressed-small') === size < RULES.minPupils;
}

function row(unit: string): Readonly<Record<string, string | number>> {
  return { assessment: 'work', level: 'school', unit, item: '1', max_points: 1 };
}

function shape(columns: readonly string[]) {
  return (cells: Readonly<Record<string, string | number>>) => columns.map((column) => cells[column]);
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, i) => i);
}
