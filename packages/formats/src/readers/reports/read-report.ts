/**
 * Reads a standard report of ФИС ОКО: totals of the country, region, municipality and schools, without pupils.
 *
 * @module
 */
import type { Item, StatedItem, StatedResult } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { Sheet, SheetCell } from '../../sheet.js';
import { cellText, columnName } from '../../sheet.js';
import type { WorkIdentity } from '../assessment-identity.js';
import { identityOfPath, identityOfTitle, joinIdentities } from '../assessment-identity.js';
import { itemCodesOfHeader, itemKey } from '../item-code.js';
import { shown } from '../point-cell.js';
import { readPlannedResults } from './read-planned-results.js';
import { decimalsOf, numberIn, wholeIn } from './report-cells.js';
import type { ReportContext, ReportRead } from './report-context.js';
import type { ReportGroup } from './report-group.js';
import { reportGroup } from './report-group.js';
import type { ReportKind } from './report-kind.js';
import { MARK, PUPILS, SCHOOLS } from './report-kind.js';
import type { Stated } from './stated-figures.js';
import { statedItem, statedJournal, statedMarks, statedScores } from './stated-figures.js';

/** @param header - index of the header row. */
export function readReport(
  sheet: Sheet,
  kind: ReportKind,
  header: number,
  context: ReportContext,
): ReportRead {
  const identity = identityOfReport(sheet, header, context.place.file);
  if (kind === 'planned') return readPlannedResults(sheet, header, identity, context);
  return new ReportReader(sheet, kind, header, identity, context).read();
}

/** Title and path say which work it is; «Предмет:» is better than both for its name. */
function identityOfReport(sheet: Sheet, header: number, file: string): WorkIdentity {
  const above = sheet.rows.slice(0, header);
  const titles = above.flatMap((row) => row.map(cellText)).filter((text) => text !== '');
  return joinIdentities(
    ...titles.map(identityOfTitle),
    identityOfPath(titles.join(' ')),
    identityOfPath(file),
  );
}

interface Column {
  readonly column: number;
  readonly code: string;
  readonly maxPoints?: number;
}

class ReportReader {
  readonly #sheet: Sheet;
  readonly #kind: ReportKind;
  readonly #header: number;
  readonly #identity: WorkIdentity;
  readonly #context: ReportContext;
  readonly #headers: readonly string[];
  readonly #figures: readonly Column[];
  /** Numbers of pupils beside the percents of the journal comparison. */
  readonly #counted: readonly number[];
  readonly #maxima = new Map<string, number>();
  readonly #issues: Issue[] = [];
  readonly #results: StatedResult[] = [];
  #rowsRead = 0;
  #region: string | undefined;
  #municipality: string | undefined;

