/**
 * Thresholds of findings: data with a source, replaceable by the caller.
 *
 * @module
 */

import type { Item, ItemLevel } from './assessment.js';

/** How far a ruleset was checked against its source. `unverified` is said to the user. */
export type Verification = 'verified' | 'second-hand' | 'unverified' | 'own';

/** Borders of the solve rate («коридор решаемости») of items of one level, shares 0..1. */
export interface CorridorBorders {
  /** Below: not sufficient. */
  readonly insufficientBelow: number;
  /** From here on: sufficient. Not under the other border. */
  readonly sufficientFrom: number;
}

export interface FindingRules {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
  readonly corridors: Readonly<Record<ItemLevel, CorridorBorders>>;
  /** The same for items whose level is not given. */
  readonly corridorByDefault: CorridorBorders;
  /** Share of pupils not yet taught a topic from which it is reported. */
  readonly notTaughtFrom: number;
  /** Share of pupils whose two marks differ by two or more, from which the gap is reported. */
  readonly journalGapFrom: number;
  /** A statement is reported when its probability is at least this. */
  readonly probability: number;
  /** Fewest pupils for any finding. */
  readonly minPupils: number;
}

/** Where a solve rate lies: `green` sufficient, `red` not sufficient, `yellow` between the borders. */
export type Corridor = 'green' | 'yellow' | 'red';

const BASIC: CorridorBorders = { insufficientBelow: 0.57, sufficientFrom: 0.6 };
const ADVANCED: CorridorBorders = { insufficientBelow: 0.285, sufficientFrom: 0.3 };

/** The borders of a source with the remaining thresholds, which are our own choice. */
function withOwnThresholds(
  rules: Pick<FindingRules, 'id' | 'verification' | 'source' | 'corridors' | 'corridorByDefault'>,
): FindingRules {
  return { ...rules, notTaughtFrom: 0.05, journalGapFrom: 0.05, probability: 0.9, minPupils: 10 };
}

/**
 * The corridors are those of ФИОКО's recommendations to schools on analysing ВПР results (2026), pages 6 and 17,
 * seen second-hand: basic items are sufficient from 60 % and insufficient below 57 %, advanced and high ones from 30 % and
 * below 28.5 %. An item without a level gets the milder of the two. The remaining thresholds are our own choice.
 */
export const fioko2026: FindingRules = /* @__PURE__ */ withOwnThresholds({
  id: 'fioko-2026',
  verification: 'second-hand',
  source: 'ФИОКО. Рекомендации по проведению анализа результатов ВПР, 2026, с. 6, 17',
  corridors: { basic: BASIC, advanced: ADVANCED, high: ADVANCED },
  corridorByDefault: ADVANCED,
});

/**
 * Planned solve rates that circulate as ФИПИ's: basic items from 60 %, advanced ones from 40 %; of high ones nothing is
 * expected. No document that we could read has them, so the ruleset says that it is not verified.
 */
export const fipiClassic: FindingRules = /* @__PURE__ */ withOwnThresholds({
  id: 'fipi-classic',
  verification: 'unverified',
  source: 'Планируемые проценты выполнения, приписываемые ФИПИ; документ не найден',
  corridors: {
    basic: { insufficientBelow: 0.6, sufficientFrom: 0.6 },
    advanced: { insufficientBelow: 0.4, sufficientFrom: 0.4 },
    high: { insufficientBelow: 0, sufficientFrom: 0 },
  },
  corridorByDefault: { insufficientBelow: 0.4, sufficientFrom: 0.4 },
});

/** Rulesets that can be asked for by name. */
export const RULESETS: readonly FindingRules[] = [fioko2026, fipiClassic];

/** Borders for an item. */
export function bordersOf(item: Pick<Item, 'level'> | undefined, rules: FindingRules): CorridorBorders {
  return item?.level === undefined ? rules.corridorByDefault : rules.corridors[item.level];
}

/** Borders for several items together: each weighs as much as its maximum. */
export function bordersOfAll(
  items: readonly (Pick<Item, 'level'> & { readonly maxPoints: number })[],
  rules: FindingRules,
): CorridorBorders {
  const points = items.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const mean = (border: keyof CorridorBorders) =>
    items.reduce((sum, item) => sum + bordersOf(item, rules)[border] * item.maxPoints, 0) / points;
  return { insufficientBelow: mean('insufficientBelow'), sufficientFrom: mean('sufficientFrom') };
}

/** The corridor in which a solve rate lies, chance left aside. */
export function corridorOf(solveRate: number, borders: CorridorBorders): Corridor {
  if (solveRate < borders.insufficientBelow) return 'red';
  return solveRate < borders.sufficientFrom ? 'yellow' : 'green';
}

/** The corridor in which the whole interval lies; otherwise the data do not decide. */
export function verdictOf(
  interval: { readonly low: number; readonly high: number },
  borders: CorridorBorders,
): Corridor | 'undetermined' {
  const low = corridorOf(interval.low, borders);
  return low === corridorOf(interval.high, borders) ? low : 'undetermined';
}
