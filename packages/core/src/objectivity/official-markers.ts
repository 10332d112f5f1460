/**
 * The official method: fourteen markers of a school, the list of marked schools, the index of a region.
 *
 * @module
 */
import { assertNever } from '../foundation/assert-never.js';
import { groupedBy } from '../foundation/grouped-by.js';
import { mapValues } from '../foundation/map-values.js';
import { compareText } from '../foundation/order.js';
import { mean, standardDeviation } from '../statistics/moments.js';
import type { TotalMoments } from '../tally/total-moments.js';
import type { KeptWork } from './kept-work.js';
import { shiftedYear } from './region-works.js';
import type { OfficialMarker, OfficialRules } from './rules.js';
import { isWorkOf } from './work-of-marker.js';

/** Data that a marker needs and does not have. */
export type DataNeed =
  /** Results of the work: none in the input, or the school has no pupil there. */
  | 'results'
  /** Results of the same pupils a year earlier, one grade below. */
  | 'earlier-results'
  /** Two works answer to one marker, and nothing says which is meant. */
  | 'one-work'
  /** Totals of pupils with every item; two pupils at least. */
  | 'totals'
  /** Journal marks beside totals; two pupils at least. */
  | 'journal'
  /** Totals that differ, or a mean above zero to divide by. */
  | 'variation'
  /** The maximum of the work. */
  | 'maximum';

/** What one marker says of one school in one year. */
export interface OfficialOutcome {
  readonly school: string;
  readonly marker: OfficialMarker;
  /** Of the work that the marker looks at (the later one of two), where there is one. */
  readonly assessment?: string;
  /**
   * Pupils behind the statistic: with a total (inflated mean), with a total and a journal mark (journal mismatch), of changes the
   * fewer of both works with a total, the later one's where the school has no earlier one. 0 = nobody, or no such work.
   */
  readonly n: number;
  readonly result:
    | {
        readonly kind: 'computed';
        /**
         * Lower end of the school's interval (points) for an inflated mean, rank correlation for marks, the ratio K for
         * changes.
         */
        readonly statistic: number;
        /** What it is held against: upper end of the region's interval, border of the correlation, critical value of K. */
        readonly threshold: number;
        readonly marked: boolean;
      }
    | { readonly kind: 'not-computable'; readonly needs: DataNeed };
}

/** One region in one year. */
export interface OfficialRegion {
  /** Empty where the input names none. */
  readonly region: string;
  /** Empty where the input names none. */
  readonly schoolYear: string;
  /** Schools with pupils in a work that a marker of the year looks at. */
  readonly schools: readonly string[];
  /** Of them those with at least one marker: the list of the method. */
  readonly marked: readonly string[];
  /** 100 less the percent of marked schools: points of 100, as the document prints it. */
  readonly index: number;
  /** Ordered by school, then as the rules order the markers; every marker for every school. */
  readonly outcomes: readonly OfficialOutcome[];
}

/**
 * The method as its document prints it, for every region and school year of the input.
 *
 * Formulas: *inflated mean* x̄ − 1.96 s/√m above X̄ + 1.96 S/√n (school: lower case; region, the school among it: upper case;
 * divisors m − 1 and n − 1); *journal mismatch* rank correlation below zero; *sharp rise and fall* K = S₄ / S₅, the mean
 * shares of the maximum in successive years, below P₂₅ − 3 IQR or above P₇₅ + 3 IQR over all schools of the input
 * (quantiles of type 7, which the document leaves open). The index is 100 − percent of schools with a marker.
 * Totals are those of pupils with every item; the maximum is that of the items they are made of.
 * Missing: a marker without its data is `not-computable` and names them; it never counts as *not marked* in silence, but the
 * school stays in the denominator, as the document has it. Cost: one pass over the totals of each school for each marker.
 */
export function officialMarkers(works: readonly KeptWork[], rules: OfficialRules): readonly OfficialRegion[] {
  const years = new Set(works.map(({ assessment }) => assessment.schoolYear ?? ''));
  return [...years].sort(compareText).flatMap((year) => ofYear(works, year, rules));
}

