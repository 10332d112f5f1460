/** Words of the dynamics in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import type { BreakReason } from './dynamics-data.js';

export interface Words {
  readonly title: string;
  readonly step: string;
  readonly keys: string;
  readonly empty: string;
  readonly breaks: Readonly<Record<BreakReason, string>>;
  readonly comparison: string;
  readonly meaning: readonly string[];
  /** Where the series breaks. */
  readonly noComparison: string;
  /** Where a step has no share. */
  readonly gap: string;
  broken(why: string): string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Как меняются результаты?',
    step: 'Год или этап',
    keys: 'Стрелками можно пройти по годам или этапам.',
    empty: 'Здесь будут доли по годам или этапам. Пока данных нет.',
    breaks: { instrument: 'другая работа', scale: 'другая шкала отметок' },
    comparison: 'С предыдущими',
    meaning: [
      'Черта показывает, где доля лежит с вероятностью 95\u00a0%; пока черты сильно перекрываются, изменение может быть случайным.',
    ],
    noComparison: 'Там, где ряд прерван, результаты до и после не сравнивают.',
    gap: 'Где точки нет, нет и данных: причина в таблице.',
    broken: (why) => `ряд прерван: ${why}`,
  },
  en: {
    title: 'How do the results change?',
    step: 'Year or stage',
    keys: 'Use the arrow keys to walk through the years or stages.',
    empty: 'Shares by year or stage will stand here. There are no data yet.',
    breaks: { instrument: 'another test', scale: 'another scale of marks' },
    comparison: 'With those before',
    meaning: [
      'The line shows where the share lies with a probability of 95%; as long as lines overlap much, a change may be chance.',
    ],
    noComparison: 'Where the series breaks, results before and after are not compared.',
    gap: 'Where there is no point there are no data: the table says why.',
    broken: (why) => `series broken: ${why}`,
  },
};
