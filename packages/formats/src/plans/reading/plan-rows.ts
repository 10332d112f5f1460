/**
 * Reads the rows of tables of measures from above: headings, measures, rows that go on, rows that are none.
 *
 * @module
 */
import type { CellParagraph, DocumentRow } from '../../document/index.js';
import { columnName } from '../../sheet.js';
import { idOfBookmark } from '../bookmark-name.js';
import { PLAN_ATTRIBUTES, SECTION_SEPARATOR } from '../plan-attributes.js';
import type { DeadlineReader } from './deadline-reader.js';
import type { ColumnRole } from './header-synonyms.js';
import { leadingNumber, numberPath } from './leading-number.js';
import { isPlanLevel } from './marked-fields.js';
import type { MeasureDraft } from './measure-draft.js';
import { goOn, textOf } from './measure-draft.js';
import { NumberCheck } from './number-check.js';
import { plainText } from './plain-text.js';
import type { PlanPlace } from './plan-issue.js';
import type { PlanIssueLog } from './plan-issue-log.js';
import type { PlanRow } from './plan-row.js';
import { numberInText, planRow } from './plan-row.js';
import type { PlanTable } from './plan-table.js';
import { RowReader } from './row-cells.js';
import { sectionRow } from './section-row.js';
import type { PlacedSection, SectionHeading, SectionTree } from './section-tree.js';
import { endsOpen, endsSentence, startsLowerCase } from './sentence-shape.js';
import { lookOf } from './table-header.js';

export class PlanRows {
  readonly drafts: MeasureDraft[] = [];
  readonly #sections: SectionTree;
  readonly #deadlines: DeadlineReader;
  readonly #log: PlanIssueLog;
  readonly #numbers: NumberCheck;
  /** The measure that a row may go on with; none right below a heading. */
  #last: MeasureDraft | undefined;
  #numbered: MeasureDraft | undefined;
  accepted = 0;
  rejected = 0;

  constructor(sections: SectionTree, deadlines: DeadlineReader, log: PlanIssueLog) {
    this.#sections = sections;
    this.#deadlines = deadlines;
    this.#log = log;
    this.#numbers = new NumberCheck(log);
  }

  /** A heading between tables. */
  heading(heading: SectionHeading): void {
    if (!this.#sections.open(heading)) return;
    this.#last = undefined;
    this.#numbered = undefined;
  }

  table(table: PlanTable): void {
    const reader = new RowReader(table.header);
    const body = table.table.rows.slice(table.header.end);
    const rows: PlanRow[] = [];
    for (const row of body) {
      const cells = reader.read(row);
      if (cells.some(({ above }) => !above) && !isHeaderAgain(row, table))
        rows.push(planRow(row, cells, table));
    }
    if (table.header.marked) this.#placeSections(rows);
    for (const [i, row] of rows.entries()) {
      if (isColumnNumbers(row, table)) continue;
      this.#row(row, table, rows[i + 1]?.number);
    }
  }

  #row(row: PlanRow, table: PlanTable, nextNumber: string | undefined): void {
    const placed = table.header.marked ? placedSection(row) : undefined;
    if (placed !== undefined) {
      this.#sections.place(placed);
      this.#last = undefined;
      return;
    }
    if (saysItself(row, table)) {
      this.#measure(row, table);
      return;
    }
    const before = this.#last === undefined ? undefined : textOf(this.#last);
    const heading = sectionRow(row, table, { before, nextNumber });
    if (heading !== undefined) this.heading(heading);
    else if (!this.#goesOn(row, table)) this.#measure(row, table);
  }

  /** Headings that describe themselves, parents first: a row may name a heading that stands below it. */
  #placeSections(rows: readonly PlanRow[]): void {
    const found = new Map(
      rows.flatMap((row) => {
        const section = placedSection(row);
        return section === undefined ? [] : [[section.id, section] as const];
      }),
    );
    const placed = new Set<string>();
    const place = (section: PlacedSection) => {
      if (placed.has(section.id)) return;
      placed.add(section.id);
      const around = section.parent === undefined ? undefined : found.get(section.parent);
      if (around !== undefined) place(around);
      this.#sections.place(section);
    };
    for (const section of found.values()) place(section);
    this.#sections.leave();
  }