function ofYear(works: readonly KeptWork[], year: string, rules: OfficialRules): readonly OfficialRegion[] {
  const markers = rules.markers.map((marker) => new Marker(marker, works, year, rules));
  const regions = new Map<string, Set<string>>();
  for (const marker of markers) {
    for (const [region, wrote] of marker.schools) {
      const schools = regions.get(region) ?? new Set();
      regions.set(region, schools);
      for (const school of wrote) schools.add(school);
    }
  }
  return [...regions]
    .sort(([one], [other]) => compareText(one, other))
    .map(([region, ids]): OfficialRegion => {
      const schools = [...ids].sort(compareText);
      const outcomes = schools.flatMap((school) => markers.map((marker) => marker.of(region, school)));
      const marked = new Set(
        outcomes.flatMap(({ school, result }) =>
          result.kind === 'computed' && result.marked ? [school] : [],
        ),
      );
      return {
        region,
        schoolYear: year,
        schools,
        marked: schools.filter((school) => marked.has(school)),
        index: 100 - (100 * marked.size) / schools.length,
        outcomes,
      };
    });
}

interface OneWork extends KeptWork {
  /** Place by school. */
  readonly places: ReadonlyMap<string, number>;
}

/** One marker in one year, ready to be asked about schools. */
class Marker {
  /** Schools that wrote the work, of changes the later one, by region. */
  readonly schools: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #current: ReadonlyMap<string, OneWork>;
  readonly #marker: OfficialMarker;
  readonly #rules: OfficialRules;
  /** Regions with several works that could be the one. */
  readonly #several: ReadonlySet<string>;
  readonly #earlier: ReadonlyMap<string, OneWork>;
  readonly #critical: Critical | undefined;

  constructor(marker: OfficialMarker, works: readonly KeptWork[], year: string, rules: OfficialRules) {
    this.#marker = marker;
    this.#rules = rules;
    const current = worksOf(works, marker, marker.grade, year);
    this.schools = schoolsByRegion(current);
    this.#current = byRegion(current);
    const isChange = marker.kind === 'sharp-rise' || marker.kind === 'sharp-fall';
    const earlier = isChange ? worksOf(works, marker, marker.grade - 1, shiftedYear(year, -1)) : [];
    this.#earlier = byRegion(earlier);
    this.#several = new Set([...withSeveral(current), ...withSeveral(earlier)]);
    if (isChange) this.#critical = this.#criticalValues();
  }

