/**
 * Reads files of results, whatever they are called: recognises each sheet by its header, applies the descriptions
 * that lie beside it, and hands the pupils on in blocks.
 *
 * @module
 */
import type { Assessment, StatedResult } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { compareText, issue } from '@orientir/core/foundation';
import type { CountedBefore } from '@orientir/core/tally';
import { CountedGroups, onlyTotalsOfChoices, TallySum } from '@orientir/core/tally';
import type { FileState } from '../file-state.js';
import { newFileState, placeOf, refusing, sourceFileOf } from '../file-state.js';
import type { Sheet, SheetRows } from '../sheet.js';
import { cellText, columnName, wholeSheet } from '../sheet.js';
import { openSheets } from '../sheets-of-file.js';
import { AskedGroups } from './asked-groups.js';
import {
  identityOfPath,
  identityOfTable,
  identityOfTitle,
  joinIdentities,
  ownWorkId,
} from './assessment-identity.js';
import { describeWork, workOfReport } from './describe-work.js';
import { detectLayout } from './detect-layout.js';
import { describeExam } from './exams/exam-assessment.js';
import type { SurveyedExams } from './exams/exam-survey.js';
import { ExamSurvey, workKey } from './exams/exam-survey.js';
import type { ProtocolSource } from './exams/read-protocol.js';
import { readProtocol, surveyProtocol } from './exams/read-protocol.js';
import { FirstLook } from './first-look.js';
import { headerText } from './header-text.js';
import type { InputFile } from './input-file.js';
import { fallbackId, folderOf, refusable } from './input-file.js';
import { LackingItems } from './lacking-items.js';
import { FULL_NAME } from './layout-rules.js';
import { withMergedUnits } from './merged-units.js';
import { PupilWatch } from './pupil-watch.js';
import type { InputsRead, ReadOptions } from './read-options.js';
import { RowReader } from './read-rows.js';
import { readReport } from './reports/read-report.js';
import { SeenPupils } from './seen-pupils.js';
import { gradeOfCodes, LOOKED_AT_ROWS, MOST_SIDECAR_ROWS, withoutUnusedColumns } from './sheet-facts.js';
import { SIDECAR_LAYOUTS, SidecarStore } from './sidecar-store.js';
import type { TableLayout } from './table-layout.js';
import type { UnlistedSchool } from './unlisted-schools.js';
import { UnlistedSchools } from './unlisted-schools.js';

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
    await reading.look(file);
  }
  await reading.survey(sorted);
  for (const [done, file] of sorted.entries()) {
    options.onProgress?.({ phase: 'reading', file: file.name, done, of: sorted.length });
    await reading.read(file);
  }
  await reading.addTallies();
  return reading.finish();
}

/** Where the pupils of a file go. */
interface Counting {
  readonly sum: TallySum;
  readonly watch: PupilWatch | undefined;
}

