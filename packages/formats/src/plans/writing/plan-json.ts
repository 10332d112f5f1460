import type { Release, RoadMap } from '@orientir/core/road-map';

/**
 * The whole plan as JSON that people can read: two spaces, the fields that say what something is in front, the others by
 * name, a line feed at the end. The same plan gives the same text in whatever order its fields were set.
 */
export function planJson(plan: RoadMap): string {
  return `${JSON.stringify(ordered(plan), null, 2)}\n`;
}

/** An approved version in the same way. */
export function releaseJson(release: Release): string {
  return `${JSON.stringify({ ...release, plan: ordered(release.plan) }, null, 2)}\n`;
}

/** A copy with its keys in order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
      .map(([key, of]) => [key, ordered(of)]),
  );
}

const LEADING = [
  'schema',
  'version',
  'id',
  'measure',
  'number',
  'kind',
  'event',
  'title',
  'name',
  'text',
  'raw',
];
const TRAILING = ['sections', 'measures', 'provenance', 'record', 'extensions'];

function rank(key: string): number {
  const leading = LEADING.indexOf(key);
  return leading >= 0 ? leading - LEADING.length : TRAILING.indexOf(key) + 1;
}
