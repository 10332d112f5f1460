/**
 * The first look at a file: what its sheets are, and what they say about works and schools.
 *
 * @module
 */
import { isRecord, issue } from '@orientir/core/foundation';
import { confidentialityOf } from '@orientir/core/schema';
import { parseTally } from '@orientir/core/tally';
import { schoolCandidates } from '../schools/school-names.js';
import { parseSchools, SchoolRegistry } from '../schools/school-registry.js';
import type { SheetRows } from '../sheet.js';
import { wholeSheet } from '../sheet.js';
import { DETAILS } from '../unreadable-detail.js';
import { detectLayout } from './detect-layout.js';
import type { FileState } from './file-state.js';
import { newFileState, placeOf, refusing } from './file-state.js';
import type { InputFile } from './input-file.js';
import { folderOf, textOf } from './input-file.js';
import type { ReadOptions } from './read-options.js';
import { LOOKED_AT_ROWS, MOST_SIDECAR_ROWS } from './sheet-facts.js';
import { isJson, openSheets } from './sheets-of-file.js';
import type { SidecarStore } from './sidecar-store.js';

export class FirstLook {
  readonly #options: ReadOptions;
  readonly #sidecars: SidecarStore;
  readonly #grouped: ReadonlySet<string>;
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
    state.issues.push(...this.#sidecars.addAssessments(value, file, folder));
  }

  async #openSheet(
    rows: SheetRows,
    index: number,
    file: string,
    folder: string,
    state: FileState,
  ): Promise<void> {
    const kind = detectLayout(await wholeSheet(rows, LOOKED_AT_ROWS), this.#grouped);
    const small = !STREAMED.has(kind.kind);
    const sheet = small ? await wholeSheet(rows, MOST_SIDECAR_ROWS) : { ...rows, rows: [] };
    switch (kind.kind) {
      case 'service':
      case 'unknown':
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
        state.layout = 'passport';
        state.issues.push(issue('passport-unused', 'warning', placeOf(file, sheet), {}));
        return;
      case 'profile':
        state.layout = kind.form;
        state.issues.push(issue('profile-unused', 'warning', placeOf(file, sheet), {}));
        return;
      case 'support':
        state.layout = 'support';
        state.issues.push(issue('support-unused', 'warning', placeOf(file, sheet), {}));
        return;
      case 'pupils':
        state.layout = 'pupils';
        state.issues.push(issue('file-school-only', 'error', placeOf(file, sheet), {}));
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
        if (this.#options.schools === undefined) this.schools = registry;
        return;
      }
      default: {
        const added = this.#sidecars.addSheet(sheet, kind, file, folder);
        if (added === undefined) return;
        // A codifier beside a plan in one workbook does not hide the plan.
        if (state.layout === '' || added.layout !== 'codifier') state.layout = added.layout;
        state.issues.push(...added.issues);
        return;
      }
    }
  }
}

/** Sheets that are not held as a whole while they are looked at. */
const STREAMED: ReadonlySet<string> = new Set(['responses', 'protocol', 'report', 'service', 'unknown']);
