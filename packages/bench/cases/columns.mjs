import { NOT_ADMINISTERED } from '@orientir/core/assessment';

/** Columns of any size by a formula that SQL can compute too: item points by pupil, null = item not administered. */
export const POINTS = (item, row, max) =>
  ((row * 7919 + item * 104_729 + (row % 977) * 31) % 1_000_003) % (max + 1);
export const MISSING = (item, row) => (row * 31 + item * 17) % 29 === 0;
export const maxima = (items) => Array.from({ length: items }, (_, i) => 1 + (i % 3));
export const POINTS_SQL = (item, max) =>
  `case when (row * 31 + ${item} * 17) % 29 = 0 then null else ((row * 7919 + ${item} * 104729 + (row % 977) * 31) % 1000003) % ${max + 1} end::tinyint`;

export function assessmentOf(items) {
  return {
    id: 'columns',
    programme: '',
    subject: '',
    items: maxima(items).map((maxPoints, i) => ({ id: String(i + 1), maxPoints })),
  };
}

/**
 * A block of `rows` pupils; group of a row = row × groups / rows. `missing` = code of what is null, false = nothing is. Columns of
 * zeros are filled, or their memory would first be fetched by what is measured.
 */
export function columnsOf(rows, items, groups, { missing = NOT_ADMINISTERED } = {}) {
  const units = Array.from({ length: groups }, (_, g) => ({
    school: `s${Math.floor(g / 16)}`,
    class: String(g % 16),
  }));
  const unit = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) unit[row] = Math.floor((row * groups) / rows);
  const points = maxima(items).map((max, item) => {
    const column = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) {
      column[row] = missing !== false && MISSING(item, row) ? missing : 2 * POINTS(item, row, max);
    }
    return column;
  });
  return {
    assessment: assessmentOf(items),
    rows,
    units,
    unit,
    variants: [''],
    variant: new Uint16Array(rows).fill(0),
    teachers: [],
    teacher: new Uint32Array(0),
    points,
    mark: new Uint8Array(rows).fill(0),
    journalMark: new Uint8Array(rows).fill(0),
    absent: new Uint8Array(rows).fill(0),
  };
}
