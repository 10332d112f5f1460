import type { FullAnalysis } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';

/** Topics by school, as `Subject: section`. */
export interface SchoolTopics {
  readonly strong: ReadonlyMap<string, readonly string[]>;
  readonly weak: ReadonlyMap<string, readonly string[]>;
}

/**
 * In which sections pupils of a school do badly (the true solve rate is probably below the corridor) and in which well
 * (the rate is in the upper corridor, and a true one below is improbable, in every work with the section).
 */
export function schoolTopics({ sectionResults, assessments }: FullAnalysis, probability = 0.9): SchoolTopics {
  const subjects = new Map(assessments.map(({ id, subject }) => [id, subject]));
  const strong = new Map<string, Set<string>>();
  const weak = new Map<string, Set<string>>();
  const notStrong = new Map<string, Set<string>>();
  for (const result of sectionResults) {
    if (result.level !== 'school' || isWholeWork(result) || result.probability === undefined) continue;
    const topic = `${subjects.get(result.assessment) ?? ''}: ${result.section}`;
    if (result.probability >= probability) put(weak, result.unit, topic);
    const isStrong = result.corridor === 'green' && result.probability <= 1 - probability;
    put(isStrong ? strong : notStrong, result.unit, topic);
  }
  for (const [school, topics] of notStrong) for (const topic of topics) strong.get(school)?.delete(topic);
  return { strong: asLists(strong), weak: asLists(weak) };
}

function put(into: Map<string, Set<string>>, school: string, topic: string): void {
  const there = into.get(school);
  if (there === undefined) into.set(school, new Set([topic]));
  else there.add(topic);
}

function asLists(of: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...of].map(([school, topics]) => [school, [...topics].sort()]));
}
