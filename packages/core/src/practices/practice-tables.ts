/**
 * Tables of suggestions, and of events as offers.
 *
 * @module
 */
import type { Offer } from '../support/offer.js';
import type { EffectRules } from './practice.js';
import { EFFECT_RULES } from './practice.js';
import type { PracticeSuggestion, TopicSuggestions } from './suggest-practices.js';

/** A table in the shape of those of `/analysis`. */
export interface PracticeTable {
  readonly name: 'practices' | 'offers';
  readonly columns: readonly { readonly id: string; readonly kind: 'text' | 'count' | 'number' }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/**
 * `practices.csv`: a row for each topic and practice, in the order of {@link TopicSuggestions}; a topic without one
 * stays with `no-practice`.
 *
 * `needs`: how many need help in the topic. `effect`, `low`, `high`: standard deviations of pupils, drawn to 0. `note`:
 * ruleset of effects, `measured:` how often, 0 = nobody has measured it.
 */
export function practicesTable(
  topics: readonly TopicSuggestions[],
  rules: EffectRules = EFFECT_RULES,
): PracticeTable {
  const ruleset = `${rules.id}:${rules.verified ? 'verified' : 'unverified'}`;
  return {
    name: 'practices',
    columns: [
      { id: 'topic', kind: 'text' },
      { id: 'needs', kind: 'count' },
      { id: 'severity', kind: 'count' },
      { id: 'practice', kind: 'text' },
      { id: 'title', kind: 'text' },
      { id: 'territory', kind: 'text' },
      { id: 'fit', kind: 'text' },
      { id: 'adopters', kind: 'count' },
      { id: 'effect', kind: 'number' },
      { id: 'low', kind: 'number' },
      { id: 'high', kind: 'number' },
      { id: 'reason', kind: 'text' },
      { id: 'note', kind: 'text' },
    ],
    rows: topics.flatMap(({ topic, needs, severity, suggestions }) =>
      suggestions.length === 0
        ? [[topic, needs, severity, ...Array<undefined>(8).fill(undefined), 'no-practice', undefined]]
        : suggestions.map((each) => [topic, needs, severity, ...cellsOf(each, ruleset)]),
    ),
  };
}

function cellsOf({ practice, fit, effect }: PracticeSuggestion, ruleset: string) {
  const interval = effect.kind === 'known' ? effect.interval : undefined;
  return [
    practice.practice,
    practice.title,
    practice.territory,
    fit,
    practice.adopters.length,
    effect.kind === 'known' ? effect.estimate : undefined,
    interval?.low,
    interval?.high,
    effect.kind === 'missing' ? effect.reason : undefined,
    `${ruleset};measured:${practice.evidence.length}`,
  ];
}

/** `offers.csv` as `orientir match --offers` reads it. */
export function offersTable(offers: readonly Offer[]): PracticeTable {
  const text = (id: string) => ({ id, kind: 'text' }) as const;
  const count = (id: string) => ({ id, kind: 'count' }) as const;
  return {
    name: 'offers',
    columns: [
      text('offer'),
      text('kind'),
      text('topics'),
      count('strength'),
      count('places'),
      count('min_group'),
      text('slot'),
      text('format'),
      text('place'),
      { id: 'hours', kind: 'number' },
      { id: 'cost', kind: 'number' },
    ],
    rows: offers.map((of) => [
      of.offer,
      of.kind,
      of.topics.join('|'),
      of.strength,
      of.places,
      of.minGroup,
      of.slot,
      of.format,
      of.place,
      of.hours,
      of.cost,
    ]),
  };
}
