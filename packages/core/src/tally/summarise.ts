import type { Assessment } from '../assessment/assessment.js';
import type { Unit } from '../assessment/responses.js';
import { MAX_HALF_POINTS } from '../assessment/responses.js';
import { groupedBy } from '../foundation/grouped-by.js';
import { mapValues } from '../foundation/map-values.js';
import { compareText } from '../foundation/order.js';
import type { GroupCounts } from './group-counts.js';
import { onlyTotalsOf, sameItems, splitResponseKey, sumGroupCounts } from './group-counts.js';
import type { ItemProducts } from './item-products.js';
import { mergeProducts } from './item-products.js';
import { administeredItems } from './only-complete.js';
import { eachCount } from './sparse-counts.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { compareGroups } from './tally.js';
import type { UnitDepth } from './unit-depths.js';
import { UNIT_DEPTHS } from './unit-depths.js';

/**
 * Levels from fine to coarse, as tables name them; `teacher` only inside what stays private. No tally counts a `country`: rows of it
 * are those that a report states.
 */
export type Level = 'class' | 'school' | 'municipality' | 'region' | 'country' | 'all' | 'teacher';

/** The counts of one unit at one level, all variants together. */
export interface LevelGroup {
  readonly level: Level;
  readonly unit: string;
  /** Name of the unit one level up that is given, for grouping in reports. */
  readonly parent?: { readonly level: Level; readonly unit: string };
  /** With totals of the pupils who have every item of the work; none where its variants have different items. */
  readonly counts: GroupCounts;
  /** Above schools: the counts of each school inside, pupils of unknown schools as one. */
  readonly schools?: readonly GroupCounts[];
}

export interface AssessmentSummary {
  /** Maxima that some pupil exceeds are left out: such a maximum is not known. */
  readonly assessment: Assessment;
  /** True when no variant has all items, so that totals cannot be compared. */
  readonly severalForms: boolean;
  readonly groups: readonly LevelGroup[];
  readonly teachers: readonly LevelGroup[];
  /** Pupils of the whole assessment by value of a column, ordered by column and value. */
  readonly groupings: readonly PupilGroup[];
  /** Of the variants that have every item of the work, all together; absent without sections. */
  readonly products?: ItemProducts;
}

/** Pupils who have the same value in a column. */
export interface PupilGroup {
  readonly column: string;
  readonly value: string;
  readonly counts: GroupCounts;
}

/**
 * Rolls the finest units up to every level. Totals are taken from pupils who have every item that the work has
 * (all its variants together): totals over different items are never mixed.
 */
export function summarise(tally: Tally): readonly AssessmentSummary[] {
  return [...tally.assessments.values()]
    .sort((one, other) => compareText(one.assessment.id, other.assessment.id))
    .map(summariseAssessment);
}

function summariseAssessment(of: AssessmentTally): AssessmentSummary {
  const byVariant = [...administeredItems(of).values()];
  const all = [...new Set(byVariant.flat())].sort((a, b) => a - b);
  const severalForms = all.length > 0 && !byVariant.some((items) => sameItems(items, all));
  // A variant with fewer items than the work has no part in its totals.
  const onlyWhole = (group: GroupTally): GroupTally => {
    const counts = onlyTotalsOf(group.counts, severalForms ? [] : all);
    return counts === group.counts ? group : { ...group, counts };
  };
  return {
    assessment: withoutContradictedMaxima(of),
    severalForms,
    groups: rollUp([...of.groups.values()].sort(compareGroups).map(onlyWhole)),
    teachers: [...sumBy([...of.teachers.values()].map(onlyWhole), (group) => group.teacher)]
      .map(([unit, { counts }]): LevelGroup => ({ level: 'teacher', unit, counts }))
      .sort(compareUnits),
    groupings: [...sumBy([...of.groupings.values()].map(onlyWhole), keyOfGrouping).values()]
      .sort(compareGroups)
      .flatMap(({ grouping, counts }) => (grouping === undefined ? [] : [{ ...grouping, counts }])),
    ...productsOf(of, severalForms ? [] : all),
  };
}

function keyOfGrouping({ grouping }: GroupTally): string | undefined {
  return grouping === undefined ? undefined : JSON.stringify([grouping.column, grouping.value]);
}

function productsOf(
  { products }: AssessmentTally,
  all: readonly number[],
): { readonly products?: ItemProducts } {
  const [first, ...others] = [...products.values()].filter(({ items }) => sameItems(items, all));
  return first === undefined ? {} : { products: others.reduce(mergeProducts, first) };
}

function compareUnits(one: LevelGroup, other: LevelGroup): number {
  return compareText(one.unit, other.unit);
}

