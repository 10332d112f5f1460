/**
 * Forms that people fill in: about schools, support for teachers, places, practices and events. The laws: nothing is thrown, rows
 * read = accepted + rejected, as many values as rows accepted, a rejected row has an error with its row and an accepted one has
 * none, every issue has a sentence in both languages, and a column that the form does not have is never repeated. What was
 * accepted has values in their range, and a plan of support can be made of it.
 */
import { describeIssue } from '@orientir/core/foundation';
import { verifyMatching } from '@orientir/core/matching';
import { candidates, planSupport } from '@orientir/core/support';
import { readCsv } from '@orientir/formats/csv';
import { readPlaces } from '@orientir/formats/partners';
import { readMedals, readPassports } from '@orientir/formats/passport';
import { readEvents, readPractices, readTopicNeeds } from '@orientir/formats/practices';
import { formKindOf, ProfileReader } from '@orientir/formats/profile';
import { inputFile } from '@orientir/formats/readers';
import {
  readBank,
  readBurnout,
  readConferences,
  readDeficitEntries,
  readPeople,
  readStaffing,
  readSupport,
  supportTables,
} from '@orientir/formats/support';
import { writeRawWorkbook } from '@orientir/formats/xlsx';
import { strToU8 } from 'fflate';
import { mutateText } from './mutate.mjs';

/** Stands in a column that no form has. */
const NAME = 'Кузнецова-Пробная';
const NAMES = 'ФИО';
const SCHOOLS = ['s1', 's2', 's3'];
const schoolOf = (login) => SCHOOLS.find((id) => id === login.toLowerCase());

const PROFILE = {
  'self-rating':
    'school;factor;significance;asked_of;chosen;ФИО\nS1;parents;Высокая;анкеты;да;@\ns1;2;low;;;@\ns2;12;средняя;;нет;@\n',
  swot: 'school;kind;text;about;ФИО\ns1;s;Опыт;teacher-competence;@\ns1;слабая сторона;Далеко;12;@\ns1;o;Школа рядом;;@\ns1;угроза;Город;условия;@\n',
  directions: 'Код школы;directions;ФИО\ns1;1|4|5;@\ns2;1|2;@\n',
  stages:
    'school;stage;date;ФИО\ns1;passport;2025-09-01;@\ns1;radar;02.09.2025;@\ns1;self-rating;2025-09-03;@\ns2;passport;;@\n',
  attendance:
    'school;school_year;period;subject;grade;pupils;lessons;missed;mark_2;mark_3;mark_4;mark_5;ФИО\ns1;2025/2026;1 четверть;Математика;5;50;2000;120;3;20;18;9;@\ns1;2025/2026;год;;;50;;;;;;;@\n',
  'annual-card':
    'school;school_year;teachers;highest_category;first_category;no_category;courses;short_courses;ФИО\ns1;2025/2026;24;6;10;8;20;12;@\ns2;2025/2026;5;;;;;;@\n',
  'special-control':
    'school;owner;since;reason;exit_rule;ruleset;ФИО\ns2;методист;30.09.2025;низкие;not-low;omsk-2025;@\ns1;ИМЦ;2025-10-01;низкие;not-listed;;@\n',
  checkpoints:
    'school;indicator;checkpoint;date;planned;measured;n;ФИО\ns1;Успеваемость;первичный;2025-09-30;70 %;0,66;50;@\ns1;Успеваемость;промежуточный;2026-01-15;;0,7;50;@\ns1;Успеваемость;final;2026-05-20;0.8;;;@\n',
};
const SUPPORT = {
  teachers:
    'teacher;school;subject;limit;slots;hours;young;newcomer;locked;ФИО\nt1;s1;Математика;2;вт|чт;36;да;нет;о1;@\nt2;s1;;1;;;;;;@\nt3;s2;Физика;;вт;4,5;;yes;о2|о3;@\n',
  offers:
    'offer;kind;topics;strength;places;min_group;slot;format;place;hours;cost;ФИО\nо1;курс;Дроби|Проценты;3;2;;вт;очно;s1;36;0;@\nо2;наставник;Дроби;2;1;;;;;;;@\nо3;видео;Текст;1;100;2;чт;;;1,5;200;@\n',
  deficits:
    'teacher;topic;severity;source;ФИО\nt1;Дроби;3;диагностика;@\nt1;проценты;2;;@\nt2;Дроби;1;;@\nt3;Текст;1;;@\nt2;Текст;1;;@\n',
  locks: 'teacher;offer;ФИО\nt2;о2;@\n',
  earlier:
    'teacher;offer;covers;price;alternative;loss;reason;note;ФИО\nt1;о1;Дроби;0;;;;new;@\nt3;о3;;;;;;;@\n',
  courses: 'teacher;course;due;hours;done;ФИО\nt1;КПК;30.06.2027;36;нет;@\nt2;КПК;;;да;@\n',
};
const PLACES = 'school;latitude;longitude;ФИО\ns1;53,35;83,76;@\nS2;54.9;73°;@\ns3;55;82,9;@\n';
const PRACTICES =
  'practice;title;territory;subject;topics;settlements;min_pupils;max_pupils;adopters;effect;effect_error;ФИО\nп1;Полоски;Заречный;Математика;Дроби|Проценты;село;;150;s1|s2;0,2|-0,1;0,1|0,05;@\nп2;;;;Текст;;10;;;;;@\n';
