/**
 * What `orientir partners` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';

export interface PartnersTexts {
  readonly help: string;
  readonly noPassport: string;
  /** There are no results at all. */
  readonly noResults: string;
  /** Nobody looks for a partner. */
  readonly nobody: string;
  written(folder: string): string;
  readonly reminder: string;
}

const ru: PartnersTexts = {
  help: `Школы-партнёры для школ с низкими результатами: похожие условия, более высокие результаты.

  orientir template passport --out паспорт.xlsx      бланк социальных паспортов
  orientir template places --out места.xlsx          бланк: где находятся школы (не обязательно)
  orientir partners ПАПКА… --passport Ф --out ПАПКА  ПАПКА — результаты, как для orientir analyze

Записывает partners.csv (по строке на каждую школу, которой нужен партнёр; без партнёра — с причиной), balance.csv (насколько похожи
условия) и partners.xlsx с тем же для людей и списком «кто чему может научить».

  --passport ФАЙЛ     социальные паспорта школ
  --schools ФАЙЛ      список школ: муниципалитет, вид школы
  --places ФАЙЛ       где находятся школы; без него партнёр ищется в своём муниципалитете
  --risk ИМЯ|ФАЙЛ     кто считается школой с низкими результатами (как для orientir analyze)
  --assessment ФАЙЛ   описание работы (можно несколько раз)
  --school КОД        школа, если в файлах она не названа
  --force             писать в папку, где есть чужие файлы (они останутся)
  --lang ru|en        язык

Партнёр — школа того же вида в таком же населённом пункте, не дальше 60 км, чьи результаты выше ожидаемых для её условий; у одного партнёра не больше двух школ. Школы с
возможными признаками необъективности партнёрами не предлагаются. Границы похожести выбраны нами и не проверены. Места школ не распределяются.
Код завершения: 0 — всё принято; 1 — часть строк или файлов не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  noPassport: 'Нужны социальные паспорта школ: --passport ФАЙЛ (бланк: orientir template passport).',
  noResults: 'Результатов нет: ни одной пригодной строки. Ничего не записано.',
  nobody:
    'Ни одна школа не названа школой с низкими результатами: партнёры никому не нужны. Ничего не записано.',
  written: (folder) => `Таблицы и книга: ${folder}`,
  reminder:
    'Это предложение для разговора школ, а не решение. Таблицы внутренние: в них есть показатели отдельных школ.',
};

const en: PartnersTexts = {
  help: `Partner schools for schools with low results: similar conditions, higher results.

  orientir template passport --out passports.xlsx    the form of social passports
  orientir template places --out places.xlsx         the form of where schools are (optional)
  orientir partners FOLDER… --passport F --out FOLDER   FOLDER: results, as for orientir analyze

Writes partners.csv (a row for each school that needs a partner; without one, the reason), balance.csv (how alike the conditions are)
and partners.xlsx with the same for people and the list "who can teach what".

  --passport FILE     social passports of schools
  --schools FILE      list of schools: municipality, kind of school
  --places FILE       where schools are; without it partners are looked for in the same municipality
  --risk NAME|FILE    which schools count as schools with low results (as for orientir analyze)
  --assessment FILE   description of a work (may be repeated)
  --school ID         the school, if the files do not name it
  --force             write into a folder with other files (they stay)
  --lang ru|en        language

A partner is a school of the same kind in the same kind of settlement, at most 60 km away, whose results are above those expected in its conditions; a partner takes two schools
at most. Schools with doubtful results are not offered. The borders of likeness are our own and unverified. Schools are not ranked.
Exit status: 0 all accepted; 1 some rows or files were refused; 2 nothing written.
The data do not leave this computer.
`,
  noPassport: 'Social passports are needed: --passport FILE (form: orientir template passport).',
  noResults: 'There are no results: not a single usable row. Nothing was written.',
  nobody: 'No school is called one with low results: nobody needs a partner. Nothing was written.',
  written: (folder) => `Tables and workbook: ${folder}`,
  reminder:
    'It is a proposal for schools to talk about, no decision. The tables are internal: they hold figures of single schools.',
};

/** Texts in a language. */
export function partnersTextsOf(language: Language): PartnersTexts {
  return language === 'ru' ? ru : en;
}
