import { groupedBy } from '../foundation/grouped-by.js';
import type { Language } from '../foundation/issue.js';
import type { Assessment } from './assessment.js';

/**
 * Names of works that stand side by side, by id: those of one name have their ids in brackets, as both works of a year that a
 * region wrote twice.
 */
export function assessmentTitles(
  assessments: readonly Assessment[],
  language: Language,
): ReadonlyMap<string, string> {
  const works = groupedBy(assessments, (of) => assessmentTitle(of, language));
  return new Map(
    Array.from(works).flatMap(([title, of]) =>
      of.map(({ id }): [string, string] => [id, of.length === 1 ? title : `${title} (${id})`]),
    ),
  );
}

/** Name of a work for people: «Математика, 8 класс, ВПР 2024/2025»; the id where nothing describes it. Of several works see {@link assessmentTitles}. */
export function assessmentTitle(of: Assessment, language: Language): string {
  const grade =
    of.grade === undefined ? '' : language === 'ru' ? `${of.grade}\u00a0класс` : `grade ${of.grade}`;
  const campaign = [of.programme, of.schoolYear ?? ''].filter((part) => part !== '').join(' ');
  return [of.subject, grade, campaign].filter((part) => part !== '').join(', ') || of.id;
}
