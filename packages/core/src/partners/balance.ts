import { compareText } from '../foundation/order.js';
import type { SchoolPair } from './candidate-pairs.js';
import type { PartnerSchool } from './partner-school.js';

/** How far a condition of partners lies from that of the schools they are for. */
export interface Balance {
  readonly variable: string;
  /**
   * Standardised mean difference, partners less schools: of all other schools against those that seek, and of the
   * partners against their schools. Absent where either side has fewer than two schools, or those that seek do not
   * differ.
   */
  readonly before?: number;
  readonly after?: number;
}

/**
 * Balance of each variable, by name.
 *
 * Formula: difference of means / standard deviation among the schools that seek (divisor n − 1), the same divisor
 * before and after; a partner of two schools counts twice. Below 0.1 to 0.25 is called balanced. Source: Stuart (2010),
 * Statistical Science 25, 1–21.
 */
export function balanceOf(
  schools: readonly PartnerSchool[],
  pairs: readonly SchoolPair[],
): readonly Balance[] {
  const variables = [...new Set(schools.flatMap(({ conditions }) => [...conditions.keys()]))].sort(
    compareText,
  );
  return variables.map((variable): Balance => {
    const values = (of: readonly PartnerSchool[]) =>
      of.flatMap(({ conditions }) => conditions.get(variable) ?? []);
    const seeking = values(schools.filter(({ seeks }) => seeks));
    const deviation = deviationOf(seeking);
    const difference = (others: readonly number[], own: readonly number[]) =>
      others.length < 2 || own.length < 2 || !(deviation > 0)
        ? undefined
        : (meanOf(others) - meanOf(own)) / deviation;
    const before = difference(values(schools.filter(({ seeks }) => !seeks)), seeking);
    const after = difference(
      values(pairs.map(({ partner }) => partner)),
      values(pairs.map(({ school }) => school)),
    );
    return {
      variable,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
