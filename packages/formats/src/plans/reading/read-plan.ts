/**
 * From a document to a road map.
 *
 * @module
 */
import type { SchoolCalendar, SchoolYear } from '@orientir/core/calendar';
import { parseSchoolYear, schoolYearOf } from '@orientir/core/calendar';
import type { Alias, PlanColumn, PlanKind, RoadMap } from '@orientir/core/road-map';
import { ROAD_MAP_VERSION } from '@orientir/core/road-map';
import type { ByteSource } from '../../byte-source.js';
import type { DocumentContent } from '../../document/index.js';
import { readDocument } from '../../document/index.js';
import { FileError } from '../../file-error.js';
import { isSchoolOnlyWarning } from '../../sheets/school-only-warnings.js';
import { isSupportWarning } from '../../support/support-warning.js';
import { DeadlineReader } from './deadline-reader.js';
import type { DocumentPart, DocumentParts } from './document-parts.js';
import { documentParts } from './document-parts.js';
import {
  calendarYearIn,
  documentTitle,
  municipalityIn,
  planKind,
  planLevel,
  regionIn,
  schoolYearIn,
} from './document-title.js';
import { headingLine, headingsAbove } from './heading-line.js';
import { legalBasisIn } from './legal-basis-in.js';
import { listMeasures, measureLists } from './list-measures.js';
import { markedFields, sheetFields } from './marked-fields.js';
import { measuresOf } from './measures-of.js';
import { planAims } from './plan-aims.js';
import type { PlanIssue } from './plan-issue.js';
import { PlanIssueLog } from './plan-issue-log.js';
import { PlanRows } from './plan-rows.js';
import type { PlanTable } from './plan-table.js';
import { planColumns, reportColumns } from './plan-table.js';
import { aliasesIn, originsIn, projectsIn } from './references-in.js';
import { opensInAugust, schoolYearOfDeadlines } from './school-year-of-deadlines.js';
import { SectionTree } from './section-tree.js';
import { stampsIn } from './stamps-in.js';
import type { TextLine } from './text-line.js';
import { textLists } from './text-lists.js';

export interface ReadPlanOptions {
  /** Name of the file, for places of issues and rows. */
  readonly file: string;
  /** Id of the plan. @defaultValue that of the document, otherwise `plan` */
  readonly id?: string;
  /** @defaultValue what the document says */
  readonly schoolYear?: SchoolYear;
  /** @defaultValue what the title says */
  readonly kind?: PlanKind;
  /** The school's own calendar. */
  readonly calendar?: SchoolCalendar;
  /** Short names besides those that the document defines; they help to take responsible parties apart. */
  readonly aliases?: readonly Alias[];
}

export interface ReadPlan {
  readonly plan: RoadMap;
  readonly issues: readonly PlanIssue[];
  /**
   * Rows that say or should say what to do, those that go on with another included; of lists, their paragraphs. Headings,
   * blank rows and rows of headers are none. Always `rowsAccepted + rowsRejected`.
   */
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
}

/** Reads a file: .docx, .html, .xlsx or .csv. @throws {FileError} for a file that cannot be read at all. */
export async function readPlanFile(
  source: ByteSource | Uint8Array,
  fileName: string,
  options: Omit<ReadPlanOptions, 'file'> = {},
): Promise<ReadPlan> {
  return readPlan(await readDocument(source, fileName), { ...options, file: fileName });
}

/**
 * Reads a plan («дорожная карта») out of a document.
 *
 * Measures are the rows of its tables of measures. In a document without such a table they are the items of lists after
 * words like «необходимо:», «рекомендует:»; where no words do, lists right under the title of a plan. Beside a table
 * such lists are goals with tasks, so that the number of measures is that of the table.
 *
 * Nothing is lost silently: rows that are no measure are issues, columns and tables that were not understood too.
 *
 * @throws {RangeError} when the school year given is none.
 * @throws {FileError} for a sheet about pupils, or a letter about support for a teacher: neither is a plan.
 */
