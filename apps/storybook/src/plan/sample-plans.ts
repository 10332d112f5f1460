/** Invented plans of the shapes that municipalities and schools publish. @module */
import type { SampleDeadline, SamplePlan, SampleRow } from './published-table.js';

const WORKS = [
  'Провести совещание заместителей директоров по итогам диагностики',
  'Открыть консультационный пункт для учителей математики',
  'Организовать посещение уроков с последующим разбором',
  'Подготовить памятку для родителей о подготовке к проверочным работам',
  'Составить индивидуальные маршруты для обучающихся группы риска',
  'Провести пробную работу по заданиям с низкой решаемостью',
] as const;
const PARTIES = ['Управление образования', 'Методический центр', 'Директора школ', 'Школа № 7'] as const;
const STATUSES = ['done', 'underWay', 'notDone', 'done', undefined, 'cancelled'] as const;

/** Days of a school year, one after the other, never in July or August. */
function dayOf(index: number): string {
  const month = (8 + (index % 10)) % 12;
  return `${month >= 8 ? 2025 : 2026}-${String(month + 1).padStart(2, '0')}-${String(((index * 7) % 27) + 1).padStart(2, '0')}`;
}

function until(end: string): SampleDeadline {
  return { words: `до ${end.split('-').reverse().join('.')}`, kind: 'date', end };
}

function pick<Of>(list: readonly [Of, ...Of[]], index: number): Of {
  return list[index % list.length] ?? list[0];
}

function row(index: number, number = `${index + 1}`): SampleRow {
  const day = dayOf(index);
  const status = day < '2025-10-15' ? STATUSES[index % STATUSES.length] : undefined;
  return {
    number,
    text: pick(WORKS, index),
    deadline: until(day),
    responsible: index % 3 === 0 ? PARTIES.slice(0, 2) : [pick(PARTIES, index)],
    result: 'Справка и решение совещания',
    indicator: `Доля обучающихся, справившихся с работой, не ниже ${60 + (index % 5) * 5}&nbsp;%`,
    audience: pick(['учителя', 'родители', 'руководители школ'], index),
    ...(status === undefined ? {} : { status }),
  };
}

const rows = (from: number, count: number, prefix = ''): readonly SampleRow[] =>
  Array.from({ length: count }, (_, i) =>
    row(from + i, prefix === '' ? `${from + i + 1}` : `${prefix}.${i + 1}`),
  );

/** Seven columns, sections inside sections. */
export const municipalRoadMap: SamplePlan = {
  title: 'Дорожная карта Заречного района по повышению качества образования на 2025/2026 учебный год',
  approvedOn: '2025-09-12',
  columns: {
    number: '№ п/п',
    text: 'Мероприятие',
    deadline: 'Срок',
    responsible: 'Ответственные',
    result: 'Ожидаемый результат',
    indicator: 'Показатель',
    status: 'Отметка о выполнении',
  },
  sections: [
    { title: '1. Работа с результатами оценки качества', rows: [] },
    { title: '1.1. Анализ', inside: 1, rows: rows(0, 3, '1.1') },
    { title: '1.2. Сопровождение школ', inside: 1, rows: rows(3, 4, '1.2') },
    { title: '2. Повышение квалификации', rows: [] },
    {
      title: '2.1. Методическая помощь',
      inside: 4,
      rows: [
        ...rows(7, 3, '2.1'),
        {
          ...row(10, '2.1.4'),
          deadline: {
            words: 'ежеквартально',
            kind: 'recurring',
            start: '2025-09-01',
            end: '2026-05-31',
            days: ['2025-10-01/2025-10-31', '2026-01-31', '2026-04-30'],
          },
        },
      ],
    },
    {
      title: '2.2. Наставничество',
      inside: 4,
      rows: [
        {
          ...row(11, '2.2.1'),
          deadline: {
            words: 'октябрь — декабрь 2025 года',
            kind: 'period',
            start: '2025-10-01',
            end: '2025-12-31',
          },
        },
        { ...row(14, '2.2.2'), deadline: { words: 'постоянно', kind: 'ongoing' } },
      ],
    },
  ],
};

/** Four columns, one level of sections. */
export const programme: SamplePlan = {
  title: 'Программа перехода школы № 7 в эффективный режим работы',
  columns: { number: '№', text: 'Мероприятие', deadline: 'Срок', responsible: 'Ответственный' },
  sections: [
    { title: 'Кадры', rows: rows(0, 4) },
    { title: 'Обучающиеся', rows: rows(4, 4) },
    { title: 'Родители', rows: rows(8, 3) },
  ],
};

