import type { Figure } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import { topicKey } from '../support/topic-key.js';
import type { EffectRules, Practice, PracticeConditions } from './practice.js';
import { EFFECT_RULES, shrunkenEffect } from './practice.js';

/** A topic in which somebody needs help; who it is stays outside. */
export interface TopicNeed {
  readonly topic: string;
  readonly severity: 1 | 2 | 3;
}

/** The school that looks for a practice, as far as it is known. */
export interface SchoolLooking {
  readonly settlement?: string;
  readonly pupils?: number;
}

/** `fits`: all that the practice says of its schools holds; `unknown`: the school does not say; `other`: it is made for other schools. */
export type ConditionsFit = 'fits' | 'unknown' | 'other';

export interface PracticeSuggestion {
  readonly practice: Practice;
  readonly fit: ConditionsFit;
  /** Drawn to 0; see `shrunkenEffect`. */
  readonly effect: Figure;
}

/** One topic with what the bank has for it. */
export interface TopicSuggestions {
  /** As it is spelt first. */
  readonly topic: string;
  /** How many need help in it, and the highest severity. */
  readonly needs: number;
  readonly severity: 1 | 2 | 3;
  /** Empty = nobody has a practice for it. */
  readonly suggestions: readonly PracticeSuggestion[];
}

/**
 * Practices for every topic that is needed, topics in the order of their names.
 *
 * Practices of a topic: those made for such schools first, then those whose conditions nobody can check; those made for
 * other schools come last. Of equals the one whose effect is surely largest (lower end of the interval), then the one
 * with more adopters, then by id. Spellings of a topic that differ in case, spaces or `ё` are one.
 */
export function suggestPractices(
  practices: readonly Practice[],
  needs: readonly TopicNeed[],
  school: SchoolLooking = {},
  rules: EffectRules = EFFECT_RULES,
): readonly TopicSuggestions[] {
  const byTopic = new Map<string, TopicNeed[]>();
  for (const need of needs) {
    const there = byTopic.get(topicKey(need.topic));
    if (there === undefined) byTopic.set(topicKey(need.topic), [need]);
    else there.push(need);
  }
  return [...byTopic]
    .sort(([one], [other]) => compareText(one, other))
    .map(
      ([key, of]): TopicSuggestions => ({
        topic: of.map(({ topic }) => topic.trim()).sort(compareText)[0] ?? key,
        needs: of.length,
        severity: of.reduce<1 | 2 | 3>((most, { severity }) => (severity > most ? severity : most), 1),
        suggestions: practices
          .filter(({ topics }) => topics.some((topic) => topicKey(topic) === key))
          .map((practice) => ({
            practice,
            fit: fitOf(practice.conditions, school),
            effect: shrunkenEffect(practice.evidence, rules),
          }))
          .sort(compareSuggestions),
      }),
    );
}

function fitOf(conditions: PracticeConditions, { settlement, pupils }: SchoolLooking): ConditionsFit {
  const { settlements, leastPupils, mostPupils } = conditions;
  const checks: readonly (boolean | undefined)[] = [
    ...(settlements === undefined
      ? []
      : [
          settlement === undefined
            ? undefined
            : settlements.some((each) => topicKey(each) === topicKey(settlement)),
        ]),
    ...(leastPupils === undefined ? [] : [pupils === undefined ? undefined : pupils >= leastPupils]),
    ...(mostPupils === undefined ? [] : [pupils === undefined ? undefined : pupils <= mostPupils]),
  ];
  if (checks.includes(false)) return 'other';
  return checks.includes(undefined) ? 'unknown' : 'fits';
}

function compareSuggestions(one: PracticeSuggestion, other: PracticeSuggestion): number {
  return (
    FITS.indexOf(one.fit) - FITS.indexOf(other.fit) ||
    lowOf(other.effect) - lowOf(one.effect) ||
    other.practice.adopters.length - one.practice.adopters.length ||
    compareText(one.practice.practice, other.practice.practice)
  );
}

const FITS: readonly ConditionsFit[] = ['fits', 'unknown', 'other'];

function lowOf(effect: Figure): number {
  return effect.kind === 'known' ? (effect.interval?.low ?? effect.estimate) : Number.NEGATIVE_INFINITY;
}
