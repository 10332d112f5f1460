/**
 * What the workbook about staff says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatNumber, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { StaffingFormRow } from './read-staff.js';

export interface StaffWords {
  readonly attendance: string;
  readonly attendanceNote: string;
  /** School, invited, of which it is known, share. */
  readonly schools: readonly [string, string, string, string];
  readonly conferences: string;
  readonly conferencesNote: string;
  /** Day, topic, schools of which it is known, share. */
  readonly days: readonly [string, string, string, string];
  readonly burnout: string;
  readonly burnoutNotes: readonly string[];
  /** Group, answers, mean, why nothing. */
  readonly burnoutColumns: readonly [string, string, string, string];
  readonly allTogether: string;
  readonly outlook: string;
  /** `knowsAll`: of every subject and year it is known how many reach the age. */
  outlookNotes(knowsAll: boolean): readonly string[];
  /** Subject, year, teachers, open posts, hours of them (each from and to), why nothing. */
  readonly years: readonly [string, string, string, string, string, string, string, string, string];
  readonly notStated: string;
  readonly assumptions: string;
  readonly assumptionsNote: string;
  readonly said: readonly [string, string];
  saidOf(row: StaffingFormRow): string;
}

const ru: StaffWords = {
  attendance: 'Школы',
  attendanceNote:
    'Доля конференций, на которых от школы кто-то был, — от тех, про которые это известно. Почему не были, таблица не знает: спросите, удобно ли время и связь.',
  schools: ['Школа', 'Конференций', 'Известно о', 'Доля посещённых'],
  conferences: 'Конференции',
  conferencesNote: 'Доля школ, от которых кто-то был, — от тех, про которые это известно.',
  days: ['День', 'Тема', 'Школ, о которых известно', 'Доля школ'],
  burnout: 'Выгорание',
  burnoutNotes: [
    'Средний балл по опроснику, который взяли вы. Границ «много» и «мало» здесь нет: они свои у каждого опросника.',
    'Где ответили меньше пяти человек или все одинаково, среднее скрыто: иначе был бы виден ответ одного. Порог в пять ответов — наш.',
    'Это повод поддержать, а не оценить: сравнивать школы между собой по этой таблице не нужно.',
  ],
  burnoutColumns: ['Школа или объединение', 'Ответов', 'Средний балл', 'Почему нет'],
  allTogether: 'Все вместе',
  outlook: 'Прогноз кадров',
  outlookNotes: (knowsAll) => [
    'Все предположения — ваши, из бланка; программа их не проверяла. «От» и «до» — крайние случаи, а не вероятность.',
    `Ещё принято: число ставок и нагрузка не меняются; кто достиг возраста, с того же года уходит как старшие; новые учителя моложе${knowsAll ? '.' : '. Где в бланке не указано, сколько учителей достигнет возраста, принято, что никто.'}`,
    'Дробные числа — среднее ожидание: 3,5 значит «три или четыре».',
  ],
  years: [
    'Предмет',
    'Учебный год',
    'Учителей от',
    'Учителей до',
    'Не хватит от',
    'Не хватит до',
    'Часов в неделю от',
    'Часов в неделю до',
    'Почему нет',
  ],
  notStated: 'не указано, какая доля уходит за год',
  assumptions: 'Предположения',
  assumptionsNote: 'Так заполнен бланк. Изменили предположение — запустите команду ещё раз.',
  said: ['Предмет', 'Что предположено'],
  saidOf: ({ teachers, pastAge, age, reaching, hours, vacancies, joining, leaving, leavingPast }) =>
    [
      `учителей сейчас ${number(teachers, 'ru')}`,
      ...(pastAge === 0
        ? []
        : [
            `из них старше ${age === undefined ? 'выбранного возраста' : `${age} ${pluralRu(age, 'года', 'лет', 'лет')}`} ${number(pastAge, 'ru')}`,
          ]),
      ...(reaching === undefined
        ? []
        : [`достигнут его по годам: ${reaching.map((each) => each ?? 'не известно').join(', ')}`]),
      ...(hours === undefined ? [] : [`ведут ${number(hours, 'ru')} ч в неделю`]),
      `вакансий ${number(vacancies, 'ru')}`,
      `за год приходит ${range(joining, (each) => number(each, 'ru'))}`,
      ...(leaving === undefined ? [] : [`уходит ${range(leaving, (each) => formatShare(each, 'ru'))}`]),
      ...(leavingPast === undefined || (pastAge === 0 && reaching === undefined)
        ? []
        : [`старших уходит ${range(leavingPast, (each) => formatShare(each, 'ru'))}`]),
    ].join('; '),
};

