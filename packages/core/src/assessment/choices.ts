/**
 * Which option a pupil chose, kept as a column that pupils are grouped by: one column for each item with a key.
 *
 * @module
 */

const PREFIX = 'choice:';

/** Value of pupils who chose no option, or several: with them every pupil has a value, so it shows when some are not known. */
export const NO_CHOICE = '-';

/** Name of the column of an item; its values are options of the item. */
export function choiceColumn(item: string): string {
  return `${PREFIX}${item}`;
}

/** Pupils are not compared by such a column: it says what they answered, not who they are. */
export function isChoiceColumn(column: string): boolean {
  return column.startsWith(PREFIX);
}
