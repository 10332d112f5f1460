/**
 * What `orientir practices` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface PracticesTexts {
  readonly help: string;
  /** Neither practices with deficits nor events were named. */
  readonly nothingAsked: string;
  readonly nothing: string;
  suggested(topics: number, without: number): string;
  offers(events: number): string;
  written(folder: string): string;
  refused(rows: number): string;
}

const ru: PracticesTexts = {
  help: `Банк практик и события: что делают другие и куда можно поехать.

  orientir template practices --out практики.xlsx    бланк банка практик
  orientir template events --out события.xlsx        бланк событий: «Точка роста», сообщества учителей
  orientir practices --practices Ф --deficits Ф --out ПАПКА
  orientir practices --events Ф --out ПАПКА

Записывает practices.csv (практики для каждой темы, в которой нужна помощь; чья это тема, не читается), offers.csv (события как
предложения для orientir match --offers) и practices.xlsx с тем же для людей.

  --practices ФАЙЛ    банк практик
  --deficits ФАЙЛ     темы: таблица дефицитов (orientir template deficits или private/deficits.csv)
  --events ФАЙЛ       события
  --settlement СЛОВО  где школа, которая ищет практику: город, посёлок, село
  --pupils ЧИСЛО      сколько в ней учеников
  --force             писать в папку, где есть чужие файлы (они останутся)
  --lang ru|en        язык

Эффект практики без измерений — ноль с широкими границами: это не значит, что она не помогает. Сила поправки выбрана нами и не проверена.
Код завершения: 0 — всё принято; 1 — часть строк не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  nothingAsked:
    'Назовите банк практик и темы (--practices ФАЙЛ --deficits ФАЙЛ) или события (--events ФАЙЛ).',
  nothing: 'Ни одной пригодной строки. Ничего не записано.',
  suggested: (topics, without) =>
    `Темы: ${formatCount(topics, 'ru')}${without === 0 ? ', для каждой есть практика.' : `, из них без практики: ${formatCount(without, 'ru')}.`}`,
  offers: (events) => `Из событий получено предложений для orientir match: ${formatCount(events, 'ru')}.`,
  written: (folder) => `Таблицы и книга: ${folder}`,
  refused: (rows) =>
    `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${formatCount(rows, 'ru')} ${pluralRu(rows, 'строка', 'строки', 'строк')}:`,
};

const en: PracticesTexts = {
  help: `The bank of practices, and events: what others do and where to go.

  orientir template practices --out practices.xlsx   the form of the bank of practices
  orientir template events --out events.xlsx         the form of events of centres and communities
  orientir practices --practices F --deficits F --out FOLDER
  orientir practices --events F --out FOLDER

Writes practices.csv (practices for each topic in which help is needed; whose topic it is is not read), offers.csv (events as offers for
orientir match --offers) and practices.xlsx with the same for people.

  --practices FILE    bank of practices
  --deficits FILE     topics: a table of deficits (orientir template deficits, or private/deficits.csv)
  --events FILE       events
  --settlement WORD   where the school is that looks for a practice
  --pupils NUMBER     how many pupils it has
  --force             write into a folder with other files (they stay)
  --lang ru|en        language

The effect of a practice that nobody measured is zero with wide borders: that is no proof that it does not help. How far effects are drawn to
zero is our own choice, unverified.
Exit status: 0 all accepted; 1 some rows were refused; 2 nothing written.
The data do not leave this computer.
`,
  nothingAsked:
    'Name a bank of practices and topics (--practices FILE --deficits FILE), or events (--events FILE).',
  nothing: 'Not a single usable row. Nothing was written.',
  suggested: (topics, without) =>
    `Topics: ${formatCount(topics, 'en')}${without === 0 ? ', each with a practice.' : `, without a practice: ${formatCount(without, 'en')}.`}`,
  offers: (events) =>
    `${pluralEn(events, 'Event', 'Events')} as offers for orientir match: ${formatCount(events, 'en')}.`,
  written: (folder) => `Tables and workbook: ${folder}`,
  refused: (rows) => `${formatCount(rows, 'en')} ${pluralEn(rows, 'row was', 'rows were')} refused:`,
};

/** Texts in a language. */
export function practicesTextsOf(language: Language): PracticesTexts {
  return language === 'ru' ? ru : en;
}
