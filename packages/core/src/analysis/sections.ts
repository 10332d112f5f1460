/**
 * Sections of the programme that need help («дефициты по разделам программы»).
 *
 * @module
 */
import type { Assessment, Item, Skill } from '../assessment/assessment.js';
import type { Corridor, FindingRules } from '../assessment/finding-rules.js';
import { bordersOfAll, corridorOf, verdictOf } from '../assessment/finding-rules.js';
import type { Figure, Interval } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { TopicReason } from '../scaling/topic-guard.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { NO_SCORES } from '../solve-rates/item-scores.js';
import { betaProbability } from '../statistics/beta-probability.js';
import type { ClusteredMean } from '../statistics/clustered-mean.js';
import { clusteredMean, meanProbabilityBelow } from '../statistics/clustered-mean.js';
import { tInterval, wilsonInterval } from '../statistics/intervals.js';
import { squaredDeviations } from '../statistics/moments.js';
import { studentTProbability } from '../statistics/student-t.js';
import type { GroupKey } from './analysis.js';
import type { ItemFigures } from './group-figures.js';

/** Items of a work that belong together: those of one section that check the subject, or a common skill. */
export interface WorkSection {
  /** `''` = the plan names no section. */
  readonly section: string;
  readonly skill?: Skill;
  /** Indices of items in the assessment, ascending. */
  readonly items: readonly number[];
}

/** Whether it is the work as a whole, into which sections are folded. */
export function isWholeWork({ section, skill }: Pick<WorkSection, 'section' | 'skill'>): boolean {
  return section === '' && skill === undefined;
}

/** How much the points of one pupil on the items of a section hang together, in the whole input. */
export interface SectionSpread {
  /** Variance of the section's sum of points / sum of the variances of its items; 1 = not at all. */
  readonly inflation: number;
}

/** A section is told apart from the work only if that says more than the total does (Haberman, 2008). */
export interface SectionGuard {
  /** Proportional reduction of mean squared error by the section's own points, and by the total; shares 0..1. */
  readonly own: Figure;
  readonly total: Figure;
  readonly reason: TopicReason;
  readonly isFolded: boolean;
}

/** What a group did on one section. */
export interface SectionResult extends GroupKey {
  readonly assessment: string;
  readonly section: string;
  readonly skill?: Skill;
  /** Item ids. */
  readonly items: readonly string[];
  /** Pupils counted on the item that most of them were counted on. */
  readonly n: number;
  /** Share of available points, 0..1. Method `t`: between pupils; `wilson-bound` where all have the same points. */
  readonly solveRate: Figure;
  /** Where the rate lies, chance left aside. Absent with the rate. */
  readonly corridor?: Corridor;
  /** Where the whole interval lies. `folded`: of a pupil the section says no more than the work as a whole. */
  readonly verdict?: Corridor | 'undetermined' | 'folded';
  /** That the true rate is below the corridor's lower border, 0..1. */
  readonly probability?: number;
  readonly guard?: SectionGuard;
  /**
   * What the interval rests on: differences between schools; the spread between pupils as it is in the whole input
   * (`pooled`); or the largest possible (`bound`).
   */
  readonly spread: 'schools' | 'pooled' | 'bound';
}

/**
 * Sections of a work in the order of their first items, then the work as a whole (no section, no skill), into which
 * sections are folded. Items with neither section nor skill belong to the whole only; a work without sections has none.
 */
export function sectionsOf(assessment: Assessment): readonly WorkSection[] {
  const sections = new Map<string, { section: string; skill?: Skill; items: number[] }>();
  assessment.items.forEach(({ section = '', skill }, index) => {
    if (section === '' && skill === undefined) return;
    const key = JSON.stringify([section, skill]);
    const there = sections.get(key);
    if (there === undefined)
      sections.set(key, { section, ...(skill === undefined ? {} : { skill }), items: [index] });
    else there.items.push(index);
  });
  if (sections.size === 0) return [];
  return [...sections.values(), { section: '', items: assessment.items.map((_, index) => index) }];
}

/** What is the same for every group of a work. */
export interface SectionContext {
  readonly assessment: Assessment;
  readonly sections: readonly WorkSection[];
  /** In the order of the sections; absent where it could not be computed. */
  readonly spreads: readonly (SectionSpread | undefined)[];
  readonly guards: readonly (SectionGuard | undefined)[];
  readonly rules: FindingRules;
  /** Ids of items that nobody of the whole input attempted. */
  readonly neverAttempted: ReadonlySet<string>;
}

/**
 * Results of one group, ordered by evidence: the probability of a rate below the corridor times the pupils concerned;
 * ties in the order of the work. Items without a maximum, those that nobody was counted on, and those that nobody of the whole
 * input attempted (rather an error of the data) are left out.
 *
 * Rate: Σ points / Σ (pupils counted × maximum). Interval: above schools from the differences between schools (Cochran,
 * 1977, 6.3); within a school t with n − 1 degrees of freedom, where the variance of a pupil's points on the section is the
 * sum of the variances of its items times {@link SectionSpread.inflation}, taken from the whole input; where that is
 * unknown, the variance of fully correlated items, which is the largest possible.
 */