  /** Joins a row without number to the measure above, when it is only the rest of it. */
  #goesOn(row: PlanRow, table: PlanTable): boolean {
    const last = this.#last;
    if (last === undefined || row.number !== undefined || row.filled.size === 0) return false;
    if (last.rows >= MOST_ROWS_OF_ONE) return false;
    const fields = [...row.filled].filter((role) => role !== 'section' && role !== 'id');
    const [only] = fields;
    if (only === undefined) return false;
    const text = this.#ownText(row);
    if (text === undefined) {
      if (fields.length > 1 || !this.#isRestOf(last, only, row.values.get(only) ?? '')) return false;
    } else if (fields.length === 1) {
      if (!this.#isRestOfText(last, text, row, table)) return false;
    } else if (!this.#isSplitRow(last, text, row)) return false;
    const own = new Map([...row.values].filter(([role]) => row.filled.has(role)));
    goOn(last, own, row.source);
    this.accepted++;
    return true;
  }

  #ownText(row: PlanRow): string | undefined {
    const role = NAMING_TEXT.find((each) => row.filled.has(each));
    return role === undefined ? undefined : row.values.get(role);
  }

  /** A row of one text: the rest of the sentence above, or all that an unnumbered row of a numbered table can be. */
  #isRestOfText(last: MeasureDraft, text: string, row: PlanRow, table: PlanTable): boolean {
    const before = textOf(last);
    if (!table.roles.has('number') && leadingNumber(text) !== undefined && !endsOpen(before)) return false;
    if (endsOpen(before)) return true;
    if (startsLowerCase(text) && !endsSentence(before)) return true;
    if (!table.numbered || last.number === undefined) return false;
    if ([...row.values.keys()].some((role) => role !== 'section' && !row.filled.has(role))) return false;
    if (/^(?:[-–—•*]\s|\d{1,2}[.)]\s)/u.test(text) && row.own.length > 1) return false;
    if (endsSentence(before) && !startsLowerCase(text)) {
      const place = this.#placeOf(row, table);
      this.#log.add({
        ...place,
        code: 'row-joined',
        severity: 'warning',
        parameters: { text: plainText(text) },
      });
    }
    return true;
  }

  /** A row of several texts that all go on: its text begins in the middle of a sentence, and its deadline is none. */
  #isSplitRow(last: MeasureDraft, text: string, row: PlanRow): boolean {
    const before = textOf(last);
    const open = endsOpen(before) || (startsLowerCase(text) && !endsSentence(before));
    if (!open) return false;
    const deadline = row.filled.has('deadline') ? row.values.get('deadline') : undefined;
    if (deadline !== undefined && !this.#isRestOf(last, 'deadline', deadline)) return false;
    const responsible = row.filled.has('responsible') ? row.values.get('responsible') : undefined;
    if (responsible === undefined || endsOpen(before)) return true;
    const beside = last.values.get('responsible') ?? '';
    const unclosed = (beside.match(/«/gu) ?? []).length > (beside.match(/»/gu) ?? []).length;
    return startsLowerCase(responsible) || endsOpen(beside) || unclosed;
  }

  /** Whether a single text without a measure is the rest of the same column above. */
  #isRestOf(last: MeasureDraft, role: ColumnRole, text: string): boolean {
    const before = last.values.get(role) ?? '';
    if (role === 'start' || role === 'end') return false;
    if (role !== 'deadline') return true;
    if (before === '') return false;
    if (endsOpen(before)) return true;
    const alone = this.#deadlines.isDeadline(text) && this.#deadlines.isDeadline(before);
    const together = this.#deadlines.isDeadline(`${before} ${text}`);
    return together && (!alone || startsLowerCase(text) || /^\d{4}\s*(?:г|год)/u.test(text));
  }

  #measure(row: PlanRow, table: PlanTable): void {
    const place = this.#placeOf(row, table);
    const text = NAMING_TEXT.map((role) => row.values.get(role) ?? '').find((each) => each.trim() !== '');
    if (text === undefined) {
      this.rejected++;
      if (row.filled.size === 0) {
        const parameters = { number: row.number ?? '' };
        this.#log.add({ ...place, code: 'row-empty', severity: 'error', parameters });
      } else this.#log.add({ ...place, code: 'measure-text-missing', severity: 'error', parameters: {} });
      return;
    }
    this.accepted++;
    this.#enterSection(row, table);
    const exact = saysItself(row, table);
    const parts = row.number === undefined && !exact ? numberedParts(row, table) : undefined;
    if (parts !== undefined) {
      const parameters = { count: parts.length };
      this.#log.add({ ...place, code: 'cell-split', severity: 'warning', parameters });
      for (const part of parts) this.#add(this.#draft(row, table, part), table);
      return;
    }
    const inText = row.number === undefined && !exact ? numberInText(row, table) : undefined;
    const draft = this.#draft(row, table, inText);
    if (row.numberDate !== undefined) {
      const parameters = { found: row.numberDate, number: row.number ?? '' };
      this.#log.add({ ...place, code: 'number-from-date', severity: 'warning', parameters });
    }
    this.#add(draft, table);
  }

  #add(draft: MeasureDraft, table: PlanTable): void {
    this.drafts.push(draft);
    this.#last = draft;
    if (draft.number !== undefined) {
      this.#numbered = draft;
      if (!draft.exact) this.#numbers.check(draft);
    } else if (table.numbered && !table.header.marked && !table.roles.has('parent')) {
      if (this.#numbered !== undefined && this.#numbered.section === draft.section)
        draft.parent = this.#numbered;
      else this.#log.add({ ...draft.place, code: 'number-missing', severity: 'warning', parameters: {} });
    }
  }

  #draft(
    row: PlanRow,
    table: PlanTable,
    part: { readonly number?: string; readonly text: string } | undefined,
  ): MeasureDraft {
    const values = new Map(row.values);
    const number = part?.number ?? row.number;
    if (part !== undefined) values.set(row.filled.has('text') ? 'text' : 'recommendation', part.text);
    const section = this.#sections.current?.id;
    const draft: MeasureDraft = {
      values,
      source: [...row.source],
      place: this.#placeOf(row, table),
      columns: columnsOf(row, table),
      indicatorColumn: table.roles.has('indicator'),
      exact: saysItself(row, table),
      rows: 1,
      ...(number === undefined ? {} : { number }),
      ...(section === undefined ? {} : { section }),
    };
    const id = values.get('id')?.trim() ?? bookmarkedId(row.row);
    if (id !== undefined && id !== '') draft.id = id;
    const parent = values.get('parent')?.trim();
    if (parent !== undefined && parent !== '') draft.parentId = parent;
    const kind = values.get('kind')?.trim();
    if (kind !== undefined && kind !== '')
      draft.typed = { kind, ...daysOf(values.get('start'), values.get('end')) };
    const date = row.own.find(({ at }) => table.header.columns[at]?.role === 'deadline')?.cell.date;
    if (date !== undefined) draft.deadlineDate = date;
    if (table.header.marked) this.#readMarks(draft, row, table);
    return draft;
  }

  #readMarks(draft: MeasureDraft, row: PlanRow, table: PlanTable): void {
    const { attributes } = row.row;
    const { measure, deadline } = PLAN_ATTRIBUTES;
    const id = attributes.get(measure.id);
    if (id !== undefined && id !== '') draft.id = id;
    const parent = attributes.get(measure.parent);
    if (parent !== undefined) draft.parentId = parent;
    const section = attributes.get(measure.section);
    if (section === '') delete draft.section;
    else if (section !== undefined && this.#sections.byId(section) !== undefined) draft.section = section;
    else if (section !== undefined)
      this.#log.add({
        ...draft.place,
        code: 'section-unknown',
        severity: 'warning',
        parameters: { id: section },
      });
    const cell = row.row.cells.find(
      ({ column, attributes: of }) =>
        of.has(deadline.kind) &&
        table.header.columns.some((each) => each.column === column && each.role === 'deadline'),
    );
    const kind = cell?.attributes.get(deadline.kind);
    const start = cell?.attributes.get(deadline.start);
    const end = cell?.attributes.get(deadline.end);
    if (kind !== undefined) draft.typed = { kind, ...daysOf(start, end) };
  }

  #enterSection(row: PlanRow, table: PlanTable): void {
    if (!table.roles.has('section')) return;
    const text = row.values.get('section');
    if (text === undefined && !table.own) return;
    const titles =
      text === undefined ? [] : table.own ? text.split(SECTION_SEPARATOR) : text.split('; ').map(plainText);
    this.#sections.enter(titles.filter((title) => title !== ''));
  }

  #placeOf({ row }: PlanRow, table: PlanTable): PlanPlace {
    return { ...table.place, row: row.row };
  }
}

