/**
 * What `orientir bank` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import { LEGAL_LIMIT } from '@orientir/formats/support';

export interface BankTexts {
  readonly help: string;
  readonly nothingAsked: string;
  readonly dateMissing: string;
  readonly peopleMissing: string;
  readonly notABank: string;
  readonly noTeachersInResults: string;
  added(entries: number, there: number): string;
  found(entries: number, persons: number): string;
  readonly nothingFound: string;
  /** Person, what, about, severity, source, day, until. */
  readonly columns: readonly [string, string, string, string, string, string, string];
  readonly guess: string;
  readonly order: string;
  readonly beside: string;
  more(rows: number): string;
  written(path: string): string;
  refused(rows: number): string;
  readonly limit: string;
}

const ru: BankTexts = {
  help: `Банк дефицитов и достижений: что о ком известно, откуда и с какого дня. Для поддержки, не для оценки.

  orientir template bank --out банк.xlsx               бланк банка
  orientir template people --out люди.xlsx             бланк людей: учителя и руководители
  orientir bank банк.csv --people люди.csv --subject Математика --grade 7-8
  orientir bank банк.csv --person t-17                 всё, что известно о человеке, по датам
  orientir bank [банк.csv] --add private/deficits.csv --date 2026-11-27 --out ПАПКА
  orientir bank [банк.csv] --people учителя.csv --results ПУТЬ --date 2026-11-27 --out ПАПКА

  --people ФАЙЛ        школа, предметы, классы, группы людей; подойдёт и таблица учителей для orientir match
  --add ФАЙЛ           добавить темы из таблицы дефицитов; можно повторять. Что уже есть, второй раз не добавляется
  --results ПУТЬ       добавить то, что предполагают результаты работ: и дефициты, и достижения; можно повторять
  --date ДЕНЬ          каким днём добавить
  --person КОД, --role teacher|head, --school КОД, --subject ПРЕДМЕТ, --grade 7 или 7-8,
  --group young|newcomer|low_results|no_exam_experience, --polarity deficit|achievement,
  --topic ТЕМА, --block legal|subject|methodical|psychological, --at ДЕНЬ (что действует в этот день)
                       отбор: должно подойти всё названное
  --out ПАПКА          записать private/bank.csv (весь банк) и private/found.csv (отобранное)
  --force              заменить чужой private/bank.csv
  --lang ru|en         язык

Записи стоят по кодам и датам: порядок ничего не значит, людей никто не сравнивает.
${LEGAL_LIMIT.ru}
Код завершения: 0 — всё принято; 1 — часть строк не принята; 2 — ничего не показано и не записано.
Данные не покидают этот компьютер.
`,
  nothingAsked:
    'Назовите банк или то, что в него добавить: orientir bank банк.csv, --add ФАЙЛ, --results ПУТЬ.',
  dateMissing: 'Каким днём добавить? Назовите день: --date 2026-11-27.',
  peopleMissing:
    'Отбор по школе, классу, должности и группе идёт по таблице людей: --people ФАЙЛ (бланк: orientir template people; подойдёт и таблица учителей).',
  notABank: 'В банке нет ни одной пригодной записи, и добавить нечего. Ничего не записано.',
  noTeachersInResults:
    'В результатах нет учителей: ни кодов в столбце teacher, ни классов, которые назвала бы таблица --people (столбец classes, рядом school и subject). Ничего не записано.',
  added: (entries, there) =>
    `${pluralRu(entries, 'Добавлена', 'Добавлены', 'Добавлено')} ${formatCount(entries, 'ru')} ${pluralRu(entries, 'запись', 'записи', 'записей')}${there === 0 ? '.' : `; ещё ${formatCount(there, 'ru')} уже ${pluralRu(there, 'есть', 'есть', 'есть')} в банке.`}`,
  found: (entries, persons) =>
    `Найдено: ${formatCount(entries, 'ru')} ${pluralRu(entries, 'запись', 'записи', 'записей')}, людей — ${formatCount(persons, 'ru')}. Список по кодам и датам, порядок ничего не значит.`,
  nothingFound: 'Ничего не найдено. Проверьте, так ли записаны тема и предмет.',
  columns: ['Код', 'Что', 'О чём', 'Острота', 'Откуда', 'Дата', 'До'],
  guess: '(предположение)',
  order:
    '«(предположение)» — так говорят только результаты работ; человек или диагностика этого ещё не подтвердили.',
  beside:
    'По результатам тема стоит рядом с другими темами тех же учеников: где одна тема слаба, остальные выглядят сильнее. Такое достижение стоит проверить на уроке.',
  more: (rows) => `… и ещё ${formatCount(rows, 'ru')}; весь список запишет --out ПАПКА (private/found.csv).`,
  written: (path) => `Записано: ${path}. Только для тех, кто организует помощь.`,
  refused: (rows) =>
    `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${formatCount(rows, 'ru')} ${pluralRu(rows, 'строка', 'строки', 'строк')}; остальное учтено:`,
  limit: LEGAL_LIMIT.ru,
};

