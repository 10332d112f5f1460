/** Words of views and downloads in both languages. @module */
import type { Language } from '@orientir/core/foundation';

export interface ExtraWords {
  readonly responsible: string;
  readonly audience: string;
  readonly month: string;
  readonly previous: string;
  readonly next: string;
  readonly calendarOf: (month: string) => string;
  readonly nothingInMonth: string;
  readonly undated: (count: number) => string;
  readonly timeline: string;
  readonly noDates: string;
  readonly measure: string;
  readonly now: string;
  readonly overdue: string;
  readonly soon: string;
  readonly regular: string;
  readonly finished: string;
  readonly other: string;
  readonly until: (day: string) => string;
  readonly forParents: string;
  readonly print: string;
  readonly csv: string;
  readonly ics: string;
  readonly approvedOn: (day: string) => string;
  readonly isApproved: string;
  readonly hasChanged: string;
  readonly changes: (count: number) => string;
  readonly more: (count: number) => string;
  readonly failed: string;
  readonly offline: string;
  readonly wrong: string;
  readonly stale: (day: string) => string;
}

export const extraWords: Readonly<Record<Language, ExtraWords>> = {
  ru: {
    responsible: 'Ответственный',
    audience: 'Для кого',
    month: 'Месяц',
    previous: 'Предыдущий месяц',
    next: 'Следующий месяц',
    calendarOf: (month) => `Сроки: ${month}`,
    nothingInMonth: 'В этом месяце сроков нет.',
    undated: (count) => `Без точной даты: ${count}. Они есть в таблице и в списке.`,
    timeline: 'Когда что делается',
    noDates: 'Дат в плане нет.',
    measure: 'Мероприятие',
    now: 'Сейчас',
    overdue: 'Срок прошёл, отметки о выполнении нет',
    soon: 'Предстоит',
    regular: 'Постоянно или регулярно',
    finished: 'Сделано',
    other: 'Остальное',
    until: (day) => `до ${day}`,
    forParents: 'Для родителей',
    print: 'Напечатать',
    csv: 'Скачать таблицу (CSV)',
    ics: 'Сроки в календарь (ICS)',
    // A day ends in «г.» by itself.
    approvedOn: (day) => `План утверждён ${day}`,
    isApproved: 'Содержание сверено: это утверждённая редакция.',
    hasChanged: 'После утверждения содержание плана изменилось.',
    changes: (count) => `Что изменилось: ${count}`,
    more: (count) => `и ещё ${count}`,
    failed: 'План не загрузился.',
    offline: 'Нет соединения с сетью.',
    wrong: 'Файл плана устроен не так, как ожидалось.',
    stale: (day) => `Показана сохранённая таблица${day === '' ? '.' : ` на ${day}`}`,
  },
  en: {
    responsible: 'Responsible',
    audience: 'For whom',
    month: 'Month',
    previous: 'Previous month',
    next: 'Next month',
    calendarOf: (month) => `Deadlines: ${month}`,
    nothingInMonth: 'There are no deadlines in this month.',
    undated: (count) => `Without an exact date: ${count}. They stand in the table and the list.`,
    timeline: 'What is done when',
    noDates: 'There are no dates in the plan.',
    measure: 'Measure',
    now: 'Now',
    overdue: 'Past their date, not marked as done',
    soon: 'To come',
    regular: 'Ongoing or recurring',
    finished: 'Done',
    other: 'The rest',
    until: (day) => `by ${day}`,
    forParents: 'For parents',
    print: 'Print',
    csv: 'Download the table (CSV)',
    ics: 'Deadlines for a calendar (ICS)',
    approvedOn: (day) => `The plan was approved on ${day}.`,
    isApproved: 'The content was compared: this is the approved version.',
    hasChanged: 'The content of the plan has changed since it was approved.',
    changes: (count) => `What has changed: ${count}`,
    more: (count) => `and ${count} more`,
    failed: 'The plan could not be loaded.',
    offline: 'There is no network connection.',
    wrong: 'The file of the plan is not as expected.',
    stale: (day) => `This is the stored table${day === '' ? '' : ` of ${day}`}.`,
  },
};
