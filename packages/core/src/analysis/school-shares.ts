/**
 * Shares of pupils in each school, drawn towards those of the other schools as far as the school is small, and
 * `shrunken.csv`.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { SharePrior } from '../risk/share-priors.js';
import { sharePriors } from '../risk/share-priors.js';
import type { Funnel, FunnelPlace } from '../statistics/funnel.js';
import { funnelAround } from '../statistics/funnel.js';
import type { GroupCount } from '../statistics/group-sums.js';
import { shrinkShare } from '../statistics/shrunken-share.js';
import type { Analysis, TestResult } from './analysis.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, isHidden, lazily, reasons, table } from './table-rows.js';

/** What pupils are counted by: the lowest mark of the scale and below (2 without a scale), or marks 4 and 5. */
export type PupilShare = 'below-minimum' | 'quality';

/** A share of the pupils of one school on one work. */
export interface SchoolShare {
  readonly assessment: string;
  readonly school: string;
  readonly measure: PupilShare;
  /** Pupils that the share is of; with the share. */
  readonly count?: number;
  /** Share 0..1 of the pupils with a mark. */
  readonly share: Figure;
  /** Mean share of the other schools, 0..1; with `shrunken`. */
  readonly others?: number;
  /** The share drawn towards `others`, 0..1: shown beside the share, never instead of it. */
  readonly shrunken: Figure;
  /** Place among the limits of chance around the share of all pupils; with the share. */
  readonly place?: FunnelPlace;
  /** The schools differ by more than chance, and the limits are widened for it. */
  readonly isWidened: boolean;
}

const MEASURES: readonly PupilShare[] = ['below-minimum', 'quality'];

/**
 * Every school on every work and measure, in the order of works and schools: nothing here is a rank.
 *
 * Formula: (count + μM) / (n + M), 95 % interval of Beta(count + μM, n − count + (1 − μ)M), with μ and M of the *other*
 * schools that wrote the work (`sharePriors`). Solve rates are no counts of pupils and are not shrunken.
 * Edge cases: no mark in the school → both figures missing for that reason; fewer than three other schools do not say how
 * schools differ → `too-few-schools`; all pupils alike → every school inside the funnel.
 * Cost: some 40 microseconds a row, and a fit for each different pair of counts of a work; made once for an analysis,
 * whoever asks. Source: Efron & Morris (1975), JASA 70, 311–319; funnel: Spiegelhalter (2005),
 * Statistics in Medicine 24, 1185–1202.
 */
export function schoolShares(
  analysis: Pick<Analysis, 'assessments' | 'testResults'>,
): readonly SchoolShare[] {
  const there = made.get(analysis);
  if (there !== undefined) return there;
  const shares = [...sharesOf(analysis)];
  made.set(analysis, shares);
  return shares;
}

const made = new WeakMap<object, readonly SchoolShare[]>();

function* sharesOf({
  assessments,
  testResults,
}: Pick<Analysis, 'assessments' | 'testResults'>): Iterable<SchoolShare> {
  const schoolsOf = new Map<string, TestResult[]>(assessments.map(({ id }) => [id, []]));
  const allOf = new Map<string, TestResult>();
  for (const test of testResults) {
    if (test.level === 'school') schoolsOf.get(test.assessment)?.push(test);
    if (test.level === 'all') allOf.set(test.assessment, test);
  }
  for (const [id, schools] of schoolsOf) {
    const judges = MEASURES.map((measure) => new Judge(measure, schools, allOf.get(id)));
    for (const school of schools) yield* judges.map((judge) => judge.of(school));
  }
}

/** One measure of one work. */
class Judge {
  readonly #measure: PupilShare;
  readonly #prior: (school: GroupCount) => SharePrior;
  readonly #schools: number;
  /** Absent where all pupils are alike, so that no school can lie outside. */
  readonly #funnel: Funnel | undefined;

  constructor(measure: PupilShare, schools: readonly TestResult[], all: TestResult | undefined) {
    this.#measure = measure;
    const counts = schools.flatMap((school) => countOf(figureOf(school, measure)) ?? []);
    this.#schools = counts.length;
    this.#prior = sharePriors(counts);
    const target = all === undefined ? missing('no-pupils') : figureOf(all, measure);
    if (target.kind === 'known' && target.estimate > 0 && target.estimate < 1) {
      this.#funnel = funnelAround(counts, target.estimate);
    }
  }

  of(school: TestResult): SchoolShare {
    const share = figureOf(school, this.#measure);
    const { assessment, unit } = school;
    const isWidened = this.#funnel?.isWidened ?? false;
    const of = { assessment, school: unit, measure: this.#measure, share, isWidened };
    const counted = countOf(share);
    if (counted === undefined || share.kind === 'missing') return { ...of, shrunken: share };
    const place = this.#funnel?.place(share.estimate, counted.n) ?? 'inside';
    const { mean, precision, fitted } = this.#prior(counted);
    if (!fitted) {
      return { ...of, count: counted.count, place, shrunken: missing('too-few-schools', counted.n) };
    }
    const others = { kind: 'spread', mean, precision, groups: this.#schools - 1 } as const;
    const { estimate, interval } = shrinkShare(counted, others);
    return {
      ...of,
      count: counted.count,
      place,
      others: mean,
      shrunken: known(estimate, counted.n, interval),
    };
  }
}

function figureOf(test: TestResult, measure: PupilShare): Figure {
  return measure === 'quality' ? test.qualityShare : test.belowMinimum;
}

/** Marks are counted, so the share times pupils is a whole number but for the last binary digit. */
function countOf(share: Figure): GroupCount | undefined {
  return share.kind === 'missing' || share.n === 0
    ? undefined
    : { count: Math.round(share.estimate * share.n), n: share.n };
}

const COLUMNS: Columns = [
  ['assessment', 'text'],
  ['school', 'text'],
  ['measure', 'text'],
  ['n', 'count'],
  ['x', 'count'],
  ['share', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['others', 'share'],
  ['shrunken', 'share'],
  ['shrunken_low', 'share'],
  ['shrunken_high', 'share'],
  ['funnel', 'text'],
];
/** Of them those that may be missing. */
const FIGURES: Columns = [
  ['share', 'share'],
  ['shrunken', 'share'],
];

/**
 * `shrunken.csv`. `x` of `n` pupils with a mark; `others`: mean of the other schools; `funnel`: `inside`, `above-95`,
 * `below-95`, `above-998` or `below-998`. `note`: methods of the two intervals, and `limits:widened` where schools
 * differ by more than chance, else `limits:exact`.
 */
export function shrunkenTable(analysis: Pick<Analysis, 'assessments' | 'testResults'>): Table {
  return table(
    'shrunken',
    COLUMNS,
    lazily(() => schoolShares(analysis)),
    rowOf,
  );
}

function rowOf(of: SchoolShare): readonly Cell[] {
  const [own, shrunken] = [of.share, of.shrunken].map((figure) =>
    figure.kind === 'known' ? figure.interval : undefined,
  );
  const limits = of.place === undefined ? [] : [of.isWidened ? 'limits:widened' : 'limits:exact'];
  const notes = [...[own, shrunken].flatMap((interval) => interval?.method ?? []), ...limits];
  return [
    of.assessment,
    of.school,
    of.measure,
    isHidden(of.share) ? undefined : of.share.n,
    of.count,
    cell(of.share),
    own?.low,
    own?.high,
    of.others,
    cell(of.shrunken),
    shrunken?.low,
    shrunken?.high,
    of.place,
    reasons([of.share, of.shrunken], FIGURES),
    notes.length === 0 ? undefined : notes.join(';'),
  ];
}
