/**
 * The plan of work with groups of pupils: three categories of support, and pupils with high results.
 *
 * @module
 */
import type { Template, Words } from './plan-template-parts.js';
import { DEADLINE, DEPUTY, MEASURE, NUMBER, plain, RESPONSIBLE, TEACHERS } from './plan-template-parts.js';

const TUTOR: Words = ['Классный руководитель', 'Class teacher'];

/** Names never stand in a plan, nor does it say how many pupils are meant. */
export const PUPIL_GROUPS = {
  kind: 'plan',
  level: 'school',
  title: ['План работы с группами учеников', 'Plan of work with groups of pupils'],
  columns: [NUMBER, MEASURE, DEADLINE, RESPONSIBLE],
  sections: [
    [
      1,
      /* @__PURE__ */ plain(['Пропускают занятия', 'Absent from lessons']),
      [
        {
          text: ['Выяснить причины пропусков в беседе с семьёй', 'Find out why, with the family'],
          deadline: 'сентябрь',
          responsible: TUTOR,
          audience: ['pupils', 'parents'],
        },
        {
          text: ['Сверять посещаемость', 'Look at attendance'],
          deadline: 'еженедельно',
          responsible: TUTOR,
          audience: ['pupils'],
        },
      ],
    ],
    [
      1,
      /* @__PURE__ */ plain(['Не успевают', 'Failing']),
      [
        {
          text: ['Диагностика пробелов и индивидуальный маршрут', 'Find the gaps and plan a route'],
          deadline: 'до 1 октября',
          responsible: TEACHERS,
          audience: ['pupils'],
        },
        {
          text: ['Занятия малыми группами', 'Lessons in small groups'],
          deadline: 'еженедельно',
          responsible: TEACHERS,
          audience: ['pupils'],
        },
      ],
    ],
    [
      1,
      /* @__PURE__ */ plain(['С ограниченными возможностями здоровья', 'With special needs']),
      [
        {
          text: [
            'Выполнять рекомендации комиссии на уроках и при проверке',
            'Follow the recommendations of the commission in lessons and tests',
          ],
          deadline: 'постоянно',
          responsible: TEACHERS,
          audience: ['pupils'],
        },
        {
          text: ['Консультации для родителей', 'Consultations for parents'],
          deadline: 'один раз в четверть',
          responsible: ['Педагог-психолог', 'School psychologist'],
          audience: ['parents'],
          activity: 'consultation',
        },
      ],
    ],
    [
      1,
      /* @__PURE__ */ plain(['Показывают высокие результаты', 'With high results']),
      [
        {
          text: [
            'Узнать, какие предметы эти ученики хотят изучать глубже, и подобрать элективные курсы',
            'Ask which subjects these pupils want to go deeper into, and choose elective courses',
          ],
          deadline: 'сентябрь',
          responsible: DEPUTY,
          audience: ['pupils'],
        },
        {
          text: [
            'Занятия по программам углублённого уровня и факультативы',
            'Lessons of advanced programmes and optional courses',
          ],
          deadline: 'в течение года',
          responsible: TEACHERS,
          audience: ['pupils'],
        },
      ],
    ],
  ],
} as const satisfies Template;
