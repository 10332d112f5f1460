/**
 * Reads files of results, whatever they are called: recognises each sheet by its header, applies the descriptions
 * that lie beside it, and hands the pupils on in blocks.
 *
 * @module
 */
import type { Assessment, ResponseBlock } from '@orientir/core/assessment';
import type { Issue, Place, ReadingRecord, SourceFile } from '@orientir/core/foundation';
import { compareText, isRecord, issue } from '@orientir/core/foundation';
import type { Tally } from '@orientir/core/tally';
import { AssessmentConflict, parseTally, TallySum } from '@orientir/core/tally';
import type { ByteSource } from '../byte-source.js';
import { sourceOfBytes } from '../byte-source.js';
import { decodeText } from '../csv/encoding.js';
import { FileError, unreadable } from '../file-error.js';
import { schoolCandidates } from '../schools/school-names.js';
import { parseSchools, SchoolRegistry } from '../schools/school-registry.js';
import type { Sheet, SheetRows } from '../sheet.js';
import { columnName, wholeSheet } from '../sheet.js';
import { DETAILS } from '../unreadable-detail.js';
import { identityOfPath, identityOfTitle, joinIdentities } from './assessment-identity.js';
import type { Descriptions } from './describe-work.js';
import { describeWork } from './describe-work.js';
import { detectLayout } from './detect-layout.js';
import { RowReader } from './read-rows.js';
import { SeenPupils } from './seen-pupils.js';
import { gradeOfCodes, withoutUnusedColumns } from './sheet-facts.js';
import { isJson, openSheets } from './sheets-of-file.js';
import type { DescribedAssessment, ScaleSidecar, TestPlan } from './sidecars.js';
import { readAssessments, readItemTable, readPlan, readScales } from './sidecars.js';

/** A file that is read in pieces when its turn comes. */
export interface InputFile extends ByteSource {
  /** Path with `/`, as it is shown to people. */
  readonly name: string;
}

/** A file whose bytes are in memory. */
export function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { name, ...sourceOfBytes(bytes) };
}

