/** `data-*` attributes of a published plan that readers of tables do not need: what the page's own script works with. */
export const FURTHER_ATTRIBUTES = {
  /** Of the table: {@link PUBLISHED_VERSION}, and the hash of the content, see `contentHash`. */
  version: 'data-version',
  hash: 'data-hash',
  /** Of the cell of a deadline: the rule of RFC 5545, where there is one. */
  rrule: 'data-rrule',
  /** Of the cell of a status: its code, and the day of the mark. */
  status: 'data-status',
  date: 'data-date',
} as const;

/** Version of the published table. */
export const PUBLISHED_VERSION = '1';
