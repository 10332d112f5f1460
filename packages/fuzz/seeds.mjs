/** Undamaged inputs of readers and doors: a few rows of each kind. */
import { formatTally, parseTally, shareTally, TallySum } from '@orientir/core/tally';
import { inputFile, readInputs } from '@orientir/formats/readers';
import { writeRawWorkbook } from '@orientir/formats/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeSample } from 'orientir/sample';
import { Random } from './random.mjs';

/** A pupil: a name that no issue may repeat. */
export const NAME = 'Кузнецова-Пробная';
const ROWS = 14;
/** Versions of a tally that are still read. */
const EARLIER = [1, 2, 3, 4];

const sample = makeSample({ schools: 2, seed: 7 });
const sampleOf = (ending) => sample.filter(({ path }) => path.endsWith(ending));
const shortText = (text) => text.split('\n').slice(0, ROWS).join('\n');
export const csvSeeds = [
  ...sampleOf('.csv').map(({ bytes }) => shortText(strFromU8(bytes))),
  `school,class,pupil,ФИО,teacher,mark,journal_mark,1,2,3\n${Array.from({ length: 8 }, (_, i) => `s1,5А,p${i},${NAME},t1,4,3,1,${i % 3},X`).join('\n')}\n`,
  '\ufeffschool;class;pupil;variant;1;2\r\n"s1";"5ё";"a";1;1,5;N\r\n"s2";"5 А";"b";2;;2\r\n',
  'school\tclass\tpupil\t1\t2\ns1\t6\t1\t0\t1\n',
];
/** Workbooks as texts of their parts, a few rows each. */
export const bookSeeds = [
  ...sampleOf('.xlsx').map(({ bytes }) => bytes),
  writeRawWorkbook([
    {
      name: 'Лист',
      rows: [
        ['school', 'class', 'pupil', '1', '2'],
        ['s1', '5А', NAME, 1, 2],
      ],
    },
  ]),
].map((bytes) =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const text = strFromU8(part)
      .replace(/(<sheetData>(?:<row[\s\S]*?<\/row>){0,14})[\s\S]*?(<\/sheetData>)/, '$1$2')
      .slice(0, 60_000);
    return { name, text, bytes: strToU8(text) };
  }),
);
export const zipped = bookSeeds.map((parts) =>
  zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), { level: 6 }),
);
/** A sheet of so many bytes that its part is unpacked as a stream, which small ones are not. */
export const longZipped = writeRawWorkbook(
  [
    {
      name: 'Лист',
      rows: [
        ['school', 'class', 'pupil', '1', '2', 'x'],
        ...Array.from({ length: 30 }, (_, i) => ['s1', '5А', i, i % 2, i % 3, noise(i, 250)]),
      ],
    },
  ],
  { strings: 'inline' },
);
export const jsonSeeds = [
  JSON.stringify({
    id: 'w',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 5,
    schoolYear: '2025/2026',
    items: [
      { id: '1', maxPoints: 1, level: 'Б', section: 'Дроби', skill: 'subject', codes: ['1.2'], tags: ['a'] },
      { id: 2, maxPoints: 2.5 },
    ],
    markScale: [
      { mark: 3, min: 1 },
      { mark: 4, min: 2 },
    ],
  }),
  ...sampleOf('.json')
    .map(({ bytes }) => strFromU8(bytes))
    .filter((text) => text.length < 20_000),
];
export const schoolSeeds = sampleOf('schools.csv').map(({ bytes }) => shortText(strFromU8(bytes)));
export const tallySeeds = await seedTallies();

