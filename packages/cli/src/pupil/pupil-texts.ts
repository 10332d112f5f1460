/**
 * What `orientir pupil` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { OnePupil } from '@orientir/core/pupil-route';
import type { PupilProblem } from './pupil-arguments.js';

/** A class and how many pupils it has in the files. */
export interface ClassSize {
  readonly name: string;
  readonly pupils: number;
}

export interface PupilTexts {
  readonly help: string;
  problem(problem: Exclude<PupilProblem, { kind: string; option: string } | { what: string }>): string;
  notFound(code: string): string;
  /** `elsewhere`: the code is in the files, but not in the school and class that were named. */
  readonly elsewhere: string;
  classes(classes: readonly ClassSize[], more: number): string;
  several(of: Extract<OnePupil, { kind: 'several' }>): string;
  readonly onlyRefused: string;
  leftOut(rows: number): string;
  refused(place: string, reason: string): string;
  readonly reasonUnknown: string;
  readonly unreadable: string;
  written(file: string, works: number): string;
  readonly reminder: string;
}

const ru: PupilTexts = {
  help: `Индивидуальный маршрут одного ученика по его работам: только для школы, ученика и родителей.

  orientir pupil ФАЙЛ… --pupil КОД --out лист.docx    ФАЙЛ — те же таблицы и папки, что у orientir analyze

В листе: что решено, решено частично, к чему не приступали; темы, на которых потеряны баллы, по порядку; что из этого умеет
класс, а что нужно повторить всем. Отметок лист не предсказывает, с другими учениками не сравнивает. Имена не читаются.

  --pupil КОД         код ученика, как в файлах (70012); имя не подойдёт
  --out ФАЙЛ          лист.docx, лист.html или лист.json
  --class 7А          класс, если код есть в нескольких
  --school КОД        школа, если код есть в нескольких; она же — для файлов, где школа не названа
  --schools ФАЙЛ      список школ (id, aliases, name …)
  --assessment ФАЙЛ   описание работы (можно несколько раз)
  --force             заменить файл, если он есть
  --lang ru|en        язык

Код значит одного ученика только внутри школы и учебного года: берутся работы последнего года.
О классе меньше 5 учеников лист не говорит. Публиковать лист нельзя (152-ФЗ), и другие команды его не принимают.
Код завершения: 0 — записано; 1 — записано, но какая-то работа ученика или строка списка школ не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  problem: (problem) =>
    problem.kind === 'no-code'
      ? 'Не сказано, о каком ученике: добавьте --pupil КОД.'
      : `«${problem.found}» похоже на имя, а имена программа не читает. Назовите код ученика, как в файле: --pupil 70012.`,
  notFound: (code) => `Ученика с кодом ${code} среди прочитанных нет. Ничего не записано.`,
  elsewhere: 'В файлах этот код есть, но в другом классе или школе.',
  classes: (classes, more) =>
    classes.length === 0
      ? 'Классы в файлах не названы.'
      : `В файлах: ${classes
          .map(
            ({ name, pupils }) =>
              `${name} — ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}`,
          )
          .join('; ')}${more === 0 ? '' : ` … и ещё ${formatCount(more, 'ru')}`}.`,
  several: ({ of, units }) =>
    ({
      school: `Учеников с таким кодом несколько, в разных школах: ${units.join(', ')}. Добавьте --school КОД. Ничего не записано.`,
      class: `Учеников с таким кодом несколько, в разных классах: ${units.join(', ')}. Добавьте --class КЛАСС. Ничего не записано.`,
      grade: `Код встречается в работах разных параллелей (${units.join(', ')}), а классы в файлах не названы. Добавьте --class КЛАСС. Ничего не записано.`,
    })[of],
  onlyRefused: 'Работы этого ученика в файлах есть, но не приняты. Ничего не записано.',
  leftOut: (rows) =>
    `В лист не ${pluralRu(rows, 'вошла', 'вошли', 'вошло')} ${formatCount(rows, 'ru')} ${pluralRu(rows, 'работа', 'работы', 'работ')} этого ученика:`,
  refused: (place, reason) => `  ${place}: ${reason}`,
  reasonUnknown: 'Строка не принята.',
  unreadable: 'Не прочитаны:',
  written: (file, works) =>
    `Маршрут записан: ${file} (${formatCount(works, 'ru')} ${pluralRu(works, 'работа', 'работы', 'работ')}).`,
  reminder: 'Лист только для школы, ученика и родителей: публиковать его нельзя (152-ФЗ).',
};

const en: PupilTexts = {
  help: `The individual route of one pupil by the pupil's works: for the school, the pupil and the parents only.

  orientir pupil FILE… --pupil CODE --out sheet.docx   FILE: the same tables and folders as for orientir analyze

The sheet has: what was solved, partly solved, not attempted; topics with lost points in their order; which of them the class
can do, and which everybody has to be taught again. It predicts no mark and compares with no other pupil. Names are not read.

  --pupil CODE        the pupil's code as in the files (70012); a name will not do
  --out FILE          sheet.docx, sheet.html or sheet.json
  --class 7A          the class, if the code is in several
  --school ID         the school, if the code is in several; also the school of files that name none
  --schools FILE      list of schools (id, aliases, name …)
  --assessment FILE   description of an assessment (repeatable)
  --force             replace the file if it exists
  --lang ru|en        language

A code means one pupil only within a school and a school year: works of the newest year are taken.
Of a class with fewer than 5 pupils the sheet says nothing. It must not be published (law 152-FZ), and other commands refuse it.
Exit status: 0 written; 1 written, but a work of the pupil or a row of the list of schools was refused; 2 nothing written.
The data do not leave this computer.
`,
  problem: (problem) =>
    problem.kind === 'no-code'
      ? 'Which pupil? Add --pupil CODE.'
      : `"${problem.found}" looks like a name, and the program reads no names. Give the pupil's code as in the file: --pupil 70012.`,
  notFound: (code) => `There is no pupil with the code ${code} in what was read. Nothing was written.`,
  elsewhere: 'The code is in the files, but in another class or school.',
  classes: (classes, more) =>
    classes.length === 0
      ? 'The files name no classes.'
      : `In the files: ${classes
          .map(
            ({ name, pupils }) =>
              `${name}, ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')}`,
          )
          .join('; ')}${more === 0 ? '' : ` … and ${formatCount(more, 'en')} more`}.`,
  several: ({ of, units }) =>
    ({
      school: `Several pupils have the code, in several schools: ${units.join(', ')}. Add --school ID. Nothing was written.`,
      class: `Several pupils have the code, in several classes: ${units.join(', ')}. Add --class CLASS. Nothing was written.`,
      grade: `The code is in works of several grades (${units.join(', ')}), and the files name no classes. Add --class CLASS. Nothing was written.`,
    })[of],
  onlyRefused: 'Works of this pupil are in the files, but were refused. Nothing was written.',
  leftOut: (rows) =>
    `${formatCount(rows, 'en')} ${pluralEn(rows, 'work of this pupil is', 'works of this pupil are')} not in the sheet:`,
  refused: (place, reason) => `  ${place}: ${reason}`,
  reasonUnknown: 'The row was refused.',
  unreadable: 'Not read:',
  written: (file, works) =>
    `The route was written: ${file} (${formatCount(works, 'en')} ${pluralEn(works, 'work', 'works')}).`,
  reminder: 'For the school, the pupil and the parents only: it must not be published (law 152-FZ).',
};

/** Texts in a language. */
export function pupilTextsOf(language: Language): PupilTexts {
  return language === 'ru' ? ru : en;
}
