/**
 * Did an indicator reach its target, or can nobody know yet?
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { IndicatorEntry } from '../road-map/plan-record.js';
import type { FigureReference, Indicator, IndicatorValue, RoadMap } from '../road-map/road-map.js';
import type { FigureOf } from './draft-figures.js';

/**
 * `reached`: the whole interval lies on the right side of the target · `not-reached`: on the wrong side · `undetermined`:
 * the target lies inside it · `too-few`: fewer pupils than {@link FEWEST_PUPILS} · `series-break`: another work or other
 * items, so that the two figures do not compare · `no-value`, `no-target`.
 */
export type Progress =
  | 'reached'
  | 'not-reached'
  | 'undetermined'
  | 'too-few'
  | 'series-break'
  | 'no-value'
  | 'no-target';

/** Under this number of pupils nothing is said about progress. Our choice, that of the findings. */
export const FEWEST_PUPILS = 10;

/** How a value stands to the target of its indicator. A value without interval is taken as exact. */
export function progressOf(
  indicator: Indicator,
  value: IndicatorValue | undefined,
  isComparable = true,
): Progress {
  const goal = targetValue(indicator);
  if (goal === undefined) return 'no-target';
  if (value === undefined) return 'no-value';
  if (!isComparable) return 'series-break';
  if (value.n !== undefined && value.n < FEWEST_PUPILS) return 'too-few';
  const { low = value.value, high = value.value } = value;
  switch (goal.comparator) {
    case 'atLeast':
      return low >= goal.value ? 'reached' : high < goal.value ? 'not-reached' : 'undetermined';
    case 'atMost':
      return high <= goal.value ? 'reached' : low > goal.value ? 'not-reached' : 'undetermined';
    case 'exactly':
      if (low === goal.value && high === goal.value) return 'reached';
      return high < goal.value || low > goal.value ? 'not-reached' : 'undetermined';
  }
}

/** The value to be reached, once a growth by so much is added to the baseline. */
function targetValue({ target, baseline }: Indicator) {
  if (target === undefined) return undefined;
  const { comparator, value, of } = target;
  if (of === 'value') return { comparator, value };
  if (baseline === undefined) return undefined;
  return {
    comparator,
    value: of === 'relativeChange' ? baseline.value * (1 + value) : baseline.value + value,
  };
}

export interface NewResults {
  readonly figureOf: FigureOf;
  readonly assessments: readonly Assessment[];
  readonly date: LocalDate;
  /** Name of the checkpoint that they belong to. */
  readonly checkpoint?: string;
}

/** What new results say about one indicator. */
export interface FilledIndicator {
  readonly indicator: Indicator;
  readonly entry?: IndicatorEntry;
  readonly progress: Progress;
}

/**
 * Looks the figures of a plan's indicators up in newer results. The work of the baseline may come again under the same
 * id; otherwise a work of the same subject, grade and programme is taken, and its figure compares only when the item has
 * the same maximum, section and codes.
 */
export function fillIndicators(
  plan: RoadMap,
  before: readonly Assessment[],
  results: NewResults,
): readonly FilledIndicator[] {
  return plan.measures
    .flatMap(({ indicators = [] }) => indicators)
    .flatMap((indicator): readonly FilledIndicator[] => {
      const { figure } = indicator;
      if (figure === undefined) return [];
      const successor = successorOf(figure, before, results.assessments);
      if (successor === undefined) return [{ indicator, progress: progressOf(indicator, undefined) }];
      const reference = { ...figure, assessment: successor.assessment.id };
      const { assessment, level, unit, item } = reference;
      const key = [assessment, level, unit, ...(item === undefined ? [] : [item])].join('|');
      const found = results.figureOf({ table: figure.table, key, figure: figure.figure });
      if (found?.kind !== 'known') return [{ indicator, progress: progressOf(indicator, undefined) }];
      const entry: IndicatorEntry = {
        indicator: indicator.id,
        value: found.estimate,
        n: found.n,
        ...(found.interval === undefined ? {} : { low: found.interval.low, high: found.interval.high }),
        date: results.date,
        source: assessment,
        ...(results.checkpoint === undefined ? {} : { checkpoint: results.checkpoint }),
      };
      return [{ indicator, entry, progress: progressOf(indicator, entry, successor.isComparable) }];
    });
}

/** The plan with values added to its record. */
export function recordValues(plan: RoadMap, filled: readonly FilledIndicator[]): RoadMap {
  const entries = filled.flatMap(({ entry }) => entry ?? []);
  const record = plan.record ?? { events: [] };
  return { ...plan, record: { ...record, values: [...(record.values ?? []), ...entries] } };
}

function successorOf(figure: FigureReference, before: readonly Assessment[], after: readonly Assessment[]) {
  const old = before.find(({ id }) => id === figure.assessment);
  const same = after.find(({ id }) => id === figure.assessment);
  if (same !== undefined)
    return { assessment: same, isComparable: old === undefined || itemsCompare(old, same, figure.item) };
  if (old === undefined) return undefined;
  const later = after
    .filter(
      ({ subject, grade, programme }) =>
        subject === old.subject && grade === old.grade && programme === old.programme,
    )
    .sort((one, other) => ((one.schoolYear ?? '') < (other.schoolYear ?? '') ? 1 : -1))[0];
  return later === undefined
    ? undefined
    : { assessment: later, isComparable: itemsCompare(old, later, figure.item) };
}

function itemsCompare(one: Assessment, other: Assessment, item: string | undefined): boolean {
  if (item === undefined) return true;
  const left = one.items.find(({ id }) => id === item);
  const right = other.items.find(({ id }) => id === item);
  return (
    left !== undefined &&
    right !== undefined &&
    left.maxPoints === right.maxPoints &&
    left.section === right.section &&
    (left.codes ?? []).join() === (right.codes ?? []).join()
  );
}