  of(region: string, school: string): OfficialOutcome {
    if (this.#several.has(region) && this.schools.get(region)?.has(school)) {
      return { school, marker: this.#marker, n: 0, result: needs('one-work') };
    }
    const work = this.#current.get(region);
    const place = work?.places.get(school);
    if (work === undefined || place === undefined) {
      return { school, marker: this.#marker, n: 0, result: needs('results') };
    }
    return {
      school,
      marker: this.#marker,
      assessment: work.assessment.id,
      n: this.#pupils(work, place, school, region),
      result: this.#judge(work, place, school, region),
    };
  }

  #pupils({ sums, correlations }: OneWork, place: number, school: string, region: string): number {
    const n = sums.n[place] ?? 0;
    switch (this.#marker.kind) {
      case 'inflated-mean':
        return n;
      case 'journal-mismatch':
        return correlations?.n[place] ?? 0;
      case 'sharp-rise':
      case 'sharp-fall':
        return Math.min(n, sumsOf(this.#earlier.get(region), school)?.n ?? n);
      default:
        return assertNever(this.#marker.kind);
    }
  }

  #judge(work: OneWork, place: number, school: string, region: string): OfficialOutcome['result'] {
    switch (this.#marker.kind) {
      case 'inflated-mean':
        return this.#inflated(work, work.sums.at(place));
      case 'journal-mismatch':
        return this.#mismatch(work, place);
      case 'sharp-rise':
      case 'sharp-fall':
        return this.#change(school, region);
      default:
        return assertNever(this.#marker.kind);
    }
  }

  #inflated(work: OneWork, own: TotalMoments): OfficialOutcome['result'] {
    if (own.n < 2) return needs('totals');
    const statistic = inPoints(own, -this.#rules.standardErrors);
    const threshold = inPoints(work.whole, this.#rules.standardErrors);
    return { kind: 'computed', statistic, threshold, marked: statistic > threshold };
  }

  #mismatch({ correlations }: OneWork, place: number): OfficialOutcome['result'] {
    const r = correlations?.r[place] ?? Number.NaN;
    if ((correlations?.n[place] ?? 0) < 2) return needs('journal');
    if (Number.isNaN(r)) return needs('variation');
    const threshold = this.#rules.correlationBelow;
    return { kind: 'computed', statistic: r, threshold, marked: r < threshold };
  }

  #change(school: string, region: string): OfficialOutcome['result'] {
    const ratio = this.#ratio(school, region);
    if (typeof ratio === 'string') return needs(ratio);
    const critical = this.#critical;
    if (critical === undefined) return needs('earlier-results');
    const isRise = this.#marker.kind === 'sharp-rise';
    const threshold = isRise ? critical.low : critical.high;
    return {
      kind: 'computed',
      statistic: ratio,
      threshold,
      marked: isRise ? ratio < threshold : ratio > threshold,
    };
  }

  /** K of one school, or what it lacks. */
  #ratio(school: string, region: string): number | DataNeed {
    const later = this.#current.get(region);
    const earlier = this.#earlier.get(region);
    const one = sumsOf(earlier, school);
    const other = sumsOf(later, school);
    if (earlier === undefined || later === undefined || one === undefined) return 'earlier-results';
    if (other === undefined || one.n === 0 || other.n === 0) return 'totals';
    if (earlier.most === undefined || later.most === undefined) return 'maximum';
    if (other.sum === 0) return 'variation';
    // One division of whole numbers: equal ratios of schools of any size are equal numbers.
    return (one.sum * later.most * other.n) / (other.sum * earlier.most * one.n);
  }

  #criticalValues(): Critical | undefined {
    const ratios: number[] = [];
    for (const [region, { schools }] of this.#current) {
      if (this.#several.has(region)) continue;
      for (const school of schools) {
        const ratio = this.#ratio(school, region);
        if (typeof ratio === 'number') ratios.push(ratio);
      }
    }
    if (ratios.length === 0) return undefined;
    const sorted = Float64Array.from(ratios).sort();
    const low = quantile(sorted, 0.25);
    const high = quantile(sorted, 0.75);
    const beyond = this.#rules.quartileRanges * (high - low);
    return { low: low - beyond, high: high + beyond };
  }
}

interface Critical {
  readonly low: number;
  readonly high: number;
}

/** An end of the interval of a mean, in points; totals are half points. */
function inPoints(of: TotalMoments, standardErrors: number): number {
  return (mean(of) + (standardErrors * standardDeviation(of)) / Math.sqrt(of.n)) / 2;
}

/** Type 7: linear between order statistics. */
function quantile(sorted: Float64Array, probability: number): number {
  const index = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(index)] ?? 0;
  const high = sorted[Math.ceil(index)] ?? 0;
  return low + (index - Math.floor(index)) * (high - low);
}

function sumsOf(work: OneWork | undefined, school: string): TotalMoments | undefined {
  const place = work?.places.get(school);
  return place === undefined ? undefined : work?.sums.at(place);
}

function worksOf(
  works: readonly KeptWork[],
  marker: OfficialMarker,
  grade: number,
  year: string | undefined,
): readonly KeptWork[] {
  return works.filter(
    ({ assessment }) => (assessment.schoolYear ?? '') === year && isWorkOf({ ...marker, grade }, assessment),
  );
}

/** Regions with several of the works; other regions may call their work otherwise. */
function withSeveral(works: readonly KeptWork[]): readonly string[] {
  return [...groupedBy(works, ({ region }) => region)].flatMap(([region, of]) =>
    of.length > 1 ? [region] : [],
  );
}

function schoolsByRegion(works: readonly KeptWork[]): ReadonlyMap<string, ReadonlySet<string>> {
  return mapValues(
    groupedBy(works, ({ region }) => region),
    (of) => new Set(of.flatMap(({ schools }) => schools)),
  );
}

function byRegion(works: readonly KeptWork[]): ReadonlyMap<string, OneWork> {
  return new Map(
    works.map((work) => [
      work.region,
      { ...work, places: new Map(work.schools.map((school, place) => [school, place])) },
    ]),
  );
}

function needs(what: DataNeed): OfficialOutcome['result'] {
  return { kind: 'not-computable', needs: what };
}
