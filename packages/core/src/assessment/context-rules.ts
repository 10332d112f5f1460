/**
 * How hard the conditions of a school are, and who does well in hard ones: data with a source, replaceable by the caller.
 *
 * @module
 */
import type { Verification } from './finding-rules.js';

/** A share of the pupils of a school that tells of its conditions. */
export interface ContextIndicator {
  readonly id: string;
  /** 1: a larger share means harder conditions; −1: easier ones. */
  readonly direction: 1 | -1;
  /** Above 0; only the proportions of weights count. */
  readonly weight: number;
}

export interface ContextRules {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
  readonly indicators: readonly ContextIndicator[];
  /** `z`: standard deviations from the mean; `min-max`: 0 at the least value, 1 at the most; `percentile`: share of schools below. */
  readonly normalisation: 'z' | 'min-max' | 'percentile';
  /** Which schools are put on one scale: those of one settlement type, or all. */
  readonly within: 'settlement' | 'all';
  /** Settlement types of fewer schools are put on the scale of all schools. */
  readonly minSchools: number;
  /** Least share of the weight, 0..1, whose indicators must be there; below it a school has no index. */
  readonly leastWeight: number;
}

/**
 * Context index of a school («индекс социального благополучия школы», ИСБШ), turned so that harder conditions give a higher
 * index. Its parameters are attested; coefficients were never published, so that equal weights, the fewest schools and the least
 * weight are our own choice. City and village are apart, because one formula for both misleads.
 */
export const equalWeights: ContextRules = {
  id: 'context-equal-weights',
  verification: 'own',
  source:
    'Параметры: apni.ru/article/7500, skladknig.com/book/razvitie-chelovecheskogo-kapitala; опубликованных весов нет, веса равные — выбор программы',
  indicators: [
    { id: 'higher_education', direction: -1, weight: 1 },
    { id: 'single_parent', direction: 1, weight: 1 },
    { id: 'unemployed', direction: 1, weight: 1 },
    { id: 'on_registers', direction: 1, weight: 1 },
  ],
  normalisation: 'z',
  within: 'settlement',
  minSchools: 10,
  leastWeight: 0.75,
};

export interface ResilienceRules {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
  /** Share of schools, 0..1, whose conditions count as hard: those with the highest index. */
  readonly hardShare: number;
  /** From this probability of results above those expected on a school is resilient; up to one less this it is not. Above one half. */
  readonly probability: number;
  /** Last school years in each of which that must hold. */
  readonly years: number;
  /** Fewest schools with an index and results for expected results. */
  readonly minSchools: number;
}

/**
 * Resilient schools («резильентные школы»): hard conditions, and probably better results than schools of such conditions have.
 * The notion is that of Пинская and others; the 30 % are said of pupils by our source, the rest is our own choice.
 */
export const resilient: ResilienceRules = {
  id: 'resilient',
  verification: 'own',
  source:
    'Понятие: Пинская М. А. и др. «Поверх барьеров: исследуем резильентные школы»; 30 % — ug.ru/archive/66788 (об учениках); вероятность и годы — выбор программы',
  hardShare: 0.3,
  probability: 0.9,
  years: 1,
  minSchools: 30,
};
