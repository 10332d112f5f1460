/**
 * Which schools count as schools with low results: data with a source, replaceable by the caller.
 *
 * @module
 */
import type { Language } from '../foundation/issue.js';
import type { Verification } from './finding-rules.js';

/** Works that count; a field that is absent excludes nothing. */
export interface ProcedureFilter {
  readonly programme?: string;
  readonly subject?: string;
  readonly grade?: number;
}

/**
 * In each of the last `years` school years at least `procedures` works are low; with `same` they must be the same works
 * (programme, subject, grade) in all of these years.
 */
export interface LowResultsCondition {
  readonly years: number;
  readonly procedures: number;
  readonly same: boolean;
}

export interface LowResultsRules {
  readonly id: string;
  /** What people call it; absent = its id. */
  readonly title?: Readonly<Record<Language, string>>;
  readonly verification: Verification;
  readonly source: string;
  /** Who makes the list: «федеральный, региональный, муниципальный перечень». */
  readonly listedBy: 'federation' | 'region' | 'municipality';
  /** A work counts when one of them fits; empty = every work counts. */
  readonly procedures: readonly ProcedureFilter[];
  /** A work of a school is low from this share of pupils with a low result on, 0..1: mark 2 or the lowest mark of the scale. */
  readonly shareFrom: number;
  /** Fewest pupils with a result; works of fewer are left out. */
  readonly minPupils: number;
  readonly conditions: readonly LowResultsCondition[];
  /** Whether one condition is enough or all must hold. */
  readonly combine: 'any' | 'all';
  /** Whether results that look doubtful are left out. */
  readonly excludeDoubtful: boolean;
  /** From this probability on a school is low; up to one less this it is not. Above one half. */
  readonly probability: number;
}

/** The most {@link ruleStates} for which probabilities are computed. */
export const MOST_RULE_STATES = 4096;

/**
 * How many states the conditions of a ruleset need to be followed work by work: each counts low works up to `procedures`, for
 * every one of its years or, with `same`, once.
 */
export function ruleStates(conditions: readonly LowResultsCondition[]): number {
  return conditions.reduce(
    (states, { years, procedures, same }) => states * (procedures + 1) ** (same ? 1 : years),
    1,
  );
}

/**
 * As an inspection act of the Ministry of Education of Omsk region quotes it (2025): at least 30 % of participants not
 * above the upper border of mark 2 in two or more works of 2025 «а также» in the same work of 2024 and 2025. Whether
 * both are needed the text leaves open; here one is enough. The fewest pupils and the probability are our own choice.
 */
export const omsk2025: LowResultsRules = {
  id: 'omsk-2025',
  title: { ru: 'Омская область, 2025', en: 'Omsk region, 2025' },
  verification: 'second-hand',
  source: 'Акт проверки Министерства образования Омской области, 2025 (news.mail.ru/society/69272865)',
  listedBy: 'region',
  procedures: [],
  shareFrom: 0.3,
  minPupils: 10,
  conditions: [
    { years: 1, procedures: 2, same: false },
    { years: 2, procedures: 1, same: true },
  ],
  combine: 'any',
  excludeDoubtful: false,
  probability: 0.9,
};

/**
 * The most troubled schools of an older study by ВШЭ on ЕГЭ: failing in both Russian and mathematics in each of three years. What
 * share counts as failing our source does not say: the 30 % are taken over from the other ruleset, so it is not verified.
 */
export const hse3yBoth: LowResultsRules = {
  id: 'hse-3y-both',
  title: { ru: 'ЕГЭ, три года подряд (ВШЭ)', en: 'ЕГЭ, three years running (HSE)' },
  verification: 'unverified',
  source:
    'Развитие человеческого капитала, монография НИУ ВШЭ (skladknig.com/book/razvitie-chelovecheskogo-kapitala)',
  listedBy: 'region',
  procedures: [
    { programme: 'ЕГЭ', subject: 'Русский язык' },
    { programme: 'ЕГЭ', subject: 'Математика' },
  ],
  shareFrom: 0.3,
  minPupils: 10,
  conditions: [{ years: 3, procedures: 2, same: true }],
  combine: 'all',
  excludeDoubtful: false,
  probability: 0.9,
};

/** Rulesets that can be asked for by name. */
export const LOW_RESULTS_RULESETS: readonly LowResultsRules[] = [omsk2025, hse3yBoth];

/** What people call a ruleset that is known by its id alone; one of somebody's own is called so. */
export function lowResultsRulesTitle(id: string, language: Language): string {
  return LOW_RESULTS_RULESETS.find((rules) => rules.id === id)?.title?.[language] ?? id;
}
