/**
 * What the plan templates say: forms with example measures in our own words.
 *
 * @module
 */
import type { PlanLevel } from './codelists.js';
import type { Heading, Template, Words } from './plan-template-parts.js';
import { DEADLINE, DEPUTY, MEASURE, NUMBER, plain, RESPONSIBLE, TEACHERS } from './plan-template-parts.js';
import { PUPIL_GROUPS } from './pupil-groups-template.js';

const workOf = (addressee: PlanLevel, title: Words): Heading => ({ title, addressee });
const directed = (title: Words, direction: Words): Heading => ({ title, direction });

const QUALITY = /* @__PURE__ */ directed(
  ['Качество обучения', 'Quality of teaching'],
  ['Повышение качества образования', 'Better education'],
);
const STAFF = /* @__PURE__ */ directed(['Кадры', 'Staff'], ['Кадровое обеспечение', 'Staffing']);
const PARENTS = /* @__PURE__ */ directed(
  ['Работа с родителями', 'Work with parents'],
  ['Взаимодействие с родителями', 'Work with parents'],
);
const TEACHING = /* @__PURE__ */ directed(
  ['Преподавание предметов', 'Teaching of subjects'],
  ['Повышение качества преподавания', 'Better teaching'],
);
const OBJECTIVITY = /* @__PURE__ */ directed(
  ['Объективность', 'Objectivity'],
  ['Объективность оценочных процедур', 'Objectivity of assessment'],
);

const HEADS: Words = ['Руководители школ', 'Heads of schools'];
const CENTRE: Words = ['Методический центр', 'Methodical centre'];
const DEPARTMENT: Words = ['Орган управления образованием', 'Education department'];

