/** `data-*` attributes of a published plan that readers of tables do not need: what the page's own script works with. */
export const FURTHER_ATTRIBUTES = {
  /** Of the table: {@link PUBLISHED_VERSION}, and the hash of the content, see `contentHash`. */
  version: 'data-version',
  hash: 'data-hash',
  /** Of the table: the day up to which marks count; day of the last approval, and the hash of what was approved. */
  asOf: 'data-as-of',
  approvedOn: 'data-approved-on',
  approved: 'data-approved',
  /** Of the table: the address of the plan as JSON. */
  src: 'data-src',
  /** Of the cell of a deadline: the rule of RFC 5545, where there is one. */
  rrule: 'data-rrule',
  /** Of the same cell, where the deadline recurs: days `YYYY-MM-DD` or `start/end`, separated by spaces. */
  occurrences: 'data-occurrences',
  /** Of the cell of an audience: its codes, separated by spaces. */
  audience: 'data-audience',
  /** Of the cell of a status: its code, and the day of the mark. */
  status: 'data-status',
  date: 'data-date',
} as const;

/** Version of the published table. */
export const PUBLISHED_VERSION = '1';
