/**
 * What is fuzzed: `input(random)` makes one input, `check(input)` throws when a law is broken.
 *
 * The law of readers: nothing is thrown, rows read = accepted + rejected, accepted rows are the pupils of the tallies,
 * every refusal is an issue with a file and a sentence in both languages, and no name of a pupil stands in any of them.
 * The law of JSON doors: nothing is thrown, and what was accepted comes back from its own text unchanged.
 */
import { analyseFully, tablesOf } from '@orientir/core/analysis';
import { describeIssue } from '@orientir/core/foundation';
import { parseAssessment } from '@orientir/core/schema';
import { formatTally, parseTally, shareTally, TallySum } from '@orientir/core/tally';
import { csvParts, readCsv } from '@orientir/formats/csv';
import { inputFile, readInputs } from '@orientir/formats/readers';
import { readSchoolList } from '@orientir/formats/schools';
import { writeRawWorkbook } from '@orientir/formats/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeSample } from 'orientir/sample';
import { FORM_SET_TARGETS } from './form-set-targets.mjs';
import { FORM_TARGETS } from './form-targets.mjs';
import { MATCHING_TARGETS } from './matching-target.mjs';
import { mutateBytes, mutateJson, mutateText } from './mutate.mjs';
import { PAGE_TARGETS } from './page-target.mjs';
import { PLAN_TARGETS } from './plan-targets.mjs';
import { storedZip } from './stored-zip.mjs';

const NAME = 'Кузнецова-Пробная';
const ROWS = 14;
/** Layouts whose rows are no pupils. */
const NO_PUPILS = /^(schools|report-.*)$/;
/** Issues that are about a header or a school: when the damage put a name there, it is a header or a school. */
const NAMES_A_COLUMN =
  /^(column|school|item-column|item-code|assessment|points|code-not-in-codifier|plan-row|scale-other)-?/;

