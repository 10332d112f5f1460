/**
 * A figure that knows its own doubt: a number with its basis, or the reason why there is none.
 *
 * @module
 */

/** Why a figure is missing. Closed list; texts in both languages stand in the message catalogue. */
export type MissingReason =
  /** Nobody in the group has a value for it. */
  | 'no-pupils'
  /** Every pupil's class had not yet been taught the topic («не пройдено»). */
  | 'not-taught'
  /** The item was in nobody's booklet. */
  | 'not-administered'
  /** The item's maximum was not given, and it is never guessed from the data. */
  | 'max-unknown'
  /** Too few pupils for the statistic to exist (for example a standard deviation of one pupil). */
  | 'too-few'
  /** All pupils have the same value, so a correlation or reliability does not exist. */
  | 'no-variation'
  /** Pupils wrote variants with different items; totals must not be mixed. */
  | 'several-forms'
  /** No pupil has every item of the variant answered or not attempted. */
  | 'no-complete'
  /** Results that may be biased do not count. */
  | 'doubtful'
  /** The statistic needs at least two items. */
  | 'one-item'
  /** No marks were given, and totals do not give them. */
  | 'no-marks'
  /** Marks depend on items that were not taught: a share has bounds, but no value. */
  | 'marks-uncertain'
  /** No journal marks were given. */
  | 'no-journal'
  /** Some total of the group has no known test score. */
  | 'no-test-score'
  /** What some pupils chose was not kept. */
  | 'no-choices'
  /** The ruleset has no lowest passing score of the subject. */
  | 'no-minimum'
  /** A report with totals only does not say it. */
  | 'not-stated'
  /** The tally was shared without the cross tables that the statistic needs. */
  | 'no-cross-table'
  /** No pupil of one group has the total of a pupil of the other, so like cannot be compared with like. */
  | 'no-common-totals'
  /** The social passport of the school is not there, or says too little. */
  | 'no-context'
  /** Too few schools to say what is expected of one, or how groups of them differ. */
  | 'too-few-schools'
  /** Too few teachers to say how much teachers differ. */
  | 'too-few-teachers'
  /** The total says as much of a topic as its own items do. */
  | 'total-says-more'
  /** The school left the cell or the form empty. */
  | 'not-entered'
  /** Something was entered, but less than is needed, or more. */
  | 'incomplete'
  /** It is entered, and does not count until what comes before it is done. */
  | 'stage-before-open'
  /** Something was entered and refused; an issue says where and why. */
  | 'refused'
  /** No list and no results know a school of this id. */
  | 'unknown-school'
  /** There are no results of assessments. */
  | 'no-results'
  /** There are none of the same assessment in the school year before. */
  | 'no-results-before'
  /** Years have different items, so their results must not be compared. */
  | 'instrument-changed'
  /** Hidden because the group is too small to publish. */
  | 'suppressed-small'
  /** Hidden because all pupils of the group have the same result. */
  | 'suppressed-homogeneous'
  /** Hidden so that another hidden figure cannot be found by subtraction. */
  | 'suppressed-complementary';

/** How an interval was computed. */
export type IntervalMethod =
  | 'wilson'
  | 't'
  | 'wilson-bound'
  | 'newcombe'
  | 'welch'
  | 'normal'
  | 'jeffreys'
  | 'clustered'
  | 'beta-binomial'
  | 'fisher';

/** A 95 % interval; both ends in the unit of the estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly method: IntervalMethod;
}

/** A number and the pupils, or whatever else was counted, that it rests on. */
export interface Known {
  readonly kind: 'known';
  /** A share (0..1), points, or a correlation: the name of the field that holds the figure says which. */
  readonly estimate: number;
  /** Pupils it was computed from; of what a school entered about others (projects, teachers, lessons) as many of these. */
  readonly n: number;
  readonly interval?: Interval;
}

/** No number, and why. */
export interface Missing {
  readonly kind: 'missing';
  readonly reason: MissingReason;
  readonly n: number;
}

/** Known or missing with a reason; never `NaN`, `null` or `undefined`. */
export type Figure = Known | Missing;

/** Makes a known figure. */
export function known(estimate: number, n: number, interval?: Interval): Known {
  return interval === undefined ? { kind: 'known', estimate, n } : { kind: 'known', estimate, n, interval };
}

/** Makes a missing figure. */
export function missing(reason: MissingReason, n = 0): Missing {
  return { kind: 'missing', reason, n };
}
