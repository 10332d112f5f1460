/**
 * The first look at a file: what its sheets are, and what they say about works and schools.
 *
 * @module
 */
import type { Issue, Place } from '@orientir/core/foundation';
import { isRecord, issue } from '@orientir/core/foundation';
import { confidentialityOf } from '@orientir/core/schema';
import type { Tally } from '@orientir/core/tally';
import { parseTally } from '@orientir/core/tally';
import type { FileState } from '../file-state.js';
import { newFileState, placeOf, refusing } from '../file-state.js';
import { schoolCandidates } from '../schools/school-names.js';
import { parseSchools, SchoolRegistry } from '../schools/school-registry.js';
import type { SheetRows } from '../sheet.js';
import { cellText, wholeSheet } from '../sheet.js';
import { isJson, openSheets } from '../sheets-of-file.js';
import { DETAILS } from '../unreadable-detail.js';
import type { SheetKind } from './detect-layout.js';
import { detectLayout } from './detect-layout.js';
import type { InputFile } from './input-file.js';
import { folderOf, textOf } from './input-file.js';
import { isOwnDocument, isOwnWorkbook } from './own-results.js';
import type { LackingHeader } from './plain-table.js';
import { lackingHeader } from './plain-table.js';
import type { ReadOptions } from './read-options.js';
import { LOOKED_AT_ROWS, MOST_SIDECAR_ROWS } from './sheet-facts.js';
import type { SidecarStore } from './sidecar-store.js';

/** A tally and the file it stands in. */
interface FoundTally {
  readonly file: string;
  readonly tally: Tally;
}

export class FirstLook {
  readonly #options: ReadOptions;
  readonly #sidecars: SidecarStore;
  readonly #grouped: ReadonlySet<string>;
  /** Tallies among the files. They count when all rows were read: only then it is known whether their pupils are among those. */
  readonly tallies: FoundTally[] = [];
  /** The list of schools in force, so far. */
  schools: SchoolRegistry;

  /** `grouped`: headers of columns that pupils are compared by, in small letters. */
  constructor(options: ReadOptions, sidecars: SidecarStore, grouped: ReadonlySet<string>) {
    this.#options = options;
    this.#sidecars = sidecars;
    this.#grouped = grouped;
    this.schools = options.schools ?? SchoolRegistry.none();
  }

