import type { Unit } from '../assessment/responses.js';
import { groupedBy } from '../foundation/grouped-by.js';
import { compareText } from '../foundation/order.js';
import type { GroupCounts } from './group-counts.js';
import { markKey, splitMarkKey, splitTotalKey, totalKey } from './group-counts.js';
import { administeredItems } from './only-complete.js';
import { rekey } from './sparse-counts.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { groupKey, putGroups } from './tally.js';
import type { UnitDepth } from './unit-depths.js';
import { UNIT_DEPTHS } from './unit-depths.js';

/** Fewest pupils who wrote in a unit of a shared tally. Our choice, after the ten pupils that most publishers of school results use. */
export const DEFAULT_SHARE_MINIMUM = 10;

/**
 * A tally that may leave the school: units of which fewer than `minimum` pupils wrote are folded into their parent (together
 * with further units of it, until what is folded reaches the minimum), journal marks and cross tables are dropped, and so are
 * the groups by teacher or by a column of the pupils and the products of items. Variants with the same items become one;
 * those with other items are folded each by itself, so that no unit has results of fewer pupils on any of them. Absent pupils
 * have no results and do not count.
 *
 * What it does not promise: pupils whom even the whole input has too few of stand without a unit, and inside a unit a response or
 * a total may be that of one pupil. It is for the office that adds it up; what is published passes `protect`.
 */
export function shareTally(tally: Tally, minimum = DEFAULT_SHARE_MINIMUM): Tally {
  return {
    shared: true,
    // Reports on schools stay in the school; those on larger units were made to be seen.
    stated: new Map([...tally.stated].filter(([, { level }]) => level !== 'school')),
    assessments: new Map(Array.from(tally.assessments, ([id, of]) => [id, shareAssessment(of, minimum)])),
  };
}

function shareAssessment(of: AssessmentTally, minimum: number): AssessmentTally {
  const sameItems = new Set([...administeredItems(of).values()].map((items) => items.join())).size <= 1;
  const byVariant = groupedBy(
    Array.from(of.groups.values(), (group) => ({
      ...group,
      variant: sameItems ? '' : group.variant,
      counts: withoutCrossTables(group.counts),
    })),
    ({ variant }) => variant,
  );
  const shared = new Map<string, GroupTally>();
  for (const ofVariant of byVariant.values()) {
    let groups: readonly GroupTally[] = ofVariant;
    for (const depth of [...UNIT_DEPTHS].reverse()) groups = foldSmall(groups, depth, minimum);
    putGroups(shared, groups);
  }
  return {
    assessment: of.assessment,
    groups: shared,
    teachers: new Map(),
    groupings: new Map(),
    products: new Map(),
  };
}

/**
 * Folds the units of one depth that are too small in one variant, with everything inside them, and as many of their next larger
 * siblings as it takes. A school that names no municipality is a sibling of the municipalities of its region.
 */
function foldSmall(groups: readonly GroupTally[], depth: UnitDepth, minimum: number): readonly GroupTally[] {
  const above = UNIT_DEPTHS.slice(0, UNIT_DEPTHS.indexOf(depth));
  const finer = UNIT_DEPTHS.slice(above.length);
  const siblingOf = (unit: Unit) => {
    const first = finer.find((each) => unit[each] !== undefined);
    return first === undefined ? undefined : unitKey(only(unit, [...above, first]));
  };
  const parents = new Map<string, Map<string, number>>();
  const own = new Map<string, number>();
  for (const { unit, counts } of groups) {
    const parent = unitKey(only(unit, above));
    const sibling = siblingOf(unit);
    if (sibling === undefined) {
      add(own, parent, counts.wrote);
      continue;
    }
    const sizes = parents.get(parent) ?? new Map<string, number>();
    parents.set(parent, sizes);
    add(sizes, sibling, counts.wrote);
  }
  const folded = new Set<string>();
  for (const [parent, sizes] of parents) {
    let rest = own.get(parent) ?? 0;
    for (const [unit, size] of [...sizes].sort((a, b) => a[1] - b[1] || compareText(a[0], b[0]))) {
      if (size >= minimum && (rest === 0 || rest >= minimum)) break;
      folded.add(unit);
      rest += size;
    }
  }
  return groups.map((group) => {
    const sibling = siblingOf(group.unit);
    return sibling !== undefined && folded.has(sibling) ? { ...group, unit: only(group.unit, above) } : group;
  });
}

function withoutCrossTables(counts: GroupCounts): GroupCounts {
  const { complete } = counts;
  return {
    ...counts,
    marks: rekey(counts.marks, (key) => markKey(splitMarkKey(key).mark, 0)),
    ...(complete === undefined
      ? {}
      : {
          complete: {
            items: complete.items,
            totals: rekey(complete.totals, (key) => {
              const { marked, total } = splitTotalKey(key);
              return totalKey(marked, 0, total);
            }),
          },
        }),
  };
}

function only(unit: Unit, depths: readonly UnitDepth[]): Unit {
  return Object.fromEntries(
    depths.flatMap((depth) => (unit[depth] === undefined ? [] : [[depth, unit[depth]]])),
  );
}

function unitKey(unit: Unit): string {
  return groupKey({ unit, variant: '' });
}

function add(sizes: Map<string, number>, key: string, size: number): void {
  sizes.set(key, (sizes.get(key) ?? 0) + size);
}
