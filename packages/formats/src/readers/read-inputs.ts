/**
 * Reads files of results, whatever they are called: recognises each sheet by its header, applies the descriptions
 * that lie beside it, and hands the pupils on in blocks.
 *
 * @module
 */
import type { Assessment, ResponseBlock } from '@orientir/core/assessment';
import type { Issue, Place, ReadingRecord, SourceFile } from '@orientir/core/foundation';
import { compareText, issue } from '@orientir/core/foundation';
import type { Tally } from '@orientir/core/tally';
import { AssessmentConflict, parseTally } from '@orientir/core/tally';
import { decodeText } from '../csv/read-csv.js';
import { FileError } from '../file-error.js';
import { schoolCandidates } from '../schools/school-names.js';
import { parseSchools, SchoolRegistry } from '../schools/school-registry.js';
import type { Sheet } from '../sheet.js';
import { columnName } from '../sheet.js';
import { identityOfPath, identityOfTitle, joinIdentities } from './assessment-identity.js';
import type { Descriptions } from './describe-work.js';
import { describeWork } from './describe-work.js';
import { detectLayout } from './detect-layout.js';
import type { PupilRow } from './read-rows.js';
import { readRows } from './read-rows.js';
import { responseBlocks } from './response-blocks.js';
import { gradeOfCodes, withoutUnusedColumns } from './sheet-facts.js';
import { isJson, readSheets, responseSheets } from './sheets-of-file.js';
import type { DescribedAssessment, ScaleSidecar, TestPlan } from './sidecars.js';
import { readAssessments, readItemTable, readPlan, readScales } from './sidecars.js';
import type { TableLayout } from './table-layout.js';

/** A file that can be read when its turn comes. */
export interface InputFile {
  /** Path with `/`, as it is shown to people. */
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** How far reading is: `done` of `of` files before this one, in this phase. */
export interface ReadProgress {
  readonly phase: 'looking' | 'reading';
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

export interface ReadOptions {
  /** The list of schools; one found among the files is used when none is given. */
  readonly schools?: SchoolRegistry;
  /** School of files that name none. */
  readonly school?: string;
  /** Descriptions that hold for all folders. */
  readonly assessments?: readonly Assessment[];
  readonly onBlock: (block: ResponseBlock) => void;
  readonly onTally?: (tally: Tally, file: string) => void;
  /** First every file is looked at, then those with pupils are read. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** What reading left behind, with the list of schools that was in force. */
export interface InputsRead extends ReadingRecord {
  readonly schools: SchoolRegistry;
}

/**
 * Reads all files. One bad file never stops the others; whatever is not accepted is in the issues, and for every
 * file rows read = accepted + refused. Files are taken in the order of their names, so the result does not depend
 * on the order in which they were given.
 */
export async function readInputs(files: readonly InputFile[], options: ReadOptions): Promise<InputsRead> {
  const reading = new Reading(options);
  const sorted = [...files].sort((one, other) => compareText(one.name, other.name));
  for (const [done, file] of sorted.entries()) {
    options.onProgress?.({ phase: 'looking', file: file.name, done, of: sorted.length });
    await reading.open(file);
  }
  for (const [done, file] of sorted.entries()) {
    options.onProgress?.({ phase: 'reading', file: file.name, done, of: sorted.length });
    await reading.read(file);
  }
  return reading.finish();
}

interface FileState {
  layout: string;
  rowsRead: number;
  rowsAccepted: number;
  readonly issues: Issue[];
  /** Sheets to read in the second round. They are read again from the file: keeping them would keep all rows. */
  responses: boolean;
}

class Reading {
  readonly #options: ReadOptions;
  readonly #states = new Map<string, FileState>();
  readonly #assessments: DescribedAssessment[] = [];
  readonly #plans: TestPlan[] = [];
  readonly #scales: ScaleSidecar[] = [];
  readonly #used = new Set<string>();
  /** First row of each pupil, by work. */
  readonly #seen = new Map<string, { readonly file: string; readonly row: number }>();
  readonly #unlisted = new Set<string>();
  #schools: SchoolRegistry;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#schools = options.schools ?? SchoolRegistry.none();
    for (const assessment of options.assessments ?? []) this.#assessments.push({ assessment, file: '' });
  }

  /** First round: what kind of file it is, and what it says about works and schools. */
  async open(file: InputFile): Promise<void> {
    const state: FileState = { layout: '', rowsRead: 0, rowsAccepted: 0, issues: [], responses: false };
    this.#states.set(file.name, state);
    const folder = folderOf(file.name);
    await refusing(state, { file: file.name }, async () => {
      const bytes = await file.bytes();
      if (isJson(bytes)) {
        this.#openJson(bytes, file.name, folder, state);
        return;
      }
      const sheets = readSheets(bytes);
      for (const sheet of sheets) this.#openSheet(sheet, file.name, folder, state);
      if (state.layout === '' && state.issues.length === 0) {
        state.issues.push(issue('file-not-recognised', 'error', { file: file.name }, {}));
      }
    });
  }