/** No page break parts a measure into more rows. */
const MOST_ROWS_OF_ONE = 30;
const NAMING_TEXT = ['text', 'recommendation', 'solution'] as const;

/** Whether a row has an id: then it is a measure, whatever it looks like. */
function saysItself({ row, values }: PlanRow, { header, own }: PlanTable): boolean {
  if (header.marked) return row.attributes.has(PLAN_ATTRIBUTES.measure.id);
  return bookmarkedId(row) !== undefined || (own && (values.get('id') ?? '').trim() !== '');
}

/** The id that a written .docx keeps in a bookmark of the row. */
function bookmarkedId({ bookmarks = [] }: DocumentRow): string | undefined {
  return bookmarks.flatMap((name) => idOfBookmark(name) ?? [])[0];
}

function placedSection({ row: { attributes }, own }: PlanRow): PlacedSection | undefined {
  const names = PLAN_ATTRIBUTES.section;
  const id = attributes.get(names.id);
  if (id === undefined || id === '' || attributes.has(PLAN_ATTRIBUTES.measure.id)) return undefined;
  const number = attributes.get(names.number);
  const whole = own.map(({ text }) => text).join(' ');
  const printed = number?.trim() ?? '';
  const title = printed !== '' && whole.startsWith(printed) ? whole.slice(printed.length).trim() : whole;
  const level = attributes.get(names.addressee);
  const direction = attributes.get(names.direction)?.trim() ?? '';
  return {
    id,
    number,
    title,
    parent: attributes.get(names.parent),
    ...(level !== undefined && isPlanLevel(level) ? { addressee: level } : {}),
    ...(direction === '' ? {} : { direction }),
  };
}

