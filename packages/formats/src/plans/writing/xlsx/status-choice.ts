import type { Language } from '@orientir/core/foundation';
import { MEASURE_STATUSES } from '@orientir/core/road-map';
import { writingWords } from '../writing-words.js';
import type { FormColumn } from './form-sheet.js';

/** A column in which a status is chosen from the words of the codelist. */
export function statusChoice(language: Language): Pick<FormColumn, 'input' | 'choices' | 'error'> {
  return {
    input: 'choice',
    choices: Object.values(MEASURE_STATUSES).map((words) => words[language]),
    error: writingWords(language).statusError,
  };
}
