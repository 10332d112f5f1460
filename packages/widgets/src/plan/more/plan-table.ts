import type { Language } from '@orientir/core/foundation';
import { isRecord } from '@orientir/core/foundation';
import type { MeasureStatus, PlanField } from '@orientir/core/road-map';
import { AUDIENCES, MEASURE_STATUSES, PLAN_FIELD_ORDER, PLAN_FIELDS } from '@orientir/core/road-map';
import { dayText } from '../measure-list.js';

/**
 * The published table of a road map that came as JSON from anywhere. Takes what it knows how to show and only as text;
 * what has another type than it should is left out. Absent when it is no road map of a version that we know, or none at all.
 */
export function tableOfPlan(json: unknown, language: Language, page: Document): HTMLTableElement | undefined {
  if (!isRecord(json) || json.schema !== 'orientir.road-map' || json.version !== 1) return undefined;
  const measures = records(json.measures).slice(0, MOST_ROWS);
  const sections = records(json.sections).slice(0, MOST_ROWS);
  const marks = latestMarks(json.record);
  const columns = columnsOf(json.columns, measures, marks, language);
  const table = page.createElement('table');
  const approval = records(isRecord(json.record) ? json.record.events : []).findLast(
    ({ event }) => event === 'approved',
  );
  Object.assign(table.dataset, {
    orientir: 'plan',
    version: '1',
    id: text(json.id),
    ...given('approvedOn', text(approval?.date)),
    ...given('approved', text(approval?.hash)),
  });
  table.createCaption().textContent = text(json.title);
  const head = table.createTHead().insertRow();
  for (const { field, header } of columns) {
    const cell = page.createElement('th');
    cell.scope = 'col';
    if (field !== undefined) cell.dataset.field = field;
    cell.textContent = header;
    head.append(cell);
  }
  const body = table.createTBody();
  const titles = new Map(sections.map((section) => [text(section.id), section]));
  let current: string | undefined;
  for (const measure of measures) {
    const section = text(measure.section);
    if (section !== current && section !== '') addHeadings(body, section, current, titles, columns.length);
    if (section !== '') current = section;
    const row = newRow(body);
    row.dataset.id = text(measure.id);
    if (section !== current) row.dataset.section = section;
    for (const { field } of columns) {
      const cell = row.insertCell();
      if (field === undefined) continue;
      cell.dataset.field = field;
      fillCell(cell, field, measure, marks.get(text(measure.id)), language);
    }
  }
  return table;
}

const MOST_ROWS = 20_000;
const LONGEST = 20_000;

type Json = Readonly<Record<string, unknown>>;

interface Column {
  readonly header: string;
  readonly field?: PlanField;
}

function columnsOf(
  named: unknown,
  measures: readonly Json[],
  marks: ReadonlyMap<string, Json>,
  language: Language,
): readonly Column[] {
  const given = records(named).map((column) => {
    const field = PLAN_FIELD_ORDER.find((each) => each === column.field);
    return { header: text(column.header), ...(field === undefined ? {} : { field }) };
  });
  const shown = new Set(given.map(({ field }) => field));
  const added = PLAN_FIELD_ORDER.filter((field) => {
    if (shown.has(field)) return false;
    if (field === 'status') return marks.size > 0;
    if (given.length === 0 && (field === 'number' || field === 'text' || field === 'deadline')) return true;
    return measures.some((measure) => fieldText(measure, field, language) !== '');
  });
  return [
    ...given.filter(({ field }) => field !== undefined),
    ...added.map((field) => ({ field, header: PLAN_FIELDS[field][language] })),
  ];
}

function addHeadings(
  body: HTMLTableSectionElement,
  section: string,
  before: string | undefined,
  sections: ReadonlyMap<string, Json>,
  width: number,
): void {
  const above = new Set(pathTo(before, sections));
  for (const id of pathTo(section, sections)) {
    const of = sections.get(id);
    if (of === undefined || (above.has(id) && id !== section)) continue;
    const row = newRow(body);
    Object.assign(row.dataset, { section: id, ...given('parent', text(of.parent)) });
    const cell = body.ownerDocument.createElement('th');
    cell.scope = 'colgroup';
    cell.colSpan = width;
    setLines(cell, `${text(of.number)} ${text(of.title)}`.trim());
    row.append(cell);
  }
}

/** A row at the end; `insertRow` would count all rows before it each time. */
function newRow(body: HTMLTableSectionElement): HTMLTableRowElement {
  const row = body.ownerDocument.createElement('tr');
  body.append(row);
  return row;
}

