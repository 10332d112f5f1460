import type { LevelGroup } from '../tally/summarise.js';

/**
 * For each group the classes inside that miss something, all of them, in canonical order. Within a school a class goes by its
 * name, above it by `school/class`. A school that lies in two municipalities is in the list of their region only, as in the
 * comparisons. Cost: classes × levels.
 *
 * @param isMissed - by the place of a class among the groups.
 */
export function classesThatMiss(
  groups: readonly LevelGroup[],
  isMissed: (place: number) => boolean,
): readonly (readonly string[])[] {
  const places = new Map(groups.map((group, place) => [keyOf(group), place]));
  const missed = groups.map((): string[] => []);
  groups.forEach((group, place) => {
    if (group.level !== 'class' || !isMissed(place)) return;
    for (let { parent } = group; parent !== undefined; ) {
      const above = places.get(keyOf(parent));
      if (above === undefined) return;
      missed[above]?.push(parent.level === 'school' ? group.unit.slice(parent.unit.length + 1) : group.unit);
      parent = parent.level === 'all' ? undefined : (groups[above]?.parent ?? ALL);
    }
  });
  return missed;
}

const ALL = { level: 'all', unit: 'all' } as const;

function keyOf({ level, unit }: Pick<LevelGroup, 'level' | 'unit'>): string {
  return `${level}|${unit}`;
}