export function readPlan(content: DocumentContent, options: ReadPlanOptions): ReadPlan {
  const { file } = options;
  if (content.blocks.some((block) => block.kind === 'paragraph' && isSchoolOnlyWarning(block.text)))
    throw new FileError({ code: 'file-school-only', parameters: {} });
  if (content.blocks.some((block) => block.kind === 'paragraph' && isSupportWarning(block.text)))
    throw new FileError({ code: 'file-support-only', parameters: {} });
  const log = new PlanIssueLog();
  const parts = documentParts(content, file);
  const tables = tablesOf(parts);
  const lines = linesOf(parts.parts);
  const { stamps, rest } = stampsIn(lines);
  const own = tables.some((table) => table.own);
  const marked = own ? sheetFields(content) : markedFields(tables[0]?.table);
  const title = titleOf(parts, rest, marked.title);
  if (title === undefined) log.add({ file, code: 'title-missing', severity: 'warning', parameters: {} });
  const texts = [...rest.map(({ text }) => text)];
  const tableTexts = tables.flatMap(textsOf);
  const aliases = aliasesIn([...texts, ...tableTexts]);
  const origins = originsIn(texts, title ?? '');
  const approved = stamps.find(({ kind, date }) => kind === 'approved' && date !== undefined)?.date;
  const years = [approved, ...origins.map(({ start }) => start)].flatMap((date) =>
    date === undefined ? [] : [date],
  );
  const schoolYear = settleSchoolYear({
    options,
    log,
    marked: marked.schoolYear,
    title: title ?? '',
    texts,
    dates: years,
    tables,
  });
  const deadlines = new DeadlineReader(
    {
      schoolYear,
      calendarYear: calendarYearIn(title ?? ''),
      calendars: options.calendar === undefined ? [] : [options.calendar],
      asOf: approved,
      opensInAugust: opensInAugust(tables),
    },
    log,
  );
  const sections = new SectionTree();
  const rows = new PlanRows(sections, deadlines, log);
  for (const heading of headingsAbove(parts.parts, title ?? '')) rows.heading(heading);
  readTables(parts, rows, log);
  const lists = textLists(rest);
  const fromLists =
    tables.length === 0
      ? listMeasures(measureLists(lists, title ?? ''), sections, file)
      : { drafts: [], rows: 0 };
  const drafts = [...rows.drafts, ...fromLists.drafts];
  const aims = planAims(lists, { beside: tables.length > 0 });
  if (aims.instructions > 0) {
    const parameters = { items: aims.instructions };
    log.add({ file, code: 'list-beside-table', severity: 'warning', parameters });
  }
  if (tables.length === 0 && drafts.length === 0)
    log.add({ file, code: 'no-plan-found', severity: 'error', parameters: {} });
  for (const { index, name, rows: left } of own ? [] : parts.leftOut) {
    const place = { file, table: index, ...(name === undefined ? {} : { sheet: name }) };
    log.add({ ...place, code: 'table-left-out', severity: 'warning', parameters: { rows: left.length } });
  }
  const projects = projectsIn([...texts, ...tableTexts]);
  const measures = measuresOf(drafts, {
    sections,
    deadlines,
    aliases: [...(options.aliases ?? []), ...aliases],
    projects,
    log,
  });
  const columns = columnsOf(tables);
  const legalBasis = legalBasisIn(texts);
  const level = marked.level ?? planLevel(title ?? '');
  const signers = stamps.map(({ raw }) => raw ?? '').join(' ');
  const region = marked.region ?? regionIn(title ?? '') ?? regionIn(texts.slice(0, 30).join(' '));
  const municipality =
    marked.municipality ??
    municipalityIn(title ?? '') ??
    (level === 'region' ? undefined : municipalityIn(signers));
  const plan: RoadMap = {
    schema: 'orientir.road-map',
    version: ROAD_MAP_VERSION,
    id: options.id ?? marked.id ?? 'plan',
    kind: options.kind ?? marked.kind ?? planKind(title ?? ''),
    title: title ?? '',
    ...(level === undefined ? {} : { level }),
    ...(region === undefined ? {} : { region }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(marked.school === undefined ? {} : { school: marked.school }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
    ...filled('legalBasis', legalBasis),
    ...filled('origins', origins),
    ...filled('problems', aims.problems),
    ...filled('goals', aims.goals),
    sections: sections.sections,
    measures,
    ...filled('columns', columns),
    ...filled('stamps', stamps),
    ...filled('aliases', aliases),
    ...filled('projects', projects),
  };
  const rowsAccepted = rows.accepted + fromLists.rows;
  const rowsRejected = rows.rejected;
  return { plan, issues: log.list(), rowsRead: rowsAccepted + rowsRejected, rowsAccepted, rowsRejected };
}

function tablesOf({ parts }: DocumentParts): readonly PlanTable[] {
  return parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
}

function linesOf(parts: readonly DocumentPart[]): readonly TextLine[] {
  return parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []));
}