const EVENTS =
  'event;kind;community;centre;topics;strength;places;date;hours;format;ФИО\nмк-1;Мастер-класс;межшкольное;Центр;Дроби;2;12;08.12.2026;1,5;очно;@\nк-1;consultation;;;Текст;;3;2026-12-09;;;@\n';
const NEEDS = 'topic;severity;reason;ФИО\nДроби;3;;@\nТекст;;suppressed;@\n';

/** Forms of one file each, with the reader and what a value of theirs may not be. */
const SINGLE = {
  bank: {
    text: 'person;polarity;topic;subject;block;severity;source;date;until;evidence;confirmed;ФИО\nt1;дефицит;Дроби;Математика;;2;диагностика;27.11.2026;;Справка|Работа;да;@\nt2;achievement;;;методический;;contest;2026-01-05;2027-01-05;;;@\n',
    read: readBank,
    wrong: ({ date, until, polarity, severity }) =>
      !isDay(date) ||
      (until !== undefined && !isDay(until)) ||
      (polarity === 'achievement' && severity !== undefined),
  },
  people: {
    text: 'person;role;school;subjects;grades;young;newcomer;low_results;no_exam_experience;category;since;ФИО\nt1;учитель;s1;Математика|Физика;7–8|11;да;нет;;;первая;01.03.2024;@\nh1;head;s2;;;;;;;;;@\n',
    read: readPeople,
    wrong: ({ id }) => id === '',
  },
  conferences: {
    text: 'date;topic;school;teacher;attended;ФИО\n01.10.2026;Дроби;s1;t-17;да;@\n2026-10-08;Чтение;s2;;;@\n',
    read: readConferences,
    wrong: ({ date, topic, school }) => !isDay(date) || topic === '' || school === '',
  },
  staffing: {
    text: 'subject;teachers;past_age;age;reach_1;reach_2;reach_3;hours;vacancies;join_low;join_high;leave_low;leave_high;past_leave_low;past_leave_high;ФИО\nФизика;40;10;60;3;;2;800;2;0;2;5 %;0,1;20%;0.5;@\nХимия;10;;;;;;;;;;;;;;@\n',
    read: readStaffing,
    wrong: ({ teachers, pastAge, reaching = [], joining, leaving = NONE }) =>
      reaching.reduce((sum, count) => sum + (count ?? 0), pastAge) > teachers ||
      joining.low > joining.high ||
      !(leaving.low <= leaving.high && leaving.high <= 1),
  },
  burnout: {
    text: 'group;burnout;ФИО\ns1;24;@\ns1;7,5;@\n',
    read: readBurnout,
    wrong: ({ group, score }) => group === '' || !(score >= 0),
  },
  'deficits of the bank': {
    text: SUPPORT.deficits,
    layout: 'deficits',
    read: (source, file) => readDeficitEntries(source, file, '2026-11-27'),
    wrong: ({ person, severity }) => person === '' || ![1, 2, 3].includes(severity),
  },
};
const NONE = { low: 0, high: 0 };
const MEDALS =
  'school;school_year;holders;unconfirmed;expected;ФИО\ns1;2025/2026;12;2;14;@\nS2;2025/2026;0;0;;@\ns1;2024/2025;5;;;@\ns1;2026/2027;;;3;@\n';
const PASSPORT =
  'school;settlement;pupils;higher_education;single_parent_count;unemployed;on_registers;ФИО\ns1;село;240;0,45;30;12 %;0;@\ns2;;100;;;;;@\n';

