/**
 * Figures of one row of a report from its percents: counts where they are certain, shares elsewhere.
 *
 * @module
 */
import type { StatedItem, StatedJournal, StatedMarks, StatedScores } from '@orientir/core/assessment';
import { integersOfPercents } from '@orientir/core/assessment';
import { shareOf } from './report-cells.js';

/** A figure, and whether no whole numbers give its percents. */
export interface Stated<Figure> {
  readonly figure: Figure;
  readonly impossible: boolean;
}

/** Percents of the marks 2 to 5, in this order. */
export function statedMarks(percents: readonly number[], decimals: number, n: number): Stated<StatedMarks> {
  const found = integersOfPercents(percents, decimals, n);
  const shares = byMark(percents.map((percent) => shareOf(percent, decimals)));
  return {
    figure:
      found.kind === 'exact'
        ? { exact: true, counts: byMark(found.counts), shares }
        : { exact: false, shares },
    impossible: found.kind === 'impossible',
  };
}

/** Percents of 0, 1, 2 … points. */
export function statedScores(percents: readonly number[], decimals: number, n: number): Stated<StatedScores> {
  const found = integersOfPercents(percents, decimals, n);
  const shares = percents.map((percent) => shareOf(percent, decimals));
  return {
    figure: found.kind === 'exact' ? { exact: true, counts: found.counts, shares } : { exact: false, shares },
    impossible: found.kind === 'impossible',
  };
}

/**
 * Lowered, confirmed, raised; `printed` = the numbers of pupils where the report has them. Official files print percents of
 * the pupils who have a journal mark, and nothing says how many those are: without numbers of pupils there are only shares.
 */
export function statedJournal(
  percents: readonly number[],
  printed: readonly number[] | undefined,
  decimals: number,
  n: number,
): Stated<StatedJournal> {
  const shares = journalParts(percents.map((percent) => shareOf(percent, decimals)));
  if (printed === undefined) {
    const sum = percents.reduce((all, percent) => all + percent, 0);
    return {
      figure: { exact: false, shares },
      impossible: sum > 100 + percents.length * 0.5 * 10 ** -decimals,
    };
  }
  const compared = printed.reduce((sum, count) => sum + count, 0);
  const areOf = (base: number) =>
    percents.every((percent, i) => isAmong(printed[i] ?? 0, percent, decimals, base));
  return {
    figure: { exact: true, counts: journalParts(printed), shares },
    impossible: compared > n || !(areOf(compared) || areOf(n)),
  };
}

/** One item of a unit; without `n` or a maximum there is only the share. */
export function statedItem(
  item: { readonly item: string; readonly maxPoints?: number; readonly plannedResult?: string },
  percent: number,
  decimals: number,
  n: number | undefined,
): Stated<StatedItem> {
  const share = shareOf(percent, decimals);
  const most = (n ?? Number.NaN) * (item.maxPoints ?? Number.NaN);
  if (!Number.isSafeInteger(most))
    return { figure: { ...item, share, exact: false }, impossible: percent > 100 };
  const found = integersOfPercents([percent], decimals, most, 'some');
  const [points] = found.kind === 'exact' ? found.counts : [];
  return {
    figure: points === undefined ? { ...item, share, exact: false } : { ...item, share, points, exact: true },
    impossible: found.kind === 'impossible',
  };
}

function isAmong(count: number, percent: number, decimals: number, n: number): boolean {
  const found = integersOfPercents([percent], decimals, n, 'some');
  if (found.kind === 'exact') return found.counts[0] === count;
  return found.kind === 'rounded' && count >= (found.low[0] ?? 0) && count <= (found.high[0] ?? 0);
}

function byMark(values: readonly number[]) {
  const [two = 0, three = 0, four = 0, five = 0] = values;
  return { 2: two, 3: three, 4: four, 5: five };
}

function journalParts(values: readonly number[]) {
  const [lowered = 0, confirmed = 0, raised = 0] = values;
  return { lowered, confirmed, raised };
}
