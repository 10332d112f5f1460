/**
 * Columns of the form for lists of pupils: written in the empty form, read back.
 *
 * @module
 */
import type { FormColumn } from '../forms/form-columns.js';
import { formColumns, hasColumn, headerNames } from '../forms/form-columns.js';

export const CLASS: FormColumn = {
  id: 'class',
  also: 'класс',
  ru: 'Класс',
  en: 'Class',
  example: '7А',
};

export const PUPIL: FormColumn = {
  id: 'pupil',
  also: 'код ученика',
  ru: 'Код ученика, не имя; внутри класса не повторяется',
  en: 'Code of the pupil, not a name; only once in a class',
  example: '70012',
};

export const LESSONS: FormColumn = {
  id: 'lessons',
  also: 'всего уроков',
  ru: 'Сколько уроков было у ученика за то время, за которое считаются пропуски: целое число; пусто — не известно',
  en: 'Lessons of the pupil in the time that missed lessons are counted for: a whole number; empty = not known',
  example: '160',
};

export const MISSED: FormColumn = {
  id: 'missed',
  also: 'пропущено уроков',
  ru: 'Сколько из них пропущено: целое число; пусто — не известно (это не ноль)',
  en: 'How many of them were missed: a whole number; empty = not known (which is not zero)',
  example: '34',
};

export const FAILING: FormColumn = {
  id: 'failing_subjects',
  also: 'не успевает по предметам',
  ru: 'По каким предметам ученик не успевает, через |; нет — ни по одному; пусто — не известно',
  en: 'Subjects that the pupil fails, joined by |; no = none; empty = not known',
  example: 'Алгебра|Физика',
};

export const DISABILITY: FormColumn = {
  id: 'disability',
  also: 'овз',
  ru: 'Ограниченные возможности здоровья (ОВЗ): да, нет; пусто — сведений нет. Заполняет только сама школа',
  en: 'Disability (ОВЗ): yes, no; empty = not entered. Only the school itself fills it in',
  example: 'нет',
};

export const MEDAL_CANDIDATE: FormColumn = {
  id: 'medal_candidate',
  also: 'предполагаемый медалист',
  ru: 'Ждёт ли школа, что ученик получит медаль: да, нет; пусто — не известно. Столбец можно не заводить; заполняет только сама школа',
  en: 'Whether the school expects the pupil to get a medal: yes, no; empty = not known. The column may be left out; only the school itself fills it in',
  example: 'нет',
};

export const PUPIL_COLUMNS: readonly FormColumn[] = [
  CLASS,
  PUPIL,
  LESSONS,
  MISSED,
  FAILING,
  DISABILITY,
  MEDAL_CANDIDATE,
];

/**
 * Whether a header is that of this form, so that nobody counts it as results. A table of results may have a column about
 * disability or medals too, so these tell only where there is nothing else.
 *
 * @param headers - in lower case, without ё.
 */
export function isPupilFactsHeader(headers: readonly string[]): boolean {
  const names = headerNames(headers);
  const has = (column: FormColumn) => hasColumn(names, column);
  if (has(MISSED) || has(FAILING)) return has(PUPIL) || headers.some((text) => PUPIL_WORDS.test(text));
  if (!has(PUPIL) || !(has(DISABILITY) || has(MEDAL_CANDIDATE))) return false;
  return formColumns({ rows: [headers] }, PUPIL_COLUMNS).unknown.length === 0;
}

/** What people write over pupils in place of the code. */
const PUPIL_WORDS = /^(?:ученик|учащийся|обучающийся|фамилия|ф\.? ?и\.? ?о\.?)(?![а-я])/;
