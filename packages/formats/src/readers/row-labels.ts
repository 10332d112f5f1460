/** Rows among those of pupils that hold no pupil: totals, means, the maxima of items. @module */

/** Whether a text names a row of totals, means, counts or maxima. */
export function namesSummary(text: string): boolean {
  return SUMMARY.test(text);
}

/** Whether a text names the row with the maximum points of items. */
export function namesMaxima(text: string): boolean {
  return MAXIMA.test(text);
}

const MAXIMA =
  /^(?:макс(?:имум|имальн\p{L}*|\.)(?: ?(?:первичн\p{L}* )?балл\p{L}*)?|макс балл\p{L}*|max(?:imum|\.)?(?: points?)|maximum)(?![\p{L}\d])/iu;
/** Words that are nobody's name: «Макс», «Доля» and «Средний» are. */
const SUMMARY = new RegExp(
  `^(?:(?:${[
    '(?:общий )?итоги?|итого|всего|сумма|среднее|ср\\.',
    'средний (?:балл|процент|показатель|результат)|средняя (?:оценка|отметка|решаемость)',
    'макс(?:имум|имальн\\p{L}*|\\.| балл\\p{L}*)|мин(?:имум|имальн\\p{L}*|\\.| балл\\p{L}*)',
    'кол(?:ичество|-во|\\.)|процент|решаемость|(?:не )?справил\\p{L}*',
  ].join('|')})(?![\\p{L}\\d])|(?:total|mean|average|maximum|max points|minimum)$)`,
  'iu',
);
