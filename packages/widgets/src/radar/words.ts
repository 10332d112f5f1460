/** Words of the radar in both languages. @module */
import type { Language } from '@orientir/core/foundation';

export interface Words {
  readonly title: string;
  readonly axis: string;
  readonly keys: string;
  readonly empty: string;
  readonly meaning: readonly string[];
  /** Where intervals are drawn. */
  readonly interval: string;
  /** Where an axis has no share. */
  readonly gap: string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Что получается хорошо, а где нужна помощь?',
    axis: 'Ось',
    keys: 'Стрелками можно пройти по осям.',
    empty: 'Здесь будут доли по нескольким осям. Пока данных нет.',
    meaning: [
      'Середина — 0\u00a0%, край — 100\u00a0%. Площадь фигуры ничего не значит: она зависит от порядка осей.',
    ],
    interval: 'Полоса на оси показывает, где доля лежит с вероятностью 95\u00a0%.',
    gap: 'Где линия прервана, данных нет: причина в таблице.',
  },
  en: {
    title: 'What goes well, and where is help needed?',
    axis: 'Axis',
    keys: 'Use the arrow keys to walk through the axes.',
    empty: 'Shares on a few axes will stand here. There are no data yet.',
    meaning: ['The middle is 0%, the rim 100%. The area means nothing: it depends on the order of the axes.'],
    interval: 'The band on an axis shows where the share lies with a probability of 95%.',
    gap: 'Where the line is broken there are no data: the table says why.',
  },
};
