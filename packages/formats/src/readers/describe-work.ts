/**
 * Finds the description of the work that a sheet holds results of, and matches its columns to items.
 *
 * @module
 */
import type { Assessment, Item } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { WorkIdentity } from './assessment-identity.js';
import { fits, schoolYearOf, workId } from './assessment-identity.js';
import type { WorkToFind } from './find-description.js';
import { findDescription } from './find-description.js';
import { itemKey } from './item-code.js';
import {
  duplicateColumns,
  headerFacts,
  itemsWithoutColumn,
  matchItems,
  matchPlan,
  unknownColumns,
} from './match-items.js';
import type { TestPlan } from './read-plan.js';
import { scaled } from './scale-of-work.js';
import type { DescribedAssessment, ScaleSidecar } from './sidecars.js';
import type { ItemColumn, TableLayout } from './table-layout.js';

export interface Descriptions {
  readonly assessments: readonly DescribedAssessment[];
  readonly plans: readonly TestPlan[];
  readonly scales: readonly ScaleSidecar[];
}

/** A sheet before its work is described. */
export interface SheetToDescribe extends WorkToFind {
  /** Id of a work that nothing names. */
  readonly fallbackId: string;
  readonly place: Place;
}

/** The work of a sheet: its description, and for each of its items the column (absent = not in the sheet). */
export interface DescribedWork {
  readonly assessment: Assessment;
  readonly columns: readonly (ItemColumn | undefined)[];
  /** Ids of items that the sheet should have a column for. */
  readonly lacking: readonly string[];
  readonly issues: readonly Issue[];
  /** Files of the sidecars that were used. */
  readonly used: readonly string[];
}

/**
 * Describes a sheet. Full descriptions win over plans and scales; a description fits by id, by subject, grade and
 * year as far as both say them, or as the only one in the folder. Absent when nothing tells which work it is.
 */
export function describeWork(
  sheet: SheetToDescribe,
  { assessments, plans, scales }: Descriptions,
): DescribedWork | undefined {
  const own = ownDescription(sheet);
  const { described, refused } = findDescription(sheet, own, assessments);
  if (described !== undefined) return workByDescription(sheet, own, described, scales);
  if (own === undefined) return undefined;
  const plan = planOf(sheet, plans);
  const work = plan === undefined ? workByHeader(sheet, own, scales) : workByPlan(sheet, own, plan, scales);
  return {
    ...work,
    issues: [...ofAnotherWork(refused, sheet), ...work.issues],
    used: [...work.used, ...refused.map(({ file }) => file)],
  };
}

function workByDescription(
  sheet: SheetToDescribe,
  own: Assessment | undefined,
  { assessment, file }: DescribedAssessment,
  scales: readonly ScaleSidecar[],
): DescribedWork {
  const { layout, place } = sheet;
  const { columns, issues } = matchItems(layout, assessment.items, place);
  if (columns !== undefined) return completed(sheet, { assessment, columns, issues, used: [file] }, scales);
  return {
    assessment: own ?? bare(layout, assessment),
    columns: layout.items,
    lacking: [],
    issues: [...issues, ...unknownColumns('column-no-item', layout.doubtful, layout, place)],
    used: [file],
  };
}

