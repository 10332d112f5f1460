/**
 * Topics of an association by how many of those invited need them: for its agenda and for those who arrange the support.
 *
 * @module
 */
import { compareText } from '@orientir/core/foundation';
import type { Offer, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';

export interface AssociationTopic {
  readonly topic: string;
  /** Who are invited with this topic. */
  readonly teachers: number;
  /** Of them those who need it most. */
  readonly severe: number;
  /** Teachers of the whole plan for whom nothing on the topic was found so far. */
  readonly waiting: number;
}

/** Associations that somebody is invited to. */
export function associations({ candidates, figures }: SupportPlan): readonly Offer[] {
  const taken = new Set(figures.seats.map(({ offer }) => offer));
  return candidates.offers.filter(({ offer, kind }) => ASSOCIATION.test(kind) && taken.has(offer));
}

const ASSOCIATION = /объединени|association|^(?:р|г|ш)?мо$/i;

/** By name. */
export function associationTopics(
  { figures, candidates }: SupportPlan,
  { offer }: Offer,
): readonly AssociationTopic[] {
  const counts = new Map<string, { topic: string; teachers: number; severe: number }>();
  for (const seat of figures.seats) {
    if (seat.offer !== offer) continue;
    const t = candidates.teacherAt(seat.teacher) ?? 0;
    const { needStart } = candidates.problem;
    const needs = candidates.needs.slice(needStart[t] ?? 0, needStart[t + 1] ?? 0);
    for (const topic of seat.covers) {
      const key = topicKey(topic);
      const count = counts.get(key) ?? { topic, teachers: 0, severe: 0 };
      counts.set(key, count);
      count.teachers += 1;
      const severity = needs.find((need) => need.key === key)?.severity ?? 1;
      if (severity >= candidates.rules.severeFrom) count.severe += 1;
    }
  }
  const waiting = new Map<string, number>();
  for (const { topic } of figures.unmet)
    waiting.set(topicKey(topic), (waiting.get(topicKey(topic)) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ ...count, waiting: waiting.get(key) ?? 0 }))
    .sort((one, other) => compareText(one.topic, other.topic));
}

/** Of fewer invited teachers order and minutes of an agenda say nothing: the others would know whose a topic is. */
const LEAST_GROUP = 5;

/** Whether order and minutes of an agenda for so many may follow how many need a topic. */
export function mayCount(invited: number): boolean {
  return invited >= LEAST_GROUP;
}

/** What order and minutes may follow and nothing else: of few nobody can tell which. */
export function shownCount(teachers: number): number {
  return teachers === 0 ? 0 : Math.max(teachers, FEW);
}

const FEW = 2;
