/** Words of the funnel in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import type { FunnelPlace } from './funnel-data.js';

export interface Words {
  readonly title: string;
  readonly unit: string;
  readonly place: string;
  readonly axis: string;
  readonly keys: string;
  readonly empty: string;
  readonly limit95: string;
  readonly limit998: string;
  readonly shapes: Readonly<Record<'inside' | '95' | '998', string>>;
  readonly places: Readonly<Record<FunnelPlace, string>>;
  meaning(overdispersion: string | undefined, isWidened: boolean): readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Какие школы отличаются больше, чем случайно?',
    unit: 'Школа',
    place: 'Где лежит',
    axis: 'учеников →',
    keys: 'Стрелками можно пройти по школам, от меньшей к большей.',
    empty: 'Здесь будут школы по числу учеников и доле. Пока данных нет.',
    limit95: 'пределы 95\u00a0%',
    limit998: 'пределы 99,8\u00a0%',
    shapes: { inside: 'внутри пределов', '95': 'вне 95\u00a0%', '998': 'вне 99,8\u00a0%' },
    places: {
      inside: 'внутри пределов',
      'above-95': 'выше 95\u00a0%',
      'below-95': 'ниже 95\u00a0%',
      'above-998': 'выше 99,8\u00a0%',
      'below-998': 'ниже 99,8\u00a0%',
    },
    meaning: (phi, isWidened) => [
      'Чем меньше школа, тем дальше её уводит случай: пределы показывают, как далеко. Из двадцати школ одна окажется вне пределов 95\u00a0% и просто так; точка вне пределов 99,8\u00a0% — повод посмотреть, а не вывод. Это не рейтинг.',
      phi === undefined
        ? ''
        : isWidened
          ? `Сверхрассеяние: школы различаются сильнее, чем случайно (разброс в ${phi}\u00a0раза больше); пределы расширены с учётом этого.`
          : `Сверхрассеяния не видно: разброс школ — ${phi} от случайного.`,
    ],
  },
  en: {
    title: 'Which schools differ by more than chance?',
    unit: 'School',
    place: 'Where it lies',
    axis: 'pupils →',
    keys: 'Use the arrow keys to walk through the schools, from the smallest to the largest.',
    empty: 'Schools by number of pupils and share will stand here. There are no data yet.',
    limit95: '95% limits',
    limit998: '99.8% limits',
    shapes: { inside: 'inside the limits', '95': 'outside 95%', '998': 'outside 99.8%' },
    places: {
      inside: 'inside the limits',
      'above-95': 'above 95%',
      'below-95': 'below 95%',
      'above-998': 'above 99.8%',
      'below-998': 'below 99.8%',
    },
    meaning: (phi, isWidened) => [
      'The smaller a school, the further chance takes it: the limits show how far. One school of twenty lies outside the 95% limits for no reason; a point outside 99.8% asks for a look, it is no conclusion. This is no ranking.',
      phi === undefined
        ? ''
        : isWidened
          ? `Overdispersion: schools differ by more than chance (variance ${phi} times as large); the limits were widened for it.`
          : `No overdispersion to be seen: the variance of schools is ${phi} of that by chance.`,
    ],
  },
};
