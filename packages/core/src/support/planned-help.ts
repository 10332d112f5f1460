import { compareText } from '../foundation/order.js';
import type { SupportPlan } from './support-plan.js';
import { topicKey } from './topic-key.js';

/** Help of one kind that a plan gives, without teachers. */
export interface PlannedHelp {
  /** As people call it: «курс», «наставник», «объединение» … */
  readonly kind: string;
  /** Who takes part; once, however many offers of the kind a teacher has. */
  readonly teachers: number;
  /** Ids of offers that somebody takes part in, in their order. */
  readonly offers: readonly string[];
  /** Covered topics, those of most teachers first, then by name. */
  readonly topics: readonly string[];
}

/** A topic that the plan leaves to some without help. */
export interface HelpMissing {
  readonly topic: string;
  readonly subject?: string;
  readonly teachers: number;
}

/** What a plan gives, by kind of help in the order of the kinds. */
export function plannedHelp({ candidates, figures }: SupportPlan): readonly PlannedHelp[] {
  const kinds = new Map<string, { teachers: Set<string>; offers: Set<string>; topics: Map<string, Count> }>();
  for (const { teacher, offer, covers } of figures.seats) {
    const kind = candidates.offers[candidates.offerAt(offer) ?? -1]?.kind ?? '';
    const of = kinds.get(kind) ?? { teachers: new Set(), offers: new Set(), topics: new Map() };
    kinds.set(kind, of);
    of.teachers.add(teacher);
    of.offers.add(offer);
    for (const topic of covers) {
      const count = of.topics.get(topicKey(topic)) ?? { topic, teachers: 0 };
      of.topics.set(topicKey(topic), { ...count, teachers: count.teachers + 1 });
    }
  }
  return [...kinds]
    .sort(([one], [other]) => compareText(one, other))
    .map(([kind, { teachers, offers, topics }]) => ({
      kind,
      teachers: teachers.size,
      offers: [...offers].sort(compareText),
      topics: [...topics.values()]
        .sort((one, other) => other.teachers - one.teachers || compareText(one.topic, other.topic))
        .map(({ topic }) => topic),
    }));
}

/** What it leaves open, by subject and topic; severities together. */
export function helpMissing({ overview }: SupportPlan): readonly HelpMissing[] {
  const topics = new Map<string, HelpMissing>();
  for (const { topic, subject, unmet } of overview.needRows) {
    const teachers = unmet.reduce((sum, { needs }) => sum + needs, 0);
    if (teachers === 0) continue;
    const key = JSON.stringify([subject ?? '', topicKey(topic)]);
    const there = topics.get(key);
    topics.set(key, {
      topic: there?.topic ?? topic,
      ...(subject === undefined ? {} : { subject }),
      teachers: teachers + (there?.teachers ?? 0),
    });
  }
  return [...topics.values()].sort(
    (one, other) =>
      compareText(one.subject ?? '', other.subject ?? '') || compareText(one.topic, other.topic),
  );
}

interface Count {
  readonly topic: string;
  readonly teachers: number;
}
