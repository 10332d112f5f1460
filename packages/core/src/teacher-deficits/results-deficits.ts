/**
 * Needs of support that results of pupils point to («профессиональные дефициты», a hypothesis of them): never a verdict
 * on a teacher.
 *
 * The official procedure forbids judging teachers by ВПР. So these are hypotheses for the teacher's own diagnostics, nothing here
 * orders teachers by a figure, and the type that holds them fits nothing that publishes.
 *
 * @module
 */
import type { Figure, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import type { TopicReason } from '../scaling/topic-guard.js';
import { Z_95 } from '../statistics/intervals.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import type { DeficitRules } from './deficit-rules.js';
import { DEFICIT_RULES } from './deficit-rules.js';
import type { TopicJudgement } from './judge-topic.js';
import { judgeTopic } from './judge-topic.js';
import type { TopicSpread } from './teacher-spread.js';
import { topicSpread, trueDrop } from './teacher-spread.js';
import type { TeacherTopic } from './work-observations.js';
import { workObservations } from './work-observations.js';

/** One teacher on one topic of a subject, over the works of a school year. */
export interface TopicDeficit {
  readonly teacher: string;
  readonly subject: string;
  /** `2024/2025`; absent where the works do not say it. */
  readonly schoolYear?: string;
  readonly topic: string;
  /** Works it rests on, by id. */
  readonly assessments: readonly string[];
  /** Pupils of the teacher with every item, papers of all works. */
  readonly n: number;
  /**
   * Share of the topic's points below pupils with equal totals that is the teacher's own, −1..1, positive = worse; drawn to 0 as
   * far as the pupils are few. Interval: 95 %, `normal`.
   */
  readonly drop: Figure;
  /** Absent where `drop` is missing. */
  readonly judgement?: TopicJudgement;
  /** Whether the school's part could be told apart: `alone` = no other teacher of the topic there, `unclear` = pupils of several schools. */
  readonly school: 'net' | 'unknown' | 'alone' | 'unclear';
  readonly guard?: TopicReason;
}

/** Everything about teachers that results say, as data. */
export interface TeacherDeficitsFigures {
  readonly confidential: 'support-only';
  readonly schema: 'orientir.teacher-deficits';
  readonly version: 1;
  /** Ordered by teacher, subject, school year and topic. */
  readonly topics: readonly TopicDeficit[];
  readonly rules: DeficitRules;
}

/**
 * Hypotheses about teachers. A class with a private member: nothing else has its type, and it fits no function that counts,
 * merges, tabulates for everybody, protects or publishes. As JSON it says `confidential`.
 */
export class TeacherDeficits {
  readonly #figures: TeacherDeficitsFigures;

  constructor(figures: TeacherDeficitsFigures) {
    this.#figures = figures;
  }

  get figures(): TeacherDeficitsFigures {
    return this.#figures;
  }

  toJSON(): TeacherDeficitsFigures {
    return this.#figures;
  }
}

export interface TeacherDeficitsOptions {
  /** School by code of the teacher: a tally keeps teachers apart from schools. */
  readonly schoolOf?: ReadonlyMap<string, string>;
  /** @defaultValue DEFICIT_RULES */
  readonly rules?: DeficitRules;
}

/**
 * Topics (sections of the items) of every teacher in the tallies.
 *
 * Formula: drop = −(points on the topic above what pupils of all others with equal totals have) / (maximum · (1 −
 * slope)). The slope (points on the topic for a point of the total) mends that a weak topic lowers the total that it is
 * compared at, so that a topic whose pupils lose a tenth of it has a drop of 0.1 where their other topics are as usual.
 * Variance: that between pupils with equal totals, over the pupils of the teacher and over all others. Works of one
 * subject, school year and topic join by their precision. Then `topicSpread`, `trueDrop`, `judgeTopic`. Missing: as in
 * `workTopics`; nobody with every item → `no-complete`; fewer pupils than `minPupils` → `too-few`; topics silenced by
 * the guard → `one-item`, `no-variation`, `total-says-more`; fewer teachers than `minTeachers` → `too-few-teachers`.
 * Not for comparing teachers. A topic stands beside the others of the same pupils: who is weak in all has no drop.
 * Cost: teachers × topics × totals of a work.
 */
export function teacherDeficits(
  summaries: Iterable<AssessmentSummary>,
  { schoolOf = new Map(), rules = DEFICIT_RULES }: TeacherDeficitsOptions = {},
): TeacherDeficits {
  const byTopic = new Map<string, TeacherTopic[]>();
  for (const summary of summaries) {
    for (const each of workObservations(summary, schoolOf, rules)) {
      const key = JSON.stringify([each.subject, each.schoolYear ?? null, each.topic]);
      const there = byTopic.get(key);
      if (there === undefined) byTopic.set(key, [each]);
      else there.push(each);
    }
  }
  return new TeacherDeficits({
    confidential: 'support-only',
    schema: 'orientir.teacher-deficits',
    version: 1,
    topics: [...byTopic.values()].flatMap((of) => judged(of, rules)).sort(compareTopics),
    rules,
  });
}

function compareTopics(one: TopicDeficit, other: TopicDeficit): number {
  return (
    compareText(one.teacher, other.teacher) ||
    compareText(one.subject, other.subject) ||
    compareText(one.schoolYear ?? '', other.schoolYear ?? '') ||
    compareText(one.topic, other.topic)
  );
}

function judged(works: readonly TeacherTopic[], rules: DeficitRules): readonly TopicDeficit[] {
  const byTeacher = new Map<string, TeacherTopic[]>();
  for (const each of [...works].sort((one, other) => compareText(one.assessment, other.assessment))) {
    const there = byTeacher.get(each.teacher);
    if (there === undefined) byTeacher.set(each.teacher, [each]);
    else there.push(each);
  }
  const teachers = [...byTeacher]
    .sort(([one], [other]) => compareText(one, other))
    .map(([, of]) => ({ of, joined: joinWorks(of) }));
  const observed = teachers.flatMap(({ joined }) => joined.observation ?? []);
  const spread =
    observed.length < rules.minTeachers ? undefined : topicSpread(observed, rules.borders[2] ** 2);
  return teachers.flatMap(({ of: [first, ...others], joined }) =>
    first === undefined ? [] : [topicDeficit(first, others, joined, spread, rules)],
  );
}

function topicDeficit(
  first: TeacherTopic,
  others: readonly TeacherTopic[],
  joined: Joined,
  spread: TopicSpread | undefined,
  rules: DeficitRules,
): TopicDeficit {
  const { n, observation, school } = joined;
  const of = {
    teacher: first.teacher,
    subject: first.subject,
    ...(first.schoolYear === undefined ? {} : { schoolYear: first.schoolYear }),
    topic: first.topic,
    assessments: [first, ...others].map(({ assessment }) => assessment),
    n,
    school,
    ...(first.guard === undefined ? {} : { guard: first.guard }),
  };
  if (observation === undefined) return { ...of, drop: missing(joined.reason, n) };
  if (spread === undefined) return { ...of, drop: missing('too-few-teachers', n) };
  const own = trueDrop(observation, spread);
  const half = Z_95 * own.error;
  const interval = { low: own.mean - half, high: own.mean + half, method: 'normal' } as const;
  return {
    ...of,
    drop: half === 0 ? known(own.mean, n) : known(own.mean, n, interval),
    judgement: judgeTopic(own, rules),
  };
}

type Joined = Pick<TopicDeficit, 'n' | 'school'> & {
  readonly observation?: NonNullable<TeacherTopic['observation']>;
  /** Why there is none. */
  readonly reason: MissingReason;
};

/** Works weigh by their precision; the school counts where all of them know it. */
function joinWorks(works: readonly TeacherTopic[]): Joined {
  const counted = works.flatMap((work) =>
    work.observation === undefined ? [] : [{ ...work, observation: work.observation }],
  );
  const [first] = counted;
  const used = first === undefined ? works : counted;
  const school = used.find((work) => work.school !== 'net')?.school ?? 'net';
  const n = used.reduce((sum, work) => sum + work.n, 0);
  if (first === undefined) return { n, school, reason: works[0]?.reason ?? 'no-pupils' };
  const own = byPrecision(counted.map(({ observation }) => observation));
  const schools = counted.flatMap(({ observation }) => observation.school ?? []);
  return {
    n,
    school,
    reason: 'no-pupils',
    observation:
      school === 'net'
        ? {
            ...own,
            school: { ...byPrecision(schools), teachers: Math.max(...schools.map((of) => of.teachers)) },
          }
        : own,
  };
}

function byPrecision(of: readonly { readonly drop: number; readonly variance: number }[]) {
  const precision = of.reduce((sum, { variance }) => sum + 1 / variance, 0);
  return {
    drop: of.reduce((sum, { drop, variance }) => sum + drop / variance, 0) / precision,
    variance: 1 / precision,
  };
}
