import type { Language } from '@orientir/core/foundation';
import type { PlanResource } from '@orientir/core/road-map';
import { PLAN_SHEET_COLUMNS } from '../plan-attributes.js';

type Comparators = Readonly<Record<'atLeast' | 'atMost' | 'exactly', string>>;

/** Words of written plans that are neither codes nor texts of the plan. */
export interface WritingWords {
  readonly basis: string;
  readonly problems: string;
  readonly goals: string;
  readonly goalsAndTasks: string;
  readonly decisions: string;
  readonly resources: string;
  readonly resourceKinds: Readonly<Record<PlanResource['kind'], string>>;
  /** What a decision rests on: the assessment and its items, if any. */
  readonly restsOn: (works: readonly string[]) => string;
  readonly itemsOf: (work: string, items: readonly string[]) => string;
  readonly forYear: (schoolYear: string) => string;
  readonly asOf: (date: string) => string;
  readonly position: string;
  readonly blankDate: string;
  readonly noMeasures: string;
  /** In front of links to files with the plan. */
  readonly files: string;
  /** In front of the number of a page and in front of the number of pages. */
  readonly page: readonly [before: string, between: string];
  readonly planSheet: string;
  readonly calendarSheet: string;
  readonly aboutSheet: string;
  readonly reportSheet: string;
  readonly helpSheet: string;
  readonly section: string;
  readonly start: string;
  readonly end: string;
  readonly repeats: string;
  readonly parent: string;
  readonly deadlineKind: string;
  readonly baseline: string;
  readonly target: string;
  readonly statusDate: string;
  readonly evidence: string;
  readonly note: string;
  readonly id: string;
  readonly date: string;
  readonly plan: string;
  readonly school: string;
  readonly planId: string;
  readonly measureId: string;
  readonly title: string;
  readonly kind: string;
  readonly schoolYear: string;
  readonly level: string;
  readonly region: string;
  readonly municipality: string;
  readonly measures: string;
  readonly sections: string;
  readonly dated: string;
  readonly recurring: string;
  readonly undated: string;
  readonly unmarked: string;
  readonly hash: string;
  readonly often: string;
  readonly fill: string;
  readonly statusError: string;
  readonly dateError: string;
  readonly help: readonly string[];
  readonly was: string;
  readonly by: string;
  readonly comparators: Comparators;
  readonly growth: Comparators;
  readonly fall: Comparators;
  readonly pointsUnit: string;
  readonly percentPoints: string;
  readonly period: string;
}

const ru: WritingWords = {
  basis: 'Основание',
  problems: 'Проблемы',
  goals: 'Цели',
  goalsAndTasks: 'Цели и задачи',
  decisions: 'Решения',
  resources: 'Ресурсы',
  resourceKinds: {
    centre: 'Центр',
    community: 'Сообщество',
    course: 'Курс',
    material: 'Материалы',
    event: 'Событие',
  },
  restsOn: (works) => `По данным: ${works.join('; ')}.`,
  itemsOf: (work, items) => `${work}, ${items.length === 1 ? 'задание' : 'задания'} ${items.join(', ')}`,
  forYear: (schoolYear) => `на ${schoolYear} учебный год`,
  asOf: (date) => `По состоянию на ${date}`,
  position: 'должность',
  blankDate: '«___» ____________ 20__ г.',
  noMeasures: 'Мероприятий пока нет.',
  files: 'План в файлах',
  page: ['Страница ', ' из '],
  planSheet: 'План',
  calendarSheet: 'Календарь',
  aboutSheet: 'О плане',
  reportSheet: 'Отчёт',
  helpSheet: 'Как заполнить',
  section: PLAN_SHEET_COLUMNS.section,
  start: PLAN_SHEET_COLUMNS.start,
  end: PLAN_SHEET_COLUMNS.end,
  repeats: 'Повторяется',
  parent: 'Относится к',
  deadlineKind: 'Вид срока',
  baseline: 'Исходное значение',
  target: 'Цель',
  statusDate: 'Дата отметки',
  evidence: 'Подтверждение',
  note: 'Примечание',
  id: PLAN_SHEET_COLUMNS.id,
  date: 'Дата',
  plan: 'План',
  school: 'Школа',
  planId: 'Код плана',
  measureId: 'Код мероприятия',
  title: 'Название',
  kind: 'Вид',
  schoolYear: 'Учебный год',
  level: 'Уровень',
  region: 'Регион',
  municipality: 'Муниципалитет',
  measures: 'Мероприятий',
  sections: 'Разделов',
  dated: 'С датой',
  recurring: 'Повторяющихся',
  undated: 'Без даты',
  unmarked: 'Без отметки',
  hash: 'Контрольная сумма содержания',
  often: 'Мероприятия, которые повторяются чаще 60 раз в год, стоят здесь один раз — на первую дату.',
  fill: 'Заполните выделенные столбцы: отметку, дату, подтверждение. Остальное менять не нужно.',
  statusError: 'Выберите отметку из списка.',
  dateError: 'Напишите дату, например 15.10.2025.',
  help: [
    'Строка — одно мероприятие одного плана. Строки можно сортировать и отбирать, но не удаляйте столбцы с кодами: по ним отметка находит своё мероприятие.',
    'Отметка о выполнении: выберите из списка. Пустая отметка значит, что сведений нет.',
    'Дата: день, которым поставлена отметка.',
    'Подтверждение: название документа, через пробел — его адрес, если он есть. Несколько подтверждений — каждое с новой строки (Alt+Enter).',
    'Примечание: что мешает или что ещё важно. Имена учеников не пишите.',
  ],
  was: 'исходно',
  by: 'к',
  comparators: { atLeast: 'не менее', atMost: 'не более', exactly: '' },
  growth: { atLeast: 'рост не менее чем на', atMost: 'рост не более чем на', exactly: 'рост на' },
  fall: { atLeast: 'снижение не менее чем на', atMost: 'снижение не более чем на', exactly: 'снижение на' },
  pointsUnit: 'б.',
  percentPoints: 'п. п.',
  period: 'Период',
};

