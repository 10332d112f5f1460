/** More rows than this make a browser slow to find the widths of columns again. */
const MANY_ROWS = 100;

/**
 * Fixes the columns of a long table at the widths that the browser found for them, in parts of the whole, so that
 * hiding rows does not lay out all the others anew. Short tables, and those that nobody sees, are left alone.
 */
export function steadyTable(table: HTMLTableElement): void {
  // Asking for a width makes the browser lay out the page: only where there is a reason to.
  if (table.style.tableLayout !== '' || table.rows.length < MANY_ROWS) return;
  const width = table.offsetWidth;
  const cells = Array.from(table.tHead?.rows[0]?.cells ?? []);
  if (width === 0 || cells.length === 0) return;
  const shares = cells.map((cell) => (100 * cell.offsetWidth) / width);
  cells.forEach((cell, i) => {
    cell.style.width = `${shares[i] ?? 0}%`;
  });
  table.style.width = '100%';
  table.style.tableLayout = 'fixed';
}
