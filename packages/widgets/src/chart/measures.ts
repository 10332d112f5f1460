/** Shares that charts of several works or schools show. @module */
import type { Language } from '@orientir/core/foundation';

/** Share of available points; of marks 3, 4, 5 («успеваемость»); of marks 4, 5 («качество»). */
export type ChartMeasure = 'solve-rate' | 'pass' | 'quality';

const MEASURES: Readonly<Record<Language, Readonly<Record<ChartMeasure, string>>>> = {
  ru: {
    'solve-rate': 'Процент решаемости',
    pass: 'Успеваемость (отметки 3, 4, 5)',
    quality: 'Качество (отметки 4, 5)',
  },
  en: {
    'solve-rate': 'Solve rate',
    pass: 'Pass share (marks 3, 4, 5)',
    quality: 'Marks 4 and 5',
  },
};

/** Name of a measure; one that we do not know is its own name. */
export function measureText(measure: string, language: Language): string {
  return isMeasure(measure) ? MEASURES[language][measure] : measure;
}

function isMeasure(measure: string): measure is ChartMeasure {
  return Object.hasOwn(MEASURES.ru, measure);
}