  /** Second round: the pupils. */
  async read(file: InputFile): Promise<void> {
    const state = this.#states.get(file.name);
    if (state === undefined || !state.responses) return;
    await refusing(state, { file: file.name }, async () => {
      for (const { sheet, layout } of responseSheets(readSheets(await file.bytes()))) {
        this.#readSheet(sheet, layout, file.name, state);
      }
      if (state.rowsRead === 0 && state.issues.every(({ severity }) => severity === 'warning')) {
        state.issues.push(issue('file-no-rows', 'warning', { file: file.name }, {}));
      }
    });
  }

  finish(): InputsRead {
    const issues: Issue[] = [];
    const files: SourceFile[] = [];
    for (const [file, state] of this.#states) {
      if (SIDECARS.has(state.layout) && state.issues.length === 0 && !this.#used.has(file)) {
        state.issues.push(issue('sidecar-unused', 'warning', { file }, {}));
      }
      issues.push(...state.issues);
      files.push({
        file,
        layout: state.layout,
        rowsRead: state.rowsRead,
        rowsAccepted: state.rowsAccepted,
        rowsRejected: state.rowsRead - state.rowsAccepted,
        warnings: state.issues.filter(({ severity }) => severity === 'warning').length,
      });
    }
    return { files, issues, schools: this.#schools };
  }

  #openJson(bytes: Uint8Array, file: string, folder: string, state: FileState): void {
    const text = decodeText(bytes).replace(/^\ufeff/, '');
    const place = { file };
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      state.issues.push(issue('file-unreadable', 'error', place, { detail }));
      return;
    }
    if (isObject(value) && value.schema === 'orientir.tally') {
      const parsed = parseTally(text);
      state.layout = 'tally';
      if (parsed.kind === 'refused') {
        state.issues.push(
          parsed.code === 'tally-version'
            ? issue(parsed.code, 'error', place, parsed.parameters)
            : issue(parsed.code, 'error', place, parsed.parameters),
        );
        return;
      }
      for (const { groups } of parsed.tally.assessments.values()) {
        for (const { counts } of groups.values()) state.rowsRead += counts.wrote + counts.absent;
      }
      this.#options.onTally?.(parsed.tally, file);
      state.rowsAccepted = state.rowsRead;
      return;
    }
    const items = Array.isArray(value) ? value[0] : value;
    if (!isObject(items) || !('items' in items)) {
      state.issues.push(issue('file-not-recognised', 'error', place, {}));
      return;
    }
    state.layout = 'assessment';
    const { found, issues } = readAssessments(value, file, folder);
    this.#assessments.push(...found);
    state.issues.push(...issues);
  }

  #openSheet(sheet: Sheet, file: string, folder: string, state: FileState): void {
    const kind = detectLayout(sheet);
    switch (kind.kind) {
      case 'service':
      case 'unknown':
        return;
      case 'report':
        state.issues.push(
          issue('file-not-supported-yet', 'error', placeOf(file, sheet), { report: kind.report }),
        );
        return;
      case 'responses':
        if (sheet.hidden) {
          state.issues.push(issue('sheet-hidden', 'warning', placeOf(file, sheet), {}));
          return;
        }
        state.layout ||= kind.layout.name;
        state.responses = true;
        return;
      case 'schools': {
        state.layout = 'schools';
        const { registry, issues, rows, rejected } = parseSchools(
          { ...sheet, rows: sheet.rows.slice(kind.header) },
          file,
        );
        state.rowsRead += rows;
        state.rowsAccepted += rows - rejected;
        state.issues.push(...issues, ...schoolCandidates(registry.schools, file));
        if (this.#options.schools === undefined) this.#schools = registry;
        return;
      }
      case 'plan':
        state.layout = 'plan';
        this.#plans.push(readPlan(sheet, kind.header, file, folder));
        return;
      case 'items': {
        state.layout = 'assessment';
        const { found, issues } = readItemTable(sheet, kind.header, file, folder);
        this.#assessments.push(...found);
        state.issues.push(...issues);
        return;
      }
      case 'scale':
      case 'wide-scale': {
        state.layout = 'scale';
        const { found, issues } = readScales(sheet, kind.header, kind.kind === 'wide-scale', file, folder);
        this.#scales.push(...found);
        state.issues.push(...issues);
        return;
      }
    }
  }