const FORMS = [
  ...Object.values(PROFILE),
  ...Object.values(SUPPORT),
  PLACES,
  PRACTICES,
  EVENTS,
  NEEDS,
  MEDALS,
  PASSPORT,
]
  .map(named)
  .concat(Object.values(SINGLE).map(({ text }) => named(text)));
const COLUMNS = FORMS.flatMap((text) => text.split('\n')[0].split(';')).filter((id) => id !== 'Код школы');
/** Cells of all forms, and those that are nearly right, of another kind or no values at all. */
const WORDS = FORMS.flatMap((text) => text.split(/[;\n]/)).filter((text) => text !== NAME && text !== NAMES);
const ODD = [
  ...['', ' ', '-', 'н/д', '#N/A', '|', '||', '1|1|1', '1|2|3|4', '29.02.2026', '31.12.9999', '0000-01-01'],
  ...['101 %', '1e2', '-1', '1000001', '999999999', '1,5', '__proto__', 'constructor', 'ё', 's9', 't9'],
  ...[0, 1, 2, 3, 0.5, -1, 1e300, Number.MAX_SAFE_INTEGER, true, false, undefined],
  ...[
    { kind: 'date', year: 2025, month: 9, day: 30 },
    { kind: 'date', year: 1900, month: 1, day: 0 },
  ],
  ...[{ kind: 'error', text: '#DIV/0!' }, { kind: 'formula' }],
];

export const FORM_TARGETS = {
  ...Object.fromEntries(Object.entries(SINGLE).map((each) => [each[0], single(each)])),
  medals: {
    input: (random) => damagedFile('medals', named(MEDALS), random),
    check: async (file) => {
      const { medals, expected, file: record, issues } = await readMedals(file, file.name, schoolOf);
      checkRows([record], issues, [file]);
      const rows = new Set(
        [...medals, ...expected].map(({ school, schoolYear }) => `${school} ${schoolYear}`),
      );
      checkCount('medals', rows.size, [record]);
      for (const of of expected)
        if (!Number.isSafeInteger(of.expected) || of.expected < 0)
          throw new Error(`no number of medals: ${JSON.stringify(of)}`);
      for (const of of medals)
        if (!(of.unconfirmed <= of.holders)) throw new Error(`no medals: ${JSON.stringify(of)}`);
    },
  },
  passports: {
    input: (random) => damagedFile('passport', named(PASSPORT), random),
    check: async (file) => {
      const { passports, file: record, issues } = await readPassports(file, file.name, { schoolOf });
      checkRows([record], issues, [file]);
      checkCount('passport', passports.length, [record]);
      for (const { indicators } of passports)
        for (const figure of indicators.values())
          if (figure.kind === 'known' && !(figure.estimate >= 0 && figure.estimate <= 1))
            throw new Error(`no share: ${JSON.stringify(figure)}`);
    },
  },
  'profile forms': {
    input: (random) => Object.entries(PROFILE).map(([form, text]) => damagedFile(form, named(text), random)),
    check: async (files) => {
      const reader = new ProfileReader({ schoolOf });
      for (const file of files) {
        await formKindOf(file);
        await reader.read(file, file.name);
      }
      const read = reader.finish([{ school: 's1', indicators: new Map() }]);
      checkRows(read.files, read.issues, files);
      const { forms } = read;
      const values = {
        'self-rating': forms.ratings.length,
        swot: forms.swot.length,
        directions: forms.directions.size,
        attendance: forms.attendance.length,
        'annual-card': forms.cards.length,
        'special-control': forms.controls.length,
      };
      for (const [form, count] of Object.entries(values)) checkCount(form, count, read.files);
      for (const { points } of forms.checkpoints)
        for (const figure of points.flatMap(({ planned, measured }) => [planned, measured]))
          if (figure.kind === 'known' && !(figure.estimate >= 0 && figure.estimate <= 1))
            throw new Error(`no share: ${JSON.stringify(figure)}`);
      for (const { refused } of forms.schools.values())
        for (const form of refused) if (!forms.given.has(form)) throw new Error(`${form} was not given`);
    },
  },
  'support forms': {
    input: (random) =>
      Object.fromEntries(
        Object.entries(SUPPORT)
          .filter(([form]) => form === 'teachers' || form === 'offers' || random.below(4) > 0)
          .map(([form, text]) => [form, damagedFile(form, named(text), random)]),
      ),
    check: async (files) => {
      const of = Object.fromEntries(
        Object.entries(files).map(([form, source]) => [form, { name: source.name, source }]),
      );
      const read = await readSupport({ ...of, offers: [of.offers] });
      const { teachers, offers, deficits, locks, earlier } = read;
      const all = candidates(teachers, offers, deficits, { locks, ...(earlier && { earlier }) });
      const issues = [...read.issues, ...read.pairIssues(all, all.brokenLocks)];
      checkRows(read.files, issues, Object.values(files));
      checkCount('teachers', teachers.length, read.files);
      checkCount('offers', offers.length, read.files);
      const plan = planSupport(all, earlier && { earlier: earlier.length });
      checkSeats(all, plan.figures);
      const { open, private: own } = supportTables(plan, deficits);
      for (const { columns, rows } of [...open, ...own])
        for (const row of rows)
          if ([...row].length !== columns.length) throw new Error('a row of another width');
    },
  },
  places: {
    input: (random) => damagedFile('places', named(PLACES), random),
    check: async (file) => {
      const { places, file: record, issues } = await readPlaces(file, file.name, schoolOf);
      checkRows([record], issues, [file]);
      checkCount('places', places.size, [record]);
      for (const { latitude, longitude } of places.values())
        if (!(latitude >= 0 && latitude <= 90 && longitude >= 0 && longitude <= 360))
          throw new Error(`no place: ${latitude}, ${longitude}`);
    },
  },
  practices: {
    input: (random) => damagedFile('practices', named(PRACTICES), random),
    check: async (file) => {
      const { rows, file: record, issues } = await readPractices(file, file.name);
      checkRows([record], issues, [file]);
      checkCount('practices', rows.length, [record]);
      for (const { value } of rows)
        if (
          value.topics.length === 0 ||
          value.evidence.some(({ effect, error }) => !(Math.abs(effect) <= 5 && error > 0 && error <= 5))
        )
          throw new Error(`no practice: ${JSON.stringify(value)}`);
    },
  },
  events: {
    input: (random) => damagedFile('events', named(random.below(4) > 0 ? EVENTS : NEEDS), random),
    check: async (file) => {
      const { rows, file: record, issues } = await readEvents(file, file.name);
      checkRows([record], issues, [file]);
      checkCount('events', rows.length, [record]);
      for (const { value } of rows) if (!isDay(value.date)) throw new Error(`no such day: ${value.date}`);
      const needs = await readTopicNeeds(file, file.name);
      checkRows([needs.file], needs.issues, [file]);
    },
  },
};

