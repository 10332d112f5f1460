/**
 * Teachers of the sample region, topics in which they may need support, and offers. Nobody in it exists.
 *
 * @module
 */
import { writeCsv } from '@orientir/formats/csv';
import type { Random } from './random.js';
import type { SampleSchool } from './region.js';

/** A table as text, by the name of its file. */
export interface SampleTable {
  readonly path: string;
  readonly text: string;
}

type Row = readonly (string | number | undefined)[];

const SUBJECTS = {
  Математика: ['Дроби', 'Проценты', 'Текстовые задачи', 'Геометрия: построения', 'Вероятность'],
  'Русский язык': ['Пунктуация', 'Сочинение-рассуждение', 'Работа с текстом', 'Орфография'],
  Биология: ['Опыты и наблюдения', 'Работа с таблицами', 'Строение клетки'],
} as const;
/** Sections of the works of the region, so that what results suppose finds an offer. */
const OF_WORKS = {
  Математика: ['Числа и дроби', 'Вычисления', 'Таблицы и диаграммы', 'Геометрия'],
  'Русский язык': [
    'Списывание текста',
    'Разборы',
    'Произношение и части речи',
    'Звуки и ударение',
    'Предложение',
    'Слово',
  ],
  Биология: [],
} as const;
/** Grades in which the region wrote works of a subject. */
const GRADES: Readonly<Record<(typeof NAMES)[number], readonly number[]>> = {
  Математика: [5],
  'Русский язык': [4, 5],
  Биология: [],
};
const COMMON = ['Функциональная грамотность', 'Оценивание на уроке', 'Учёт пробелов учеников'] as const;
/** Results of pupils say nothing of how a teacher marks or plans. */
const SOURCES_OF_METHOD = [
  'заявлено учителем',
  'диагностика: методический блок',
  'заявлено учителем',
] as const;
const SOURCES_OF_SUBJECT = ['заявлено учителем', 'диагностика: предметный блок', 'результаты работ'] as const;
const SLOTS = ['вт 15:00', 'ср 15:00', 'чт 15:00', 'сб 10:00'] as const;
const NAMES = ['Математика', 'Русский язык', 'Биология'] as const;

/** Tables for `orientir match`. */
export function sampleSupport(schools: readonly SampleSchool[], random: Random): readonly SampleTable[] {
  const teachers: Row[] = [];
  const deficits: Row[] = [];
  for (const { digits, effect, size } of schools) {
    NAMES.forEach((subject, s) => {
      const teacher = `t-${digits}-${s + 1}`;
      const isNew = random.chance(0.15);
      teachers.push([
        teacher,
        `sch${digits}`,
        subject,
        classesOf(GRADES[subject], size),
        random.pick([1, 2, 2, 3]),
        random.chance(0.4) ? [random.pick(SLOTS), random.pick(SLOTS)].join('|') : undefined,
        random.chance(0.3) ? random.pick([18, 36, 54]) : undefined,
        isNew ? 'да' : undefined,
        random.chance(0.1) ? 'да' : undefined,
        effect < -0.4 ? 'да' : undefined,
        isNew && random.chance(0.5) ? 'да' : undefined,
        undefined,
      ]);
      for (const topic of [...SUBJECTS[subject], ...COMMON]) {
        // More topics where pupils solve less: a hypothesis, as everywhere.
        if (!random.chance(effect < 0 ? 0.45 : 0.25)) continue;
        deficits.push([
          teacher,
          topic,
          random.pick([1, 1, 2, 2, 3]),
          random.pick(COMMON.some((each) => each === topic) ? SOURCES_OF_METHOD : SOURCES_OF_SUBJECT),
        ]);
      }
    });
  }
  return [
    {
      path: 'teachers.csv',
      text: table(
        'teacher,school,subject,classes,limit,slots,hours,young,newcomer,low_results,no_exam_experience,locked',
        teachers,
      ),
    },
    {
      path: 'offers.csv',
      text: table(
        'offer,kind,topics,strength,places,min_group,slot,format,place,hours,cost',
        offersOf(schools, random),
      ),
    },
    { path: 'deficits.csv', text: table('teacher,topic,severity,source', deficits) },
  ];
}

/** All classes that a school may have in these grades: letters stand in one export, numbers in another. */
function classesOf(grades: readonly number[], size: number): string | undefined {
  const most = Math.round(size / 25) + 2;
  const classes = grades.flatMap((grade) => [
    ...[...'АБВГДЕЖ'].slice(0, most).map((letter) => `${grade}${letter}`),
    ...Array.from({ length: most }, (_, i) => `${grade}-${i + 1}`),
  ]);
  return classes.length === 0 ? undefined : classes.join('|');
}

function offersOf(schools: readonly SampleSchool[], random: Random): readonly Row[] {
  const size = schools.length;
  const places = (share: number) => Math.max(1, Math.round(size * share));
  const rows: Row[] = [];
  for (const subject of NAMES) {
    const topics = [...SUBJECTS[subject], ...OF_WORKS[subject]];
    rows.push(
      [
        `${subject}-1`,
        'курс',
        topics.join('|'),
        3,
        places(0.25),
        Math.min(5, places(0.25)),
        'сб 10:00',
        'очно',
        'Институт развития образования',
        36,
        4000,
      ],
      [
        `${subject}-2`,
        'ВКС',
        [topics[0], topics[1]].join('|'),
        2,
        places(0.5),
        undefined,
        'ср 15:00',
        'дистанционно',
        undefined,
        2,
        undefined,
      ],
      [
        `${subject}-3`,
        'видео',
        topics.join('|'),
        1,
        places(2),
        undefined,
        undefined,
        'дистанционно',
        undefined,
        1,
        undefined,
      ],
    );
  }
  [...new Set(schools.map(({ municipality }) => municipality))].forEach((municipality, m) => {
    const own = schools.filter((school) => school.municipality === municipality);
    const place = own[0] === undefined ? undefined : `sch${own[0].digits}`;
    for (const subject of NAMES) {
      rows.push([
        `${subject}-район-${m + 1}`,
        'объединение',
        [...SUBJECTS[subject].slice(1), COMMON[0], COMMON[1]].join('|'),
        2,
        Math.max(3, Math.round(own.length / 2)),
        2,
        random.pick(SLOTS),
        'очно',
        place,
        2,
        undefined,
      ]);
    }
    rows.push([
      `район-${m + 1}`,
      'наставник',
      [...COMMON, SUBJECTS[random.pick(NAMES)][0]].join('|'),
      3,
      2,
      undefined,
      undefined,
      'очно',
      place,
      8,
      undefined,
    ]);
  });
  return rows;
}

function table(header: string, rows: readonly Row[]): string {
  return writeCsv({ name: '', columns: header.split(',').map((id) => ({ id, kind: 'text' })), rows });
}