const en: WritingWords = {
  basis: 'Basis',
  problems: 'Problems',
  goals: 'Goals',
  goalsAndTasks: 'Goals and tasks',
  decisions: 'Decisions',
  resources: 'Resources',
  resourceKinds: {
    centre: 'Centre',
    community: 'Community',
    course: 'Course',
    material: 'Materials',
    event: 'Event',
  },
  restsOn: (works) => `From the data of ${works.join('; ')}.`,
  itemsOf: (work, items) => `${work}, ${items.length === 1 ? 'item' : 'items'} ${items.join(', ')}`,
  forYear: (schoolYear) => `for the school year ${schoolYear}`,
  asOf: (date) => `As of ${date}`,
  position: 'position',
  blankDate: '“___” ____________ 20__',
  noMeasures: 'There are no measures yet.',
  files: 'The plan as a file',
  page: ['Page ', ' of '],
  planSheet: 'Plan',
  calendarSheet: 'Calendar',
  aboutSheet: 'About the plan',
  reportSheet: 'Report',
  helpSheet: 'How to fill it in',
  section: 'Section',
  start: 'Start',
  end: 'End',
  repeats: 'Repeats',
  parent: 'Belongs to',
  deadlineKind: 'Kind of deadline',
  baseline: 'Baseline',
  target: 'Target',
  statusDate: 'Date of status',
  evidence: 'Evidence',
  note: 'Note',
  id: PLAN_SHEET_COLUMNS.id,
  date: 'Date',
  plan: 'Plan',
  school: 'School',
  planId: 'Plan id',
  measureId: 'Measure id',
  title: 'Title',
  kind: 'Kind',
  schoolYear: 'School year',
  level: 'Level',
  region: 'Region',
  municipality: 'Municipality',
  measures: 'Measures',
  sections: 'Sections',
  dated: 'With a date',
  recurring: 'Recurring',
  undated: 'Without a date',
  unmarked: 'Without a status',
  hash: 'Checksum of the content',
  often: 'Measures that recur more than 60 times a year stand here once, on their first date.',
  fill: 'Fill in the shaded columns: status, date, evidence. Nothing else needs to change.',
  statusError: 'Choose a status from the list.',
  dateError: 'Write a date, for example 15.10.2025.',
  help: [
    'A row is one measure of one plan. Rows may be sorted and filtered, but keep the columns with ids: they lead a status to its measure.',
    'Status: choose it from the list. An empty status means that nothing is known.',
    'Date: the day on which the status was given.',
    'Evidence: the name of a document, then a space and its address, if it has one. Several of them: each on its own line (Alt+Enter).',
    'Note: what stands in the way or matters otherwise. Do not write names of pupils.',
  ],
  was: 'baseline',
  by: 'by',
  comparators: { atLeast: 'at least', atMost: 'at most', exactly: '' },
  growth: { atLeast: 'growth by at least', atMost: 'growth by at most', exactly: 'growth by' },
  fall: { atLeast: 'fall by at least', atMost: 'fall by at most', exactly: 'fall by' },
  pointsUnit: 'points',
  percentPoints: 'pp',
  period: 'Period',
};

/** The words of a language. */
export function writingWords(language: Language): WritingWords {
  return language === 'ru' ? ru : en;
}
