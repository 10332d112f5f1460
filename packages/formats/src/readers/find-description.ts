/**
 * Which of the descriptions beside a sheet is that of its work.
 *
 * @module
 */
import type { Assessment } from '@orientir/core/assessment';
import type { WorkIdentity } from './assessment-identity.js';
import { fits } from './assessment-identity.js';
import { folderOf } from './input-file.js';
import { itemKey } from './item-code.js';
import type { DescribedAssessment } from './sidecars.js';
import type { TableLayout } from './table-layout.js';

/** The work of a sheet, as far as it is known before a description is found. */
export interface WorkToFind {
  readonly layout: TableLayout;
  readonly identity: WorkIdentity;
  /** What a table of somebody's own says itself, as a description of it must not say otherwise. */
  readonly said: WorkIdentity;
  readonly folder: string;
}

interface FoundDescription {
  readonly described?: DescribedAssessment;
  /** Those that lie beside the sheet and are of another work, where none was found. */
  readonly refused: readonly DescribedAssessment[];
}

/** By id, by subject, grade and year, or as the only one; never one that contradicts what the sheet says of its work. */
export function findDescription(
  work: WorkToFind,
  own: Assessment | undefined,
  candidates: readonly DescribedAssessment[],
): FoundDescription {
  if (work.layout.name !== 'generic') return found(descriptionOf(work, own, poolsOf(work, candidates)));
  const [possible = [], refused = []] = [false, true].map((of) =>
    candidates.filter(({ assessment }) => isOfAnotherWork(assessment, work.said) === of),
  );
  const described =
    descriptionOf(work, own, poolsOf(work, possible)) ??
    onlyOf(above(work.folder, possible).filter(({ assessment }) => hasSameItems(assessment, work.layout)));
  const near = refused.filter(({ folder }) => folder === undefined || folder === work.folder);
  return found(described, near);
}

/** Those of the nearest folder above that has any: folders of schools share the description of their work. */
function above(folder: string, candidates: readonly DescribedAssessment[]): readonly DescribedAssessment[] {
  for (let of = folder; of !== ''; ) {
    of = folderOf(of);
    const there = candidates.filter((each) => each.folder === of);
    if (there.length > 0) return there;
  }
  return [];
}

/** The folder of another work may be below, too; all its items would have to be the same. */
function hasSameItems({ items }: Assessment, { items: columns }: TableLayout): boolean {
  const keys = new Set(items.map(({ id }) => itemKey(id)));
  const found = new Set(columns.map(({ code }) => itemKey(code)));
  return keys.size === found.size && [...keys].every((key) => found.has(key));
}

function found(
  described: DescribedAssessment | undefined,
  refused: readonly DescribedAssessment[] = [],
): FoundDescription {
  return described === undefined ? { refused } : { described, refused: [] };
}

/** Those of the folder, those that hold for all folders, all of them. */
type Pools = readonly [
  near: readonly DescribedAssessment[],
  given: readonly DescribedAssessment[],
  all: readonly DescribedAssessment[],
];

function poolsOf({ folder }: WorkToFind, candidates: readonly DescribedAssessment[]): Pools {
  return [
    candidates.filter((each) => each.folder === folder),
    candidates.filter((each) => each.folder === undefined),
    candidates,
  ];
}

function descriptionOf(
  { layout, identity }: WorkToFind,
  own: Assessment | undefined,
  pools: Pools,
): DescribedAssessment | undefined {
  for (const pool of pools) {
    const byId = pool.find(({ assessment }) => assessment.id === own?.id);
    if (byId !== undefined) return byId;
  }
  // From another folder only a description of the subject that the file itself names.
  const isNearOnly = layout.name === 'generic' || identity.subject === undefined;
  for (const pool of isNearOnly ? pools.slice(0, 2) : pools) {
    const only =
      layout.name === 'generic'
        ? onlyForTable(layout, pool)
        : onlyOf(pool.filter(({ assessment }) => fitsAssessment(assessment, identity)));
    if (only !== undefined) return only;
  }
  return undefined;
}

function onlyForTable(
  { items }: TableLayout,
  pool: readonly DescribedAssessment[],
): DescribedAssessment | undefined {
  const keys = items.map(({ code }) => itemKey(code));
  const holding = pool.filter(({ assessment }) => {
    const known = new Set(assessment.items.map(({ id }) => itemKey(id)));
    return keys.length > 0 && keys.every((key) => known.has(key));
  });
  return onlyOf(pool) ?? onlyOf(holding);
}

function onlyOf(pool: readonly DescribedAssessment[]): DescribedAssessment | undefined {
  return pool.length === 1 ? pool[0] : undefined;
}

function fitsAssessment(assessment: Assessment, identity: WorkIdentity): boolean {
  return fits(
    { ...withoutYear(assessment), ...yearOf(assessment) },
    identity.year === 2020 && !isExam(identity) ? { ...identity, year: 2021 } : identity,
  );
}

/** A calendar year may be either half of the school year. */
function isOfAnotherWork(assessment: Assessment, { year, ...said }: WorkIdentity): boolean {
  const years = assessment.schoolYear?.split('/') ?? [];
  const isOfYear = year === undefined || years.length === 0 || years.includes(String(year));
  return !isOfYear || !fits(withoutYear(assessment), said);
}

function withoutYear({ programme, subject, grade }: Assessment): WorkIdentity {
  return {
    ...(programme === '' ? {} : { programme }),
    ...(subject === '' ? {} : { subject }),
    ...(grade === undefined ? {} : { grade }),
  };
}

function yearOf({ schoolYear }: Assessment): WorkIdentity {
  return schoolYear === undefined ? {} : { year: Number(schoolYear.slice(5)) };
}

function isExam({ programme }: WorkIdentity): boolean {
  return programme !== undefined && programme !== 'ВПР';
}
