/**
 * Finds the description of the work that a sheet holds results of, and matches its columns to items.
 *
 * @module
 */
import type { Assessment, Item } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import type { WorkIdentity } from './assessment-identity.js';
import { fits, schoolYearOf, workId } from './assessment-identity.js';
import { findAssessment } from './find-description.js';
import { itemKey } from './item-code.js';
import { duplicateColumns, headerFacts, matchItems, unknownColumns } from './match-items.js';
import type { TestPlan } from './read-plan.js';
import { scaled } from './scale-of-work.js';
import type { DescribedAssessment, ScaleSidecar } from './sidecars.js';
import type { ItemColumn, TableLayout } from './table-layout.js';

export interface Descriptions {
  readonly assessments: readonly DescribedAssessment[];
  readonly plans: readonly TestPlan[];
  readonly scales: readonly ScaleSidecar[];
}

/** The work of a sheet: its description, and for each of its items the column (absent = not in the sheet). */
export interface DescribedWork {
  readonly assessment: Assessment;
  readonly columns: readonly (ItemColumn | undefined)[];
  readonly issues: readonly Issue[];
  /** Files of the sidecars that were used. */
  readonly used: readonly string[];
}

/**
 * Describes a sheet. Full descriptions win over plans and scales; a description fits by id, by subject, grade and
 * year as far as both say them, or as the only one in the folder. Absent when nothing tells which work it is.
 */
export function describeWork(
  layout: TableLayout,
  identity: WorkIdentity,
  folder: string,
  fallbackId: string,
  descriptions: Descriptions,
  place: Place,
): DescribedWork | undefined {
  const own = ownDescription(layout, identity, fallbackId);
  const scale = (of: Assessment) => scaled(of, identity, folder, descriptions.scales, place);
  const described = findAssessment(layout, own, identity, folder, descriptions.assessments);
  if (described !== undefined) {
    const matched = matchItems(layout, described.assessment.items, place);
    if (matched.columns !== undefined) {
      const fromHeader = headerFacts(described.assessment, matched.columns, place);
      const { assessment, issues } = scale(fromHeader.assessment);
      return {
        assessment,
        columns: matched.columns,
        issues: [...matched.issues, ...fromHeader.issues, ...issues],
        used: [described.file],
      };
    }
    const alone = own ?? bare(layout, described.assessment);
    const issues = [...matched.issues, ...unknownColumns(layout.doubtful, layout, place)];
    return { assessment: alone, columns: layout.items, issues, used: [described.file] };
  }
  if (own === undefined) return undefined;
  const plan = descriptions.plans.filter((each) => fits(each.identity, identity) && each.folder === folder);
  const [only] = plan;
  if (only === undefined || plan.length > 1 || layout.name === 'generic') {
    const { assessment, issues } = scale(own);
    const duplicates = duplicateColumns(layout.items, place);
    const unknown = unknownColumns(layout.doubtful, layout, place);
    return {
      assessment,
      columns: duplicates.kept,
      issues: [...unknown, ...duplicates.issues, ...issues],
      used: [],
    };
  }
  const matched = matchItems(layout, only.items, place);
  if (matched.columns === undefined)
    return { assessment: own, columns: layout.items, issues: matched.issues, used: [only.file] };
  const { codifier } = only;
  const planned = { ...own, items: only.items, ...(codifier === undefined ? {} : { codifier }) };
  const { assessment, issues } = scale(planned);
  return {
    assessment,
    columns: matched.columns,
    issues: [...matched.issues, ...issues],
    used: [only.file],
  };
}

/** The work that a report with totals is about, as described beside it or as the report names it. */
export function workOfReport(
  identity: WorkIdentity,
  folder: string,
  { assessments }: Descriptions,
): Assessment | undefined {
  const own = ownDescription(REPORT, identity, '');
  return findAssessment(REPORT, own, identity, folder, assessments)?.assessment ?? own;
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

function ownDescription(
  layout: TableLayout,
  { programme = 'ВПР', year, grade, subject }: WorkIdentity,
  fallbackId: string,
): Assessment | undefined {
  const items = itemsOfHeader(layout.items);
  if (layout.name === 'generic') {
    return { id: fallbackId, programme: '', subject: subject ?? '', items };
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