/** The only plan of the folder that fits. */
function planOf(
  { layout, identity, said, folder }: SheetToDescribe,
  plans: readonly TestPlan[],
): TestPlan | undefined {
  const known = layout.name === 'generic' ? said : identity;
  const fitting = plans.filter((plan) => plan.folder === folder && fits(plan.identity, known));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function workByPlan(
  sheet: SheetToDescribe,
  own: Assessment,
  { items, codifier, file }: TestPlan,
  scales: readonly ScaleSidecar[],
): DescribedWork {
  const { columns, issues } = matchPlan(sheet.layout, items, sheet.place);
  if (columns === undefined) {
    const alone = workByHeader(sheet, own, scales);
    return { ...alone, issues: [...issues, ...alone.issues], used: [file] };
  }
  const assessment = { ...own, items, ...(codifier === undefined ? {} : { codifier }) };
  return completed(sheet, { assessment, columns, issues, used: [file] }, scales);
}

function workByHeader(
  sheet: SheetToDescribe,
  own: Assessment,
  scales: readonly ScaleSidecar[],
): DescribedWork {
  const { layout, identity, folder, place } = sheet;
  const { assessment, issues } = scaled(own, identity, folder, scales, place);
  const duplicates = duplicateColumns(layout.items, place);
  const unknown = unknownColumns('column-no-item', layout.doubtful, layout, place);
  return {
    assessment,
    columns: duplicates.kept,
    lacking: [],
    issues: [...unknown, ...duplicates.issues, ...issues],
    used: [],
  };
}

/** A described work with what the header and the scales say of it. */
function completed(
  { layout, identity, folder, place }: SheetToDescribe,
  work: Omit<DescribedWork, 'lacking'>,
  scales: readonly ScaleSidecar[],
): DescribedWork {
  const fromHeader = headerFacts(work.assessment, work.columns, place);
  const { assessment, issues } = scaled(fromHeader.assessment, identity, folder, scales, place);
  const lacking = itemsWithoutColumn(assessment.items, work.columns, layout).map(({ id }) => id);
  return { ...work, assessment, lacking, issues: [...work.issues, ...fromHeader.issues, ...issues] };
}

function ofAnotherWork(
  refused: readonly DescribedAssessment[],
  { said, place }: SheetToDescribe,
): readonly Issue[] {
  if (refused.length === 0) return [];
  const ids = refused.map(({ assessment }) => assessment.id);
  const assessment = [...ids.slice(0, MOST_NAMED), ...(ids.length > MOST_NAMED ? ['…'] : [])].join(', ');
  const found = [said.subject, said.grade, said.year].filter((part) => part !== undefined).join(', ');
  return [issue('description-other-work', 'warning', place, { assessment, found })];
}

const MOST_NAMED = 3;

/** The work that a report with totals is about, as described beside it or as the report names it. */
export function workOfReport(
  identity: WorkIdentity,
  folder: string,
  { assessments }: Descriptions,
): Assessment | undefined {
  const work = { layout: REPORT, identity, said: {}, folder };
  const own = ownDescription({ ...work, fallbackId: '' });
  return findDescription(work, own, assessments).described?.assessment ?? own;
}

const REPORT: TableLayout = {
  name: 'vpr-individual-2026',
  header: 0,
  roles: {},
  items: [],
  groupings: [],
  doubtful: [],
  itemsByPosition: false,
  unknown: [],
};

function ownDescription({
  layout,
  identity,
  fallbackId,
}: Pick<SheetToDescribe, 'layout' | 'identity' | 'fallbackId'>): Assessment | undefined {
  const { programme = 'ВПР', year, grade, subject } = identity;
  const items = itemsOfHeader(layout.items);
  if (layout.name === 'generic') {
    return {
      id: fallbackId,
      programme: '',
      subject: subject ?? '',
      ...(grade === undefined ? {} : { grade }),
      items,
    };
  }
  if (year === undefined || grade === undefined || subject === undefined) return undefined;
  return {
    id: workId(programme, year, grade, subject),
    programme,
    subject,
    grade,
    schoolYear: schoolYearOf(year, programme),
    items,
  };
}

function itemsOfHeader(columns: readonly ItemColumn[]): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { code, maxPoints, level } of columns) {
    if (items.has(itemKey(code))) continue;
    items.set(itemKey(code), {
      id: code,
      ...(maxPoints === undefined ? {} : { maxPoints }),
      ...(level === undefined ? {} : { level }),
    });
  }
  return [...items.values()];
}

function bare(layout: TableLayout, assessment: Assessment): Assessment {
  const { markScale: _ofTheOtherPlan, testScores: _likewise, ...rest } = assessment;
  return { ...rest, items: itemsOfHeader(layout.items) };
}