function daysOf(start: string | undefined, end: string | undefined): { start?: string; end?: string } {
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function isHeaderAgain(row: DocumentRow, { header }: PlanTable): boolean {
  return row.cells.length > 1 && header.looks.has(lookOf(row));
}

/** The row «1 | 2 | 3 …» under a header. */
function isColumnNumbers({ own }: PlanRow, { header }: PlanTable): boolean {
  if (own.length < 2 || own.length < Math.min(3, header.columns.length)) return false;
  return own.every(({ text, cell }, i) => {
    const shown = text === '' ? (cell.number ?? '') : text;
    return /^\d{1,2}\.?$/u.test(shown.trim()) && Number.parseInt(shown, 10) === i + 1;
  });
}

function columnsOf(row: PlanRow, { header }: PlanTable): Map<ColumnRole, string> {
  const columns = new Map<ColumnRole, string>();
  for (const { at } of row.own) {
    const column = header.columns[at];
    if (column?.role !== undefined && !columns.has(column.role))
      columns.set(column.role, columnName(column.column));
  }
  return columns;
}

/** The measures of a cell in which every paragraph has its own number; absent where they are one. */
function numberedParts(
  row: PlanRow,
  table: PlanTable,
): readonly { readonly number: string; readonly text: string }[] | undefined {
  const role = row.filled.has('text') ? 'text' : 'recommendation';
  const cell = row.own.find(({ at }) => table.header.columns[at]?.role === role)?.cell;
  if (cell === undefined) return undefined;
  const lines = cell.paragraphs.flatMap((paragraph): readonly CellParagraph[] =>
    paragraph.number === undefined ? paragraph.text.split('\n').map((text) => ({ text })) : [paragraph],
  );
  if (lines.length < 2) return undefined;
  const parts = lines.map(({ text, number }) => {
    if (number !== undefined) return /\d/u.test(number) && text !== '' ? { number, text } : undefined;
    const typed = leadingNumber(plainText(text));
    return typed?.style === 'decimal' && typed.rest !== ''
      ? { number: typed.number, text: typed.rest }
      : undefined;
  });
  const found = parts.flatMap((part) => (part === undefined ? [] : [part]));
  const paths = found.map(({ number }) => numberPath(number)?.at(-1));
  const ascending = paths.every(
    (value, i) => value !== undefined && (i === 0 || value === (paths[i - 1] ?? 0) + 1),
  );
  return found.length === lines.length && ascending ? found : undefined;
}