const en: BankTexts = {
  help: `The bank of deficits and achievements: what is known of whom, from where and since when. For support, not for appraisal.

  orientir template bank --out bank.xlsx               the form of the bank
  orientir template people --out people.xlsx           the form of people: teachers and heads of schools
  orientir bank bank.csv --people people.csv --subject Математика --grade 7-8
  orientir bank bank.csv --person t-17                 all that is known of a person, by date
  orientir bank [bank.csv] --add private/deficits.csv --date 2026-11-27 --out FOLDER
  orientir bank [bank.csv] --people teachers.csv --results PATH --date 2026-11-27 --out FOLDER

  --people FILE        school, subjects, grades, groups of people; the table of teachers of orientir match will do
  --add FILE           add topics of a table of deficits; repeatable. What is there already is not added again
  --results PATH       add what results suppose, both deficits and achievements; repeatable
  --date DAY           the day of what is added
  --person CODE, --role teacher|head, --school ID, --subject SUBJECT, --grade 7 or 7-8,
  --group young|newcomer|low_results|no_exam_experience, --polarity deficit|achievement,
  --topic TOPIC, --block legal|subject|methodical|psychological, --at DAY (what holds on that day)
                       filters: all that are given must hold
  --out FOLDER         write private/bank.csv (all of it) and private/found.csv (what was found)
  --force              replace another private/bank.csv
  --lang ru|en         language

Entries stand by code and date: their order means nothing, nobody is compared.
${LEGAL_LIMIT.en}
Exit status: 0 all accepted; 1 some rows were refused; 2 nothing shown and nothing written.
The data do not leave this computer.
`,
  nothingAsked: 'Name a bank, or what to add to it: orientir bank bank.csv, --add FILE, --results PATH.',
  dateMissing: 'Of which day is what is added? Name it: --date 2026-11-27.',
  peopleMissing:
    'Filters by school, grade, role and group need the table of people: --people FILE (form: orientir template people; the table of teachers will do).',
  notABank: 'The bank has no usable entry, and there is nothing to add. Nothing was written.',
  noTeachersInResults:
    'The results name no teachers: neither by the column teacher, nor by classes that the table --people would name (column classes, with school and subject). Nothing was written.',
  added: (entries, there) =>
    `${formatCount(entries, 'en')} ${pluralEn(entries, 'entry was', 'entries were')} added${there === 0 ? '.' : `; ${formatCount(there, 'en')} more ${pluralEn(there, 'is', 'are')} in the bank already.`}`,
  found: (entries, persons) =>
    `Found: ${formatCount(entries, 'en')} ${pluralEn(entries, 'entry', 'entries')} of ${formatCount(persons, 'en')} ${pluralEn(persons, 'person', 'people')}. The list is by code and date; its order means nothing.`,
  nothingFound: 'Nothing was found. Check how topic and subject are written.',
  columns: ['Code', 'What', 'About', 'Severity', 'Source', 'Date', 'Until'],
  guess: '(a guess)',
  order: '“(a guess)”: only results say so; neither the person nor a diagnostic has confirmed it yet.',
  beside:
    'By results a topic stands beside other topics of the same pupils: where one is weak, the others look stronger. Look at a lesson before you rely on such an achievement.',
  more: (rows) =>
    `… and ${formatCount(rows, 'en')} more; --out FOLDER writes the whole list (private/found.csv).`,
  written: (path) => `Written: ${path}. For those who arrange the support only.`,
  refused: (rows) =>
    `${formatCount(rows, 'en')} ${pluralEn(rows, 'row was', 'rows were')} refused; the rest counts:`,
  limit: LEGAL_LIMIT.en,
};

export function bankTextsOf(language: Language): BankTexts {
  return language === 'ru' ? ru : en;
}
