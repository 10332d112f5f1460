/**
 * Plans for tests of writers, in our own words.
 *
 * @module
 */
import { parseDeadline } from '@orientir/core/calendar';
import type { Measure, RoadMap } from '@orientir/core/road-map';

const YEAR = '2025/2026';

/** A measure with the deadline as it would be read. */
export function aMeasure(id: string, text: string, deadline: string, more: Partial<Measure> = {}): Measure {
  return {
    id,
    text,
    sectionPath: [],
    deadline: parseDeadline(deadline, { schoolYear: YEAR }).deadline,
    responsible: [],
    ...more,
  };
}

/** A small plan that has everything: stamps, lists, sections, unnumbered rows, marks. */
export const SAMPLE: RoadMap = {
  schema: 'orientir.road-map',
  version: 1,
  id: 'zarechny-2025',
  kind: 'roadMap',
  title: 'по повышению качества математического образования в школах Заречного района',
  level: 'municipality',
  region: 'Образцовый край',
  municipality: 'Заречный район',
  schoolYear: YEAR,
  legalBasis: [
    { raw: 'письмо министерства образования Образцового края от 12.08.2025 № 31-17/402', date: '2025-08-12' },
    { raw: 'протокол совещания руководителей школ от 20.08.2025 № 4.' },
  ],
  problems: [
    { id: 'p1', text: 'Задания на проценты и отношения решает меньше половины восьмиклассников.' },
    { id: 'p2', text: 'В трёх школах математику ведёт один учитель во всех классах.' },
  ],
  goals: [
    {
      id: 'g1',
      text: 'Поднять решаемость заданий базового уровня до средней по краю',
      horizon: 'schoolYear',
      tasks: [
        { id: 't1', text: 'Дать учителям материалы по темам, которые западают', problems: ['p1'] },
        { id: 't2', text: 'Наладить работу пар «школа — школа»' },
      ],
    },
    { id: 'g2', text: 'Удержать результат три года' },
  ],
  sections: [
    { id: 's1', number: 'I.', title: 'Муниципальный уровень' },
    { id: 's1-1', number: '1.1.', title: 'Работа с руководителями', parent: 's1' },
    { id: 's2', number: 'II.', title: 'Уровень школы' },
  ],
  stamps: [
    {
      kind: 'agreed',
      position: 'Директор методического центра',
      name: 'П. Р. Образцова',
      date: '2025-09-01',
      document: 'протокол от 01.09.2025 № 1',
    },
    {
      kind: 'approved',
      position: 'Начальник управления образования',
      organisation: 'Администрация Заречного района',
    },
  ],
  measures: [
    aMeasure(
      'm1',
      'Совещание руководителей «Что показали проверочные работы» & разбор причин',
      'до 1 октября 2025 г.',
      {
        number: '1.1.1',
        section: 's1-1',
        sectionPath: ['Муниципальный уровень', 'Работа с руководителями'],
        responsible: ['Управление образования', 'методический центр, районное объединение учителей'],
        result: 'Справка < 3 страниц, план поездок',
      },
    ),
    aMeasure('m2', 'Поездки методистов в школы', 'ежемесячно', {
      number: '1.1.2',
      section: 's1-1',
      sectionPath: ['Муниципальный уровень', 'Работа с руководителями'],
      responsible: ['Методический центр'],
      result: 'Не менее 3 поездок\nв каждую школу',
    }),
    aMeasure('m2-a', 'в том числе в школы с низкими результатами', 'каждую четверть', {
      section: 's1-1',
      sectionPath: ['Муниципальный уровень', 'Работа с руководителями'],
      parent: 'm2',
      responsible: ['Методический центр'],
    }),
    aMeasure('m3', 'Самодиагностика учителей математики', 'сентябрь – ноябрь 2025 г.', {
      number: '2.1',
      section: 's2',
      sectionPath: ['Уровень школы'],
      responsible: ['Заместители директоров'],
      indicators: [
        {
          id: 'i1',
          name: 'Доля учителей, прошедших самодиагностику',
          unit: 'share',
          baseline: { value: 0.41, date: '2025-05-30' },
          target: { comparator: 'atLeast', value: 0.9, of: 'value', date: '2025-11-30' },
        },
      ],
    }),
    aMeasure('m4', 'Консультации родителей', 'постоянно', {
      number: '2.2',
      section: 's2',
      sectionPath: ['Уровень школы'],
      responsible: ['Классные руководители'],
      audience: ['parents'],
    }),
    aMeasure('m5', 'Пробный экзамен', '16–20 февраля 2026 г.', {
      number: '2.3',
      section: 's2',
      sectionPath: ['Уровень школы'],
      responsible: ['Директора школ'],
    }),
  ],
  record: {
    events: [
      { event: 'drafted', date: '2025-08-25' },
      { event: 'submitted', date: '2025-08-28' },
    ],
    measures: [
      { measure: 'm1', status: 'underWay', date: '2025-09-20' },
      {
        measure: 'm1',
        status: 'done',
        date: '2025-09-29',
        evidence: [
          { title: 'Справка по итогам совещания', href: 'https://example.org/spravka?id=1&y=2025' },
          { title: 'Фотоотчёт', href: 'javascript:alert(1)' },
        ],
      },
    ],
  },
};

/** A plan without anything in it. */
export const EMPTY: RoadMap = {
  schema: 'orientir.road-map',
  version: 1,
  id: 'empty',
  kind: 'plan',
  title: '',
  sections: [],
  measures: [],
};