export const TEMPLATES = {
  /** Six columns: what was recommended, how things stand, what is done about it, and what could go wrong. */
  'recommendations-6': {
    kind: 'roadMap',
    level: 'municipality',
    title: ['Дорожная карта повышения качества образования', 'Road map for better results'],
    columns: [
      ['number', ['№', 'No.']],
      ['text', ['Рекомендация', 'Recommendation']],
      ['situation', ['Описание ситуации (проблемы)', 'Situation (problem)']],
      ['solution', ['Способ решения', 'Solution']],
      ['deadline', ['Срок решения', 'Deadline']],
      ['risks', ['Риски', 'Risks']],
    ],
    sections: [
      [1, /* @__PURE__ */ workOf('municipality', ['Муниципалитет', 'Municipality']), []],
      [
        2,
        QUALITY,
        [
          {
            text: [
              'Разобрать результаты экзаменов и проверочных работ по школам',
              'Go through exam and test results school by school',
            ],
          },
          {
            text: [
              'Закрепить за школами с низкими результатами школы-партнёры',
              'Give every school with low results a partner school',
            ],
          },
        ],
      ],
      [
        2,
        STAFF,
        [
          {
            text: [
              'Составить прогноз потребности в учителях на три года',
              'Forecast the need for teachers for three years',
            ],
          },
        ],
      ],
      [1, /* @__PURE__ */ workOf('school', ['Школы', 'Schools']), []],
      [
        2,
        QUALITY,
        [
          {
            text: [
              'Скорректировать рабочие программы по темам с низкой решаемостью',
              'Correct the curricula where solve rates are low',
            ],
          },
        ],
      ],
      [
        2,
        PARENTS,
        [
          {
            text: [
              'Обсудить с родителями, как помочь детям дома',
              'Discuss with parents how to help at home',
            ],
          },
        ],
      ],
    ],
  },
  /** Four columns: the plan of a programme of support. */
  'measures-4': {
    kind: 'plan',
    level: 'municipality',
    title: ['План поддержки школ с низкими результатами', 'Plan of support for schools with low results'],
    columns: [NUMBER, MEASURE, DEADLINE, RESPONSIBLE],
    sections: [
      [
        1,
        /* @__PURE__ */ plain(['Мероприятия', 'Measures']),
        [
          {
            text: ['Мониторинг результатов поддерживаемых школ', 'Monitoring of the schools supported'],
            deadline: 'один раз в четверть',
            responsible: DEPARTMENT,
            activity: 'monitoring',
          },
          {
            text: ['Совещание руководителей о ходе поддержки', 'Meeting of heads on the support'],
            deadline: 'сентябрь',
            responsible: DEPARTMENT,
            activity: 'meeting',
          },
          {
            text: ['Выезды методистов в школы', 'Visits of methodologists to schools'],
            deadline: 'в течение года',
            responsible: CENTRE,
            activity: 'visit',
          },
          {
            text: ['Дни открытых дверей в школах-партнёрах', 'Open days in partner schools'],
            deadline: 'октябрь, март',
            responsible: HEADS,
            activity: 'openDay',
          },
          {
            text: ['Сбор и распространение удачных практик', 'Collecting and spreading good practice'],
            deadline: 'ежегодно',
            responsible: CENTRE,
          },
          {
            text: ['Публикация новостей поддержки на сайтах', 'News of the support on the sites'],
            deadline: 'постоянно',
            responsible: HEADS,
          },
        ],
      ],
    ],
  },
  /** Five columns, with the result that is expected. */
  'results-5': {
    kind: 'roadMap',
    level: 'region',
    title: [
      'План мероприятий по подготовке к итоговой аттестации',
      'Plan of preparation for the final exams',
    ],
    columns: [NUMBER, MEASURE, DEADLINE, RESPONSIBLE, ['result', ['Результаты', 'Results']]],
    sections: [
      [
        1,
        TEACHING,
        [
          {
            text: ['Семинары по темам с низкой решаемостью', 'Seminars on topics with low solve rates'],
            deadline: 'ноябрь, февраль',
            responsible: CENTRE,
            result: ['Материалы семинаров у каждого учителя', 'Every teacher has the materials'],
            activity: 'seminar',
          },
        ],
      ],
      [
        1,
        OBJECTIVITY,
        [
          {
            text: ['Выборочная перепроверка работ', 'Marking a sample of papers again'],
            deadline: 'до 1 июня',
            responsible: DEPARTMENT,
            result: ['Справка по итогам перепроверки', 'A note on what was found'],
          },
        ],
      ],
    ],
  },
  /** Two columns of a school's self-diagnosis: the factor of risk and what is done about it. */
  'risk-factors': {
    kind: 'plan',
    level: 'school',
    title: ['Меры по актуальным факторам риска', 'Measures against present risks'],
    columns: [
      ['situation', ['Фактор риска', 'Risk']],
      ['text', ['Краткое описание мер', 'Measures in short']],
    ],
    sections: [
      [
        1,
        /* @__PURE__ */ plain(['Факторы риска', 'Risks']),
        [
          {
            situation: ['Не хватает учителей', 'Too few teachers'],
            text: [
              'Договор о целевом обучении, наставник для молодого учителя',
              'A contract with a student, a mentor for the young teacher',
            ],
          },
          {
            situation: ['Много учеников с риском неуспеха', 'Many pupils at risk of failing'],
            text: [
              'Диагностика в начале года, занятия малыми группами',
              'A test at the start of the year, lessons in small groups',
            ],
          },
        ],
      ],
    ],
  },
  /** Five columns of an analytical note, with indicator. */
  'indicators-5': {
    kind: 'plan',
    level: 'school',
    title: ['План работы по итогам проверочных работ', 'Plan after the tests'],
    columns: [
      ['text', ['Мероприятие', 'Measure']],
      ['responsible', ['Исполнитель', 'By whom']],
      ['deadline', ['Срок', 'Deadline']],
      ['result', ['Ожидаемый результат', 'Expected result']],
      ['indicator', ['Показатель', 'Indicator']],
    ],
    sections: [
      [
        1,
        /* @__PURE__ */ plain(['Мероприятия', 'Measures']),
        [
          {
            text: [
              'Повторение темы на уроках и короткая диагностика',
              'Teaching the topic again and testing it briefly',
            ],
            deadline: 'I полугодие',
            responsible: TEACHERS,
            result: [
              'Ученики решают задания темы увереннее',
              'Pupils solve items of the topic with more confidence',
            ],
          },
          {
            text: ['Посещение уроков и обсуждение приёмов', 'Visiting lessons and discussing methods'],
            deadline: 'ноябрь',
            responsible: DEPUTY,
            result: ['Общие приёмы в работе учителей', 'Common methods among teachers'],
          },
        ],
      ],
    ],
  },
  'pupil-categories': PUPIL_GROUPS,
  /** Recommendations with two horizons. */
  'two-horizons': {
    kind: 'roadMap',
    level: 'municipality',
    title: ['Рекомендации на два срока', 'Recommendations with two horizons'],
    columns: [NUMBER, MEASURE, DEADLINE, RESPONSIBLE, ['audience', ['Адресат', 'Audience']]],
    sections: [
      [
        1,
        /* @__PURE__ */ plain(['К нынешней экзаменационной кампании', 'For this exam campaign']),
        [
          {
            text: [
              'Видеоконференции для учителей и учеников предметов по выбору',
              'Video conferences for teachers and pupils of elective subjects',
            ],
            deadline: 'еженедельно',
            responsible: CENTRE,
            audience: ['teachers', 'pupils'],
          },
          {
            text: [
              'Занятия по субботам несколькими школами вместе',
              'Lessons on Saturdays by several schools together',
            ],
            deadline: 'по субботам',
            responsible: HEADS,
            audience: ['pupils'],
          },
        ],
      ],
      [
        1,
        /* @__PURE__ */ plain(['На следующий учебный год', 'For the next school year']),
        [
          {
            text: [
              'Курсы и взаимообучение по выявленным дефицитам',
              'Courses and mutual teaching for the deficits found',
            ],
            deadline: 'в течение года',
            responsible: CENTRE,
            audience: ['teachers', 'associations'],
          },
          {
            text: [
              'Короткие внеурочные курсы по слабым темам',
              'Short extracurricular courses on weak topics',
            ],
            deadline: 'до 15 сентября',
            responsible: HEADS,
            audience: ['heads'],
          },
        ],
      ],
    ],
  },
} as const satisfies Readonly<Record<string, Template>>;
