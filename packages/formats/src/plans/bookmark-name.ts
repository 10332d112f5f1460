/**
 * The bookmark that carries the id of a measure: `orientir_` and the id, in which small Latin letters and digits stand
 * for themselves and every other UTF-16 unit as `_` and four hex digits (`m-1` → `orientir_m_002d1`). Word takes
 * capital and small letters for the same.
 *
 * Absent where the name would be longer than the 40 characters that Word permits.
 */
export function bookmarkName(id: string): string | undefined {
  const name = `${PREFIX}${id.replace(/[^a-z0-9]/g, (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}`;
  return name.length > LONGEST ? undefined : name;
}

/** The id in a bookmark; absent for bookmarks that are not ours. */
export function idOfBookmark(name: string): string | undefined {
  if (!/^orientir_(?:[a-z0-9]|_[0-9a-f]{4})+$/.test(name)) return undefined;
  return name
    .slice(PREFIX.length)
    .replace(/_([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const PREFIX = 'orientir_';
const LONGEST = 40;
