/**
 * The published plan as a piece of a page.
 *
 * @module
 */
import type { Occurrence } from '@orientir/core/calendar';
import { rruleOf } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import type { Measure, MeasureEntry, RoadMap, Section } from '@orientir/core/road-map';
import { PLAN_ATTRIBUTES, PLAN_MARK } from '../../plan-attributes.js';
import { deadlineDays, dueDays, yearOfPlan } from '../deadline-days.js';
import { hashOfPlan } from '../hash-of-plan.js';
import { linkTarget } from '../link-target.js';
import { markText, measureMarks } from '../measure-marks.js';
import type { PrintedColumn } from '../plan-columns.js';
import { printedColumns } from '../plan-columns.js';
import { planTitle } from '../plan-heading.js';
import { planRows, sectionText } from '../plan-rows.js';
import type { PlanWritingOptions } from '../plan-writing-options.js';
import { shownText } from '../shown-text.js';
import { escapeAddress, escapeAttribute, escapeLines } from './escape-html.js';
import { FURTHER_ATTRIBUTES, PUBLISHED_VERSION } from './further-attributes.js';

export interface PlanHtmlOptions extends PlanWritingOptions {
  /** Address of the plan as JSON, for the site's script. */
  readonly src?: string;
}

/**
 * A plain table that the filters of content systems leave whole: no script, style, class or microdata, only `data-*`
 * attributes. Complete and valid without anything else; the site's script may make more of it. Its caption is the title
 * and nothing else, so that a reader gets it back.
 *
 * Columns are those that the plan names, and after them every other one that has something to say. Runs of spaces in a
 * text are shown as one, as HTML does.
 */
export function planHtml(plan: RoadMap, options: PlanHtmlOptions): string {
  const { language, asOf, src } = options;
  const marks = measureMarks(plan, options);
  const columns = printedColumns(plan, { language, marks, complete: true });
  const { table, header } = PLAN_ATTRIBUTES;
  const approval = plan.record?.events
    .filter(({ event, date }) => event === 'approved' && (asOf === undefined || date <= asOf))
    .at(-1);
  const year = yearOfPlan(plan);
  const facts = attributes([
    [table.mark, PLAN_MARK],
    [FURTHER_ATTRIBUTES.version, PUBLISHED_VERSION],
    [table.id, plan.id],
    [table.kind, plan.kind],
    [table.level, plan.level],
    [table.region, plan.region],
    [table.municipality, plan.municipality],
    [table.school, plan.school],
    [table.schoolYear, plan.schoolYear],
    [FURTHER_ATTRIBUTES.hash, hashOfPlan(plan)],
    [FURTHER_ATTRIBUTES.asOf, asOf],
    [FURTHER_ATTRIBUTES.approvedOn, approval?.date],
    [FURTHER_ATTRIBUTES.approved, approval?.hash],
    [FURTHER_ATTRIBUTES.src, src],
  ]);
  const heads = columns.map(
    (column) =>
      `<th scope="col"${attributes([[header.field, column.field]])}>${escapeLines(column.header)}</th>`,
  );
  const shownTitle = shownText(plan.title).trim();
  let section: string | undefined;
  const rows = planRows(plan).map((row) => {
    if (row.kind === 'section') {
      section = row.section.id;
      return sectionRow(row.section, columns.length);
    }
    const { measure } = row;
    return measureRow(measure, {
      columns,
      language,
      mark: marks.get(measure.id),
      occurrences: occurrencesOf(measure, dueDays(measure.deadline, year, options)),
      stray: measure.section === section ? undefined : (measure.section ?? ''),
    });
  });
  return [
    `<table${facts}>`,
    `<caption>${escapeLines(shownTitle === '' ? planTitle(plan, language) : shownTitle)}</caption>`,
    `<colgroup span="${columns.length}"></colgroup>`,
    '<thead>',
    `<tr>${heads.join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    '',
  ].join('\n');
}

function attributes(pairs: readonly (readonly [name: string, value: string | undefined])[]): string {
  return pairs
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}

function sectionRow(section: Section, columns: number): string {
  const names = PLAN_ATTRIBUTES.section;
  const facts = attributes([
    [names.id, section.id],
    [names.number, section.number],
    [names.parent, section.parent],
    [names.addressee, section.addressee],
    [names.direction, section.direction],
  ]);
  return `<tr${facts}><th scope="colgroup" colspan="${columns}">${escapeLines(sectionText(section))}</th></tr>`;
}

interface RowOptions {
  readonly columns: readonly PrintedColumn[];
  readonly language: Language;
  readonly mark: MeasureEntry | undefined;
  /** Days on which it falls due again and again. */
  readonly occurrences: string | undefined;
  /** Its section where it is not the one of the heading above; blank for none. */
  readonly stray: string | undefined;
}

function measureRow(measure: Measure, options: RowOptions): string {
  const { columns, language, mark, occurrences, stray } = options;
  const names = PLAN_ATTRIBUTES.measure;
  const facts = attributes([
    [names.id, measure.id],
    [names.section, stray],
    [names.parent, measure.parent],
  ]);
  const cells = columns.map((column) => {
    const field = attributes([[PLAN_ATTRIBUTES.header.field, column.field]]);
    switch (column.field) {
      case 'deadline':
        return `<td${field}${deadlineFacts(measure, occurrences)}>${escapeLines(column.textOf(measure))}</td>`;
      case 'audience':
        return `<td${field}${attributes([[FURTHER_ATTRIBUTES.audience, measure.audience?.join(' ')]])}>${escapeLines(column.textOf(measure))}</td>`;
      case 'status':
        return `<td${field}${markFacts(mark)}>${markCell(mark, language)}</td>`;
      default:
        return `<td${field}>${escapeLines(column.textOf(measure))}</td>`;
    }
  });
  return `<tr${facts}>${cells.join('')}</tr>`;
}

function deadlineFacts({ deadline }: Measure, occurrences: string | undefined): string {
  const names = PLAN_ATTRIBUTES.deadline;
  const { start, end } = deadlineDays(deadline);
  return attributes([
    [names.kind, deadline.kind],
    [names.start, start],
    [names.end, end],
    [FURTHER_ATTRIBUTES.rrule, rruleOf(deadline)],
    [FURTHER_ATTRIBUTES.occurrences, occurrences],
  ]);
}

/** With more days than these it is always due, and a part of them would be wrong. */
const MOST_OCCURRENCES = 60;

function occurrencesOf({ deadline }: Measure, days: readonly Occurrence[]): string | undefined {
  if (deadline.kind !== 'recurring' || days.length === 0 || days.length > MOST_OCCURRENCES) return undefined;
  return days
    .map(({ start = '', due }) => (start === '' || start === due ? due : `${start}/${due}`))
    .join(' ');
}

function markFacts(mark: MeasureEntry | undefined): string {
  return attributes([
    [FURTHER_ATTRIBUTES.status, mark?.status],
    [FURTHER_ATTRIBUTES.date, mark?.date],
  ]);
}

/** The mark, and each piece of evidence on its line as a link where its address is a safe one. */
function markCell(mark: MeasureEntry | undefined, language: Language): string {
  if (mark === undefined) return '';
  const evidence = (mark.evidence ?? []).map(({ title, href }) => {
    const target = href === undefined ? undefined : linkTarget(href);
    return target === undefined
      ? escapeLines(title)
      : `<a href="${escapeAddress(target)}">${escapeLines(title.trim() === '' ? target : title)}</a>`;
  });
  return [escapeLines(markText(mark, language)), ...evidence].join('<br>');
}