/** A file that was dropped on a page or chosen in a form. */
export function inputFileOfBlob(name: string, blob: Blob): InputFile {
  return {
    name,
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
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
  /**
   * The pupils of one file, counted, once the whole file was read; also what a tally among the files holds.
   *
   * @throws {AssessmentConflict} Then the file is refused.
   */
  readonly onTally: (tally: Tally, file: string) => void;
  /**
   * For statistics of one's own: the rows of a file as they come. A file that turns out to be damaged further on is
   * refused after some of its blocks were handed over: it is in the record with all rows rejected.
   */
  readonly onBlock?: (block: ResponseBlock, file: string) => void;
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
  const sorted = files.map(refusable).sort((one, other) => compareText(one.name, other.name));
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

/** A file that cannot be read (closed to us, gone, on a broken disk) is refused like a damaged one. */
function refusable(file: InputFile): InputFile {
  return {
    name: file.name,
    size: file.size,
    read: async (from, to) => {
      try {
        return await file.read(from, to);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        throw new FileError({ code: 'file-no-access', parameters: { detail } });
      }
    },
  };
}

interface FileState {
  layout: string;
  rowsRead: number;
  rowsAccepted: number;
  readonly issues: Issue[];
  /** Numbers of the sheets with pupils: their rows are read in the second round. */
  readonly responses: number[];
}

class Reading {
  readonly #options: ReadOptions;
  readonly #states = new Map<string, FileState>();
  readonly #assessments: DescribedAssessment[] = [];
  readonly #plans: TestPlan[] = [];
  readonly #scales: ScaleSidecar[] = [];
  readonly #used = new Set<string>();
  readonly #seen = new SeenPupils();
  readonly #names: string[] = [];
  readonly #unlisted = new Set<string>();
  #schools: SchoolRegistry;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#schools = options.schools ?? SchoolRegistry.none();
    for (const assessment of options.assessments ?? []) this.#assessments.push({ assessment, file: '' });
  }

  /** First round: what kind of file it is, and what it says about works and schools. */
  async open(file: InputFile): Promise<void> {
    const state: FileState = { layout: '', rowsRead: 0, rowsAccepted: 0, issues: [], responses: [] };
    this.#states.set(file.name, state);
    const folder = folderOf(file.name);
    await refusing(state, { file: file.name }, async () => {
      if (await isJson(file)) {
        this.#openJson(await textOf(file), file.name, folder, state);
        return;
      }
      for (const [index, sheet] of (await openSheets(file)).entries()) {
        await this.#openSheet(sheet, index, file.name, folder, state);
      }
      if (state.layout === '' && state.issues.length === 0) {
        state.issues.push(issue('file-not-recognised', 'error', { file: file.name }, {}));
      }
    });
  }

  /** Second round: the pupils. They count only when the whole file could be read. */
  async read(file: InputFile): Promise<void> {
    const state = this.#states.get(file.name);
    if (state === undefined || state.responses.length === 0) return;
    const sum = new TallySum();
    const number = this.#names.push(file.name) - 1;
    const accepted = await refusing(state, { file: file.name }, async () => {
      const sheets = await openSheets(file);
      for (const index of state.responses) {
        const sheet = sheets[index];
        if (sheet !== undefined) await this.#readSheet(sheet, file.name, number, state, sum);
      }
      if (state.rowsRead === 0 && state.issues.every(({ severity }) => severity === 'warning')) {
        state.issues.push(issue('file-no-rows', 'warning', { file: file.name }, {}));
      }
      this.#options.onTally(sum.tally(), file.name);
    });
    if (accepted) return;
    state.rowsAccepted = 0;
    this.#seen.forget(number);
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

  #openJson(text: string, file: string, folder: string, state: FileState): void {
    const place = { file };
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const { en, ru } = DETAILS.notJson(error instanceof Error ? error.message : String(error));
      state.issues.push(issue('file-unreadable', 'error', place, { detail: en, ru }));
      return;
    }
    if (isRecord(value) && value.schema === 'orientir.tally') {
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
      this.#options.onTally(parsed.tally, file);
      state.rowsAccepted = state.rowsRead;
      return;
    }
    const items = Array.isArray(value) ? value[0] : value;
    if (!isRecord(items) || !('items' in items)) {
      state.issues.push(issue('file-not-recognised', 'error', place, {}));
      return;
    }
    state.layout = 'assessment';
    const { found, issues } = readAssessments(value, file, folder);
    this.#assessments.push(...found);
    state.issues.push(...issues);
  }

  async #openSheet(
    rows: SheetRows,
    index: number,
    file: string,
    folder: string,
    state: FileState,
  ): Promise<void> {
    const kind = detectLayout(await wholeSheet(rows, LOOKED_AT_ROWS));
    const small = kind.kind !== 'responses' && kind.kind !== 'service' && kind.kind !== 'unknown';
    const sheet = small ? await wholeSheet(rows, MOST_SIDECAR_ROWS) : { ...rows, rows: [] };
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
        state.responses.push(index);
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

  async #readSheet(
    sheet: SheetRows,
    file: string,
    number: number,
    state: FileState,
    sum: TallySum,
  ): Promise<void> {
    const place = placeOf(file, sheet);
    const folder = folderOf(file);
    const head = await wholeSheet(sheet, LOOKED_AT_ROWS);
    const kind = detectLayout(head);
    if (kind.kind !== 'responses') return;
    const layout = kind.layout.itemsByPosition
      ? await withoutUnusedColumns(sheet, head, kind.layout)
      : kind.layout;
    for (const { column, header } of layout.unknown) {
      const at = { ...place, row: layout.header + 1, column: columnName(column) };
      state.issues.push(issue('column-unknown', 'warning', at, { header }));
    }
    for (const { column, code, fromDate } of layout.items) {
      if (fromDate === undefined) continue;
      const at = { ...place, row: layout.header + 1, column: columnName(column) };
      state.issues.push(issue('item-code-from-date', 'warning', at, { found: fromDate, item: code }));
    }
    const identity = joinIdentities(
      identityOfTitle(layout.title ?? ''),
      identityOfPath(file),
      gradeOfCodes(head, layout),
    );
    const descriptions: Descriptions = {
      assessments: this.#assessments,
      plans: this.#plans,
      scales: this.#scales,
    };
    const work = describeWork(layout, identity, folder, fallbackId(file), descriptions, place);
    const { onBlock } = this.#options;
    const reader = new RowReader(layout, {
      place,
      school: this.#options.school,
      listed: !this.#schools.isEmpty,
      resolve: (login) => this.#schools.resolve(login),
      assessment: work?.assessment ?? NOTHING,
      columns: work?.columns ?? layout.items,
      firstPlace: (pupil, row) => {
        const first = work === undefined ? undefined : this.#seen.firstPlace(pupil, number, row);
        return first === undefined ? undefined : { file: this.#names[first.file] ?? '', row: first.row };
      },
      onBlock: (block) => {
        if (work === undefined) return;
        sum.addBlock(block);
        onBlock?.(block, file);
      },
    });
    let rowsRead = 0;
    try {
      await sheet.read((row) => {
        reader.read(row);
        return true;
      });
    } finally {
      ({ rowsRead } = reader);
      state.rowsRead += rowsRead;
    }
    const rows = reader.finish();
    if (work === undefined) {
      const found = [identity.subject, identity.grade, identity.year].map((part) => part ?? '?').join(', ');
      state.issues.push(issue('assessment-unclear', 'error', place, { found }));
      return;
    }
    for (const used of work.used) this.#used.add(used);
    for (const scale of this.#scales)
      if (scale.scale === work.assessment.markScale) this.#used.add(scale.file);
    state.rowsAccepted += rows.rowsAccepted;
    const issues: Issue[] = [...work.issues, ...rows.issues];
    for (const [school, at] of rows.unlisted) {
      if (this.#unlisted.has(school)) continue;
      this.#unlisted.add(school);
      issues.push(issue('school-not-listed', 'warning', at, { school }));
    }
    if (rows.schoolUnknown) issues.push(issue('school-unknown', 'warning', { file }, {}));
    if (rows.assessment.items.every(({ maxPoints }) => maxPoints === undefined)) {
      issues.push(issue('assessment-not-described', 'warning', place, { assessment: rows.assessment.id }));
    }
    for (const each of issues.sort(byRow)) state.issues.push(each);
  }
}

/** Headers stand in the first rows; what follows shows which columns are used. */
const LOOKED_AT_ROWS = 300;
/** Descriptions and lists of schools are no longer than this. */
const MOST_SIDECAR_ROWS = 200_000;
/** Descriptions and tallies are read as one text. */
const MOST_TEXT_BYTES = 400 * 1024 * 1024;

async function textOf(file: InputFile): Promise<string> {
  if (file.size > MOST_TEXT_BYTES) throw unreadable(DETAILS.fileLarge(MOST_TEXT_BYTES >> 20));
  return decodeText(await file.read(0, file.size)).replace(/^\ufeff/, '');
}

const SIDECARS = new Set(['assessment', 'plan', 'scale']);
const NOTHING: Assessment = { id: '', programme: '', subject: '', items: [] };

/** False when the file was refused. */
async function refusing(state: FileState, place: Place, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof AssessmentConflict) {
      state.issues.push(issue('assessment-conflict', 'error', place, error.parameters));
      return false;
    }
    if (!(error instanceof FileError)) throw error;
    const { refusal } = error;
    state.issues.push(
      refusal.code === 'file-unreadable'
        ? issue(refusal.code, 'error', place, refusal.parameters)
        : refusal.code === 'file-no-access'
          ? issue(refusal.code, 'error', place, refusal.parameters)
          : refusal.code === 'file-old-format'
            ? issue(refusal.code, 'error', place, refusal.parameters)
            : issue(refusal.code, 'error', place, {}),
    );
    return false;
  }
}

function placeOf(file: string, sheet: Pick<Sheet, 'name'>): Place {
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
