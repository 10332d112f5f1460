import type { Language } from '../foundation/issue.js';
import type { Assessment } from './assessment.js';

/** Name of a work for people: «Математика, 8 класс, ВПР 2024/2025»; the id where nothing describes it. */
export function assessmentTitle(of: Assessment, language: Language): string {
  const grade =
    of.grade === undefined ? '' : language === 'ru' ? `${of.grade}\u00a0класс` : `grade ${of.grade}`;
  const campaign = [of.programme, of.schoolYear ?? ''].filter((part) => part !== '').join(' ');
  return [of.subject, grade, campaign].filter((part) => part !== '').join(', ') || of.id;
}
