/**
 * What `orientir staff` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface StaffTexts {
  readonly help: string;
  readonly nothingAsked: string;
  readonly yearMissing: string;
  readonly nothing: string;
  attendance(schools: number, conferences: number): string;
  burnout(groups: number, hidden: number): string;
  outlook(subjects: number, without: number): string;
  readonly assumptions: string;
  said(subject: string, text: string): string;
  written(folder: string): string;
  refused(rows: number): string;
}

const ru: StaffTexts = {
  help: `Кадры: кто бывает на конференциях, где устали и сколько учителей понадобится через три года.

  orientir template conferences --out конференции.xlsx  бланк посещения
  orientir template burnout --out опрос.xlsx            бланк опроса о выгорании
  orientir template staffing --out кадры.xlsx           бланк прогноза
  orientir staff --conferences Ф --out ПАПКА
  orientir staff --burnout Ф --out ПАПКА
  orientir staff --staffing Ф --school-year 2026/2027 --out ПАПКА

  --conferences ФАЙЛ  день, тема, школа, был ли кто-то: доля посещённых по школам и по конференциям
  --burnout ФАЙЛ      группа и балл опросника, без имён: средние по группам от пяти ответов
  --staffing ФАЙЛ     предмет, сколько учителей, сколько старше выбранного возраста и сколько его достигнет, часы, вакансии и предположения
  --school-year ГОД   какой год описывает бланк; прогноз — на три следующих
  --force             писать в папку, где есть чужие файлы (они останутся)
  --lang ru|en        язык

Пишет attendance.csv, burnout.csv, staffing.csv и staff.xlsx — то, что попросили. Учителей в них нет: кто именно был, из таблицы не берётся.
Прогноз — не предсказание: это от и до при ваших предположениях, программа их не проверяла. Числа по умолчанию не подставляются.
Код завершения: 0 — всё принято; 1 — часть строк не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  nothingAsked: 'Назовите таблицу: --conferences ФАЙЛ, --burnout ФАЙЛ или --staffing ФАЙЛ.',
  yearMissing: 'Какой год описывает бланк? Назовите его: --school-year 2026/2027.',
  nothing: 'Ни одной пригодной строки. Ничего не записано.',
  attendance: (schools, conferences) =>
    `Посещение: ${formatCount(conferences, 'ru')} ${pluralRu(conferences, 'конференция', 'конференции', 'конференций')}, ${formatCount(schools, 'ru')} ${pluralRu(schools, 'школа', 'школы', 'школ')}.`,
  burnout: (groups, hidden) =>
    `Выгорание: ${formatCount(groups, 'ru')} ${pluralRu(groups, 'группа', 'группы', 'групп')}${hidden === 0 ? '.' : `; у ${formatCount(hidden, 'ru')} среднее скрыто: мало ответов или все одинаковы.`}`,
  outlook: (subjects, without) =>
    `Прогноз на три года: ${formatCount(subjects, 'ru')} ${pluralRu(subjects, 'предмет', 'предмета', 'предметов')}${without === 0 ? '.' : `; у ${formatCount(without, 'ru')} не указано, какая доля уходит за год, и прогноза нет.`}`,
  assumptions:
    'Предположения ваши, никто их не проверял; ставки и нагрузка за три года не меняются, а где не указано, сколько учителей достигнет возраста, принято, что никто:',
  said: (subject, text) => `  ${subject}: ${text}.`,
  written: (folder) => `Таблицы и книга: ${folder}`,
  refused: (rows) =>
    `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${formatCount(rows, 'ru')} ${pluralRu(rows, 'строка', 'строки', 'строк')}:`,
};

const en: StaffTexts = {
  help: `Staff: who comes to conferences, where people are worn out, and how many teachers will be needed in three years.

  orientir template conferences --out conferences.xlsx  the form of attendance
  orientir template burnout --out survey.xlsx           the form of the burnout survey
  orientir template staffing --out staffing.xlsx        the form of the outlook
  orientir staff --conferences F --out FOLDER
  orientir staff --burnout F --out FOLDER
  orientir staff --staffing F --school-year 2026/2027 --out FOLDER

  --conferences FILE  day, topic, school, whether somebody was there: shares by school and by conference
  --burnout FILE      group and score of the survey, no names: means of groups of five answers or more
  --staffing FILE     subject, teachers, how many are past an age of your choice or reach it, hours, vacancies and assumptions
  --school-year YEAR  the year that the form describes; the outlook is for the next three
  --force             write into a folder with other files (they stay)
  --lang ru|en        language

Writes attendance.csv, burnout.csv, staffing.csv and staff.xlsx, as asked. No teacher stands in them: who it was is not read.
The outlook is no prediction: it is from and to under your assumptions, which nobody has checked. There are no default numbers.
Exit status: 0 all accepted; 1 some rows were refused; 2 nothing written.
The data do not leave this computer.
`,
  nothingAsked: 'Name a table: --conferences FILE, --burnout FILE or --staffing FILE.',
  yearMissing: 'Which year does the form describe? Name it: --school-year 2026/2027.',
  nothing: 'Not one usable row. Nothing was written.',
  attendance: (schools, conferences) =>
    `Attendance: ${formatCount(conferences, 'en')} ${pluralEn(conferences, 'conference', 'conferences')}, ${formatCount(schools, 'en')} ${pluralEn(schools, 'school', 'schools')}.`,
  burnout: (groups, hidden) =>
    `Burnout: ${formatCount(groups, 'en')} ${pluralEn(groups, 'group', 'groups')}${hidden === 0 ? '.' : `; in ${formatCount(hidden, 'en')} the mean is hidden: few answers, or all alike.`}`,
  outlook: (subjects, without) =>
    `Outlook for three years: ${formatCount(subjects, 'en')} ${pluralEn(subjects, 'subject', 'subjects')}${without === 0 ? '.' : `; for ${formatCount(without, 'en')} it is not stated which share leaves in a year, so there is none.`}`,
  assumptions:
    'The assumptions are yours, nobody has checked them; posts and load stay as they are for three years, and where it is not said how many reach the age, nobody is assumed to:',
  said: (subject, text) => `  ${subject}: ${text}.`,
  written: (folder) => `Tables and workbook: ${folder}`,
  refused: (rows) => `${formatCount(rows, 'en')} ${pluralEn(rows, 'row was', 'rows were')} refused:`,
};

export function staffTextsOf(language: Language): StaffTexts {
  return language === 'ru' ? ru : en;
}
