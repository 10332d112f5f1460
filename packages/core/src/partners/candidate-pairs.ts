import { Z_95 } from '../statistics/intervals.js';
import type { PartnerRules } from './partner-rules.js';
import type { PartnerSchool } from './partner-school.js';
import { kilometresBetween } from './partner-school.js';
import { RankDistance } from './rank-distance.js';

/** Two schools side by side. */
export interface SchoolPair {
  readonly school: PartnerSchool;
  readonly partner: PartnerSchool;
  /** Of conditions, see `RankDistance`. */
  readonly distance: number;
  /** Results beyond the expected of the partner less those of the school, with the 95 % interval of the difference. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly kilometres?: number;
  /** Topics in which the partner is strong and the school weak. */
  readonly topics: readonly string[];
  /** What the pair is worth; a whole number, at least 1. */
  readonly value: number;
}

/** Why a school has no partner; the later, the nearer it came to one. */
export const NO_PARTNER_REASONS = [
  /** Its passport says too little. */
  'no-context',
  /** Nobody can say how its results stand to what is expected. */
  'no-difference',
  /** No school of its kind has surely higher results. */
  'none-higher',
  /** Some have, but not in conditions like its own. */
  'none-alike',
  /** One would fit, but is in another municipality or too far. */
  'none-near',
  /** Those that fit have no place left. */
  'full',
] as const;
export type NoPartnerReason = (typeof NO_PARTNER_REASONS)[number];

/** All partners that a school may have, and the nearest that are out of its reach. */
export interface Candidates {
  readonly school: PartnerSchool;
  /** In the order of the partners' ids. */
  readonly pairs: readonly SchoolPair[];
  /** Set where there are no pairs. */
  readonly reason?: Exclude<NoPartnerReason, 'full'>;
  /**
   * Fits in everything but the way (the least kilometres, then the least distance, then the first id); with
   * `none-alike`, of those with surely higher results the one whose conditions are least unlike.
   */
  readonly nearest?: SchoolPair;
}

/**
 * Looks at every school for every school that seeks, in the order given.
 *
 * A partner is another school of the same stratum that does not seek itself, has no doubtful results, surely has
 * results above those expected of it (lower end of the interval above 0) and above the school's (likewise for the
 * difference, as of two independent estimates), within all calipers and the distance. Near: within the kilometres where
 * both places are known, else in the same municipality; where one of them has no municipality, it counts as near.
 */
export function candidatePairs(
  schools: readonly PartnerSchool[],
  rules: PartnerRules,
): readonly Candidates[] {
  const variables = [...new Set(schools.flatMap(({ conditions }) => [...conditions.keys()]))].sort();
  const described = schools.filter(({ conditions }) => variables.every((each) => conditions.has(each)));
  const rows = described.map(({ conditions }) => variables.map((each) => conditions.get(each) ?? 0));
  const placeOf = new Map(described.map((school, place) => [school, place]));
  const distances = new RankDistance(variables.length === 0 ? [] : rows);
  const widths = variables.map((variable, column) => {
    const caliper = rules.calipers[variable];
    return caliper === undefined
      ? Number.POSITIVE_INFINITY
      : caliper * deviationOf(rows.map((row) => row[column] ?? 0));
  });
  const models = described.filter(
    ({ seeks, flagged, difference }) =>
      !seeks &&
      !flagged &&
      difference.kind === 'known' &&
      difference.interval !== undefined &&
      difference.interval.low > 0,
  );
  const isAlike = (one: number, other: number) =>
    widths.every((width, i) => Math.abs((rows[one]?.[i] ?? 0) - (rows[other]?.[i] ?? 0)) <= width) &&
    distances.between(one, other) <= rules.distance;
  return schools
    .filter(({ seeks }) => seeks)
    .map((school): Candidates => {
      const own = placeOf.get(school);
      if (own === undefined) return { school, pairs: [], reason: 'no-context' };
      const results = normalOf(school);
      if (results === undefined) return { school, pairs: [], reason: 'no-difference' };
      let reason: Candidates['reason'] = 'none-higher';
      const pairs: SchoolPair[] = [];
      let nearest: SchoolPair | undefined;
      let likest: SchoolPair | undefined;
      for (const partner of models) {
        const place = placeOf.get(partner);
        const theirs = normalOf(partner);
        if (partner.stratum !== school.stratum || theirs === undefined || place === undefined) continue;
        const difference = theirs.mean - results.mean;
        const half = Z_95 * Math.sqrt(theirs.variance + results.variance);
        if (difference - half <= 0) continue;
        if (reason === 'none-higher') reason = 'none-alike';
        const distance = distances.between(own, place);
        const pair = pairOf(school, partner, distance, { difference, half }, rules);
        if (!isAlike(own, place)) {
          if (likest === undefined || distance < likest.distance) likest = pair;
          continue;
        }
        reason = 'none-near';
        if (isNear(pair, rules)) pairs.push(pair);
        else if (nearest === undefined || isNearer(pair, nearest)) nearest = pair;
      }
      if (pairs.length > 0) return { school, pairs };
      const next = nearest ?? likest;
      return { school, pairs, reason, ...(next === undefined ? {} : { nearest: next }) };
    });
}

function pairOf(
  school: PartnerSchool,
  partner: PartnerSchool,
  distance: number,
  { difference, half }: { readonly difference: number; readonly half: number },
  { weights }: PartnerRules,
): SchoolPair {
  const kilometres = kilometresBetween(school, partner);
  const topics = school.weak.filter((topic) => partner.strong.includes(topic));
  const similarity = 1 / (1 + distance);
  const value = Math.round(
    weights.difference * difference * similarity +
      weights.topic * topics.length -
      weights.kilometre * (kilometres ?? 0),
  );
  return {
    school,
    partner,
    distance,
    difference,
    low: difference - half,
    high: difference + half,
    ...(kilometres === undefined ? {} : { kilometres }),
    topics,
    value: Math.max(1, value),
  };
}

function isNear({ school, partner, kilometres }: SchoolPair, rules: PartnerRules): boolean {
  if (kilometres !== undefined) return kilometres <= rules.kilometres;
  const [one, other] = [school.municipality, partner.municipality];
  return one === undefined || other === undefined || one === other;
}

function isNearer(one: SchoolPair, other: SchoolPair): boolean {
  const [way, otherWay] = [one.kilometres ?? Number.MAX_VALUE, other.kilometres ?? Number.MAX_VALUE];
  return way < otherWay || (way === otherWay && one.distance < other.distance);
}

function normalOf({
  difference,
}: PartnerSchool): { readonly mean: number; readonly variance: number } | undefined {
  if (difference.kind === 'missing') return undefined;
  const { estimate, interval } = difference;
  const error = interval === undefined ? 0 : (interval.high - interval.low) / 2 / Z_95;
  return { mean: estimate, variance: error ** 2 };
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
}
