/**
 * The journal of a campaign: who moved which plan when, a row for each step.
 *
 * @module
 */
import type { CampaignPlan, JournalEvent, PlanKind, PlanState, Role } from '@orientir/core/road-map';
import { PLAN_KINDS, PLAN_STATES, ROLES } from '@orientir/core/road-map';
import type { DocumentContent, DocumentRow, DocumentTable } from '../../document/document-content.js';
import { isoDate } from './iso-date.js';

/** What is wrong with a row, or with the whole table when there is no row. */
export interface JournalDefect {
  readonly row?: number;
  readonly column?: JournalColumn;
  readonly code:
    | 'no-header'
    | 'plan-missing'
    | 'event-unknown'
    | 'date-unknown'
    | 'role-unknown'
    | 'kind-unknown'
    | 'due-unknown';
  readonly found: string;
}

const COLUMNS = [
  'plan',
  'school',
  'kind',
  'event',
  'date',
  'role',
  'by',
  'consultant',
  'due',
  'reason',
] as const;
type JournalColumn = (typeof COLUMNS)[number];

export interface JournalRead {
  readonly plans: readonly CampaignPlan[];
  readonly defects: readonly JournalDefect[];
  readonly rowsRead: number;
  readonly rowsRejected: number;
}

/**
 * Reads `plan,school,kind,event,date,role,by,consultant,due,reason` from the first table with such a header. Codes may
 * be written as in the codelists, in any case, or in their Russian words; dates `YYYY-MM-DD` or `DD.MM.YYYY`. A row
 * without plan, event or date is refused.
 */
export function readJournal(content: DocumentContent): JournalRead {
  const table = content.blocks.find(
    (block): block is DocumentTable => block.kind === 'table' && headerOf(block) !== undefined,
  );
  const columns = table === undefined ? undefined : headerOf(table);
  if (table === undefined || columns === undefined)
    return { plans: [], defects: [{ code: 'no-header', found: '' }], rowsRead: 0, rowsRejected: 0 };
  const plans = new Map<string, { plan: string; school?: string; kind: PlanKind; events: JournalEvent[] }>();
  const defects: JournalDefect[] = [];
  let rowsRead = 0;
  let rowsRejected = 0;
  for (const row of table.rows.slice(table.rows.indexOf(columns.row) + 1)) {
    const cell = (name: JournalColumn) => textIn(row, columns.places.get(name));
    if (COLUMNS.every((name) => cell(name) === '')) continue;
    rowsRead++;
    const wrong = (code: JournalDefect['code'], column: JournalColumn) => {
      defects.push({ row: row.row, column, code, found: cell(column) });
      return undefined;
    };
    const plan = cell('plan') || cell('school');
    const event = codeOf(PLAN_STATES, cell('event')) ?? wrong('event-unknown', 'event');
    const date =
      isoDate(row.cells.find(({ column }) => column === columns.places.get('date'))) ??
      wrong('date-unknown', 'date');
    const kind =
      cell('kind') === '' ? undefined : (codeOf(PLAN_KINDS, cell('kind')) ?? wrong('kind-unknown', 'kind'));
    const role =
      cell('role') === '' ? undefined : (codeOf(ROLES, cell('role')) ?? wrong('role-unknown', 'role'));
    const due =
      cell('due') === ''
        ? undefined
        : (isoDate(row.cells.find(({ column }) => column === columns.places.get('due'))) ??
          wrong('due-unknown', 'due'));
    if (plan === '') wrong('plan-missing', 'plan');
    if (plan === '' || event === undefined || date === undefined) {
      rowsRejected++;
      continue;
    }
    const there = plans.get(plan) ?? { plan, kind: kind ?? 'roadMap', events: [] };
    plans.set(plan, there);
    if (cell('school') !== '') there.school = cell('school');
    if (kind !== undefined) there.kind = kind;
    there.events.push(eventOf(row.row, event, date, role, due, cell));
  }
  return { plans: [...plans.values()], defects, rowsRead, rowsRejected };
}

function eventOf(
  row: number,
  event: PlanState,
  date: string,
  role: Role | undefined,
  due: string | undefined,
  cell: (name: JournalColumn) => string,
): JournalEvent {
  const told = (name: 'by' | 'consultant' | 'reason') => (cell(name) === '' ? {} : { [name]: cell(name) });
  return {
    row,
    event,
    date,
    ...(role === undefined ? {} : { role }),
    ...told('by'),
    ...told('consultant'),
    ...(due === undefined ? {} : { due }),
    ...told('reason'),
  };
}

function headerOf(table: DocumentTable) {
  for (const row of table.rows.slice(0, 20)) {
    const places = new Map<JournalColumn, number>();
    for (const { column, text } of row.cells) {
      const name = COLUMNS.find((each) => each === text.trim().toLowerCase());
      if (name !== undefined && !places.has(name)) places.set(name, column);
    }
    if (places.has('event') && places.has('date') && (places.has('plan') || places.has('school')))
      return { row, places };
  }
  return undefined;
}

function textIn(row: DocumentRow, place: number | undefined): string {
  return row.cells.find(({ column }) => column === place)?.text.trim() ?? '';
}

/** The code that is meant: itself in any spelling of case, spaces and hyphens, or its word in either language. */
function codeOf<Code extends string>(
  list: Readonly<Record<Code, { readonly ru: string; readonly en: string }>>,
  text: string,
): Code | undefined {
  const wanted = bare(text);
  for (const code of Object.keys(list)) {
    if (!isKey(list, code)) continue;
    if ([code, list[code].ru, list[code].en].some((each) => bare(each) === wanted)) return code;
  }
  return undefined;
}

function isKey<Code extends string>(list: Readonly<Record<Code, unknown>>, key: string): key is Code {
  return Object.hasOwn(list, key);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s_-]+/g, '');
}
