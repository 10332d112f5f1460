/** Rows among those of pupils that hold no pupil: totals, means, the maxima of items. @module */

/** Whether a text names a row of totals, means, counts or maxima. */
export function namesSummary(text: string): boolean {
  return SUMMARY.test(text.toLowerCase());
}

/** Whether a text names the row with the maximum points of items. */
export function namesMaxima(text: string): boolean {
  return MAXIMA.test(text.toLowerCase());
}

// Letters by their alphabet: V8 takes a tenth of a second to compile all letters of all alphabets in both cases.
const MAXIMA =
  /^(?:макс(?:имум|имальн[а-я]*|\.)(?: ?(?:первичн[а-я]* )?балл[а-я]*)?|макс балл[а-я]*|max(?:imum|\.)?(?: points?)|maximum)(?![а-яёa-z\d])/;
/** Words that are nobody's name: «Макс», «Доля» and «Средний» are. */
const SUMMARY = new RegExp(
  `^(?:(?:${[
    '(?:общий )?итоги?|итого|всего|сумма|среднее|ср\\.',
    'средний (?:балл|процент|показатель|результат)|средняя (?:оценка|отметка|решаемость)',
    'макс(?:имум|имальн[а-я]*|\\.| балл[а-я]*)|мин(?:имум|имальн[а-я]*|\\.| балл[а-я]*)',
    'кол(?:ичество|-во|\\.)|процент|решаемость|(?:не )?справил[а-я]*',
  ].join('|')})(?![а-яёa-z\\d])|(?:total|mean|average|maximum|max points|minimum)$)`,
);