class Reading {
  readonly #options: ReadOptions;
  readonly #states = new Map<string, FileState>();
  readonly #sidecars: SidecarStore;
  readonly #groups: AskedGroups;
  readonly #seen = new SeenPupils();
  readonly #names: string[] = [];
  /** Sheets with pupils, by the numbers that {@link SeenPupils} knows them by. */
  readonly #sheets: Place[] = [];
  /** Names of sheets of protocols, by the numbers of file and sheet. */
  readonly #protocolSheets = new Map<string, string>();
  readonly #counted = new CountedGroups();
  readonly #unlisted = new UnlistedSchools();
  readonly #lacking = new LackingItems();
  readonly #first: FirstLook;
  #exams: SurveyedExams | undefined;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#sidecars = new SidecarStore(options.assessments ?? []);
    this.#groups = new AskedGroups(options.groupings ?? []);
    this.#first = new FirstLook(options, this.#sidecars, this.#groups.headers);
  }

  /** First round. */
  async look(file: InputFile): Promise<void> {
    this.#names.push(file.name);
    this.#states.set(file.name, await this.#first.look(file));
  }

  /** Between the rounds: which results of exams count, and how many answers each exam has. */
  async survey(files: readonly InputFile[]): Promise<void> {
    for (const of of this.#sidecars.joinCodifiers()) this.#states.get(of.file)?.issues.push(of);
    const survey = new ExamSurvey();
    for (const file of files) {
      const protocols = (this.#states.get(file.name)?.toRead ?? []).filter(({ kind }) => kind === 'protocol');
      if (protocols.length === 0) continue;
      // A file that is damaged is refused, and told of, when its turn comes.
      const isWhole = await refusing(newFileState(), { file: file.name }, async () => {
        const sheets = await openSheets(file);
        for (const { index } of protocols) {
          const sheet = sheets[index];
          if (sheet !== undefined)
            await surveyProtocol(sheet, this.#protocolSource(file.name, sheet, index), survey);
        }
      });
      if (isWhole) survey.keep();
      else survey.drop();
    }
    this.#exams = survey.settle();
  }

  /** Second round: the pupils. They count only when the whole file could be read. */
  async read(file: InputFile): Promise<void> {
    const state = this.#states.get(file.name);
    if (state === undefined || state.toRead.length === 0) return;
    const sum = new TallySum();
    const { pupil } = this.#options;
    const watch = pupil && new PupilWatch(pupil);
    const stated: StatedResult[] = [];
    const accepted = await refusing(state, { file: file.name }, async () => {
      const sheets = await openSheets(file);
      for (const { index, kind } of state.toRead) {
        const sheet = sheets[index];
        if (sheet === undefined) continue;
        if (kind === 'protocol') await this.#readProtocol(sheet, index, file.name, state, { sum, watch });
        else if (kind === 'report') stated.push(...(await this.#readReport(sheet, file.name, state)));
        else await this.#readSheet(sheet, file.name, state, { sum, watch });
      }
      if (state.rowsRead === 0 && state.issues.every(({ severity }) => severity === 'warning')) {
        state.issues.push(issue('file-no-rows', 'warning', { file: file.name }, {}));
      }
      if (state.toRead.some(({ kind }) => kind !== 'report')) {
        const tally = sum.tally();
        this.#options.onTally(onlyTotalsOfChoices(tally), file.name);
        if (this.#first.tallies.length > 0) this.#counted.addRows(tally, file.name);
      }
      if (stated.length > 0) this.#options.onStated?.(stated, file.name);
    });
    watch?.finish(accepted);
    if (accepted) return;
    state.rowsAccepted = 0;
    for (const [number, sheet] of this.#sheets.entries()) {
      if (sheet.file === file.name) this.#seen.forget(number);
    }
  }

  /** After the rows: tallies of pupils that were not counted yet, large ones first, since a part may lie beside its whole. */
  async addTallies(): Promise<void> {
    const found = this.#first.tallies.flatMap((each) => {
      const state = this.#states.get(each.file);
      return state === undefined ? [] : [{ ...each, state }];
    });
    found.sort(
      (one, other) => other.state.rowsRead - one.state.rowsRead || compareText(one.file, other.file),
    );
    for (const { file, tally, state } of found) {
      const before = this.#counted.find(tally);
      if (before !== undefined) state.issues.push(countedBefore(before, file));
      if (before?.kind === 'same') continue;
      const accepted = await refusing(state, { file }, async () => this.#options.onTally(tally, file));
      if (!accepted) continue;
      state.rowsAccepted = state.rowsRead;
      this.#counted.addTally(tally, file);
    }
  }

  finish(): InputsRead {
    const issues: Issue[] = [];
    for (const each of this.#lacking.list()) this.#states.get(each.file)?.issues.push(each);
    for (const [file, state] of this.#states) {
      if (SIDECAR_LAYOUTS.has(state.layout) && state.issues.length === 0 && !this.#sidecars.isUsed(file)) {
        state.issues.push(issue('sidecar-unused', 'warning', { file }, {}));
      }
      for (const each of state.issues) issues.push(each);
    }
    issues.push(...this.#groups.missing(this.#sheets[0]));
    const files = Array.from(this.#states, ([file, state]) => sourceFileOf(file, state));
    return { files, issues, schools: this.#first.schools };
  }

  async #readSheet(
    sheet: SheetRows,
    file: string,
    state: FileState,
    { sum, watch }: Counting,
  ): Promise<void> {
    const place = placeOf(file, sheet);
    const number = this.#sheets.push(place) - 1;
    const head = await wholeSheet(sheet, LOOKED_AT_ROWS);
    const kind = detectLayout(head, this.#groups.headers);
    if (kind.kind !== 'responses') return;
    const layout = kind.layout.itemsByPosition
      ? await withoutUnusedColumns(sheet, head, kind.layout)
      : kind.layout;
    this.#groups.find(layout.groupings);
    for (const { column, header } of layout.unknown) {
      const at = { ...place, row: layout.header + 1, column: columnName(column) };
      state.issues.push(issue('column-unknown', 'warning', at, { header }));
    }
    for (const { column, code, fromDate } of layout.items) {
      if (fromDate === undefined) continue;
      const at = { ...place, row: layout.header + 1, column: columnName(column) };
      state.issues.push(issue('item-code-from-date', 'warning', at, { found: fromDate, item: code }));
    }
    if (layout.beside !== undefined) {
      const at = { ...place, row: layout.header + 1, column: columnName(layout.beside.column) };
      state.issues.push(issue('table-beside', 'error', at, { header: layout.beside.header }));
    }
    const titles = head.rows.slice(0, layout.header).flatMap((row) => row.map(cellText));
    const { said, named } = identityOfTable(file, sheet.name, titles);
    const identity =
      layout.name === 'generic'
        ? joinIdentities(named, identityOfPath(file))
        : joinIdentities(
            identityOfTitle(layout.title ?? ''),
            identityOfPath(file),
            gradeOfCodes(head, layout),
          );
    const toDescribe = {
      layout,
      identity,
      said,
      folder: folderOf(file),
      fallbackId: ownWorkId(fallbackId(file), named),
      place,
    };
    const work = describeWork(toDescribe, this.#sidecars.descriptions);
    const { onBlock } = this.#options;
    const variants = new Set<string>();
    const reader = new RowReader(layout, {
      place,
      school: this.#options.school,
      resolve: (login, municipality) => this.#first.schools.resolve(login, municipality),
      assessment: work?.assessment ?? NOTHING,
      columns: work?.columns ?? layout.items,
      header: (head.rows[layout.header] ?? []).map(cellText),
      cellsOfHeader: place.sheet === undefined ? longest(head.rows.slice(0, layout.header + 1)) : undefined,
      firstPlace: (pupil, row) => {
        const first = work === undefined ? undefined : this.#seen.firstPlace(pupil, number, row);
        return first === undefined ? undefined : { ...(this.#sheets[first.sheet] ?? place), row: first.row };
      },
      onBlock: (block) => {
        if (work === undefined) return;
        for (const variant of block.variants) variants.add(variant);
        sum.addBlock(block);
        onBlock?.(block, file);
      },
      keepsBlocks: onBlock !== undefined,
      // Names are nobody's codes: no pupil can be asked for by one.
      watch: work === undefined || tellsByName(head, layout) ? undefined : watch,
    });
    let rowsRead = 0;
    try {
      const filled = await withMergedUnits(sheet, head, layout);
      await filled.read((row) => {
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
    this.#sidecars.use(work.used, work.assessment);
    this.#lacking.add(work, variants, place);
    state.rowsAccepted += rows.rowsAccepted;
    const issues: Issue[] = [...work.issues, ...rows.issues];
    this.#aboutSchools(rows, file, issues);
    if (rows.assessment.items.every(({ maxPoints }) => maxPoints === undefined)) {
      issues.push(issue('assessment-not-described', 'warning', place, { assessment: rows.assessment.id }));
    }
    for (const each of issues.sort(byRow)) state.issues.push(each);
  }

  #protocolSource(file: string, sheet: SheetRows, index: number): ProtocolSource {
    const number = this.#names.indexOf(file);
    this.#protocolSheets.set(`${number} ${index}`, sheet.name);
    return {
      place: placeOf(file, sheet),
      file: number,
      sheet: index,
      school: this.#options.school,
      resolve: (login) => this.#first.schools.resolve(login),
    };
  }

  async #readProtocol(
    sheet: SheetRows,
    index: number,
    file: string,
    state: FileState,
    { sum, watch }: Counting,
  ): Promise<void> {
    const place = placeOf(file, sheet);
    const exams = this.#exams ?? new ExamSurvey().settle();
    const variants = new Map<string, Set<string>>();
    const read = await readProtocol(sheet, {
      ...this.#protocolSource(file, sheet, index),
      surveyed: exams,
      placeOf: (of) => ({
        ...placeOf(this.#names[of.file] ?? '', {
          name: this.#protocolSheets.get(`${of.file} ${of.sheet}`) ?? '',
        }),
        row: of.row,
      }),
      describe: (work) => {
        const shape = exams.shapes.get(workKey(work));
        return shape && describeExam(work, shape, folderOf(file), this.#sidecars.descriptions, place);
      },
      onBlock: (block) => {
        const { id } = block.assessment;
        variants.set(id, new Set([...(variants.get(id) ?? []), ...block.variants]));
        sum.addBlock(block);
        this.#options.onBlock?.(block, file);
      },
      keepsBlocks: this.#options.onBlock !== undefined,
      watch,
    });
    state.rowsRead += read.rowsRead;
    state.rowsAccepted += read.rowsAccepted;
    for (const exam of read.exams) {
      this.#sidecars.use(exam.used, exam.assessment);
      this.#lacking.add(exam, variants.get(exam.assessment.id) ?? new Set(), place);
    }
    const issues = [...read.issues];
    this.#aboutSchools(read, file, issues);
    for (const each of issues.sort(byRow)) state.issues.push(each);
  }

  async #readReport(sheet: SheetRows, file: string, state: FileState): Promise<readonly StatedResult[]> {
    const whole = await wholeSheet(sheet, MOST_SIDECAR_ROWS);
    const kind = detectLayout(whole, this.#groups.headers);
    if (kind.kind !== 'report' || kind.of === undefined) return [];
    const { results, issues, rowsRead, rowsAccepted } = readReport(whole, kind.of, kind.header, {
      place: placeOf(file, sheet),
      school: this.#options.school,
      resolve: (login) => this.#first.schools.resolve(login),
      work: (identity) => workOfReport(identity, folderOf(file), this.#sidecars.descriptions),
    });
    state.rowsRead += rowsRead;
    state.rowsAccepted += rowsAccepted;
    for (const each of issues) state.issues.push(each);
    return results;
  }

  #aboutSchools(
    { unlisted, schoolUnknown }: { unlisted: readonly UnlistedSchool[]; schoolUnknown: boolean },
    file: string,
    issues: Issue[],
  ): void {
    for (const each of this.#unlisted.issues(unlisted, this.#first.schools)) issues.push(each);
    if (schoolUnknown) issues.push(issue('school-unknown', 'warning', { file }, {}));
  }
}

function tellsByName({ rows }: Sheet, { header, roles }: TableLayout): boolean {
  return FULL_NAME.test(headerText(rows[header]?.[roles.pupil?.[0] ?? 0]));
}

const NOTHING: Assessment = { id: '', programme: '', subject: '', items: [] };

function countedBefore({ kind, file: other, pupils }: CountedBefore, file: string): Issue {
  return kind === 'same'
    ? issue('tally-repeated', 'error', { file }, { other, pupils })
    : issue('tally-alike', 'warning', { file }, { other, pupils });
}

function longest(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}

function byRow(one: Issue, other: Issue): number {
  return (one.row ?? 0) - (other.row ?? 0);
}