/** A short list that names no dates. */
export const shortList: SamplePlan = {
  title: 'Первоочередные меры',
  columns: { number: '№', text: 'Что делаем', responsible: 'Кто' },
  sections: [{ title: '', rows: rows(0, 5) }],
};

/** By categories of pupils: what is difficult, what is done. */
export const byPupils: SamplePlan = {
  title: 'План работы с обучающимися разных категорий',
  columns: {
    audience: 'Категория',
    situation: 'Затруднение',
    solution: 'Что делаем',
    deadline: 'Срок',
    responsible: 'Кто отвечает',
    result: 'Результат',
  },
  sections: ['Обучающиеся с риском неуспеха', 'Обучающиеся, изучающие русский как неродной'].map(
    (title, index) => ({
      title,
      rows: ['Работа с текстом задачи', 'Вычисления с дробями', 'Развёрнутый ответ'].map((situation, i) => ({
        audience: pick(['5 класс', '6 класс', '8 класс'], i),
        situation,
        solution: pick(WORKS, index * 3 + i),
        deadline: until(dayOf(index * 3 + i)),
        responsible: ['Учителя-предметники', 'Педагог-психолог'],
        result: 'Затруднение снято у большинства группы',
      })),
    }),
  ),
};

/** Parties in one line, as they were glued in a document, and deadlines in words only. */
export const gluedParties: SamplePlan = {
  title: 'План мероприятий («дорожная карта»)',
  columns: {
    number: '№ п/п',
    text: 'Наименование мероприятия',
    deadline: 'Сроки реализации',
    responsible: 'Ответственные исполнители',
    audience: 'Целевая группа',
  },
  sections: [
    {
      title: '',
      rows: Array.from({ length: 6 }, (_, i) => ({
        ...row(i),
        deadline:
          i % 2 === 0 ? until(dayOf(i)) : { words: pick(['в течение года', 'по отдельному графику'], i) },
        responsible: [
          'Управление образования, методический центр,директора школ №№ 3, 7, 12;руководители методических объединений/заместители директоров',
        ],
      })),
    },
  ],
};

export const oneMeasure: SamplePlan = {
  ...programme,
  title: 'План из одного мероприятия',
  sections: [{ title: '', rows: rows(0, 1) }],
};

export const noMeasures: SamplePlan = { ...programme, sections: [] };

export const manyMeasures: SamplePlan = {
  ...municipalRoadMap,
  sections: Array.from({ length: 10 }, (_, i) => ({
    title: `${i + 1}. Направление работы`,
    rows: rows(i * 30, 30, `${i + 1}`),
  })),
};

/** The longest words that such plans have, in narrow columns. */
export const longWords: SamplePlan = {
  ...municipalRoadMap,
  title: 'Общеобразовательныеорганизации: высококвалифицированное научно-методическое сопровождение',
  sections: [
    {
      title: 'Профессионально-ориентированное межмуниципальное взаимодействие',
      rows: rows(0, 4).map((each) => ({
        ...each,
        text: 'Внутришкольное самообследование высокомотивированных общеобразовательных организаций, функционирующих в неблагоприятныхсоциально-экономическихусловиях',
        responsible: ['Информационно-методический центр муниципального общеобразовательногокомплекса'],
        result: 'Конкурентоспособность, самодиагностируемость, здоровьесбережение',
      })),
    },
  ],
};

/** A plan in English. */
export const inEnglish: SamplePlan = {
  title: 'Road map of School 7, 2025/2026',
  approvedOn: '2025-09-12',
  columns: {
    number: 'No.',
    text: 'Measure',
    deadline: 'Deadline',
    responsible: 'Responsible',
    audience: 'For whom',
  },
  sections: ['Teaching', 'Families'].map((title, index) => ({
    title,
    rows: Array.from({ length: 4 }, (_, i) => {
      const end = dayOf(index * 4 + i);
      return {
        number: `${index * 4 + i + 1}`,
        text: pick(['Visit lessons and talk them over', 'Open a help desk for parents'], i),
        deadline: { words: `by ${end}`, kind: 'date', end },
        responsible: [pick(['Head teacher', 'Methodology centre'], i)],
        audience: pick(['teachers', 'parents'], i),
      };
    }),
  })),
};
