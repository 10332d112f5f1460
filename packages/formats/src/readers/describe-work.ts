/**
 * Finds the description of the work that a sheet holds results of, and matches its columns to items.
 *
 * @module
 */
import type { Assessment, Item } from '@orientir/core/assessment';
import { isContradiction, joinAssessments } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { columnName } from '../sheet.js';
import type { WorkIdentity } from './assessment-identity.js';
import { fits, schoolYearOf, workId } from './assessment-identity.js';
import { itemKey } from './item-code.js';
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
    const issues = [...matched.issues, ...unknownColumns('column-no-item', layout.doubtful, layout, place)];
    return { assessment: alone, columns: layout.items, issues, used: [described.file] };
  }
  if (own === undefined) return undefined;
  const plan = descriptions.plans.filter((each) => fits(each.identity, identity) && each.folder === folder);
  const [only] = plan;
  if (only === undefined || plan.length > 1 || layout.name === 'generic') {
    const { assessment, issues } = scale(own);
    const duplicates = duplicateColumns(layout.items, place);
    const unknown = unknownColumns('column-no-item', layout.doubtful, layout, place);
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

function findAssessment(
  layout: TableLayout,
  own: Assessment | undefined,
  identity: WorkIdentity,
  folder: string,
  candidates: readonly DescribedAssessment[],
): DescribedAssessment | undefined {
  const near = candidates.filter((each) => each.folder === folder);
  const pools = [near, candidates.filter((each) => each.folder === undefined), candidates];
  for (const pool of pools) {
    const byId = pool.find(({ assessment }) => assessment.id === own?.id);
    if (byId !== undefined) return byId;
  }
  if (layout.name === 'generic') {
    for (const pool of pools.slice(0, 2)) {
      if (pool.length === 1) return pool[0];
      const keys = layout.items.map(({ code }) => itemKey(code));
      const holding = pool.filter(({ assessment }) => {
        const known = new Set(assessment.items.map(({ id }) => itemKey(id)));
        return keys.length > 0 && keys.every((key) => known.has(key));
      });
      if (holding.length === 1) return holding[0];
    }
    return undefined;
  }
  // From another folder only a description of the subject that the file itself names.
  const reachable = identity.subject === undefined ? pools.slice(0, 2) : pools;
  for (const pool of reachable) {
    const fitting = pool.filter(({ assessment }) => fitsAssessment(assessment, identity));
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

function fitsAssessment(assessment: Assessment, identity: WorkIdentity): boolean {
  const described = {
    ...(assessment.programme === '' ? {} : { programme: assessment.programme }),
    subject: assessment.subject,
    ...(assessment.grade === undefined ? {} : { grade: assessment.grade }),
    ...(assessment.schoolYear === undefined ? {} : { year: Number(assessment.schoolYear.slice(5)) }),
  };
  return fits(
    described,
    identity.year === 2020 && !isExam(identity) ? { ...identity, year: 2021 } : identity,
  );
}

function isExam({ programme }: WorkIdentity): boolean {
  return programme !== undefined && programme !== 'ВПР';
}

interface MatchedItems {
  /** Absent when the plan does not fit the sheet. */
  readonly columns?: readonly (ItemColumn | undefined)[];
  readonly issues: readonly Issue[];
}

/** By position where the layout numbers its columns in a row and the counts agree; by item number elsewhere. */
function matchItems(layout: TableLayout, items: readonly Item[], place: Place): MatchedItems {
  if (layout.itemsByPosition && layout.items.length === items.length) {
    return { columns: layout.items, issues: [] };
  }
  const byKey = new Map(items.map((item, index) => [itemKey(item.id), index]));
  const columns = items.map((): ItemColumn | undefined => undefined);
  const issues: Issue[] = [];
  let matched = 0;
  for (const column of [...layout.items, ...layout.doubtful]) {
    const index = byKey.get(itemKey(column.code));
    if (index === undefined) {
      issues.push(...unknownColumns('column-unknown', [column], layout, place));
    } else if (columns[index] !== undefined) {
      const at = { ...place, row: layout.header + 1, column: columnName(column.column) };
      issues.push(issue('item-column-duplicate', 'warning', at, { item: column.code }));
    } else {
      columns[index] = column;
      matched++;
    }
  }
  const whole = layout.itemsByPosition ? matched === layout.items.length : matched > 0;
  return whole
    ? { columns, issues }
    : {
        issues: [
          issue('plan-not-applied', 'warning', place, { columns: layout.items.length, items: items.length }),
        ],
      };
}

/** Columns that are no items of the description, or may be some that nobody described. */
function unknownColumns(
  code: 'column-unknown' | 'column-no-item',
  columns: readonly ItemColumn[],
  { header }: TableLayout,
  place: Place,
): readonly Issue[] {
  return columns.map(({ column, code: text }) =>
    issue(code, 'warning', { ...place, row: header + 1, column: columnName(column) }, { header: text }),
  );
}

function duplicateColumns(columns: readonly ItemColumn[], place: Place) {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  const kept = columns.filter(({ code, column }) => {
    const key = itemKey(code);
    if (seen.has(key)) {
      issues.push(
        issue('item-column-duplicate', 'warning', { ...place, column: columnName(column) }, { item: code }),
      );
      return false;
    }
    seen.add(key);
    return true;
  });
  return { kept, issues };
}

/** Completes a description by what the header of the file says; a contradiction is reported, the description stands. */
function headerFacts(
  assessment: Assessment,
  columns: readonly (ItemColumn | undefined)[],
  place: Place,
): { readonly assessment: Assessment; readonly issues: readonly Issue[] } {
  const fromHeader: Assessment = {
    ...assessment,
    items: assessment.items.map(({ id }, i) => ({
      id,
      ...(columns[i]?.maxPoints === undefined ? {} : { maxPoints: columns[i].maxPoints }),
      ...(columns[i]?.level === undefined ? {} : { level: columns[i].level }),
    })),
  };
  const joined = joinAssessments(assessment, fromHeader);
  if (!isContradiction(joined)) return { assessment: joined, issues: [] };
  const { field, one, other } = joined;
  return {
    assessment,
    issues: [
      issue('assessment-conflict', 'warning', place, { assessment: assessment.id, field, one, other }),
    ],
  };
}
