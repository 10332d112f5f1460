import type { MissingReason } from '../figure.js';
import type { Language } from '../issue.js';

type Texts = { readonly [Reason in MissingReason]: string };

const ru: Texts = {
  'no-pupils': 'нет учеников',
  'not-taught': 'тема ещё не пройдена',
  'not-administered': 'задания не было в варианте',
  'max-unknown': 'неизвестен максимальный балл',
  'too-few': 'слишком мало учеников',
  'no-variation': 'у всех одинаковый результат',
  'several-forms': 'в вариантах разные задания',
  'no-complete': 'ни у кого нет всех заданий варианта',
  doubtful: 'результаты с признаком необъективности не учтены',
  'one-item': 'нужно не меньше двух заданий',
  'no-marks': 'нет отметок',
  'marks-uncertain': 'часть отметок зависит от непройденных заданий',
  'no-journal': 'нет отметок по журналу',
  'no-cross-table': 'подсчёты переданы без нужных таблиц',
  'no-test-score': 'есть первичные баллы, тестовый балл для которых неизвестен',
  'no-choices': 'известно не у всех, какой вариант ответа они выбрали',
  'no-minimum': 'минимальный балл по этому предмету не задан',
  'not-stated': 'в отчёте с итогами этого нет',
  'no-common-totals': 'в группах нет учеников с одинаковым общим баллом',
  'no-context': 'нет социального паспорта школы или в нём мало сведений',
  'too-few-schools': 'слишком мало школ',
  'too-few-teachers': 'слишком мало учителей',
  'total-says-more': 'общий балл говорит о теме не меньше, чем её задания',
  'not-entered': 'не заполнено',
  refused: 'заполнено с ошибкой и не принято',
  'unknown-school': 'такой школы нет ни в списке, ни в результатах',
  'no-results': 'нет результатов',
  'no-results-before': 'нет результатов прошлого года',
  'instrument-changed': 'задания другие, годы сравнивать нельзя',
  'suppressed-small': 'скрыто: мало учеников',
  'suppressed-homogeneous': 'скрыто: у всех один результат',
  'suppressed-complementary': 'скрыто, чтобы нельзя было вычислить соседнее число',
};

const en: Texts = {
  'no-pupils': 'no pupils',
  'not-taught': 'topic not taught yet',
  'not-administered': 'item not in the variant',
  'max-unknown': 'maximum points unknown',
  'too-few': 'too few pupils',
  'no-variation': 'all results are the same',
  'several-forms': 'variants have different items',
  'no-complete': 'nobody has every item of the variant',
  doubtful: 'results with a marker of bias do not count',
  'one-item': 'needs at least two items',
  'no-marks': 'no marks',
  'marks-uncertain': 'some marks depend on items not taught',
  'no-journal': 'no journal marks',
  'no-cross-table': 'tally shared without the cross tables',
  'no-test-score': 'there are totals whose test score is not known',
  'no-choices': 'which option was chosen is not known of every pupil',
  'no-minimum': 'no minimum score is set for this subject',
  'not-stated': 'the report with totals does not say it',
  'no-common-totals': 'no pupils of the groups have the same total',
  'no-context': 'the school has no social passport, or it says too little',
  'too-few-schools': 'too few schools',
  'too-few-teachers': 'too few teachers',
  'total-says-more': 'the total says as much of the topic as its items',
  'not-entered': 'not filled in',
  refused: 'filled in wrongly and refused',
  'unknown-school': 'neither the list nor the results have such a school',
  'no-results': 'no results',
  'no-results-before': 'no results of the year before',
  'instrument-changed': 'the items differ, so the years must not be compared',
  'suppressed-small': 'hidden: too few pupils',
  'suppressed-homogeneous': 'hidden: all results are the same',
  'suppressed-complementary': 'hidden so that a neighbouring figure cannot be found by subtraction',
};

/** Why a figure is missing, in words for people. */
export function describeMissing(reason: MissingReason, language: Language): string {
  return (language === 'ru' ? ru : en)[reason];
}