function titleOf(
  { parts, caption }: DocumentParts,
  rest: readonly TextLine[],
  marked: string | undefined,
): string | undefined {
  if (marked !== undefined) return marked;
  const first = parts.findIndex(({ kind }) => kind === 'table');
  const above = new Set(linesOf(first < 0 ? parts : parts.slice(0, first)));
  return documentTitle(rest.filter((line) => above.has(line))) ?? caption;
}

/** Texts of cells, for references. */
function textsOf({ table, header }: PlanTable): readonly string[] {
  return table.rows
    .slice(header.end)
    .flatMap(({ cells }) =>
      cells.flatMap(({ text }) => (text.includes('«') || text.includes('далее') ? [text] : [])),
    );
}

function readTables({ parts }: DocumentParts, rows: PlanRows, log: PlanIssueLog): void {
  const last = parts.findLastIndex(({ kind }) => kind === 'table');
  const first = Math.max(
    parts.findIndex(({ kind }) => kind === 'table'),
    0,
  );
  for (const part of parts.slice(first, last + 1)) {
    if (part.kind === 'table') {
      if (part.table.header.looks.size > 0 && part.table.header.end > 0) reportColumns(part.table, log);
      rows.table(part.table);
      continue;
    }
    const heading = headingLine(part.line);
    if (heading !== undefined) rows.heading(heading);
  }
}

function settleSchoolYear({
  options,
  log,
  marked,
  title,
  texts,
  dates,
  tables,
}: {
  readonly options: ReadPlanOptions;
  readonly log: PlanIssueLog;
  readonly marked: SchoolYear | undefined;
  readonly title: string;
  readonly texts: readonly string[];
  readonly dates: readonly string[];
  readonly tables: readonly PlanTable[];
}): SchoolYear | undefined {
  const { file } = options;
  const given = options.schoolYear === undefined ? undefined : parseSchoolYear(options.schoolYear);
  if (options.schoolYear !== undefined && given === undefined)
    throw new RangeError(`readPlan requires a school year such as 2024/2025, not "${options.schoolYear}"`);
  const said = marked ?? schoolYearIn(title)?.schoolYear;
  if (given !== undefined) {
    if (said !== undefined && said !== given) {
      const parameters = { given, found: said };
      log.add({ file, code: 'school-year-differs', severity: 'warning', parameters });
    }
    return given;
  }
  if (said !== undefined) return said;
  if (calendarYearIn(title) !== undefined) return undefined;
  const mentioned = texts.flatMap((text) => {
    const found = schoolYearIn(text.slice(0, 20_000));
    return found === undefined ? [] : [found];
  });
  const valid = mentioned.find(({ text }) => texts.some((each) => saysYear(each, text)));
  if (valid !== undefined && mentioned.every((each) => each.schoolYear === valid.schoolYear))
    return valid.schoolYear;
  const [date] = dates;
  const assumed =
    valid ??
    (date === undefined ? mentioned[0] : { schoolYear: schoolYearOf(date), text: date }) ??
    (SEVERAL_YEARS.test(title) ? undefined : schoolYearOfDeadlines(tables));
  if (assumed === undefined) {
    log.add({ file, code: 'school-year-unknown', severity: 'warning', parameters: {} });
    return undefined;
  }
  const parameters = { schoolYear: assumed.schoolYear, text: assumed.text };
  log.add({ file, code: 'school-year-assumed', severity: 'warning', parameters });
  return assumed.schoolYear;
}

/** «на 2024 – 2027 годы». */
const SEVERAL_YEARS = /\d{4}\s*(?:г\S*\s*)?[-–—−]\s*\d{4}/u;

/** Whether a text speaks of a plan «на … учебный год», and not of something else in that year. */
function saysYear(text: string, year: string): boolean {
  const at = text.indexOf(`на ${year}`);
  return at > 0 && /план|программ|карт|мероприяти/iu.test(text.slice(Math.max(0, at - 120), at));
}

/** Columns of all tables, each field once. */
function columnsOf(tables: readonly PlanTable[]): readonly PlanColumn[] {
  const columns: PlanColumn[] = [];
  const seen = new Set<string>();
  for (const table of tables) {
    const own = planColumns(table);
    const fresh = own.filter(({ field, header }) => !seen.has(field ?? `\n${header}`));
    for (const { field, header } of own) seen.add(field ?? `\n${header}`);
    columns.push(...fresh);
  }
  return columns;
}

/** A list that holds something, or nothing. */
function filled<Key extends string, Value>(
  key: Key,
  list: readonly Value[],
): { readonly [K in Key]?: readonly Value[] } {
  const field: { [K in Key]?: readonly Value[] } = {};
  if (list.length > 0) field[key] = list;
  return field;
}
