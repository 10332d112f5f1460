/**
 * What the command line says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { Problem } from './typed-words.js';

/** Where a text stops being JSON, counted from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

export interface Texts {
  readonly help: string;
  problem(problem: Problem): string;
  inputMissing(input: string): string;
  /** It is there, and is no file that can be read. */
  inputUnfit(input: string, why: 'folder' | 'closed'): string;
  /** Follows the name of the file. */
  notJson(place: JsonPlace | undefined): string;
  /** Two rulesets that were asked for, by name or file, have one id. */
  rulesAlike(id: string, one: string, other: string): string;
  folderNotOurs(folder: string): string;
  fileExists(file: string): string;
  /** `reason` as the system names it. */
  cannotWrite(path: string, reason: string): string;
  /** What stands in the terminal, or the file that it goes to, is not all. */
  cannotSay(reason: string): string;
  readonly interrupted: string;
  readonly nothingUsable: string;
  reading(done: number, of: number, file: string): string;
  read(counts: { files: number; pupils: number; absent: number; schools: number; works: number }): string;
  /** Rows of reports about whole units. */
  readReports(rows: number): string;
  /** `issuesFile` is where the whole list stands, if it was written. */
  refused(rows: number, files: number, issuesFile: string | undefined): string;
  /** All rows that do not count have later results in their place. */
  replaced(rows: number, issuesFile: string | undefined): string;
  readonly allAccepted: string;
  /** Remarks that reject no row. */
  readonly remarks: (remarks: number, issuesFile: string) => string;
  more(count: number, issuesFile: string | undefined): string;
  place(row: number | undefined, column: string | undefined, sheet: string | undefined): string;
  written(what: 'report' | 'workbook' | 'folder' | 'tally' | 'template' | 'sample', path: string): string;
  templateNames(names: readonly string[]): string;
  templateUnknown(name: string, names: readonly string[]): string;
}

/** The line that lists the options of a command. */
function helpOf({ command }: { readonly command?: string }): string {
  return command === undefined ? 'orientir --help' : `orientir ${command} --help`;
}

const WRITE_ERRORS_RU: Readonly<Record<string, string>> = {
  ENOSPC: 'на диске нет места',
  EDQUOT: 'исчерпано место, отведённое вам на диске',
  EFBIG: 'файл больше разрешённого',
  EACCES: 'нет прав на запись',
  EPERM: 'нет прав на запись или файл открыт в другой программе',
  EBUSY: 'файл открыт в другой программе',
  EROFS: 'диск только для чтения',
  ENOTDIR: 'на месте папки стоит файл',
  EEXIST: 'на месте папки стоит файл',
};

const WRITE_ERRORS_EN: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file is larger than allowed',
  EACCES: 'no right to write there',
  EPERM: 'no right to write there, or the file is open in another program',
  EBUSY: 'the file is open in another program',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
};

