/**
 * Which option a pupil chose, kept as a column that pupils are grouped by: one column for each item with a key.
 *
 * @module
 */

const PREFIX = 'choice:';

/** Value of pupils who chose no option, or several: with them every pupil has a value, so it shows when some are not known. */
export const NO_CHOICE = '-';

/** An option as it is kept: a capital letter, the Latin `A` as the Russian `А`, since they are one letter to the eye. */
export function optionText(text: string): string {
  return text.toUpperCase().replace(/^A$/, 'А');
}

/** Name of the column of an item; its values are options of the item. */
export function choiceColumn(item: string): string {
  return `${PREFIX}${item}`;
}

/** Pupils are not compared by such a column: it says what they answered, not who they are. */
export function isChoiceColumn(column: string): boolean {
  return column.startsWith(PREFIX);
}
