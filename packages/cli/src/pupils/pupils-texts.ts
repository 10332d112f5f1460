/**
 * What `orientir pupils` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface PupilsTexts {
  readonly help: string;
  readonly oneFile: string;
  readonly nothing: string;
  written(file: string, pupils: number): string;
  readonly reminder: string;
  refused(rows: number): string;
}

const ru: PupilsTexts = {
  help: `Списки учеников одной школы, которым может быть нужна поддержка: только для самой школы.

  orientir template pupils --out бланк.xlsx      пустой бланк: класс, код ученика, уроки, пропуски, предметы, ОВЗ,
                                                 предполагаемый медалист (можно без этого столбца)
  orientir pupils ФАЙЛ --out списки.docx         ФАЙЛ — заполненный бланк, .xlsx или .csv

Три списка: пропускают занятия, не успевают, с ОВЗ (только если это внесла сама школа). Рядом с кодом стоит факт, по которому ученик
в списке. Баллов риска, прогнозов и мест нет; порядок — по классам и кодам. Имена не читаются.
Отдельно — предполагаемые медалисты, если их внесла сама школа: для элективных курсов, программ углублённого уровня и факультативов.

  --out ФАЙЛ          списки.docx или списки.html
  --force             заменить файл, если он есть
  --lang ru|en        язык

Пороги (пропущено от 10 % уроков, не успевает хотя бы по одному предмету) выбраны нами и не проверены: это не норма.
План работы с каждой группой: orientir plan template pupil-categories. Публиковать списки нельзя (152-ФЗ).
Код завершения: 0 — всё принято; 1 — записано, но часть строк не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  oneFile: 'Нужен один файл: бланк своей школы (orientir template pupils).',
  nothing: 'Ни одной пригодной строки. Ничего не записано.',
  written: (file, pupils) =>
    `Списки записаны: ${file} (в бланке ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}).`,
  reminder: 'Списки только для школы: публиковать их нельзя (152-ФЗ).',
  refused: (rows) =>
    `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${formatCount(rows, 'ru')} ${pluralRu(rows, 'строка', 'строки', 'строк')}: ${pluralRu(rows, 'этого ученика', 'этих учеников', 'этих учеников')} в списках нет.`,
};

const en: PupilsTexts = {
  help: `Lists of pupils of one school who may need support: for the school itself only.

  orientir template pupils --out form.xlsx       the empty form: class, pupil code, lessons, missed, subjects, disability,
                                                 likely to get a medal (this column may be left out)
  orientir pupils FILE --out lists.docx          FILE: the form filled in, .xlsx or .csv

Three lists: absent from lessons, failing, with a disability (only if the school itself entered it). Beside the code stands the fact
that put the pupil there. No risk scores, no predictions, no ranks; the order is by class and code. Names are not read.
Apart from them, likely medal winners, if the school itself entered them: for elective courses, advanced programmes, optional courses.

  --out FILE          lists.docx or lists.html
  --force             replace the file if it exists
  --lang ru|en        language

The borders (10% of the lessons missed or more, failing in at least one subject) are our own and unverified: they are no norm.
A plan of work with each group: orientir plan template pupil-categories. The lists must not be published (law 152-FZ).
Exit status: 0 all accepted; 1 written, but some rows were refused; 2 nothing written.
The data do not leave this computer.
`,
  oneFile: 'One file is needed: the form of your school (orientir template pupils).',
  nothing: 'Not a single usable row. Nothing was written.',
  written: (file, pupils) =>
    `The lists were written: ${file} (${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')} in the form).`,
  reminder: 'The lists are for the school only: they must not be published (law 152-FZ).',
  refused: (rows) =>
    `${formatCount(rows, 'en')} ${pluralEn(rows, 'row was', 'rows were')} refused: ${pluralEn(rows, 'this pupil is', 'these pupils are')} not on the lists.`,
};

/** Texts in a language. */
export function pupilsTextsOf(language: Language): PupilsTexts {
  return language === 'ru' ? ru : en;
}
