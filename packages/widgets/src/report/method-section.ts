import { both, say } from './text.js';

/** How every figure was computed, in words. */
export function methodSection(): string {
  const entry = ([ru, en]: readonly [string, string]) => `<li>${say(both(ru, en))}</li>`;
  return `<section id="method"><h2>${say(both('Как это посчитано', 'How it was computed'))}</h2><ul>${METHOD.map(entry).join('')}</ul></section>`;
}

const METHOD: readonly (readonly [ru: string, en: string])[] = [
  [
    'Процент решаемости = все набранные баллы / (ученики × максимальный балл). Это не доля тех, кто получил полный балл: она стоит отдельно.',
    'Solve rate = all points / (pupils × maximum). It is not the share of pupils with full points, which stands apart.',
  ],
  [
    '«Не приступил» считается как 0 баллов и показан отдельно. «Не пройдено», задания не из своего варианта и отсутствовавшие в знаменатель не входят.',
    'Not attempted counts as 0 points and is shown apart. Not taught, items of another variant and absent pupils leave the denominator.',
  ],
  [
    'Интервал 95\u00a0%: для заданий в один балл — по Вильсону, для остальных — по распределению Стьюдента. Если бы такие же ученики писали работу снова и снова, в 95 случаях из 100 интервал накрыл бы настоящее значение.',
    '95% interval: Wilson for items of one point, Student’s t for the others. If such pupils wrote the work again and again, the interval would cover the true value in 95 cases of 100.',
  ],
  [
    'Средний балл, разброс и надёжность — по ученикам, у которых есть все задания варианта. Баллы за разные наборы заданий не смешиваются.',
    'Mean, spread and reliability: pupils who have every item of their variant. Totals over different items are never mixed.',
  ],
  [
    'Успеваемость — доля отметок 3, 4 и 5; качество — доля 4 и 5. Отметка берётся из файла; где её нет — по шкале, и только если у ученика есть все задания.',
    'Pass share: marks 3, 4, 5. Quality: marks 4 and 5. The mark is that of the file; where there is none, the scale gives it, and only if the pupil has every item.',
  ],
  [
    'Понизили, подтвердили, повысили — отметка за работу меньше, равна или больше отметки по журналу; доли от тех, у кого есть обе.',
    'Lowered, confirmed, raised: the mark of the work is below, equal to or above the journal mark; shares of pupils with both.',
  ],
  [
    'Надёжность — альфа Кронбаха. Связь с остальными — корреляция задания с суммой остальных; ниже 0,2 — повод проверить само задание.',
    'Reliability: Cronbach’s alpha. Item–rest r: correlation of the item with the sum of the others; below 0.2 is a reason to check the item itself.',
  ],
  [
    'По правилам ВПР их результаты не могут быть использованы для оценки деятельности педагогов. Этот отчёт — о том, где нужна помощь.',
    'By the rules of ВПР its results may not be used to judge teachers. This report is about where help is needed.',
  ],
];