/** Ids of the sections around one, from the outermost; a circle is cut. */
function pathTo(section: string | undefined, sections: ReadonlyMap<string, Json>): readonly string[] {
  const path: string[] = [];
  for (let id = section ?? ''; id !== '' && !path.includes(id); id = text(sections.get(id)?.parent))
    path.unshift(id);
  return path;
}

function fillCell(
  cell: HTMLTableCellElement,
  field: PlanField,
  measure: Json,
  mark: Json | undefined,
  language: Language,
): void {
  if (field === 'status') {
    fillStatus(cell, mark, language);
    return;
  }
  setLines(cell, fieldText(measure, field, language));
  if (field !== 'deadline' || !isRecord(measure.deadline)) return;
  const { deadline } = measure;
  const window = isRecord(deadline.window) ? deadline.window : deadline;
  Object.assign(cell.dataset, {
    ...given('kind', text(deadline.kind)),
    ...given('start', text(window.start)),
    ...given('end', text(window.end)),
  });
}

/**
 * Brings only the marks of a plan into a table that holds the same content already: what the table has beyond the JSON
 * stays. False when it has no place for marks; then nothing was changed.
 */
export function renewMarks(table: HTMLTableElement, json: unknown, language: Language): boolean {
  const marks = latestMarks(isRecord(json) ? json.record : undefined);
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
  const column = heads.findIndex(({ dataset }) => dataset.field === 'status');
  if (column < 0) return marks.size === 0;
  for (const row of Array.from(table.rows)) {
    const cell = row.cells[column];
    if (row.dataset.id === undefined || cell === undefined) continue;
    cell.replaceChildren();
    delete cell.dataset.status;
    delete cell.dataset.date;
    fillStatus(cell, marks.get(row.dataset.id), language);
  }
  return true;
}

function fillStatus(cell: HTMLTableCellElement, mark: Json | undefined, language: Language): void {
  const status = STATUSES.find((each) => each === mark?.status);
  if (mark === undefined || status === undefined) return;
  const date = text(mark.date);
  Object.assign(cell.dataset, { status, ...given('date', date) });
  const day =
    /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? `, ${dayText(date, language)}` : '';
  setLines(cell, `${MEASURE_STATUSES[status][language]}${day}`);
  for (const { title, href } of records(mark.evidence)) {
    const link = cell.ownerDocument.createElement('a');
    link.textContent = text(title) || text(href);
    const address = safeAddress(text(href));
    if (address !== undefined) link.href = address;
    cell.append(cell.ownerDocument.createElement('br'), address === undefined ? link.textContent : link);
  }
}

const STATUSES: readonly MeasureStatus[] = ['planned', 'underWay', 'done', 'notDone', 'cancelled'];

/** Addresses of pages and files; never a script. */
function safeAddress(href: string): string | undefined {
  if (href === '') return undefined;
  try {
    const { protocol } = new URL(href, document.baseURI);
    return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:' ? href : undefined;
  } catch {
    return undefined;
  }
}

function fieldText(measure: Json, field: PlanField, language: Language): string {
  switch (field) {
    case 'deadline':
      return isRecord(measure.deadline) ? text(measure.deadline.raw) : '';
    case 'responsible':
      return texts(measure.responsible).join('\n');
    case 'indicator':
      return records(measure.indicators)
        .map(({ raw, name }) => text(raw) || text(name))
        .join('\n');
    case 'audience':
      return texts(measure.audience)
        .map((code) => Object.entries(AUDIENCES).find(([each]) => each === code)?.[1][language] ?? code)
        .join(', ');
    case 'status':
      return '';
    default:
      return text(measure[field]);
  }
}

/** The latest mark on each measure: that of the latest day, of those the last. */
function latestMarks(record: unknown): ReadonlyMap<string, Json> {
  const latest = new Map<string, Json>();
  for (const mark of records(isRecord(record) ? record.measures : [])) {
    const id = text(mark.measure);
    if (text(latest.get(id)?.date) <= text(mark.date)) latest.set(id, mark);
  }
  return latest;
}

function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(text).filter((each) => each !== '') : [];
}

/** A text as people see it: without signs that turn its direction, hide in it or split it. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST).replace(UNSEEN, '') : '';
}

const UNSEEN = /\p{Cc}(?<!\n)|(?!\u00ad|\u200d|[\ufe00-\ufe0f])\p{DI}/gu;

function setLines(cell: HTMLElement, lines: string): void {
  cell.append(
    ...lines
      .split('\n')
      .flatMap((line, index) => (index === 0 ? [line] : [cell.ownerDocument.createElement('br'), line])),
  );
}

function given(name: string, value: string): Readonly<Record<string, string>> {
  return value === '' ? {} : { [name]: value };
}