  constructor(
    sheet: Sheet,
    kind: ReportKind,
    header: number,
    identity: WorkIdentity,
    context: ReportContext,
  ) {
    this.#sheet = sheet;
    this.#kind = kind;
    this.#header = header;
    this.#identity = identity;
    this.#context = context;
    const cells = sheet.rows[header] ?? [];
    this.#headers = cells.map((cell) => cellText(cell).toLowerCase());
    this.#figures = figureColumns(kind, cells, this.#headers);
    this.#counted = PARTS.map((part) =>
      this.#headers.findIndex((text) => part.test(text) && /кол-во/.test(text)),
    );
  }

  read(): ReportRead {
    const rows = this.#sheet.rows.slice(this.#header + 1);
    const decimals = decimalsOf(
      rows.flatMap((row) =>
        this.#figures.map(({ column }) => numberIn(row[column]) ?? 0).filter((value) => !Number.isNaN(value)),
      ),
    );
    rows.forEach((cells, i) => {
      if (cells.some((cell) => cellText(cell) !== '')) this.#row(cells, this.#header + 1 + i, decimals);
    });
    return {
      results: this.#results,
      issues: this.#issues,
      rowsRead: this.#rowsRead,
      rowsAccepted: this.#results.length,
    };
  }

  #row(cells: readonly SheetCell[], row: number, decimals: number): void {
    const label = cellText(cells[0]);
    if (/^макс/i.test(label)) {
      for (const { column, code } of this.#figures) {
        const max = numberIn(cells[column]);
        if (max !== undefined && max > 0) this.#maxima.set(code, max);
      }
      return;
    }
    // A note below the table is no row of it.
    if (this.#figures.every(({ column }) => cellText(cells[column]) === '')) return;
    this.#rowsRead++;
    const group = this.#group(cells);
    const n = wholeIn(cells[this.#headers.findIndex((text) => PUPILS.test(text))]);
    const identity = joinIdentities(this.#identityOfRow(cells), this.#identity);
    if (group === undefined || n === undefined) {
      const at = this.#at(
        row,
        group === undefined ? 0 : this.#headers.findIndex((text) => PUPILS.test(text)),
      );
      this.#issues.push(issue('report-row-unclear', 'error', at, { found: shown(label) }));
      return;
    }
    const work = this.#context.work(identity);
    if (work === undefined) {
      const found = [identity.subject, identity.grade, identity.year].map((part) => part ?? '?').join(', ');
      this.#issues.push(issue('assessment-unclear', 'error', this.#at(row, undefined), { found }));
      return;
    }
    const percents: number[] = [];
    for (const { column } of this.#figures) {
      const percent = numberIn(cells[column]);
      if (percent === undefined && this.#kind === 'items') {
        percents.push(Number.NaN);
      } else if (percent === undefined || Number.isNaN(percent)) {
        const found = shown(cellText(cells[column]));
        this.#issues.push(issue('percent-invalid', 'error', this.#at(row, column), { found }));
        return;
      } else percents.push(percent);
    }
    this.#remember(group);
    const figures = this.#figuresOf(cells, percents, decimals, n, work.items, row);
    const organisations = wholeIn(cells[this.#headers.findIndex((text) => SCHOOLS.test(text))]);
    const { file, sheet } = this.#context.place;
    this.#results.push({
      assessment: work.id,
      ...this.#unit(group),
      n,
      ...(organisations === undefined ? {} : { organisations }),
      source: { file, ...(sheet === undefined ? {} : { sheet }), row: row + 1 },
      ...figures,
    });
  }

  #figuresOf(
    cells: readonly SheetCell[],
    percents: readonly number[],
    decimals: number,
    n: number,
    items: readonly Item[],
    row: number,
  ): Pick<StatedResult, 'marks' | 'journal' | 'scores' | 'items'> {
    const checked = <Figure>(
      { figure, impossible }: Stated<Figure>,
      column = this.#figures[0]?.column,
    ): Figure => {
      if (impossible) {
        this.#issues.push(issue('percents-impossible', 'warning', this.#at(row, column), { pupils: n }));
      }
      return figure;
    };
    switch (this.#kind) {
      case 'marks':
        return { marks: checked(statedMarks(percents, decimals, n)) };
      case 'scores':
        return { scores: checked(statedScores(percents, decimals, n)) };
      case 'journal': {
        const counts = this.#counted.map((column) => wholeIn(cells[column]));
        const printed = counts.filter((count) => count !== undefined);
        return {
          journal: checked(
            statedJournal(percents, printed.length === counts.length ? printed : undefined, decimals, n),
          ),
        };
      }
      default:
        return {
          items: this.#figures.flatMap(({ column, code, maxPoints }, i): StatedItem[] => {
            const percent = percents[i] ?? Number.NaN;
            if (Number.isNaN(percent)) return [];
            const max =
              maxPoints ??
              this.#maxima.get(code) ??
              items.find(({ id }) => itemKey(id) === itemKey(code))?.maxPoints;
            const item = { item: code, ...(max === undefined ? {} : { maxPoints: max }) };
            return [checked(statedItem(item, percent, decimals, n), column)];
          }),
        };
    }
  }

  /** Wide tables have columns for school and municipality, others one for the group. */
  #group(cells: readonly SheetCell[]): ReportGroup | undefined {
    if (this.#headers[0] === 'группы участников') return reportGroup(cellText(cells[0]));
    const login = this.#cell(cells, /^логин/);
    const school = this.#cell(cells, /^(оо|название оо)$/);
    const municipality = this.#cell(cells, /^муниципалитет$/);
    if (municipality !== '') this.#municipality = reportGroup(municipality)?.name ?? municipality;
    if (login !== '' || school !== '') {
      return { level: 'school', name: school || login, login: (login || school).toLowerCase() };
    }
    return municipality === ''
      ? undefined
      : { level: 'municipality', name: this.#municipality ?? municipality };
  }

  #identityOfRow(cells: readonly SheetCell[]): WorkIdentity {
    const subject = this.#cell(cells, /^предмет$/);
    const year = wholeIn(cells[this.#headers.indexOf('год')]);
    const grade = wholeIn(cells[this.#headers.indexOf('класс')]);
    return {
      ...(subject === '' ? {} : { subject }),
      ...(year === undefined || year < 2000 ? {} : { year }),
      ...(grade === undefined ? {} : { grade }),
    };
  }

  #cell(cells: readonly SheetCell[], header: RegExp): string {
    return cellText(cells[this.#headers.findIndex((text) => header.test(text))]);
  }

  /** Groups stand below the one that they are part of. */
  #remember({ level, name }: ReportGroup): void {
    if (level === 'region') {
      this.#region = name;
      this.#municipality = undefined;
    } else if (level === 'municipality') this.#municipality = name;
  }

  #unit({
    level,
    name,
    login,
  }: ReportGroup): Pick<StatedResult, 'level' | 'unit' | 'region' | 'municipality'> {
    const unit = login === undefined ? name : (this.#context.resolve(login)?.id ?? login);
    const region = level === 'country' || level === 'region' ? undefined : this.#region;
    const municipality = level === 'school' ? this.#municipality : undefined;
    return {
      level,
      unit,
      ...(region === undefined ? {} : { region }),
      ...(municipality === undefined ? {} : { municipality }),
    };
  }

  #at(row: number, column: number | undefined): Place {
    const { place } = this.#context;
    return {
      ...place,
      row: row + 1,
      ...(column === undefined || column < 0 ? {} : { column: columnName(column) }),
    };
  }
}

const PARTS = [/^понизили/, /^подтвердили/, /^повысили/];

/** The columns whose percents belong together. */
function figureColumns(
  kind: ReportKind,
  cells: readonly SheetCell[],
  headers: readonly string[],
): readonly Column[] {
  const columns = (wanted: (text: string) => string | undefined) =>
    headers.flatMap((text, column): Column[] => {
      const code = wanted(text);
      return code === undefined ? [] : [{ column, code }];
    });
  switch (kind) {
    case 'marks':
      return columns((text) => MARK.exec(text)?.[1]).sort(
        (one, other) => Number(one.code) - Number(other.code),
      );
    case 'scores':
      return columns((text) => (/^\d+$/.test(text) ? text : undefined));
    case 'journal':
      return PARTS.flatMap((part) =>
        columns((text) => (part.test(text) && text.includes('%') ? text : undefined)).slice(0, 1),
      );
    default: {
      const known = cells.map((cell, column) =>
        PUPILS.test(headers[column] ?? '') || SCHOOLS.test(headers[column] ?? '') ? undefined : cell,
      );
      return itemCodesOfHeader(known).flatMap((code, column) =>
        code === undefined || column === 0 ? [] : [{ column, ...code }],
      );
    }
  }
}