const sample = makeSample({ schools: 2, seed: 7 });
const sampleOf = (ending) => sample.filter(({ path }) => path.endsWith(ending));
const shortText = (text) => text.split('\n').slice(0, ROWS).join('\n');
const csvSeeds = [
  ...sampleOf('.csv').map(({ bytes }) => shortText(strFromU8(bytes))),
  `school,class,pupil,ФИО,teacher,mark,journal_mark,1,2,3\n${Array.from({ length: 8 }, (_, i) => `s1,5А,p${i},${NAME},t1,4,3,1,${i % 3},X`).join('\n')}\n`,
  '\ufeffschool;class;pupil;variant;1;2\r\n"s1";"5ё";"a";1;1,5;N\r\n"s2";"5 А";"b";2;;2\r\n',
  'school\tclass\tpupil\t1\t2\ns1\t6\t1\t0\t1\n',
];
/** Workbooks as texts of their parts, a few rows each. */
const bookSeeds = [
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
const zipped = bookSeeds.map((parts) =>
  zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), { level: 6 }),
);
const jsonSeeds = [
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
const schoolSeeds = sampleOf('schools.csv').map(({ bytes }) => shortText(strFromU8(bytes)));
const tallySeeds = await seedTallies();

export const TARGETS = {
  ...FORM_SET_TARGETS,
  ...FORM_TARGETS,
  ...MATCHING_TARGETS,
  ...PAGE_TARGETS,
  ...PLAN_TARGETS,
  csv: {
    input: (random) => [
      file('a.csv', encode(mutateText(random.of(csvSeeds), 'csv', random, csvSeeds), random)),
    ],
    check: checkReading,
  },
  xlsx: {
    input: (random) => {
      const parts = random.of(bookSeeds);
      const hit =
        random.below(3) === 0
          ? random.below(parts.length)
          : parts.findIndex(({ name }) => /sheet1\.xml$/.test(name));
      const texts = parts.map(({ text }) => text);
      const changed = parts.map(({ name, text, bytes }, i) => [
        random.below(60) === 0 ? mutateText(name, 'xml', random, [name]) : name,
        i === hit ? strToU8(mutateText(text, 'xml', random, texts)) : bytes,
      ]);
      return [file('a.xlsx', storedZip(changed))];
    },
    check: checkReading,
  },
  zip: {
    input: (random) => [file('a.xlsx', mutateBytes(random.of(zipped), random))],
    check: checkReading,
  },
  sidecars: {
    input: (random) => {
      const folder = random.of(FOLDERS);
      return folder.map(({ name, text }) =>
        file(
          name,
          strToU8(
            random.below(folder.length) === 0
              ? mutateText(text, name.endsWith('json') ? 'json' : 'csv', random, csvSeeds)
              : text,
          ),
        ),
      );
    },
    check: checkReading,
  },
  exams: {
    input: (random) =>
      EXAMS.map((text, i) =>
        file(
          `0${i}.csv`,
          encode(random.below(EXAMS.length) === 0 ? mutateText(text, 'csv', random, EXAMS) : text, random),
        ),
      ),
    check: checkReading,
  },
  reports: {
    input: (random) => [
      file('a.csv', encode(mutateText(random.of(REPORTS), 'csv', random, REPORTS), random)),
    ],
    check: checkReading,
  },
  schools: {
    input: (random) => [
      file('schools.csv', encode(mutateText(random.of(schoolSeeds), 'csv', random, csvSeeds), random)),
    ],
    check: async ([of]) => {
      const { registry } = await readSchoolList(of, of.name).catch((error) => {
        if (error.name === 'FileError') return { registry: { schools: [] } };
        throw error;
      });
      const ids = registry.schools.map(({ id }) => id);
      if (new Set(ids).size < ids.length) throw new Error('a school stands twice');
    },
  },
  'assessment.json': {
    input: (random) => damagedJson(jsonSeeds, random),
    check: (text) => {
      const value = parsed(text);
      const result = parseAssessment(value);
      if (result.kind === 'assessment') {
        const again = parseAssessment(JSON.parse(JSON.stringify(result.assessment)));
        if (JSON.stringify(again) !== JSON.stringify(result)) throw new Error('read back otherwise');
      } else if (result.problems.length === 0 || result.problems.some(({ ru, en }) => ru === '' || en === ''))
        throw new Error('refused without a reason');
    },
  },
  'tally.json': {
    input: (random) => damagedJson(tallySeeds, random),
    check: (text) => {
      const result = parseTally(text);
      if (result.kind === 'refused') {
        if (
          describeIssue(
            { code: result.code, severity: 'error', file: 'a', parameters: result.parameters },
            'ru',
          ) === ''
        )
          throw new Error('refused without a reason');
        return;
      }
      const again = parseTally(formatTally(result.tally));
      if (again.kind !== 'tally' || formatTally(again.tally) !== formatTally(result.tally))
        throw new Error('read back otherwise');
      shareTally(result.tally);
      walkTables(result.tally);
    },
  },
  'written csv': {
    // Whatever stands in a cell comes back as it was or behind an apostrophe, and no program takes it for a formula.
    input: (random) =>
      Array.from({ length: 1 + random.below(4) }, () =>
        Array.from({ length: 1 + random.below(4) }, () =>
          mutateText(
            random.of(['=1+1', '@a', '-2+3', '\t=x', 'a"b', 'Школа № 1', '0']),
            'csv',
            random,
            csvSeeds,
          ),
        ),
      ),
    check: (cells) => {
      const columns = cells[0].map((_, i) => ({ id: `c${i}`, kind: 'text' }));
      const rows = cells.map((row) => columns.map((_, i) => row[i] ?? ''));
      const bytes = Buffer.concat([...csvParts({ name: 't', columns, rows })]);
      const back = readCsv(bytes).rows.slice(1);
      for (const [r, row] of rows.entries()) {
        for (const [c, text] of row.entries()) {
          const found = back[r]?.[c] ?? '';
          if (/^[=@+\t\r-]/.test(found) && !/^[+-]?\d+([.,]\d+)?$/.test(found))
            throw new Error(`a formula: ${JSON.stringify(found)}`);
          if (
            found.replace(/^'/, '') !== text.replace(/^'/, '') &&
            !/[\ud800-\udfff\0\ufeff]/.test(text) &&
            back.length === rows.length
          ) {
            if (found.trim() !== text.trim())
              throw new Error(`${JSON.stringify(text)} came back as ${JSON.stringify(found)}`);
          }
        }
      }
    },
  },
};

const FOLDERS = [
  [
    { name: 'a/assessment.json', text: jsonSeeds[0] },
    { name: 'a/r.csv', text: csvSeeds.at(-3) },
  ],
  [
    {
      name: 'a/plan.csv',
      text: 'Номер задания,Проверяемые требования,Уровень сложности,Максимальный балл\n1,Дроби,Б,1\n2,Проценты,П,2\n3,Углы,В,2\n',
    },
    {
      name: 'a/codifier.csv',
      text: 'Код,Проверяемые элементы содержания\n1.1,Дроби\n2.1,Проценты\n',
    },
    { name: 'a/scale.csv', text: 'Отметка,Первичные баллы\n2,0–1\n3,2–3\n4,4\n5,5\n' },
    { name: 'a/r.csv', text: csvSeeds.at(-3) },
  ],
  [
    { name: 'a/schools.csv', text: schoolSeeds[0] ?? '' },
    { name: 'a/tally.json', text: tallySeeds[0] },
    { name: 'a/r.csv', text: csvSeeds.at(-3) },
  ],
];

/** Two protocols with a retake, and a list of appeals. */
const EXAMS = [
  `01 - Русский язык 2025.06.09\n№;Код ОО;Класс;Код участника;Фамилия;Серия;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Оценка\n1;900101;9А;101;${NAME};0000;++-2;2(2)1(3);7;4\n2;900101;9А;102;Проба;0000;+--1;X(2)0(3);2;2\n12 - Обществознание 2025.06.02\n№;Код ОО;Класс;Код участника;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Итоговый балл\n1;900101;11;101;+-;;1;40\n`,
  `SchoolCode;ClassCode;SurnameCell;TestResultBCell;TestResultCCell;PrimaryMark;Mark5\n01 - 2025.09.05\nSchoolCode;ClassCode;SurnameCell;TestResultBCell;TestResultCCell;PrimaryMark;Mark5\n900101;9А;${NAME};++++;2(2)3(3);9;5\n`,
  `№;Код ОО;Класс;ФИО;Экзамен;апелляция;Первичный балл;Оценка\n1;900101;9А;Проба;Русский язык(2025.06.09);да;3;3\n`,
];
const REPORTS = [
  'Статистика по отметкам\n\nВПР 2026 Математика 5 класс\nГруппы участников;Кол-во ОО;Кол-во участников;2;3;4;5\nВся выборка;9;100;10,5;39,5;30;20\nРайон А(reg99_m001);2;24;12,5;50;25;12,5\nСОШ № 1(edu990001);;3;0;33,33;33,33;33,33\n',
  'ВПР 2026 Математика 5 класс\nГруппы участников;Кол-во участников(всего);Понизили %;Понизили Кол-во участников;Подтвердили %;Подтвердили Кол-во участников;Повысили %;Повысили Кол-во участников\nСОШ № 1(edu990001);13;25;3;50;6;25;3\n',
  'Год;Класс;Предмет;Муниципалитет;Логин;ОО;Кол-во участников;0;1;2\n2026;5;Математика;Район А;edu990001;СОШ № 1;8;12,5;50,0;37,5\n',
  'ВПР 2026 Математика 5 класс\nГруппы участников;Кол-во участников;1;2К1;3.1\nМакс балл;;1;2;1\nСОШ № 1(edu990001);8;62,5;56,25;10\n',
  'ВПР 2026 Математика 5 класс\nНомер задания;Блоки ПООП;Макс балл;Район А(reg99_m001);РФ\n1;Считать;1;70;85,25\n',
];

/** Three of four times as a value, else as a text. */
function damagedJson(seeds, random) {
  return random.below(4) > 0
    ? mutateJson(random.of(seeds), random)
    : mutateText(random.of(seeds), 'json', random, seeds);
}

function file(name, bytes) {
  return inputFile(name, bytes);
}

function encode(text, random) {
  const way = random.below(12);
  if (way === 0) return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (way === 1) return Uint8Array.from(Buffer.from(text, 'latin1'));
  return strToU8(text);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function seedTallies() {
  const sum = new TallySum();
  await readInputs(
    [file('a.csv', strToU8(csvSeeds.at(-3))), file('a/assessment.json', strToU8(jsonSeeds[0]))],
    { onTally: (of) => sum.addTally(of) },
  );
  const text = formatTally(sum.tally());
  if (sum.tally().assessments.size === 0 || !formatTally(sum.tally()).includes('complete'))
    throw new Error('the seeds are empty');
  const small = formatTally(shareTally(sum.tally(), 3));
  return [
    text,
    small,
    text.replace('"version":2', '"version":1').replace(/"complete":(\{.*?\]\]\})/g, '"forms":[$1]'),
  ];
}

