import type { Severity } from './deficit-rules.js';
import type { TeacherDeficits, TeacherDeficitsFigures, TopicDeficit } from './results-deficits.js';

/** What results say of a teacher's topic, for a plan of support: a hypothesis, or none. */
export interface SupposedTopic {
  readonly teacher: string;
  readonly topic: string;
  /** Absent = results were judged and point to nothing. */
  readonly severity?: Severity;
}

/**
 * Every topic that results judge, of several school years the last one. What could not be judged (few pupils, no items) is left
 * out: of it results say nothing. Ordered by teacher and topic.
 */
export function supposedTopics({ figures }: TeacherDeficits): readonly SupposedTopic[] {
  return latestTopics(figures).flatMap(({ teacher, topic, judgement }): readonly SupposedTopic[] => {
    if (judgement === undefined) return [];
    const { severity } = judgement;
    return [{ teacher, topic, ...(severity === undefined ? {} : { severity }) }];
  });
}

/** One of each teacher, subject and topic: that of the last school year. */
export function latestTopics({ topics }: TeacherDeficitsFigures): readonly TopicDeficit[] {
  const last = new Map<string, TopicDeficit>();
  // Years come in their order, so the last one stays.
  for (const each of topics) last.set(JSON.stringify([each.teacher, each.subject, each.topic]), each);
  return [...last.values()];
}