/** Two protocols with a retake, and a list of appeals. */
export const EXAMS = [
  `01 - Русский язык 2025.06.09\n№;Код ОО;Класс;Код участника;Фамилия;Серия;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Оценка\n1;900101;9А;101;${NAME};0000;++-2;2(2)1(3);7;4\n2;900101;9А;102;Проба;0000;+--1;X(2)0(3);2;2\n12 - Обществознание 2025.06.02\n№;Код ОО;Класс;Код участника;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Итоговый балл\n1;900101;11;101;+-;;1;40\n`,
  `SchoolCode;ClassCode;SurnameCell;TestResultBCell;TestResultCCell;PrimaryMark;Mark5\n01 - 2025.09.05\nSchoolCode;ClassCode;SurnameCell;TestResultBCell;TestResultCCell;PrimaryMark;Mark5\n900101;9А;${NAME};++++;2(2)3(3);9;5\n`,
  `№;Код ОО;Класс;ФИО;Экзамен;апелляция;Первичный балл;Оценка\n1;900101;9А;Проба;Русский язык(2025.06.09);да;3;3\n`,
];
export const REPORTS = [
  'Статистика по отметкам\n\nВПР 2026 Математика 5 класс\nГруппы участников;Кол-во ОО;Кол-во участников;2;3;4;5\nВся выборка;9;100;10,5;39,5;30;20\nРайон А(reg99_m001);2;24;12,5;50;25;12,5\nСОШ № 1(edu990001);;3;0;33,33;33,33;33,33\n',
  'ВПР 2026 Математика 5 класс\nГруппы участников;Кол-во участников(всего);Понизили %;Понизили Кол-во участников;Подтвердили %;Подтвердили Кол-во участников;Повысили %;Повысили Кол-во участников\nСОШ № 1(edu990001);13;25;3;50;6;25;3\n',
  'Год;Класс;Предмет;Муниципалитет;Логин;ОО;Кол-во участников;0;1;2\n2026;5;Математика;Район А;edu990001;СОШ № 1;8;12,5;50,0;37,5\n',
  'ВПР 2026 Математика 5 класс\nГруппы участников;Кол-во участников;1;2К1;3.1\nМакс балл;;1;2;1\nСОШ № 1(edu990001);8;62,5;56,25;10\n',
  'ВПР 2026 Математика 5 класс\nНомер задания;Блоки ПООП;Макс балл;Район А(reg99_m001);РФ\n1;Считать;1;70;85,25\n',
];

async function seedTallies() {
  const sum = new TallySum();
  await readInputs(
    [inputFile('a.csv', strToU8(csvSeeds.at(-3))), inputFile('a/assessment.json', strToU8(jsonSeeds[0]))],
    { onTally: (of) => sum.addTally(of) },
  );
  const text = formatTally(sum.tally());
  if (sum.tally().assessments.size === 0 || !formatTally(sum.tally()).includes('complete'))
    throw new Error('the seeds are empty');
  const small = formatTally(shareTally(sum.tally(), 3));
  return [text, small, ...EARLIER.map((earlier) => earlierTally(text, earlier))];
}

/** The tally as a program wrote it that knew this version: what came later is not there (see `migrateTally` of core). */
function earlierTally(text, version) {
  const { stated, ...document } = JSON.parse(text);
  const groupsOf = (groups) =>
    groups.map(({ untaught, complete, ...group }) => ({
      ...group,
      ...(complete === undefined ? {} : version === 1 ? { forms: [complete] } : { complete }),
    }));
  const old = {
    ...document,
    version,
    assessments: document.assessments.map(({ assessment, groups, teachers, groupings, products }) => ({
      assessment,
      groups: groupsOf(groups),
      teachers: groupsOf(teachers),
      ...(version < 3 ? {} : { groupings: groupsOf(groupings), products }),
    })),
    ...(version < 3 ? {} : { stated }),
  };
  const made = JSON.stringify(old);
  const parsed = parseTally(made);
  if (parsed.kind === 'refused') throw new Error(`the seed of version ${version} is refused`);
  if (!formatTally(parsed.tally).includes('complete'))
    throw new Error(`the seed of version ${version} has lost its totals`);
  return made;
}

/** Numbers that do not pack well. */
function noise(seed, length) {
  const random = new Random(seed);
  return Array.from({ length }, () => random.below(1e9).toString(36)).join('');
}
