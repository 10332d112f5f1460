/**
 * What `orientir profile` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface ProfileTexts {
  readonly help: string;
  readonly sameFolder: string;
  noTally(folder: string): string;
  readonly nothing: string;
  read(files: number, rows: number, schools: number): string;
  differences(count: number): string;
  written(folder: string): string;
}

const ru: ProfileTexts = {
  help: `Что школы говорят о себе — и что о них известно: рисковый профиль, SWOT, направления, этапы, сверка, ежегодная карта.

  orientir template ИМЯ --out бланк.xlsx          пустой бланк: passport, self-rating, swot, directions, stages, attendance,
                                                  annual-card, special-control, checkpoints
  orientir profile ФАЙЛ… --out ПАПКА              ФАЙЛЫ — заполненные бланки и список школ, .xlsx или .csv, в любом порядке:
                                                  каждый узнаётся по заголовку

  --analysis ПАПКА    что записал orientir analyze: tally.json, risk.csv, context.csv
  --out ПАПКА         profile.csv, cross-check.csv, stages.csv, annual-card.csv, attendance.csv, special-control.csv …,
                      profile.xlsx — то же для людей, passports/ — страница на школу (.docx и .html)
  --force             писать в папку, где есть чужие файлы (они останутся)
  --lang ru|en        язык

Если две таблицы не сходятся, это вопрос к школе, а не вывод о ней: «расходится, проверьте». Формулировки части факторов риска,
правила сверки и показатели карты не проверены, и таблицы об этом говорят. Публиковать их нельзя: малые группы не скрыты.
Код завершения: 0 — всё принято; 1 — записано, но часть строк или файлов не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  sameFolder: 'Папка для записи — та же, что и с результатами. Назовите другую: --out ПАПКА.',
  noTally: (folder) =>
    `В папке ${folder} нет пригодного tally.json: результатов работ в карте и паспортах не будет.`,
  nothing: 'Ни одной пригодной строки. Ничего не записано.',
  read: (files, rows, schools) =>
    `Прочитано: ${count(files)} ${pluralRu(files, 'файл', 'файла', 'файлов')}, принято ${count(rows)} ${pluralRu(rows, 'строка', 'строки', 'строк')}. Школ: ${count(schools)}.`,
  differences: (of) =>
    of === 0
      ? 'Расхождений не найдено (что не удалось сравнить — в cross-check.csv).'
      : `Расходится, проверьте: ${count(of)} (cross-check.csv, первый лист profile.xlsx).`,
  written: (folder) => `Записано: ${folder}`,
};

const en: ProfileTexts = {
  help: `What schools say of themselves beside what is known of them: risk profile, SWOT, directions, stages, cross-check, annual card.

  orientir template NAME --out form.xlsx          an empty form: passport, self-rating, swot, directions, stages, attendance,
                                                  annual-card, special-control, checkpoints
  orientir profile FILE… --out FOLDER             FILES: forms filled in and a list of schools, .xlsx or .csv, in any order:
                                                  each is known by its header

  --analysis FOLDER   what orientir analyze wrote: tally.json, risk.csv, context.csv
  --out FOLDER        profile.csv, cross-check.csv, stages.csv, annual-card.csv, attendance.csv, special-control.csv …,
                      profile.xlsx: the same for people, passports/: a page for each school (.docx and .html)
  --force             write into a folder with other files (they stay)
  --lang ru|en        language

Two tables that do not fit are a question to the school and no statement about it: "differs, check it". The wording of some risk
factors, the rules of comparison and the indicators of the card are unverified, and the tables say so. They must not be published:
small groups are not hidden.
Exit status: 0 all accepted; 1 written, but some rows or files were refused; 2 nothing written.
The data do not leave this computer.
`,
  sameFolder: 'The folder to write is the one with the results. Name another: --out FOLDER.',
  noTally: (folder) =>
    `${folder} has no usable tally.json: card and passports will have no results of works.`,
  nothing: 'Not a single usable row. Nothing was written.',
  read: (files, rows, schools) =>
    `Read: ${files} ${pluralEn(files, 'file', 'files')}, ${formatCount(rows, 'en')} ${pluralEn(rows, 'row', 'rows')} accepted. Schools: ${formatCount(schools, 'en')}.`,
  differences: (of) =>
    of === 0
      ? 'No differences were found (what could not be compared stands in cross-check.csv).'
      : `Differs, check it: ${formatCount(of, 'en')} (cross-check.csv, first sheet of profile.xlsx).`,
  written: (folder) => `Written: ${folder}`,
};

const count = (value: number) => formatCount(value, 'ru');

/** Texts in a language. */
export function profileTextsOf(language: Language): ProfileTexts {
  return language === 'ru' ? ru : en;
}
