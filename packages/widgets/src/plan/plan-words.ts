/** Words of the first view. The English ones come with what is loaded after it, or before it on an English page. @module */
import type { MeasureState } from './measure-state.js';

export type PlanView = 'table' | 'list' | 'calendar' | 'timeline' | 'plain';

export interface PlanWords {
  readonly search: string;
  readonly section: string;
  readonly state: string;
  readonly all: string;
  readonly clear: string;
  readonly view: string;
  readonly views: Readonly<Record<PlanView, string>>;
  readonly states: Readonly<Record<MeasureState, string>>;
  readonly rest: string;
  readonly evidence: string;
  readonly filters: string;
  shown(count: number, of: number): string;
  done(count: number, of: number): string;
  overdue(count: number): string;
  due(count: number): string;
  readonly nothing: string;
  readonly empty: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  link(name: string): string;
}

export const russian: PlanWords = {
  search: 'Поиск',
  section: 'Раздел',
  state: 'Состояние',
  all: 'все',
  clear: 'Показать всё',
  view: 'Вид',
  views: { table: 'Таблица', list: 'Список', calendar: 'Календарь', timeline: 'Лента', plain: 'Кратко' },
  states: {
    done: 'выполнено',
    underWay: 'выполняется',
    notDone: 'не выполнено',
    cancelled: 'отменено',
    overdue: 'срок прошёл, отметки нет',
    due: 'сейчас',
    later: 'предстоит',
    repeats: 'постоянно или регулярно',
    undated: 'без даты',
  },
  rest: 'Вне разделов',
  evidence: 'Подтверждение',
  filters: 'Отбор',
  shown: (count, of) => `Показано ${count} из ${of}.`,
  done: (count, of) => `Выполнено ${count} из ${of}.`,
  overdue: (count) => `Срок прошёл, отметки нет: ${count}.`,
  due: (count) => `Сейчас: ${count}.`,
  nothing: 'По этим условиям мероприятий нет.',
  empty: 'Здесь будет план. Мероприятий пока нет.',
  loading: 'Загружаем план…',
  failed: 'План не загрузился.',
  retry: 'Попробовать ещё раз',
  link: (name) => `Ссылка на мероприятие ${name}`,
};