function rollUp(groups: readonly GroupTally[]): readonly LevelGroup[] {
  const perSchool = sumUnits(groups, UNIT_DEPTHS.slice(0, 3));
  const perMunicipality = sumUnits(perSchool, UNIT_DEPTHS.slice(0, 2));
  const name = municipalityNames(perMunicipality);
  const all = sumGroupCounts(perMunicipality.map(({ counts }) => counts));
  const sorted = (
    level: Level,
    named: Named,
    schools?: ReadonlyMap<string, readonly GroupCounts[]>,
  ): LevelGroup[] =>
    [...named]
      .map(([unit, group]) => {
        const { counts } = group;
        const of = { level, unit, counts, parent: parentOf(level, group, name) };
        const inside = schools?.get(unit);
        return inside === undefined ? of : { ...of, schools: inside };
      })
      .sort(compareUnits);
  const schoolsBy = (keyOf: (group: GroupTally) => string | undefined) =>
    mapValues(groupedBy(perSchool, keyOf), (inside) => inside.map(({ counts }) => counts));
  return [
    ...sorted(
      'class',
      sumBy(groups, ({ unit }) =>
        unit.school === undefined || unit.class === undefined ? undefined : `${unit.school}/${unit.class}`,
      ),
    ),
    ...sorted(
      'school',
      sumBy(perSchool, ({ unit }) => unit.school),
    ),
    ...sorted(
      'municipality',
      sumBy(perMunicipality, (group) => name(group)),
      schoolsBy((group) => name(group)),
    ),
    ...sorted(
      'region',
      sumBy(perMunicipality, ({ unit }) => unit.region),
      schoolsBy(({ unit }) => unit.region),
    ),
    { level: 'all', unit: 'all', counts: all, schools: perSchool.map(({ counts }) => counts) },
  ];
}

type Named = ReadonlyMap<string, Pick<GroupTally, 'unit' | 'counts'>>;

function sumBy<Group extends Pick<GroupTally, 'unit' | 'counts'>>(
  groups: Iterable<Group>,
  keyOf: (group: Group) => string | undefined,
): Map<string, Group> {
  return mapValues(groupedBy(groups, keyOf), (of) =>
    of.length === 1
      ? of[0]
      : { ...of[0], unit: commonUnit(of), counts: sumGroupCounts(of.map(({ counts }) => counts)) },
  );
}

function sumUnits(groups: readonly GroupTally[], depths: readonly UnitDepth[]) {
  return [...sumBy(groups, ({ unit }) => JSON.stringify(depths.map((depth) => unit[depth]))).values()];
}

/**
 * What all of them agree on: a school in two municipalities belongs to neither, but to their region; municipalities of one name in two
 * regions, or in one and in none that is named, are two.
 */
function commonUnit(groups: readonly Pick<GroupTally, 'unit'>[]): Unit {
  const [first, ...others] = groups;
  const isCommon = (depth: UnitDepth) => others.every(({ unit }) => unit[depth] === first?.unit[depth]);
  return Object.fromEntries(
    UNIT_DEPTHS.flatMap((depth) => {
      const value = first?.unit[depth];
      const isOne = isCommon(depth) && (depth !== 'municipality' || isCommon('region'));
      return value === undefined || !isOne ? [] : [[depth, value]];
    }),
  );
}

/** Municipalities go by name; one that exists in several regions carries its region in brackets. */
function municipalityNames(
  groups: readonly Pick<GroupTally, 'unit'>[],
): (group: Pick<GroupTally, 'unit'>) => string | undefined {
  const regions = new Map<string, Set<string | undefined>>();
  for (const { unit } of groups) {
    if (unit.municipality === undefined) continue;
    const seen = regions.get(unit.municipality) ?? new Set();
    regions.set(unit.municipality, seen.add(unit.region));
  }
  return ({ unit }) => {
    if (unit.municipality === undefined) return undefined;
    const ambiguous = (regions.get(unit.municipality)?.size ?? 0) > 1;
    return ambiguous && unit.region !== undefined
      ? `${unit.municipality} (${unit.region})`
      : unit.municipality;
  };
}

function parentOf(
  level: Level,
  group: Pick<GroupTally, 'unit' | 'counts'>,
  municipality: (group: Pick<GroupTally, 'unit'>) => string | undefined,
): NonNullable<LevelGroup['parent']> {
  const { school, region } = group.unit;
  const named = municipality(group);
  if (level === 'class' && school !== undefined) return { level: 'school', unit: school };
  if ((level === 'class' || level === 'school') && named !== undefined)
    return { level: 'municipality', unit: named };
  if (level !== 'region' && region !== undefined) return { level: 'region', unit: region };
  return { level: 'all', unit: 'all' };
}

function withoutContradictedMaxima({ assessment, groups }: AssessmentTally): Assessment {
  const highest = new Array<number>(assessment.items.length).fill(0);
  for (const { counts } of groups.values()) {
    eachCount(counts.responses, (key) => {
      const { item, code } = splitResponseKey(key);
      if (code <= MAX_HALF_POINTS && code > (highest[item] ?? 0)) highest[item] = code;
    });
  }
  return {
    ...assessment,
    items: assessment.items.map((item, index) => {
      if (item.maxPoints === undefined || (highest[index] ?? 0) <= item.maxPoints * 2) return item;
      const { maxPoints: _contradicted, ...rest } = item;
      return rest;
    }),
  };
}
