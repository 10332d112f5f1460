import { compareText } from '../foundation/order.js';
import { MOST_NEEDS } from '../matching/index.js';
import type { DeclaredDeficit } from './declared-deficit.js';
import type { Degree } from './offer.js';
import type { Teacher } from './teacher.js';
import { topicKey } from './topic-key.js';

/** A topic that one teacher may need support in: all deficits of the teacher with this topic. */
export interface Need {
  /** Index of the teacher. */
  readonly teacher: number;
  readonly key: string;
  /** As it was written first. */
  readonly topic: string;
  /** The greatest of its deficits. */
  readonly severity: Degree;
  /** Of all its deficits, without repetition. */
  readonly sources: readonly string[];
}

export interface Needs {
  /** Teacher by teacher, the severest first, then by topic. */
  readonly needs: readonly Need[];
  /** Needs of teacher t stand at `needStart[t]` up to `needStart[t + 1]`. */
  readonly needStart: Int32Array;
  readonly leftOut: readonly DeclaredDeficit[];
}

/** Joins the deficits of each teacher by topic. More than 31 topics of a teacher do not fit: the mildest are left out. */
export function needsOf(
  teachers: readonly Teacher[],
  teacherAt: ReadonlyMap<string, number>,
  deficits: readonly DeclaredDeficit[],
): Needs {
  const leftOut: DeclaredDeficit[] = [];
  const byTeacher = teachers.map(() => new Map<string, DeclaredDeficit[]>());
  for (const deficit of deficits) {
    const own = byTeacher[teacherAt.get(deficit.teacher) ?? -1];
    if (own === undefined) {
      leftOut.push(deficit);
      continue;
    }
    const key = topicKey(deficit.topic);
    const alike = own.get(key);
    if (alike === undefined) own.set(key, [deficit]);
    else alike.push(deficit);
  }
  const needs: Need[] = [];
  const needStart = new Int32Array(teachers.length + 1);
  byTeacher.forEach((own, teacher) => {
    const sorted = [...own]
      .map(([key, alike]) => ({ alike, need: needOf(teacher, key, alike) }))
      .sort(
        (one, other) => other.need.severity - one.need.severity || compareText(one.need.key, other.need.key),
      );
    for (const { need } of sorted.slice(0, MOST_NEEDS)) needs.push(need);
    for (const { alike } of sorted.slice(MOST_NEEDS)) leftOut.push(...alike);
    needStart[teacher + 1] = needs.length;
  });
  return { needs, needStart, leftOut };
}

function needOf(teacher: number, key: string, alike: readonly DeclaredDeficit[]): Need {
  const severity = alike.reduce<Degree>((most, of) => (of.severity > most ? of.severity : most), 1);
  const sources = new Set(alike.flatMap(({ source }) => (source === undefined ? [] : [source])));
  return { teacher, key, topic: alike[0]?.topic.trim() ?? key, severity, sources: [...sources] };
}
