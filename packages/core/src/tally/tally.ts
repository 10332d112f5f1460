/**
 * The tally («сводные подсчёты»): what a region needs to know about its pupils without seeing any of them.
 *
 * One small table of counts for each group (the finest unit given, and each variant), for each assessment.
 * Tallies merge by addition, so a region is exactly the sum of its schools.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import type { Unit } from '../assessment/responses.js';
import type { IssueParameters } from '../foundation/issue.js';
import { mapValues } from '../foundation/map-values.js';
import { compareText } from '../foundation/order.js';
import type { GroupCounts } from './group-counts.js';
import { moveItems, sumGroupCounts } from './group-counts.js';
import type { ItemProducts } from './item-products.js';
import { mergeProducts, moveProducts } from './item-products.js';
import type { StatedRow } from './stated.js';

/** Counts of one unit's pupils on one variant. */
export interface GroupTally {
  readonly unit: Unit;
  /** Set for the groups by teacher only. */
  readonly teacher?: string;
  /** Set for the groups by a column of the pupils only. */
  readonly grouping?: { readonly column: string; readonly value: string };
  readonly variant: string;
  readonly counts: GroupCounts;
}

export interface AssessmentTally {
  readonly assessment: Assessment;
  /** Finest units; every pupil is in exactly one group. */
  readonly groups: ReadonlyMap<string, GroupTally>;
  /** The same pupils by teacher, as far as teachers were given. Internal to the school. */
  readonly teachers: ReadonlyMap<string, GroupTally>;
  /** The same pupils by sex and other columns, as far as they were given; of the whole assessment, not by unit. */
  readonly groupings: ReadonlyMap<string, GroupTally>;
  /** By variant; of works with sections only. */
  readonly products: ReadonlyMap<string, ItemProducts>;
}

export interface Tally {
  /** True once a part was made for sharing: small units folded, cross tables dropped. */
  readonly shared: boolean;
  /** By assessment id. */
  readonly assessments: ReadonlyMap<string, AssessmentTally>;
  /** What reports state about units whose pupils nobody saw; by what rows of one unit have in common (`putStated`). */
  readonly stated: ReadonlyMap<string, StatedRow>;
}

/** Two descriptions of one assessment contradict each other; nothing was added. */
export class AssessmentConflict extends Error {
  override readonly name = 'AssessmentConflict';
  readonly parameters: IssueParameters['assessment-conflict'];

  constructor(assessment: string, field: string, one: string, other: string) {
    super(`${assessment}: ${field} is ${one} and ${other}`);
    this.parameters = { assessment, field, one, other };
  }
}

/** Key of a group inside its map. */
export function groupKey({ unit, teacher, grouping, variant }: Omit<GroupTally, 'counts'>): string {
  return JSON.stringify([
    unit.region ?? null,
    unit.municipality ?? null,
    unit.school ?? null,
    unit.class ?? null,
    teacher ?? null,
    variant,
    ...(grouping === undefined ? [] : [grouping.column, grouping.value]),
  ]);
}

/** Canonical order of groups: what is not given comes first, then by code points. */
export function compareGroups(one: GroupTally, other: GroupTally): number {
  return (
    compareOptional(one.unit.region, other.unit.region) ||
    compareOptional(one.unit.municipality, other.unit.municipality) ||
    compareOptional(one.unit.school, other.unit.school) ||
    compareOptional(one.unit.class, other.unit.class) ||
    compareOptional(one.teacher, other.teacher) ||
    compareOptional(one.grouping?.column, other.grouping?.column) ||
    compareOptional(one.grouping?.value, other.grouping?.value) ||
    compareText(one.variant, other.variant)
  );
}

/** Adds groups to a map of groups that is the caller's own. */
export function putGroups(into: Map<string, GroupTally>, groups: Iterable<GroupTally>): void {
  for (const group of groups) putGroup(into, group);
}

/** Adds groups that stand under their keys already. */
export function putKeyedGroups(into: Map<string, GroupTally>, groups: ReadonlyMap<string, GroupTally>): void {
  for (const [key, group] of groups) put(into, key, group, joinGroups);
}

/** Adds one group to a map of groups that is the caller's own. */
export function putGroup(into: Map<string, GroupTally>, group: GroupTally): void {
  put(into, groupKey(group), group, joinGroups);
}

/** Adds sums of products by variant to a map that is the caller's own. */
export function putProducts(
  into: Map<string, ItemProducts>,
  products: ReadonlyMap<string, ItemProducts>,
): void {
  for (const [variant, sums] of products) put(into, variant, sums, mergeProducts);
}

function joinGroups(one: GroupTally, other: GroupTally): GroupTally {
  return { ...one, counts: sumGroupCounts([one.counts, other.counts]) };
}

function put<Value>(
  into: Map<string, Value>,
  key: string,
  value: Value,
  join: (one: Value, other: Value) => Value,
): void {
  const there = into.get(key);
  into.set(key, there === undefined ? value : join(there, value));
}

/** The same counts under a joined description, which may order the items otherwise. */
export function describeBy(assessment: Assessment, tally: AssessmentTally): AssessmentTally {
  const places = new Map(assessment.items.map((item, index) => [item.id, index]));
  const newIndex = tally.assessment.items.map((item, index) => places.get(item.id) ?? index);
  if (newIndex.every((place, index) => place === index)) return { ...tally, assessment };
  const moved = (groups: ReadonlyMap<string, GroupTally>) =>
    mapValues(groups, (group) => ({ ...group, counts: moveItems(group.counts, newIndex) }));
  return {
    assessment,
    groups: moved(tally.groups),
    teachers: moved(tally.teachers),
    groupings: moved(tally.groupings),
    products: mapValues(tally.products, (of) => moveProducts(of, newIndex)),
  };
}

function compareOptional(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return -1;
  if (other === undefined) return 1;
  return compareText(one, other);
}