export function sectionResults(
  group: GroupKey,
  figures: ItemFigures,
  context: SectionContext,
): readonly SectionResult[] {
  return context.sections
    .map((_, index) => sectionResult(group, figures, context, index))
    .map((result, index) => ({ result, index }))
    .sort((one, other) => evidence(other.result) - evidence(one.result) || one.index - other.index)
    .map(({ result }) => result);
}

function evidence({ probability, n }: SectionResult): number {
  return (probability ?? 0) * n;
}

function sectionResult(
  group: GroupKey,
  { scores, schools }: ItemFigures,
  { assessment, sections, spreads, guards, rules, neverAttempted }: SectionContext,
  index: number,
): SectionResult {
  const section = sections[index] ?? { section: '', items: [] };
  const counted = section.items.flatMap((item): readonly Counted[] => {
    const { id = '', maxPoints, level } = assessment.items[item] ?? {};
    const of = scores[item];
    return maxPoints === undefined || of === undefined || of.n === 0 || neverAttempted.has(id)
      ? []
      : [{ item, maxPoints, ...(level === undefined ? {} : { level }), scores: of }];
  });
  const guard = guards[index];
  const spread = spreads[index];
  const identity = {
    assessment: assessment.id,
    level: group.level,
    unit: group.unit,
    section: section.section,
    ...(section.skill === undefined ? {} : { skill: section.skill }),
    items: section.items.map((item) => assessment.items[item]?.id ?? ''),
    ...(guard === undefined ? {} : { guard }),
  };
  const n = counted.reduce((most, { scores: of }) => Math.max(most, of.n), 0);
  if (n === 0) {
    return { ...identity, n, solveRate: missing(whyNobody(section, scores, assessment)), spread: 'bound' };
  }
  const available = counted.reduce((sum, { maxPoints, scores: of }) => sum + of.n * maxPoints, 0);
  const share = counted.reduce((sum, { scores: of }) => sum + of.sum, 0) / available;
  const borders = bordersOfAll(counted, rules);
  const clustered = schools === undefined ? undefined : overSchools(counted, schools);
  const error = standardErrorOfShare(counted, available, spread);
  const interval = clustered?.interval ?? intervalOf(share, error, n);
  return {
    ...identity,
    n,
    solveRate: known(share, n, interval),
    spread:
      clustered === undefined
        ? spread === undefined
          ? ('bound' as const)
          : ('pooled' as const)
        : ('schools' as const),
    corridor: corridorOf(share, borders),
    verdict: guard?.isFolded === true ? 'folded' : verdictOf(interval, borders),
    probability:
      clustered !== undefined
        ? meanProbabilityBelow(clustered, borders.insufficientBelow)
        : error === 0
          ? betaProbability(borders.insufficientBelow, share * n + 0.5, (1 - share) * n + 0.5)
          : studentTProbability((borders.insufficientBelow - share) / error, n - 1),
  };
}

/** Shares of points that schools got; what could be got takes the place of pupils. */
function overSchools(
  counted: readonly Counted[],
  schools: readonly (readonly ItemScores[])[],
): ClusteredMean | undefined {
  const mean = clusteredMean(
    schools.map((scores) => {
      const ofSchool = counted.map(({ item, maxPoints }) => ({
        maxPoints,
        scores: scores[item] ?? NO_SCORES,
      }));
      const sum = ofSchool.reduce((points, of) => points + of.scores.sum, 0);
      return {
        n: ofSchool.reduce((points, of) => points + of.scores.n * of.maxPoints, 0),
        sum,
        sumOfSquares: sum,
      };
    }),
  );
  return mean?.interval === undefined ? undefined : mean;
}

interface Counted extends Pick<Item, 'level'> {
  /** Index in the assessment. */
  readonly item: number;
  readonly maxPoints: number;
  readonly scores: ItemScores;
}

/** 0 when it cannot be told: one pupil, or everybody with the same points on every item. */
function standardErrorOfShare(
  counted: readonly Counted[],
  available: number,
  spread: SectionSpread | undefined,
): number {
  let variance = 0;
  let root = 0;
  for (const { scores } of counted) {
    if (scores.n < 2) continue;
    const sum = (squaredDeviations(scores) / (scores.n - 1)) * scores.n;
    variance += sum;
    root += Math.sqrt(sum);
  }
  return Math.sqrt(spread === undefined ? root * root : variance * spread.inflation) / available;
}

function intervalOf(share: number, error: number, n: number): Interval {
  if (error === 0 || n < 2) return { ...wilsonInterval(share, n), method: 'wilson-bound' };
  const { low, high } = tInterval(share, error * Math.sqrt(n), n);
  return { low: Math.max(0, low), high: Math.min(1, high), method: 't' };
}

function whyNobody(
  { items }: WorkSection,
  scores: readonly ItemScores[],
  assessment: Assessment,
): 'max-unknown' | 'not-taught' | 'no-pupils' {
  if (items.some((item) => assessment.items[item]?.maxPoints === undefined && (scores[item]?.n ?? 0) > 0))
    return 'max-unknown';
  return items.some((item) => (scores[item]?.notTaught ?? 0) > 0) ? 'not-taught' : 'no-pupils';
}