/** One form, damaged and read. */
function single([form, { text, layout = form, read, wrong }]) {
  return {
    input: (random) => damagedFile(form, named(text), random),
    check: async (file) => {
      const { rows, file: record, issues } = await read(file, file.name);
      checkRows([record], issues, [file]);
      checkCount(layout, rows.length, [record]);
      const found = rows.find(({ value }) => wrong(value));
      if (found !== undefined) throw new Error(`no value of ${form}: ${JSON.stringify(found.value)}`);
    },
  };
}

function isDay(text) {
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The plan by its seats alone: its values are of several stages, and settled pairs without a group do not hold. */
function checkSeats(all, { seats, brokenLocks }) {
  const pairs = seats.map(({ teacher, offer }) => all.pairOf(all.problem, teacher, offer) ?? -1);
  const faults = verifyMatching(all.problem, {
    pairs: Int32Array.from(pairs),
    value: 0,
    bound: Number.POSITIVE_INFINITY,
    prices: new Float64Array(all.offers.length),
  }).filter(
    (fault) => fault !== 'value-wrong' && (fault !== 'locked-pair-missing' || brokenLocks.length === 0),
  );
  if (faults.length > 0) throw new Error(`no plan: ${faults.join(', ')}`);
}

function named(text) {
  return text.replaceAll('@', NAME);
}

/** A third of the files is whole; the others are damaged as texts, or cell by cell, which reaches what is behind the columns. */
function damagedFile(form, text, random) {
  const way = random.below(6);
  if (way === 2) {
    const bytes = strToU8(mutateText(text, 'csv', random, FORMS));
    return formFile(`${form}.csv`, bytes, rowsOf(bytes));
  }
  const grid = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  // The rest of an earlier plan is passed over.
  const own = new Set(
    form === 'earlier' ? ['teacher', 'offer'] : grid[0].filter((id) => id !== NAMES && id !== 'confirmed'),
  );
  if (way > 2) for (let left = 1 + random.below(4); left > 0; left--) changeGrid(grid, random);
  if (way > 3) return formFile(`${form}.xlsx`, writeRawWorkbook([{ name: 'Лист', rows: grid }]), grid, own);
  return formFile(
    `${form}.csv`,
    strToU8(grid.map((row) => `${row.map(csvCell).join(';')}\n`).join('')),
    grid,
  );
}

function csvCell(cell = '') {
  return typeof cell === 'object' ? '#N/A' : `"${String(cell).replaceAll('"', '""')}"`;
}

function rowsOf(bytes) {
  try {
    return readCsv(bytes).rows;
  } catch (error) {
    if (error.name === 'FileError') return [];
    throw error;
  }
}

/** A name that the damage put under another header is a value of that column. `own`: headers of the form. */
function formFile(name, bytes, grid, own = new Set()) {
  const [head = []] = grid;
  const isRead = (at) => own.has(head[at]) && head.indexOf(head[at]) === at;
  const isValueless = (cell) => typeof cell === 'object' && cell.kind !== 'date';
  const valueless = [...grid.keys()].filter(
    (r) => r > 0 && grid[r].some((cell, at) => isValueless(cell) && isRead(at)),
  );
  const isNameApart = grid.every((row) =>
    row.every((cell, at) => head[at] === NAMES || !String(cell).includes(NAME)),
  );
  return { ...inputFile(name, bytes), isNameApart, valueless: valueless.map((r) => r + 1) };
}

function changeGrid(grid, random) {
  const row = random.of(grid);
  const own = grid[0].indexOf(NAMES);
  const at = random.below(row.length);
  switch (random.below(10)) {
    case 0:
      grid.splice(random.below(grid.length + 1), 0, [...row]);
      return;
    case 1:
      if (grid.length > 1) grid.splice(random.below(grid.length), 1);
      return;
    case 2:
      // A column goes, comes twice or changes its place.
      for (const [i, each] of [...grid].entries()) grid[i] = each.filter((_, column) => column !== at);
      return;
    case 3:
      for (const each of grid) each.push(each[at]);
      return;
    case 4:
      grid[0][at] = random.of(COLUMNS);
      return;
    case 5:
      row[at] = typeof row[at] === 'string' ? mutateText(row[at], 'csv', random, FORMS) : undefined;
      return;
    default:
      if (at !== own) row[at] = random.of(random.below(2) === 0 ? WORDS : ODD);
  }
}

function checkRows(files, issues, given) {
  const names = new Set(given.map(({ name }) => name));
  for (const { file, layout, rowsRead, rowsAccepted, rowsRejected } of files) {
    if (!names.has(file)) throw new Error(`a file of nobody: ${file}`);
    if (rowsRead !== rowsAccepted + rowsRejected || rowsAccepted < 0 || rowsRejected < 0)
      throw new Error(`${file}: rows are lost`);
    const own = issues.filter((issue) => issue.file === file);
    if (layout === '' && !own.some(({ severity }) => severity === 'error'))
      throw new Error(`${file} disappears`);
    const refused = new Set(own.filter(({ severity }) => severity === 'error').map(({ row }) => row));
    refused.delete(undefined);
    const valueless = given.find(({ name }) => name === file)?.valueless ?? [];
    if (layout !== '' && valueless.some((row) => !refused.has(row)))
      throw new Error(`${file}: an error or a formula passes for a value`);
    if (layout !== '' && refused.size !== rowsRejected)
      throw new Error(`${file}: ${rowsRejected} rows rejected, errors in ${refused.size}`);
  }
  const mayNotBeTold = given.filter(({ isNameApart }) => isNameApart).map(({ name }) => name);
  for (const issue of issues) {
    const texts = [describeIssue(issue, 'ru'), describeIssue(issue, 'en')];
    if (issue.code === '' || texts.some((text) => text === '' || /undefined|\[object/.test(text)))
      throw new Error(`no sentence: ${issue.code} ${texts.join(' ')}`);
    if (mayNotBeTold.includes(issue.file) && JSON.stringify([issue, texts]).includes(NAME))
      throw new Error(`a name is repeated: ${texts.join(' ')}`);
  }
}

function checkCount(layout, count, files) {
  const accepted = files
    .filter((file) => file.layout === layout)
    .reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0);
  if (accepted !== count) throw new Error(`${layout}: ${accepted} rows accepted, ${count} values`);
}
