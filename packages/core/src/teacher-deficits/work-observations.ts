import type { MissingReason } from '../foundation/figure.js';
import type { TopicReason } from '../scaling/topic-guard.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { DeficitRules } from './deficit-rules.js';
import type { TopicObservation } from './teacher-spread.js';
import { aboveNorm, topicNorm } from './topic-norm.js';
import type { TopicSums } from './topic-sums.js';
import { countOf, restOf, topicSums } from './topic-sums.js';
import type { WorkTopic } from './work-topics.js';
import { workTopics } from './work-topics.js';

/** One teacher on one topic of one work. */
export interface TeacherTopic {
  readonly teacher: string;
  readonly subject: string;
  readonly schoolYear?: string;
  readonly topic: string;
  readonly assessment: string;
  /** Pupils with every item. */
  readonly n: number;
  readonly observation?: TopicObservation;
  /** Why there is none. */
  readonly reason: MissingReason;
  readonly school: 'net' | 'unknown' | 'alone' | 'unclear';
  readonly guard?: TopicReason;
}

/** Every teacher of a work on each of its topics, observed or with the reason why not. */
export function workObservations(
  summary: AssessmentSummary,
  schoolOf: ReadonlyMap<string, string>,
  rules: DeficitRules,
): readonly TeacherTopic[] {
  const { assessment, teachers } = summary;
  const { subject, schoolYear } = assessment;
  const of = (teacher: LevelGroup, topic: string, n: number) => ({
    teacher: teacher.unit,
    subject,
    ...(schoolYear === undefined ? {} : { schoolYear }),
    topic,
    assessment: assessment.id,
    n,
  });
  const work = workTopics(summary);
  if (typeof work === 'string') {
    // Without sections there is no topic to speak of; otherwise each is named with what it lacks.
    const names = new Set(assessment.items.flatMap(({ section = '' }) => (section === '' ? [] : [section])));
    return teachers.flatMap((teacher) =>
      [...names].map(
        (topic): TeacherTopic => ({ ...of(teacher, topic, 0), reason: work, school: 'unknown' }),
      ),
    );
  }
  const groups = new WorkGroups(summary, work.topics, work.mostHalf + 1, schoolOf);
  return teachers.flatMap((teacher) =>
    work.topics.map((topic, place): TeacherTopic => {
      const { guard } = topic;
      const own = groups.ofTeacher(teacher)?.[place];
      const n = own === undefined ? 0 : countOf(own);
      const base = { ...of(teacher, topic.topic, n), guard };
      if (rules.silencedBy.includes(guard)) return { ...base, reason: REASONS[guard], school: 'unknown' };
      if (own === undefined || n === 0) return { ...base, reason: 'no-complete', school: 'unknown' };
      if (n < rules.minPupils) return { ...base, reason: 'too-few', school: 'unknown' };
      const observed = groups.observe(teacher, own, topic, place);
      return typeof observed === 'string'
        ? { ...base, reason: observed, school: 'unknown' }
        : { ...base, ...observed, reason: 'no-pupils' };
    }),
  );
}

/** The groups of a work, laid out by topic once. */
class WorkGroups {
  readonly #topicOf: readonly number[];
  readonly #topics: readonly WorkTopic[];
  readonly #width: number;
  readonly #schoolOf: ReadonlyMap<string, string>;
  readonly #all: readonly TopicSums[] | undefined;
  readonly #schools: ReadonlyMap<string, LevelGroup>;
  readonly #ofSchool = new Map<string, readonly TopicSums[] | undefined>();
  readonly #ofTeacher = new Map<string, readonly TopicSums[] | undefined>();
  /** Teachers with pupils who have every item, by school. */
  readonly #colleagues = new Map<string, number>();

  constructor(
    { assessment, groups, teachers }: AssessmentSummary,
    topics: readonly WorkTopic[],
    width: number,
    schoolOf: ReadonlyMap<string, string>,
  ) {
    this.#topics = topics;
    this.#width = width;
    this.#schoolOf = schoolOf;
    this.#topicOf = assessment.items.map((_, item) => topics.findIndex(({ items }) => items.includes(item)));
    const all = groups.find(({ level }) => level === 'all');
    this.#all = all === undefined ? undefined : this.#layOut(all);
    this.#schools = new Map(
      groups.flatMap((group) => (group.level === 'school' ? [[group.unit, group]] : [])),
    );
    for (const { unit, counts } of teachers) {
      const school = schoolOf.get(unit);
      if (school !== undefined && counts.complete !== undefined)
        this.#colleagues.set(school, (this.#colleagues.get(school) ?? 0) + 1);
    }
  }

  ofTeacher(teacher: LevelGroup): readonly TopicSums[] | undefined {
    const { unit } = teacher;
    if (!this.#ofTeacher.has(unit)) this.#ofTeacher.set(unit, this.#layOut(teacher));
    return this.#ofTeacher.get(unit);
  }

  observe(
    { unit }: LevelGroup,
    own: TopicSums,
    { most, slope, variance: between }: WorkTopic,
    place: number,
  ): (Pick<TeacherTopic, 'school'> & { readonly observation: TopicObservation }) | MissingReason {
    const whole = this.#all?.[place];
    const rest = whole === undefined ? undefined : restOf(whole, own);
    const others = rest === undefined ? 0 : countOf(rest);
    if (rest === undefined || others < 2) return 'no-common-totals';
    const scale = most * (1 - slope);
    // Where the topic is nearly the whole work, or does not vary, nothing is left to compare.
    if (!(scale > LEAST_REST * most) || !(between > NOISE)) return 'no-variation';
    const norm = topicNorm(rest, most);
    const of = (group: TopicSums) => ({
      drop: -aboveNorm(group, norm) / scale,
      variance: (between / scale ** 2) * (1 / countOf(group) + 1 / others),
    });
    const observation = of(own);
    const school = this.#schoolOf.get(unit);
    const inSchool = school === undefined ? undefined : this.#ofSchoolUnit(school)?.[place];
    if (school === undefined || inSchool === undefined) return { observation, school: 'unknown' };
    const colleagues = restOf(inSchool, own);
    if (colleagues === undefined) return { observation, school: 'unclear' };
    const teachers = (this.#colleagues.get(school) ?? 0) - 1;
    if (teachers < 1 || countOf(colleagues) === 0) return { observation, school: 'alone' };
    return { observation: { ...observation, school: { ...of(colleagues), teachers } }, school: 'net' };
  }

  #ofSchoolUnit(school: string): readonly TopicSums[] | undefined {
    const group = this.#schools.get(school);
    if (group === undefined) return undefined;
    if (!this.#ofSchool.has(school)) this.#ofSchool.set(school, this.#layOut(group));
    return this.#ofSchool.get(school);
  }

  #layOut({ counts: { complete } }: LevelGroup): readonly TopicSums[] | undefined {
    return complete === undefined
      ? undefined
      : topicSums(complete, this.#topicOf, this.#topics.length, this.#width);
  }
}

/** What a verdict of the guard is called where it leaves a figure missing. */
const REASONS: Readonly<Record<TopicReason, MissingReason>> = {
  'adds-value': 'total-says-more',
  'total-says-more': 'total-says-more',
  'no-pupils': 'no-pupils',
  'no-items': 'not-administered',
  'one-item': 'one-item',
  'no-variation': 'no-variation',
  'no-reliability': 'no-variation',
};

const LEAST_REST = 0.1;
const NOISE = 1e-12;
