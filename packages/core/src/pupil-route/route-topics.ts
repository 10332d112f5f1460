/** Topics and skills behind the lost points of one pupil. @module */
import type { Assessment, CodifierEntry, EarlierTopic, Item } from '../assessment/assessment.js';
import { earlierTopics } from '../assessment/earlier-topics.js';
import type { Missing } from '../foundation/figure.js';
import type { ClassPoints, ClassRate } from './class-rates.js';
import { classRate } from './class-rates.js';
import type { ItemState } from './pupil-result.js';
import type { RouteRules } from './route-rules.js';

/** An item with points and a maximum. */
export interface AnsweredItem {
  readonly assessment: Assessment;
  readonly item: Item;
  readonly points: number;
  readonly maxPoints: number;
  readonly state: ItemState;
  readonly rest: ClassPoints | Missing;
}

/** An item of a work, and what was lost on it. */
export interface TopicItem {
  readonly assessment: string;
  readonly item: string;
  readonly lost: number;
}

interface LostPoints {
  readonly subject: string;
  /** In points. */
  readonly lost: number;
  readonly available: number;
  /** `lost / available`, 0..1. One item is little to judge a topic by, so the items stand beside it. */
  readonly lostShare: number;
  readonly items: readonly TopicItem[];
  readonly classRate: ClassRate;
  readonly priority: RoutePriority;
}

/**
 * What comes first: `first`, the class can do it, the pupil not yet; `next`, the class is in between, or nothing is known of
 * it; `teacher`, the class as a whole could not do it, so it is to be taught again.
 */
export type RoutePriority = 'first' | 'next' | 'teacher';

export interface RouteTopic extends LostPoints {
  /** Section of the plan, or content element of the codifier. Absent = the plan does not say what the items are about. */
  readonly name?: string;
  readonly kind: 'section' | 'element' | 'unnamed';
  /** Content elements («КЭС») behind the lost points of a section, as the codifier names them. */
  readonly elements: readonly string[];
  /** Topics of earlier grades behind the lost points, as far as the codifier says so. */
  readonly earlier: readonly EarlierTopic[];
  /** Items that the pupil did not attempt. */
  readonly notAttempted: number;
}

export interface RouteSkill extends LostPoints {
  readonly name: string;
}

/** All topics, those without a lost point too, in the order in which to take them up. */
export function routeTopics(answered: readonly AnsweredItem[], rules: RouteRules): readonly RouteTopic[] {
  const topics = grouped(answered, topicsOf).map(({ of, items }): RouteTopic => {
    const lossy = items.filter(({ points, maxPoints }) => points < maxPoints);
    return {
      ...of,
      ...lostPoints(items, rules),
      elements:
        of.kind === 'section'
          ? distinct(lossy.flatMap((each) => entriesOf(each, 'content').map(({ name }) => name)))
          : [],
      earlier: earlierOf(lossy),
      notAttempted: items.filter(({ state }) => state === 'not-attempted').length,
    };
  });
  return topics.sort(inOrder);
}

/** Skills with lost points: those that the plan names, and requirements («КТ», «КПУ») that the codifier names. */
export function routeSkills(answered: readonly AnsweredItem[], rules: RouteRules): readonly RouteSkill[] {
  return grouped(answered, (each) =>
    distinct([...(each.item.skills ?? []), ...entriesOf(each, 'requirement').map(({ name }) => name)]).map(
      (name) => ({ name, subject: each.assessment.subject }),
    ),
  )
    .map(({ of, items }): RouteSkill => ({ ...of, ...lostPoints(items, rules) }))
    .filter(({ lost }) => lost > 0)
    .sort(inOrder);
}

const RANK: Readonly<Record<RoutePriority, number>> = { first: 0, next: 1, teacher: 2 };

function priorityOf(rate: ClassRate, { masteredFrom, lowBelow }: RouteRules): RoutePriority {
  if (rate.kind === 'missing') return 'next';
  if (rate.estimate >= masteredFrom) return 'first';
  return rate.estimate < lowBelow ? 'teacher' : 'next';
}

type TopicName = Pick<RouteTopic, 'name' | 'kind' | 'subject'>;

function topicsOf(each: AnsweredItem): readonly TopicName[] {
  const { assessment, item } = each;
  const { subject } = assessment;
  if (item.section !== undefined && item.section !== '')
    return [{ kind: 'section', name: item.section, subject }];
  const elements = distinct(entriesOf(each, 'content').map(({ name }) => name));
  return elements.length === 0
    ? [{ kind: 'unnamed', subject }]
    : elements.map((name) => ({ kind: 'element', name, subject }));
}

/** Named entries of the codes of an item; an entry without a kind counts as content. */
function entriesOf(
  { assessment: { codifier = [] }, item: { codes = [] } }: AnsweredItem,
  wanted: 'content' | 'requirement',
): readonly CodifierEntry[] {
  return codifier.filter(
    ({ code, name, kind = 'content' }) => kind === wanted && name !== '' && codes.includes(code),
  );
}

/** Works are of several grades where a subject has several; a topic stands once. */
function earlierOf(items: readonly AnsweredItem[]): readonly EarlierTopic[] {
  const works = new Map<Assessment, string[]>();
  for (const { assessment, item } of items)
    works.set(assessment, [...(works.get(assessment) ?? []), item.id]);
  const topics = [...works].flatMap(([assessment, ids]) => earlierTopics(assessment, ids));
  return [...new Map(topics.map((topic) => [JSON.stringify([topic.grade, topic.name]), topic])).values()];
}

/** Items under everything that they belong to, in the order of the works. */
function grouped<Of extends object>(
  answered: readonly AnsweredItem[],
  groupsOf: (each: AnsweredItem) => readonly Of[],
): readonly { readonly of: Of; readonly items: readonly AnsweredItem[] }[] {
  const groups = new Map<string, { readonly of: Of; readonly items: AnsweredItem[] }>();
  for (const each of answered) {
    for (const of of groupsOf(each)) {
      const key = JSON.stringify(of, Object.keys(of).sort());
      const there = groups.get(key);
      if (there === undefined) groups.set(key, { of, items: [each] });
      else there.items.push(each);
    }
  }
  return [...groups.values()];
}

function lostPoints(items: readonly AnsweredItem[], rules: RouteRules): Omit<LostPoints, 'subject'> {
  const rate = classRate(items.map(({ rest }) => rest));
  const told = items.map(
    ({ assessment, item, points, maxPoints }): TopicItem => ({
      assessment: assessment.id,
      item: item.id,
      lost: Math.max(0, maxPoints - points),
    }),
  );
  const lost = told.reduce((sum, item) => sum + item.lost, 0);
  const available = items.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return {
    lost,
    available,
    lostShare: lost / available,
    items: told,
    classRate: rate,
    priority: priorityOf(rate, rules),
  };
}

/** By priority, then larger share first, then more points. */
function inOrder(one: LostPoints, other: LostPoints): number {
  return (
    RANK[one.priority] - RANK[other.priority] || other.lostShare - one.lostShare || other.lost - one.lost
  );
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
