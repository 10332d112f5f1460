/**
 * The individual route sheet of one pupil («индивидуальный маршрут по результатам работ»), inside the school only: what was
 * solved, which topics stand behind the lost points, and where to begin. No mark is predicted and nobody is ranked.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import type { Tally } from '../tally/tally.js';
import type { ClassRate } from './class-rates.js';
import { classPoints, classRate } from './class-rates.js';
import type { OnePupil } from './one-pupil.js';
import type { ItemState, PupilResult } from './pupil-result.js';
import type { RouteRules } from './route-rules.js';
import { ROUTE_RULES } from './route-rules.js';
import type { AnsweredItem, RouteSkill, RouteTopic } from './route-topics.js';
import { routeSkills, routeTopics } from './route-topics.js';

export interface RouteItem {
  readonly item: string;
  readonly state: ItemState;
  /** Absent where the topic was not taught yet; 0 where the item was not attempted. */
  readonly points?: number;
  readonly maxPoints?: number;
  /** What the rest of the class could do. */
  readonly classRate: ClassRate;
}

export interface RouteWork {
  readonly assessment: string;
  readonly programme: string;
  readonly subject: string;
  readonly grade?: number;
  readonly schoolYear?: string;
  /** The pupil was absent; then there are no items. */
  readonly absent: boolean;
  /** In the order of the work; items that were not in the pupil's variant are left out. */
  readonly items: readonly RouteItem[];
}

/** Everything that the sheet says, as data. As JSON it names itself confidential, and every door refuses it. */
export interface RouteFigures {
  readonly confidential: 'school-only';
  readonly schema: 'orientir.pupil-route';
  readonly version: 1;
  /** The code in the files; never a name. */
  readonly pupil: string;
  readonly school?: string;
  readonly class?: string;
  readonly works: readonly RouteWork[];
  /** Topics with lost points, in the order in which to take them up. */
  readonly topics: readonly RouteTopic[];
  /** Topics of which no point was lost. */
  readonly mastered: readonly RouteTopic[];
  /** Skills with lost points, likewise. */
  readonly skills: readonly RouteSkill[];
  /** Works of earlier school years with the same code, left out. */
  readonly earlierWorks: number;
  readonly rules: RouteRules;
}

/**
 * A route sheet. A class with a private member: nothing else has its type, and it fits no function that counts, merges,
 * tabulates, protects or publishes. `figures` is for the writers of the sheet.
 */
export class PupilRoute {
  readonly #figures: RouteFigures;

  constructor(figures: RouteFigures) {
    this.#figures = figures;
  }

  get figures(): RouteFigures {
    return this.#figures;
  }

  /** `JSON.stringify` gives the figures, with the mark by which doors refuse them. */
  toJSON(): RouteFigures {
    return this.#figures;
  }
}

/**
 * Composes the route of one pupil over all works given.
 *
 * Lost are the points between what the pupil has and the maximum; an item not attempted loses all, one not taught yet
 * none, and one without a maximum tells nothing. A topic is the section of the plan, where there is none the content
 * elements that the codifier names, else all such items of the subject together. Topics that the class mastered come
 * first, topics that the class could not do last: they are the teacher's task. Inside each the larger lost share comes
 * first, then more lost points, then the order of the works.
 *
 * @param tally - of the same files, before schools are joined.
 */
export function pupilRoute(
  code: string,
  pupil: Extract<OnePupil, { kind: 'one' }>,
  tally: Tally,
  rules: RouteRules = ROUTE_RULES,
): PupilRoute {
  const works: RouteWork[] = [];
  const answered: AnsweredItem[] = [];
  for (const result of pupil.results) {
    const counted = tally.assessments.get(result.assessment.id);
    if (counted === undefined) continue;
    const { assessment } = counted;
    const others = classPoints(counted, result, rules);
    const items = result.absent
      ? []
      : assessment.items.flatMap((item): readonly RouteItem[] => {
          const response = result.responseTo(item.id);
          const rest = others.get(item.id);
          if (response === undefined || rest === undefined) return [];
          const { maxPoints } = item;
          const state = stateOf(response, maxPoints);
          const points = response === 'not-attempted' ? 0 : response;
          if (points !== 'not-taught' && maxPoints !== undefined)
            answered.push({ assessment, item, points, maxPoints, state, rest });
          return [
            {
              item: item.id,
              state,
              ...(points === 'not-taught' ? {} : { points }),
              ...(maxPoints === undefined ? {} : { maxPoints }),
              classRate: classRate([rest]),
            },
          ];
        });
    works.push({ ...named(assessment), absent: result.absent, items });
  }
  const topics = routeTopics(answered, rules);
  return new PupilRoute({
    confidential: 'school-only',
    schema: 'orientir.pupil-route',
    version: 1,
    pupil: code,
    ...(pupil.school === undefined ? {} : { school: pupil.school }),
    ...(pupil.class === undefined ? {} : { class: pupil.class }),
    works,
    topics: topics.filter(({ lost }) => lost > 0),
    mastered: topics.filter(({ lost }) => lost === 0),
    skills: routeSkills(answered, rules),
    earlierWorks: pupil.earlier,
    rules,
  });
}

function named({
  id,
  programme,
  subject,
  grade,
  schoolYear,
}: Assessment): Omit<RouteWork, 'absent' | 'items'> {
  return {
    assessment: id,
    programme,
    subject,
    ...(grade === undefined ? {} : { grade }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
  };
}

function stateOf(response: ReturnType<PupilResult['responseTo']>, max: number | undefined): ItemState {
  if (response === 'not-attempted' || response === 'not-taught') return response;
  if (response === undefined || response === 0) return 'not-solved';
  if (max === undefined) return 'unknown-max';
  return response >= max ? 'solved' : 'partly-solved';
}
