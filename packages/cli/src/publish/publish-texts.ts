/**
 * What `orientir publish` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { pluralEn, pluralRu } from '@orientir/core/foundation';

export interface PublishTexts {
  readonly help: string;
  refused(places: number): string;
  readonly scriptsMissing: string;
  inputOverwritten(file: string): string;
  written(folder: string, files: number, zip: string): string;
  begin(instructions: string): string;
  addresses(live: string, archived: string): string;
  readonly noAddress: string;
  attention(count: number): string;
  more(count: number): string;
}

const ru: PublishTexts = {
  help: `Публикация плана на сайте школы или муниципалитета.

  orientir publish ПЛАН --out ПАПКА    ПЛАН — план.json, .docx, .html, .xlsx или .csv

В папке будут: инструкция с готовыми текстами (начните с неё), таблица для вставки на страницу, отдельная страница,
Word, Excel, календарь, csv, скрипты, архивная редакция с постоянным адресом и всё вместе одним .zip.

  --base-url АДРЕС        адрес папки на сайте, например https://школа.рф/plan/ — тогда тексты готовы без правки
  --names keep|position   имена среди ответственных: оставить (так по умолчанию) или заменить должностями
  --as-of ДАТА            день публикации; более поздние отметки не войдут (по умолчанию сегодня)
  --calendar ФАЙЛ         календарь своей школы (см. docs/plans.md)
  --force                 писать в папку, где есть чужие файлы (останутся; файлы с нашими именами заменятся)
  --lang ru|en            язык

Сведения об отдельных учениках, личные телефоны и почта не публикуются: команда назовёт место и ничего не запишет.
Код завершения: 0 — опубликовано; 1 — опубликовано, но что-то требует внимания; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  refused: (places) =>
    `План не опубликован: в нём есть то, что публиковать нельзя (${places} ${pluralRu(places, 'место', 'места', 'мест')}). Ничего не записано.`,
  scriptsMissing:
    'Рядом с программой нет файла orientir.js, без него публиковать нечего. Установите программу заново; из исходных текстов — npm run build.',
  inputOverwritten: (file) =>
    `Файл ${file} был бы заменён опубликованным, а в том меньше сведений. Назовите другую папку.`,
  written: (folder, files, zip) =>
    `План готов к публикации: ${folder} — ${files} ${pluralRu(files, 'файл', 'файла', 'файлов')}, все вместе в ${zip}.`,
  begin: (instructions) => `Начните с ${instructions}: там готовые тексты для сайта.`,
  addresses: (live, archived) =>
    `После загрузки план будет здесь: ${live}\nАрхивная редакция (адрес не меняется): ${archived}`,
  noAddress: 'Адрес сайта не назван (--base-url): в инструкции он выделен, его нужно вписать.',
  attention: (count) => `Обратите внимание (${count}):`,
  more: (count) => `  … и ещё ${count}`,
};

const en: PublishTexts = {
  help: `Publish a plan on the site of a school or municipality.

  orientir publish PLAN --out FOLDER   PLAN is plan.json, .docx, .html, .xlsx or .csv

The folder gets: instructions with texts to paste (begin there), a table to paste into a page, a page of its own, Word,
Excel, calendar, csv, scripts, an archived version with a lasting address, and everything as one .zip.

  --base-url ADDRESS      address of the folder on the site, such as https://school.example/plan/: texts need no edit
  --names keep|position   names among the responsible: keep (the default), or put positions in their place
  --as-of DATE            day of the publication; later marks are left out (today by default)
  --calendar FILE         the calendar of the school (see docs/plans.md)
  --force                 write into a folder with other files (they stay; files with names of ours are replaced)
  --lang ru|en            language

Data of single pupils, private phones and mailboxes are not published: the command names the place and writes nothing.
Exit status: 0 published; 1 published, and something needs attention; 2 nothing written.
The data do not leave this computer.
`,
  refused: (places) =>
    `The plan was not published: it has what must not be public (${places} ${pluralEn(places, 'place', 'places')}). Nothing was written.`,
  scriptsMissing:
    'The file orientir.js is not beside the program, and without it there is nothing to publish. Install the program anew; from sources, npm run build.',
  inputOverwritten: (file) =>
    `The file ${file} would be replaced by the published one, which holds less. Name another folder.`,
  written: (folder, files, zip) =>
    `The plan is ready: ${folder}, ${files} ${pluralEn(files, 'file', 'files')}, all of them in ${zip}.`,
  begin: (instructions) => `Begin with ${instructions}: it has the texts for the site.`,
  addresses: (live, archived) =>
    `After the upload the plan is here: ${live}\nArchived version (its address does not change): ${archived}`,
  noAddress:
    'No address of the site was given (--base-url): it is marked in the instructions, to be filled in.',
  attention: (count) => `Please look at (${count}):`,
  more: (count) => `  … and ${count} more`,
};

/** Texts in a language. */
export function publishTextsOf(language: Language): PublishTexts {
  return language === 'ru' ? ru : en;
}