const ru: Texts = {
  help: `Orientir: от таблиц с результатами (ВПР, ОГЭ, ЕГЭ, диагностики) — к процентам решаемости, отчёту и книге Excel.

  orientir analyze ПАПКА… --out ПАПКА     прочитать результаты и записать таблицы, книгу и отчёт
  orientir merge А.json Б.json --out В    соединить подсчёты (В.json или папка)
  orientir template ИМЯ --out Ф.xlsx      пустой бланк (без имени — список бланков)
  orientir pupil ФАЙЛ… --pupil КОД --out Ф.docx   маршрут одного ученика, только для школы (orientir pupil --help)
  orientir pupils БЛАНК --out Ф.docx      списки учеников, только для школы (orientir pupils --help)
  orientir partners ПАПКА… --out ПАПКА    школы-партнёры для школ с низкими результатами (orientir partners --help)
  orientir practices … --out ПАПКА        банк практик и события по темам (orientir practices --help)
  orientir match --teachers Ф … --out ПАПКА   кому из учителей какую помощь предложить (orientir match --help)
  orientir bank БАНК --people Ф …         банк дефицитов и достижений: что о ком известно (orientir bank --help)
  orientir staff … --out ПАПКА            посещение конференций, выгорание и прогноз кадров (orientir staff --help)
  orientir profile БЛАНК… --out ПАПКА     что школы говорят о себе и что о них известно (orientir profile --help)
  orientir sample --out ПАПКА             вымышленный регион для пробы
  orientir plan …                         дорожные карты: прочитать, составить, согласовать (orientir plan --help)
  orientir deadline "ФРАЗА" …             что значит срок
  orientir publish ПЛАН --out ПАПКА       план для сайта: таблица, страницы, файлы, инструкция (orientir publish --help)

Для analyze и merge:
  --schools ФАЙЛ      список школ (id, aliases, name, municipality, region …)
  --school КОД        школа, если в файлах она не названа
  --assessment ФАЙЛ   описание работы (можно несколько раз)
  --group СТОЛБЕЦ     сравнить учеников ещё и по этому столбцу (можно несколько раз; пол сравнивается всегда)
  --rules ИМЯ|ФАЙЛ    пороги решаемости: fioko-2026 (по умолчанию), fipi-classic или свой файл .json
  --risk ИМЯ|ФАЙЛ     кто считается школой с низкими результатами: omsk-2025 (по умолчанию), hse-3y-both
                      или свой файл .json; можно повторить
  --minimums ИМЯ|ФАЙЛ минимальные баллы ЕГЭ и границы: ege-2026 (по умолчанию) или свой файл .json (test-scores.csv)
  --passport ФАЙЛ     социальные паспорта школ (бланк: orientir template passport) или контекстные данные ВПР 2021;
                      можно повторить: условия и результаты (context.csv)
  --context ФАЙЛ      чем измерять условия: свой файл .json вместо индекса с равными весами
  --medals ФАЙЛ       медали и ЕГЭ, числа по школам (бланк: orientir template medals): проверка в objectivity.csv;
                      если есть столбец expected — предполагаемые медалисты рядом (medal-counts.csv, только внутри)
  --tables а,б        записать только названное: solve-rates, items, tests, sections, comparisons, groups, dif,
                      distractors, readiness, test-scores, risk, shrunken, objectivity, medal-counts, context, dynamics, gaps, deficits,
                      findings, tally, issues, workbook, report
  --public            только то, что можно публиковать, и данные для графиков
  --sheets            ещё по странице на школу и на предмет, .docx и .html (sheets)
  --share             подсчёты для передачи: малые группы свёрнуты (tally-share.json)
  --force             писать в папку, где есть чужие файлы (они останутся)
  --lang ru|en        язык
Для sample:  --schools ЧИСЛО  --seed ЧИСЛО

Код завершения: 0 — всё принято; 1 — часть строк или файлов не принята; 2 — читать нечего, ничего не записано.
Данные не покидают этот компьютер.
`,
  problem(problem) {
    switch (problem.kind) {
      case 'unknown-command':
        return `Нет команды «${problem.found}». Есть analyze, merge, template, sample, pupil, pupils, profile, match, bank, staff, partners, practices, plan, deadline, publish; подробнее: orientir --help.`;
      case 'unknown-option':
        return `Не понятен параметр «${problem.found}». Список параметров: ${helpOf(problem)}.`;
      case 'no-value':
        return `После ${problem.option} нужно значение.`;
      case 'missing':
        return problem.what === 'out'
          ? 'Не сказано, куда писать: добавьте --out ПАПКА.'
          : 'Не сказано, что читать: назовите файлы или папки.';
      case 'needs':
        return `${problem.option} действует только вместе с ${problem.other}.`;
      case 'wrong-value':
        return `${problem.option}: «${problem.found}» не подходит. Можно: ${ended(problem.allowed)}`;
    }
  },
  inputMissing: (input) => `Нет такого файла или папки: ${input}.`,
  inputUnfit: (input, why) =>
    why === 'folder'
      ? `Здесь нужен файл, а ${input} — папка. Назовите файл в ней.`
      : `Файл ${input} не открывается: он занят другой программой, или нет прав на чтение.`,
  notJson: (place) =>
    place === undefined
      ? 'Это не JSON.'
      : `Это не JSON: ошибка в строке ${place.line}, столбце ${place.column}.`,
  rulesAlike: (id, one, other) =>
    `Два правила с одним обозначением (id) «${id}»: ${one} и ${other}. В таблицах их не различить; назовите одно из них иначе.`,
  folderNotOurs: (folder) =>
    `В папке ${folder} уже есть другие файлы. Назовите пустую папку или добавьте --force: чужие файлы останутся на месте.`,
  fileExists: (file) => `Файл ${file} уже есть. Назовите другой или добавьте --force.`,
  cannotWrite: (path, reason) =>
    `Не удалось записать ${path}: ${WRITE_ERRORS_RU[reason] ?? reason}. Прежние файлы на месте, новых нет.`,
  cannotSay: (reason) => `Сообщения программы записаны не целиком: ${WRITE_ERRORS_RU[reason] ?? reason}.`,
  interrupted: 'Остановлено. Ничего не записано.',
  nothingUsable: 'Ни одного пригодного файла с результатами. Ничего не записано.',
  reading: (done, of, file) => `Читаю ${done} из ${of}: ${file}`,
  read: ({ files, pupils, absent, schools, works }) =>
    `Прочитано: ${count(files)} ${pluralRu(files, 'файл', 'файла', 'файлов')}, ${count(works)} ${pluralRu(works, 'работа', 'работы', 'работ')}, ${count(schools)} ${pluralRu(schools, 'школа', 'школы', 'школ')}. Работ учеников: ${count(pupils)}, отсутствовали: ${count(absent)}.`,
  readReports: (rows) =>
    `Из отчётов, без учеников: ${count(rows)} ${pluralRu(rows, 'строка', 'строки', 'строк')} о школах, районах и регионах.`,
  refused: (rows, files, issuesFile) =>
    [
      rows > 0
        ? `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${count(rows)} ${pluralRu(rows, 'строка', 'строки', 'строк')}.`
        : '',
      files > 0
        ? `${pluralRu(files, 'Не прочитан', 'Не прочитаны', 'Не прочитано')} ${count(files)} ${pluralRu(files, 'файл', 'файла', 'файлов')}.`
        : '',
      issuesFile === undefined ? 'Вот начало списка:' : `Где и почему — в ${issuesFile}; вот начало:`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  replaced: (rows, issuesFile) =>
    `${count(rows)} ${pluralRu(rows, 'результат заменён', 'результата заменены', 'результатов заменены')} более ${pluralRu(rows, 'поздним', 'поздними', 'поздними')}: апелляция или пересдача${issuesFile === undefined ? '' : ` (список — в ${issuesFile})`}. Остальные строки приняты.`,
  allAccepted: 'Все строки приняты.',
  remarks: (remarks, issuesFile) =>
    `Есть ${count(remarks)} ${pluralRu(remarks, 'замечание', 'замечания', 'замечаний')} к данным — в ${issuesFile}.`,
  more: (more, issuesFile) =>
    `  … и ещё ${count(more)}${issuesFile === undefined ? '' : `, см. ${issuesFile}`}`,
  place: (row, column, sheet) =>
    [
      sheet === undefined ? '' : `лист «${sheet}»`,
      row === undefined ? '' : `строка ${row}`,
      column === undefined ? '' : `столбец ${column}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  written: (what, path) =>
    ({
      report: `Отчёт:       ${path}`,
      workbook: `Книга Excel: ${path}`,
      folder: `Таблицы:     ${path}`,
      tally: `Подсчёты записаны: ${path}`,
      template: `Бланк записан: ${path}`,
      sample: `Вымышленный регион записан: ${path}`,
    })[what],
  templateNames: (names) =>
    `Бланки: ${names.join(', ')}. Например: orientir template ${names[0]} --out бланк.xlsx`,
  templateUnknown: (name, names) => `Нет бланка «${name}». Есть: ${names.join(', ')}.`,
};

const en: Texts = {
  help: `Orientir: from spreadsheets of assessment results to solve rates, a report and a workbook.

  orientir analyze FOLDER… --out FOLDER   read results, write tables, workbook and report
  orientir merge A.json B.json --out C    join tallies (C.json or a folder)
  orientir template NAME --out F.xlsx     an empty form (without a name: the list of forms)
  orientir pupil FILE… --pupil CODE --out F.docx   the route of one pupil, for the school only (orientir pupil --help)
  orientir pupils FORM --out F.docx       lists of pupils, for the school only (orientir pupils --help)
  orientir partners FOLDER… --out FOLDER  partner schools for schools with low results (orientir partners --help)
  orientir practices … --out FOLDER       bank of practices and events by topic (orientir practices --help)
  orientir match --teachers F … --out FOLDER   which support to offer to which teacher (orientir match --help)
  orientir bank BANK --people F …         bank of deficits and achievements: what is known of whom (orientir bank --help)
  orientir staff … --out FOLDER           conferences, burnout, staffing outlook (orientir staff --help)
  orientir profile FORM… --out FOLDER     what schools say of themselves and what is known of them (orientir profile --help)
  orientir sample --out FOLDER            an invented region to try things out
  orientir plan …                         road maps: read, draft, agree (orientir plan --help --lang en)
  orientir deadline "PHRASE" …            what a deadline means
  orientir publish PLAN --out FOLDER      a plan for a site: table, pages, files, instructions (orientir publish --help)

For analyze and merge:
  --schools FILE      list of schools (id, aliases, name, municipality, region …)
  --school ID         the school, where files do not name it
  --assessment FILE   description of an assessment (repeatable)
  --group COLUMN      compare pupils by this column too (repeatable; sex is always compared)
  --rules NAME|FILE   thresholds of solve rates: fioko-2026 (default), fipi-classic, or your own .json file
  --risk NAME|FILE    which schools have low results: omsk-2025 (default), hse-3y-both, or your own .json file;
                      may be repeated
  --minimums NAME|FILE  minimum scores of ЕГЭ and borders: ege-2026 (default), or your own .json file (test-scores.csv)
  --passport FILE     social passports of schools (form: orientir template passport), or context data of ВПР 2021;
                      may be repeated: conditions and results (context.csv)
  --context FILE      how conditions are measured: your own .json instead of the index with equal weights
  --medals FILE       medals and ЕГЭ, counts by school (form: orientir template medals): a test in objectivity.csv;
                      with the column expected, medals that are likely beside them (medal-counts.csv, inside only)
  --tables a,b        write only these: solve-rates, items, tests, sections, comparisons, groups, dif,
                      distractors, readiness, test-scores, risk, shrunken, objectivity, medal-counts, context, dynamics, gaps, deficits,
                      findings, tally, issues, workbook, report
  --public            only what may be published, and data for charts
  --sheets            also a page for each school and each subject, .docx and .html (sheets)
  --share             a tally to hand on: small groups folded (tally-share.json)
  --force             write into a folder with other files (they stay)
  --lang ru|en        language
For sample:  --schools NUMBER  --seed NUMBER

Exit status: 0 all accepted; 1 some rows or files refused; 2 nothing usable, nothing written.
The data do not leave this computer.
`,
  problem(problem) {
    switch (problem.kind) {
      case 'unknown-command':
        return `There is no command "${problem.found}". There are analyze, merge, template, sample, pupil, pupils, profile, match, bank, staff, partners, practices, plan, deadline, publish; see orientir --help.`;
      case 'unknown-option':
        return `The option "${problem.found}" is not known. See ${helpOf(problem)}.`;
      case 'no-value':
        return `${problem.option} needs a value.`;
      case 'missing':
        return problem.what === 'out'
          ? 'Where to write? Add --out FOLDER.'
          : 'What to read? Name files or folders.';
      case 'needs':
        return `${problem.option} works together with ${problem.other} only.`;
      case 'wrong-value':
        return `${problem.option}: "${problem.found}" is not possible. Allowed: ${ended(problem.allowed)}`;
    }
  },
  inputMissing: (input) => `No such file or folder: ${input}.`,
  inputUnfit: (input, why) =>
    why === 'folder'
      ? `A file is needed here, and ${input} is a folder. Name a file in it.`
      : `The file ${input} does not open: another program has it, or there is no right to read it.`,
  notJson: (place) =>
    place === undefined
      ? 'This is not JSON.'
      : `This is not JSON: see line ${place.line}, column ${place.column}.`,
  rulesAlike: (id, one, other) =>
    `Two rulesets have the id "${id}": ${one} and ${other}. Tables could not tell them apart; give one of them another id.`,
  folderNotOurs: (folder) =>
    `The folder ${folder} has other files. Name an empty folder, or add --force: the other files will stay.`,
  fileExists: (file) => `The file ${file} exists. Name another one or add --force.`,
  cannotWrite: (path, reason) =>
    `${path} could not be written: ${WRITE_ERRORS_EN[reason] ?? reason}. Former files are untouched, there are no new ones.`,
  cannotSay: (reason) =>
    `What the program says was not written to its end: ${WRITE_ERRORS_EN[reason] ?? reason}.`,
  interrupted: 'Stopped. Nothing was written.',
  nothingUsable: 'Not a single usable file with results. Nothing was written.',
  reading: (done, of, file) => `Reading ${done} of ${of}: ${file}`,
  read: ({ files, pupils, absent, schools, works }) =>
    `Read: ${files} ${pluralEn(files, 'file', 'files')}, ${works} ${pluralEn(works, 'assessment', 'assessments')}, ${schools} ${pluralEn(schools, 'school', 'schools')}. Pupils’ papers: ${pupils}, absent: ${absent}.`,
  readReports: (rows) =>
    `From reports, without pupils: ${rows} ${pluralEn(rows, 'row', 'rows')} about schools, municipalities and regions.`,
  refused: (rows, files, issuesFile) =>
    [
      rows > 0 ? `Refused: ${rows} ${pluralEn(rows, 'row', 'rows')}.` : '',
      files > 0 ? `Not read: ${files} ${pluralEn(files, 'file', 'files')}.` : '',
      issuesFile === undefined ? 'The list begins with:' : `Where and why: ${issuesFile}. It begins with:`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  replaced: (rows, issuesFile) =>
    `${rows} ${pluralEn(rows, 'result was', 'results were')} replaced by a later one, an appeal or a retake${issuesFile === undefined ? '' : ` (list: ${issuesFile})`}. All other rows were accepted.`,
  allAccepted: 'All rows were accepted.',
  remarks: (remarks, issuesFile) =>
    `There ${pluralEn(remarks, 'is', 'are')} ${remarks} ${pluralEn(remarks, 'remark', 'remarks')} on the data: ${issuesFile}.`,
  more: (more, issuesFile) => `  … and ${more} more${issuesFile === undefined ? '' : `, see ${issuesFile}`}`,
  place: (row, column, sheet) =>
    [
      sheet === undefined ? '' : `sheet "${sheet}"`,
      row === undefined ? '' : `row ${row}`,
      column === undefined ? '' : `column ${column}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  written: (what, path) =>
    ({
      report: `Report:   ${path}`,
      workbook: `Workbook: ${path}`,
      folder: `Tables:   ${path}`,
      tally: `Tally written: ${path}`,
      template: `Form written: ${path}`,
      sample: `Invented region written: ${path}`,
    })[what],
  templateNames: (names) =>
    `Forms: ${names.join(', ')}. For example: orientir template ${names[0]} --out form.xlsx`,
  templateUnknown: (name, names) => `There is no form "${name}". There are: ${names.join(', ')}.`,
};

const count = (value: number) => formatCount(value, 'ru');
/** A list at the end of a sentence; one that goes on ends it by itself. */
export const ended = (list: string) => (list.endsWith('…') ? list : `${list}.`);

/** Texts in a language. */
export function textsOf(language: Language): Texts {
  return language === 'ru' ? ru : en;
}