  /** What kind of file it is, and what it says about works and schools. */
  async look(file: InputFile): Promise<FileState> {
    const state = newFileState();
    const folder = folderOf(file.name);
    const isWhole = await refusing(state, { file: file.name }, async () => {
      if (await isJson(file)) {
        this.#openJson(await textOf(file), file.name, folder, state);
        return;
      }
      const unknown: Unknown[] = [];
      const sheets = await openSheets(file);
      if (isOwnWorkbook(sheets.map(({ name }) => name))) {
        passOver(state, { file: file.name });
        return;
      }
      for (const [index, sheet] of sheets.entries()) {
        const lacking = await this.#openSheet(sheet, index, file.name, folder, state);
        if (lacking !== undefined) unknown.push({ place: placeOf(file.name, sheet), ...lacking });
      }
      const isNothing = state.layout === '' && state.issues.every(({ code }) => code === 'sheet-service');
      const service = isNothing ? state.issues.splice(0) : [];
      for (const each of service) state.issues.push(issue('sheet-service', 'error', each, {}));
      for (const each of unrecognised(unknown, file.name, isNothing)) {
        // Where the results are was said.
        if (service.length === 0 || each.code === 'header-lacks-column') state.issues.push(each);
      }
    });
    // Nobody counts part of a damaged file.
    if (!isWhole) state.toRead.length = 0;
    return state;
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
    const confidentiality = confidentialityOf(value);
    if (confidentiality !== undefined) {
      state.issues.push(issue(`file-${confidentiality}`, 'error', place, {}));
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
      this.tallies.push({ file, tally: parsed.tally });
      return;
    }
    if (isOwnDocument(value)) {
      passOver(state, place);
      return;
    }
    const items = Array.isArray(value) ? value[0] : value;
    if (!isRecord(items) || !('items' in items)) {
      state.issues.push(issue('file-not-recognised', 'error', place, {}));
      return;
    }
    state.layout = 'assessment';
    for (const each of this.#sidecars.addAssessments(value, file, folder)) state.issues.push(each);
  }

  /** Something for a sheet in the sight of people that holds something, and nobody knows what: what its header lacks, if it has one. */
  async #openSheet(
    rows: SheetRows,
    index: number,
    file: string,
    folder: string,
    state: FileState,
  ): Promise<{ readonly lacking: LackingHeader | undefined } | undefined> {
    const head = await wholeSheet(rows, LOOKED_AT_ROWS);
    const kind = detectLayout(head, this.#grouped);
    if (kind.kind === 'unknown') {
      const isBlank = head.rows.every((row) => row.every((cell) => cellText(cell) === ''));
      return head.hidden || isBlank ? undefined : { lacking: lackingHeader(head) };
    }
    await this.#takeSheet(rows, kind, { index, file, folder }, state);
    return undefined;
  }

  async #takeSheet(
    sheetRows: SheetRows,
    kind: Exclude<SheetKind, { readonly kind: 'unknown' }>,
    { index, file, folder }: { readonly index: number; readonly file: string; readonly folder: string },
    state: FileState,
  ): Promise<void> {
    const small = !STREAMED.has(kind.kind);
    const sheet = small ? await wholeSheet(sheetRows, MOST_SIDECAR_ROWS) : { ...sheetRows, rows: [] };
    switch (kind.kind) {
      case 'own-results':
        passOver(state, placeOf(file, sheet));
        return;
      case 'service':
        if (kind.hasResults && !sheet.hidden)
          state.issues.push(issue('sheet-service', 'warning', placeOf(file, sheet), {}));
        return;
      case 'report':
        if (kind.of === undefined || this.#options.onStated === undefined) {
          const place = placeOf(file, sheet);
          state.issues.push(issue('file-not-supported-yet', 'error', place, { report: kind.report }));
          return;
        }
        state.layout ||= `report-${kind.of}`;
        state.toRead.push({ index, kind: 'report' });
        return;
      case 'protocol':
      case 'responses':
        if (sheet.hidden) {
          state.issues.push(issue('sheet-hidden', 'warning', placeOf(file, sheet), {}));
          return;
        }
        state.layout ||= kind.kind === 'protocol' ? kind.layout : kind.layout.name;
        state.toRead.push({ index, kind: kind.kind });
        return;
      case 'passport':
        state.layout ||= 'passport';
        state.issues.push(issue('passport-unused', 'warning', placeOf(file, sheet), {}));
        return;
      case 'profile':
        state.layout ||= kind.form;
        state.issues.push(issue('profile-unused', 'warning', placeOf(file, sheet), {}));
        return;
      case 'support':
        state.layout ||= 'support';
        state.issues.push(
          issue('support-unused', 'warning', placeOf(file, sheet), { command: kind.command }),
        );
        return;
      case 'pupils':
        state.layout = 'pupils';
        state.issues.push(issue('file-school-only', 'error', placeOf(file, sheet), {}));
        return;
      case 'schools': {
        state.layout ||= 'schools';
        // Several lists are one, unless one was given beforehand.
        const before = this.#options.schools === undefined ? this.schools : SchoolRegistry.none();
        const { registry, issues, rows, rejected } = parseSchools(sheet, file, {
          header: kind.header,
          before,
        });
        state.rowsRead += rows;
        state.rowsAccepted += rows - rejected;
        for (const each of issues) state.issues.push(each);
        for (const each of schoolCandidates(registry.schools.slice(before.schools.length), file))
          state.issues.push(each);
        if (this.#options.schools === undefined) this.schools = registry;
        return;
      }
      default: {
        const added = this.#sidecars.addSheet(sheet, kind, file, folder);
        if (added === undefined) return;
        // A codifier beside a plan in one workbook does not hide the plan.
        if (state.layout === '' || added.layout !== 'codifier') state.layout = added.layout;
        for (const each of added.issues) state.issues.push(each);
        return;
      }
    }
  }
}

/** What the program wrote itself. */
function passOver(state: FileState, place: Place): void {
  state.layout ||= 'own-results';
  state.issues.push(issue('file-own-results', 'warning', place, {}));
}

/** A sheet that holds something, and nobody knows what. */
interface Unknown {
  readonly place: Place;
  readonly lacking: LackingHeader | undefined;
}

/** @param isNothing - whether nothing else in the file was recognised either. */
function unrecognised(sheets: readonly Unknown[], file: string, isNothing: boolean): readonly Issue[] {
  const severity = isNothing ? 'error' : 'warning';
  const lacking = sheets.flatMap(({ place, lacking: header }) =>
    header === undefined
      ? []
      : [
          issue(
            'header-lacks-column',
            severity,
            { ...place, row: header.header + 1 },
            { lacks: header.lacks },
          ),
        ],
  );
  if (isNothing) return lacking.length > 0 ? lacking : [issue('file-not-recognised', 'error', { file }, {})];
  const others = sheets.filter((sheet) => sheet.lacking === undefined);
  return [...lacking, ...others.map(({ place }) => issue('sheet-not-recognised', 'warning', place, {}))];
}

/** Sheets that are not held as a whole while they are looked at. */
const STREAMED: ReadonlySet<string> = new Set(['responses', 'protocol', 'report', 'service', 'own-results']);
