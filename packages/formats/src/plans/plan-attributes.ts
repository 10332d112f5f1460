/**
 * Names with which a published plan says what its table holds: writers set them, the reader looks for them first.
 *
 * @module
 */

/** `data-*` attributes of a published plan, by the element that has them. */
export const PLAN_ATTRIBUTES = {
  /** Of `table`; {@link PLAN_MARK} makes it a plan. */
  table: {
    mark: 'data-orientir',
    id: 'data-id',
    kind: 'data-kind',
    level: 'data-level',
    region: 'data-region',
    municipality: 'data-municipality',
    school: 'data-school',
    schoolYear: 'data-school-year',
  },
  /** Of a `th`: a field of the codelist `planField`. */
  header: { field: 'data-field' },
  /**
   * Of the `tr` of a heading, which has no `data-id`: its own id, the printed number, the id of the heading around it;
   * whose work it is about and which direction, where its words do not say so.
   */
  section: {
    id: 'data-section',
    number: 'data-number',
    parent: 'data-parent',
    addressee: 'data-addressee',
    direction: 'data-direction',
  },
  /** Of the `tr` of a measure: its id, the heading it belongs to (otherwise the last one above), and the numbered row. */
  measure: { id: 'data-id', section: 'data-section', parent: 'data-parent' },
  /** Of the `td` of a deadline: the kind of `Deadline`, its first and last day. */
  deadline: { kind: 'data-kind', start: 'data-start', end: 'data-end' },
} as const;

/** Value of `data-orientir` on the table of a plan. */
export const PLAN_MARK = 'plan';

/** Columns that our own sheets have besides those of `PLAN_FIELDS`. */
export const PLAN_SHEET_COLUMNS = {
  section: 'Раздел',
  start: 'Начало',
  end: 'Окончание',
  id: 'id',
} as const;

/** Between the titles of sections in one cell, from the outermost. */
export const SECTION_SEPARATOR = ' / ';
