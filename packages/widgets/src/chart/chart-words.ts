/** Words that all charts share, in both languages. @module */
import type { Language, MissingReason } from '@orientir/core/foundation';
import {
  describeMissing,
  formatCount,
  formatNumber,
  formatShare,
  pluralEn,
  pluralRu,
} from '@orientir/core/foundation';
import type { ChartAssessment, ChartFacts, ChartOrigin, ChartShare } from './chart-data.js';

/** Unit, work and year. */
export function subtitleOf({ unit, assessment }: ChartFacts, language: Language): string {
  return joined([unit.name, workText(assessment, language)]);
}

/** Programme, subject, grade and year. */
export function workText(
  { programme, subject, grade, schoolYear }: ChartAssessment,
  language: Language,
): string {
  const gradeText = grade === undefined ? '' : language === 'ru' ? `${grade}\u00a0класс` : `grade ${grade}`;
  return joined([programme, subject, gradeText, schoolYear]);
}

/** Parts of a line, without those that are not there. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Number of pupils, what the drawing means, source. */
export function noteOf(facts: ChartFacts, language: Language, meaning: readonly string[]): string {
  return noteOn(facts, language, [`${pupils(facts.unit.n, language)}.`, ...meaning]);
}

/** What the drawing means, and where its data come from. */
export function noteOn(
  { source, synthetic }: ChartOrigin,
  language: Language,
  meaning: readonly string[],
): string {
  const w = chartWords[language];
  return [...meaning, source === undefined ? '' : w.source(source), synthetic === true ? w.synthetic : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** `48 учеников`. */
export function pupils(n: number, language: Language): string {
  return `${formatCount(n, language)}\u00a0${
    language === 'ru' ? pluralRu(n, 'ученик', 'ученика', 'учеников') : pluralEn(n, 'pupil', 'pupils')
  }`;
}

/** The interval as `39–43 %`; empty where there is none. */
export function intervalText({ low, high }: Pick<ChartShare, 'low' | 'high'>, language: Language): string {
  if (low === undefined || high === undefined) return '';
  return `${formatNumber(low * 100, language)}–${formatShare(high, language)}`;
}

/** `41 % (39–43 %)`, or why there is no figure. */
export function shareText(of: ChartShare, language: Language): string {
  if (of.share === undefined) return missingText(of, language);
  const interval = intervalText(of, language);
  return `${formatShare(of.share, language)}${interval === '' ? '' : ` (${interval})`}`;
}

/** Why there is no figure. */
export function missingText({ reason }: Pick<ChartShare, 'reason'>, language: Language): string {
  const { none } = chartWords[language];
  if (reason === undefined || !isReason(reason)) return none;
  const why = describeMissing(reason, language);
  // What is hidden says so itself, and there are data.
  return isHidden({ reason }) && why.startsWith(chartWords[language].hidden) ? why : `${none}: ${why}`;
}

/** Whether the figure exists and is not shown. */
export function isHidden({ reason }: Pick<ChartShare, 'reason'>): boolean {
  return reason?.startsWith('suppressed-') === true;
}

function isReason(reason: string): reason is MissingReason {
  // A reason of a later version has no text, whatever the types say.
  return typeof (describeMissing(reason as MissingReason, 'en') as unknown) === 'string';
}

export interface ChartWords {
  readonly table: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly wrongData: string;
  readonly none: string;
  readonly hidden: string;
  readonly pupils: string;
  readonly interval: string;
  readonly more: string;
  /** Rows of the table alone. */
  readonly moreRows: string;
  readonly synthetic: string;
  readonly order: string;
  source(name: string): string;
  otherVersion(found: string): string;
}

export const chartWords: Readonly<Record<Language, ChartWords>> = {
  ru: {
    table: 'Показать таблицей',
    loading: 'Загружаем данные…',
    failed: 'Данные не загрузились. Проверьте соединение.',
    retry: 'Попробовать ещё раз',
    wrongData: 'Файл с данными устроен не так, как ожидалось.',
    none: 'нет данных',
    hidden: 'скрыто',
    pupils: 'Учеников',
    interval: '95-процентный интервал',
    more: 'Показать ещё',
    moreRows: 'Ещё строки в таблице',
    synthetic: 'Данные вымышлены.',
    order: 'Порядок',
    source: (name) => `Источник: ${name}.`,
    otherVersion: (found) => `Данные другой версии (${found}). Обновите скрипт на сайте.`,
  },
  en: {
    table: 'Show as a table',
    loading: 'Loading the data…',
    failed: 'The data could not be loaded. Check the connection.',
    retry: 'Try again',
    wrongData: 'The data file is not as expected.',
    none: 'no data',
    hidden: 'hidden',
    pupils: 'Pupils',
    interval: '95% interval',
    more: 'Show more',
    moreRows: 'More rows in the table',
    synthetic: 'The data are invented.',
    order: 'Order',
    source: (name) => `Source: ${name}.`,
    otherVersion: (found) => `The data have another version (${found}). Update the script of the site.`,
  },
};