async function checkReading(files) {
  let pupils = 0;
  let fromTallies = 0;
  const sum = new TallySum();
  const record = await readInputs(files, {
    onStated: (results) => {
      for (const { assessment, unit, n } of results)
        if (assessment === '' || unit === '' || n < 0) throw new Error('a stated result of nobody');
    },
    onTally: (tally, name) => {
      sum.addTally(tally);
      let counted = 0;
      for (const { groups } of tally.assessments.values())
        for (const { counts } of groups.values()) counted += counts.wrote + counts.absent;
      if (name.endsWith('.json')) fromTallies += counted;
      else pupils += counted;
    },
  });
  let accepted = 0;
  for (const of of record.files) {
    if (of.rowsRead !== of.rowsAccepted + of.rowsRejected || of.rowsRejected < 0)
      throw new Error(`${of.file}: rows are lost`);
    if (!NO_PUPILS.test(of.layout) && !of.file.endsWith('.json')) accepted += of.rowsAccepted;
    if (of.rowsRead === 0 && of.layout === '' && !record.issues.some(({ file: name }) => name === of.file))
      throw new Error(`${of.file} disappears`);
  }
  // An appeal without answers is a row that corrects a pupil, and no pupil.
  accepted -= record.issues.filter(({ code }) => code === 'appeal-without-items').length;
  if (accepted !== pupils) throw new Error(`${accepted} rows accepted, ${pupils} pupils in tallies`);
  for (const issue of record.issues) {
    const text = describeIssue(issue, 'ru') + describeIssue(issue, 'en');
    if (text.includes(NAME) && !NAMES_A_COLUMN.test(issue.code))
      throw new Error(`a name is repeated: ${text}`);
    if (text.includes('undefined') && !/^(sidecar|tally)-invalid$/.test(issue.code)) throw new Error(text);
  }
  // Tables take ten times as long as reading, and most of these tallies are alike.
  if (fromTallies + pupils > 0 && reads++ % 16 === 0) walkTables(sum.tally());
}

let reads = 0;

/** Rows are made when they are walked through. */
function walkTables(tally) {
  let cells = 0;
  for (const { rows } of tablesOf(analyseFully(tally)).open) for (const row of rows) cells += row.length;
  return cells;
}