const en: StaffWords = {
  attendance: 'Schools',
  attendanceNote:
    'Share of conferences at which somebody of the school was, of those of which it is known. Why nobody was, the table does not know: ask about time and connection.',
  schools: ['School', 'Conferences', 'Known of', 'Share attended'],
  conferences: 'Conferences',
  conferencesNote: 'Share of schools of which somebody was there, of those of which it is known.',
  days: ['Day', 'Topic', 'Schools known of', 'Share of schools'],
  burnout: 'Burnout',
  burnoutNotes: [
    'Mean score on the survey of your choice. There are no borders of “much” and “little”: each survey has its own.',
    'With fewer than five answers, or all alike, the mean is hidden: one person’s answer could be seen. The five are our choice.',
    'It is a reason to support, not to judge: do not compare schools by this table.',
  ],
  burnoutColumns: ['School or association', 'Answers', 'Mean score', 'Why nothing'],
  allTogether: 'All together',
  outlook: 'Staffing outlook',
  outlookNotes: (knowsAll) => [
    'All assumptions are yours, from the form; nobody has checked them. “From” and “to” are the extremes, no probability.',
    `Assumed besides: posts and load stay as they are; who reaches the age leaves from that year on as those past it; new teachers are younger${knowsAll ? '.' : '. Where the form does not say how many reach the age, nobody is assumed to.'}`,
    'Fractions are expectations: 3.5 means “three or four”.',
  ],
  years: [
    'Subject',
    'School year',
    'Teachers from',
    'Teachers to',
    'Missing from',
    'Missing to',
    'Lessons a week from',
    'Lessons a week to',
    'Why nothing',
  ],
  notStated: 'it is not stated which share leaves in a year',
  assumptions: 'Assumptions',
  assumptionsNote: 'So the form was filled in. Change an assumption, and run the command again.',
  said: ['Subject', 'What is assumed'],
  saidOf: ({ teachers, pastAge, age, reaching, hours, vacancies, joining, leaving, leavingPast }) =>
    [
      `teachers now ${number(teachers, 'en')}`,
      ...(pastAge === 0
        ? []
        : [
            `of them past ${age === undefined ? 'the chosen age' : `${age} ${pluralEn(age, 'year', 'years')}`} ${number(pastAge, 'en')}`,
          ]),
      ...(reaching === undefined
        ? []
        : [`reaching it, by year: ${reaching.map((each) => each ?? 'not known').join(', ')}`]),
      ...(hours === undefined ? [] : [`lessons a week ${number(hours, 'en')}`]),
      `vacancies ${number(vacancies, 'en')}`,
      `joining a year ${range(joining, (each) => number(each, 'en'))}`,
      ...(leaving === undefined ? [] : [`leaving ${range(leaving, (each) => formatShare(each, 'en'))}`]),
      ...(leavingPast === undefined || (pastAge === 0 && reaching === undefined)
        ? []
        : [`of those past the age ${range(leavingPast, (each) => formatShare(each, 'en'))}`]),
    ].join('; '),
};

function number(value: number, language: Language): string {
  return formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
}

function range(
  { low, high }: { readonly low: number; readonly high: number },
  format: (value: number) => string,
): string {
  return low === high ? format(low) : `${format(low)}–${format(high)}`;
}

export function staffWords(language: Language): StaffWords {
  return language === 'ru' ? ru : en;
}

/** What a row of the form assumes, as a sentence without its end. */
export function assumptionsOf(row: StaffingFormRow, language: Language): string {
  return staffWords(language).saidOf(row);
}