  #readSheet(sheet: Sheet, layout: TableLayout, file: string, state: FileState): void {
    const place = placeOf(file, sheet);
    const folder = folderOf(file);
    const trimmed = layout.itemsByPosition ? withoutUnusedColumns(sheet, layout) : layout;
    for (const { column, header } of trimmed.unknown) {
      state.issues.push(
        issue(
          'column-unknown',
          'warning',
          { ...place, row: layout.header + 1, column: columnName(column) },
          { header },
        ),
      );
    }
    for (const { column, code, fromDate } of trimmed.items) {
      if (fromDate === undefined) continue;
      const at = { ...place, row: layout.header + 1, column: columnName(column) };
      state.issues.push(issue('item-code-from-date', 'warning', at, { found: fromDate, item: code }));
    }
    const identity = joinIdentities(
      identityOfTitle(layout.title ?? ''),
      identityOfPath(file),
      gradeOfCodes(sheet, layout),
    );
    const descriptions: Descriptions = {
      assessments: this.#assessments,
      plans: this.#plans,
      scales: this.#scales,
    };
    const work = describeWork(trimmed, identity, folder, fallbackId(file), descriptions, place);
    const context = { place, school: this.#options.school, listed: !this.#schools.isEmpty };
    const resolve = (login: string) => this.#schools.resolve(login);
    if (work === undefined) {
      const found = [identity.subject, identity.grade, identity.year].map((part) => part ?? '?').join(', ');
      const unread = readRows(sheet, trimmed, {
        ...context,
        resolve,
        assessment: NOTHING,
        columns: trimmed.items,
      });
      state.rowsRead += unread.rowsRead;
      state.issues.push(issue('assessment-unclear', 'error', place, { found }));
      return;
    }
    for (const used of work.used) this.#used.add(used);
    for (const scale of this.#scales)
      if (scale.scale === work.assessment.markScale) this.#used.add(scale.file);
    const rows = readRows(sheet, trimmed, {
      ...context,
      resolve,
      assessment: work.assessment,
      columns: work.columns,
    });
    state.issues.push(...work.issues, ...rows.issues);
    state.rowsRead += rows.rowsRead;
    for (const [school, at] of rows.unlisted) {
      if (this.#unlisted.has(school)) continue;
      this.#unlisted.add(school);
      state.issues.push(issue('school-not-listed', 'warning', at, { school }));
    }
    if (rows.schoolUnknown) state.issues.push(issue('school-unknown', 'warning', { file }, {}));
    if (rows.assessment.items.every(({ maxPoints }) => maxPoints === undefined)) {
      state.issues.push(
        issue('assessment-not-described', 'warning', place, { assessment: rows.assessment.id }),
      );
    }
    const pupils = rows.pupils.filter((pupil) =>
      this.#firstTime(pupil, rows.assessment, place, layout, state),
    );
    state.issues.sort(byRow);
    for (const block of responseBlocks(rows.assessment, pupils)) {
      this.#options.onBlock(block);
      state.rowsAccepted += block.rows;
    }
  }

  #firstTime(
    pupil: PupilRow,
    { id }: Assessment,
    place: Place,
    layout: TableLayout,
    state: FileState,
  ): boolean {
    const key = `${id}|${pupil.identity}`;
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, { file: place.file, row: pupil.row + 1 });
      return true;
    }
    const column = layout.roles.pupil?.[0];
    const at = {
      ...place,
      row: pupil.row + 1,
      ...(column === undefined ? {} : { column: columnName(column) }),
    };
    const firstFile = first.file === place.file ? '' : first.file;
    state.issues.push(issue('pupil-duplicate', 'error', at, { firstRow: first.row, firstFile }));
    return false;
  }
}

const SIDECARS = new Set(['assessment', 'plan', 'scale']);
const NOTHING: Assessment = { id: '', programme: '', subject: '', items: [] };

async function refusing(state: FileState, place: Place, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AssessmentConflict) {
      state.issues.push(issue('assessment-conflict', 'error', place, error.parameters));
      return;
    }
    if (!(error instanceof FileError)) throw error;
    const { refusal } = error;
    state.issues.push(
      refusal.code === 'file-unreadable'
        ? issue(refusal.code, 'error', place, refusal.parameters)
        : refusal.code === 'file-old-format'
          ? issue(refusal.code, 'error', place, refusal.parameters)
          : issue(refusal.code, 'error', place, {}),
    );
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeOf(file: string, sheet: Sheet): Place {
  return sheet.name === '' ? { file } : { file, sheet: sheet.name };
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

function fallbackId(file: string): string {
  const folder = folderOf(file);
  const name = folder === '' ? file : folder;
  const last = name.slice(name.lastIndexOf('/') + 1);
  return last.replace(/\.[a-z]{3,4}$/i, '');
}

function byRow(one: Issue, other: Issue): number {
  return (one.row ?? 0) - (other.row ?? 0);
}
