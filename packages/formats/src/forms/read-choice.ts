import type { Language } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { FormColumn } from './form-columns.js';
import type { FormRow } from './read-form.js';

/** The words of each value. */
export type ChoiceWords<Value extends string> = Readonly<Record<Value, Readonly<Record<Language, string>>>>;

/** One of a list of values, by itself or by its word; everything else is an issue, an empty cell too. */
export function readChoice<Value extends string>(
  row: FormRow,
  column: FormColumn,
  values: readonly Value[],
  words: ChoiceWords<Value>,
): Value | undefined {
  const found = row.needed(column);
  if (found === '') return undefined;
  const text = found.toLowerCase().replace(/\s+/g, ' ');
  const fitting = values.find(
    (value) => text === value || text === words[value].ru || text === words[value].en,
  );
  if (fitting === undefined) {
    const allowed = values.map((value) => words[value].ru).join(', ');
    row.issues.push(
      issue('profile-word-unknown', 'error', row.placeOf(column), { column: column.id, found, allowed }),
    );
  }
  return fitting;
}
