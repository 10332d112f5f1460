/** Counts the pupils of a sheet with protocols or appeals, after all of them were surveyed. @module */
import type { ResponseBlock, Unit } from '@orientir/core/assessment';
import { NOT_ADMINISTERED, NOT_ATTEMPTED } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { RowPlace } from '../../row-place.js';
import { earlier } from '../../row-place.js';
import type { School } from '../../schools/school-registry.js';
import type { SheetRows } from '../../sheet.js';
import { BlockBuilder } from '../block-builder.js';
import { checkResult, halfPointsOf } from '../check-result.js';
import { IssueLog } from '../issue-log.js';
import type { PupilWatch } from '../pupil-watch.js';
import type { UnlistedSchool } from '../unlisted-schools.js';
import { UnlistedInSheet } from '../unlisted-schools.js';
import { FULL, SKIPPED } from './answer-mask.js';
import type { DescribedExam } from './exam-assessment.js';
import { examOfPath } from './exam-line.js';
import type { ExamResult, ExamWork } from './exam-result.js';
import { readExamResult } from './exam-result.js';
import type { ExamShape, ExamSurvey, Fate, ResultPlace, SurveyedExams } from './exam-survey.js';
import { workKey } from './exam-survey.js';
import { pointsOfShort } from './points-of-short.js';
import type { ProtocolRow } from './walk-protocol.js';
import { walkProtocol } from './walk-protocol.js';

/** What both rounds have to know. */
export interface ProtocolSource {
  readonly place: Place;
  /** Number of the file and of the sheet in it. */
  readonly file: number;
  readonly sheet: number;
  /** School of files that name none. */
  readonly school: string | undefined;
  readonly resolve: (login: string) => School | undefined;
}

export interface ProtocolContext extends ProtocolSource {
  readonly surveyed: SurveyedExams;
  /** Where a result of any protocol stands. */
  readonly placeOf: (result: ResultPlace) => RowPlace;
  readonly describe: (work: ExamWork) => DescribedExam | undefined;
  readonly onBlock: (block: ResponseBlock) => void;
  /** Whether somebody may look at a block later. */
  readonly keepsBlocks: boolean;
  /** Absent = nobody's own results are wanted. */
  readonly watch: PupilWatch | undefined;
}

export interface ProtocolRead {
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly issues: readonly Issue[];
  readonly unlisted: readonly UnlistedSchool[];
  readonly schoolUnknown: boolean;
  readonly exams: readonly DescribedExam[];
}

/** First round. @throws {FileError} */
export async function surveyProtocol(
  sheet: SheetRows,
  source: ProtocolSource,
  survey: ExamSurvey,
): Promise<void> {
  const fallback = examOfPath(source.place.file);
  await walkProtocol(sheet, (row) => {
    const read = readExamResult(row, source.place, fallback, schoolOf(row, source).id);
    if (read.kind === 'result') survey.add(read.result, resultPlace(source, row));
  });
}

/** Second round. @throws {FileError} */
export async function readProtocol(sheet: SheetRows, context: ProtocolContext): Promise<ProtocolRead> {
  const reader = new ProtocolReader(context);
  const fallback = examOfPath(context.place.file);
  await walkProtocol(sheet, (row) => reader.read(row, fallback));
  return reader.finish();
}

function schoolOf(
  row: ProtocolRow,
  { school, resolve }: ProtocolSource,
): { readonly id: string; readonly listed: School | undefined } {
  const login = row.header.roles.has('school') ? row.text('school') : (school ?? '');
  const listed = login === '' ? undefined : resolve(login);
  return { id: listed?.id ?? login, listed };
}

function resultPlace({ file, sheet }: ProtocolSource, { row }: ProtocolRow): ResultPlace {
  return { file, sheet, row: row + 1 };
}

interface OpenExam extends DescribedExam {
  readonly builder: BlockBuilder;
  /** Pupils whose full answer is worth an unknown number of points, by item. */
  readonly unknownFull: number[];
}

class ProtocolReader {
  readonly #context: ProtocolContext;
  readonly #log: IssueLog;
  readonly #exams = new Map<string, OpenExam>();
  readonly #units = new Map<string, Unit>();
  readonly #unlisted = new UnlistedInSheet();
  readonly #unclear = new Set<string>();
  #schoolUnknown = false;
  #rowsRead = 0;
  #rowsAccepted = 0;

  constructor(context: ProtocolContext) {
    this.#context = context;
    this.#log = new IssueLog(context.place);
  }

  read(row: ProtocolRow, fallback: ReturnType<typeof examOfPath>): void {
    this.#rowsRead++;
    const { place } = this.#context;
    const school = schoolOf(row, this.#context);
    const read = readExamResult(row, place, fallback, school.id);
    if (read.kind === 'unclear') {
      // One issue for a table: its line is what is unclear, not its rows.
      const key = `${read.error.row}|${read.error.column}`;
      if (!this.#unclear.has(key)) this.#log.add(read.error);
      this.#unclear.add(key);
      return;
    }
    if (read.kind === 'refused') {
      for (const error of read.errors) this.#log.add(error);
      this.#refuseWatched(row, school);
      return;
    }
    for (const warning of read.warnings) this.#log.add(warning);
    const fate = this.#context.surveyed.fate(resultPlace(this.#context, row));
    if (this.#isSettled(row, fate)) {
      if (fate?.kind === 'duplicate' || fate?.kind === 'unmatched') this.#refuseWatched(row, school);
      return;
    }
    this.#count(row, read.result, school, fate);
  }

  finish(): ProtocolRead {
    for (const { builder, unknownFull, assessment } of this.#exams.values()) {
      builder.flush();
      unknownFull.forEach((pupils, i) => {
        const item = assessment.items[i]?.id ?? '';
        this.#log.add(issue('full-points-unknown', 'warning', this.#context.place, { item, pupils }));
      });
    }
    return {
      rowsRead: this.#rowsRead,
      rowsAccepted: this.#rowsAccepted,
      issues: [...[...this.#exams.values()].flatMap(({ issues }) => issues), ...this.#log.list()],
      unlisted: this.#unlisted.list(),
      schoolUnknown: this.#schoolUnknown,
      exams: [...this.#exams.values()],
    };
  }

  /** Says what became of a row that is no result of its own. */
  #isSettled(row: ProtocolRow, fate: Fate | undefined): boolean {
    if (fate === undefined || fate.kind === 'appealed') return false;
    const at = this.#at(row);
    if (fate.kind === 'unmatched') {
      this.#log.add(issue('appeal-unmatched', 'error', at, { fitting: fate.fitting }));
      return true;
    }
    const before = earlier(this.#context.placeOf(fate.kind === 'applied' ? fate.to : fate.at), at);
    const of = { row: before.firstRow, inSheet: before.firstSheet, inFile: before.firstFile };
    switch (fate.kind) {
      case 'replaced':
        this.#log.add(issue('result-replaced', 'warning', at, { by: fate.by, ...of }));
        return true;
      case 'duplicate':
        this.#log.add(issue('pupil-duplicate', 'error', at, before));
        return true;
      case 'applied':
        this.#rowsAccepted++;
        this.#log.add(issue('appeal-without-items', 'warning', at, of));
        return true;
    }
  }

  #count(
    row: ProtocolRow,
    result: ExamResult,
    school: ReturnType<typeof schoolOf>,
    fate: Fate | undefined,
  ): void {
    const exam = this.#exam(result.work);
    if (exam === undefined) return;
    const { assessment, places } = exam;
    const codes = this.#codes(row, result, exam);
    if (codes === undefined) {
      this.#refuseWatched(row, school);
      return;
    }
    const isEmpty = result.short.length + result.long.length === 0;
    const absent = isEmpty && result.total === undefined && result.mark === 0 && row.text('score') === '';
    if (absent) this.#log.add(issue('row-without-results', 'warning', this.#at(row), {}));
    const appealed = fate?.kind === 'appealed';
    const mark = appealed && fate.mark !== 0 ? fate.mark : result.mark;
    if (!absent && !appealed) {
      const halfPoints = halfPointsOf(codes, (item) => places[item] !== undefined);
      const printed = { codes, halfPoints, total: result.total, mark };
      for (const difference of checkResult(printed, assessment, (role) => this.#at(row, role)))
        this.#log.add(difference);
    }
    this.#checkScore(row, result, exam);
    const unit = this.#unit(row, school);
    const variant = absent ? '' : row.text('variant');
    exam.builder.add({ unit, variant, teacher: '', codes, mark, journalMark: 0, absent });
    this.#rowsAccepted++;
    const { watch } = this.#context;
    if (watch !== undefined && row.text('pupil') === watch.code)
      watch.accept({ assessment, unit, codes, absent, place: this.#rowPlace(row) });
  }

  /** The points of the items stand; the table of test scores is what a wrong pair would spoil. */
  #checkScore(row: ProtocolRow, { total, score: found }: ExamResult, { scores }: OpenExam): void {
    if (total === undefined || found === undefined) return;
    const fate = scores.fateOf(total, found);
    if (fate.kind === 'differs') {
      const { usual } = fate;
      this.#log.add(issue('test-score-differs', 'warning', this.#at(row, 'score'), { total, found, usual }));
    }
    if (fate.kind === 'unclear') {
      const { total: otherTotal, score: other } = fate.other;
      const parameters = { total, found, otherTotal, other };
      this.#log.add(issue('test-score-unclear', 'warning', this.#at(row, 'score'), parameters));
    }
  }

  #refuseWatched(row: ProtocolRow, school: ReturnType<typeof schoolOf>): void {
    const { watch } = this.#context;
    if (watch !== undefined && row.text('pupil') === watch.code)
      watch.refuse(this.#rowPlace(row), this.#unit(row, school));
  }

  #rowPlace(row: ProtocolRow): Place {
    return { ...this.#context.place, row: row.row + 1 };
  }

  /** Half points and states; absent when the masks do not fit the exam, which is reported. */
  #codes(row: ProtocolRow, result: ExamResult, exam: OpenExam): Uint8Array | undefined {
    const { work, short, long } = result;
    const shape = this.#context.surveyed.shapes.get(workKey(work));
    if (shape === undefined) return undefined;
    const fits =
      (short.length === shape.short || short.length === 0) &&
      (long.length === shape.long.length || long.length === 0);
    if (!fits) {
      const at = this.#at(row, short.length === shape.short ? 'long' : 'short');
      const found = `${short.length} + ${long.length}`;
      const expected = `${shape.short} + ${shape.long.length}`;
      this.#log.add(issue('mask-length', 'error', at, { found, expected }));
      return undefined;
    }
    const other = long.findIndex(({ max }, i) => max !== shape.long[i]);
    if (other >= 0) {
      const item = String(shape.short + other + 1);
      const found = long[other]?.max ?? 0;
      const max = shape.long[other] ?? 0;
      this.#log.add(issue('mask-max-differs', 'error', this.#at(row, 'long'), { item, found, max }));
      return undefined;
    }
    const { assessment, places, unknownFull } = exam;
    const codes = new Uint8Array(assessment.items.length).fill(NOT_ADMINISTERED);
    const unknown: number[] = [];
    let whole = true;
    assessment.items.forEach(({ id, maxPoints }, i) => {
      const place = places[i];
      if (place === undefined) return;
      const isShort = place < shape.short;
      const points = isShort ? short[place] : long[place - shape.short]?.points;
      if (points === undefined) return;
      if (points === SKIPPED) codes[i] = NOT_ATTEMPTED;
      else if (points !== FULL && points <= (maxPoints ?? points)) codes[i] = points * 2;
      else if (points === FULL && maxPoints !== undefined) codes[i] = maxPoints * 2;
      else if (points === FULL) unknown.push(i);
      else {
        whole = false;
        const parameters = { item: id, found: points, max: maxPoints ?? 0 };
        const at = this.#at(row, isShort ? 'short' : 'long');
        this.#log.add(issue('points-above-max', 'error', at, parameters));
      }
    });
    if (!whole) return undefined;
    for (const i of unknown) unknownFull[i] = (unknownFull[i] ?? 0) + 1;
    if (long.length === 0 && shape.long.length > 0) this.#settleBlankLong(row, result, exam, shape, codes);
    return codes;
  }

  /** Blank long answers were not attempted where the short ones make up the primary score; else they are unknown. */
  #settleBlankLong(
    row: ProtocolRow,
    { short, total }: ExamResult,
    exam: OpenExam,
    shape: ExamShape,
    codes: Uint8Array,
  ): void {
    const sum = pointsOfShort(short, shape, exam);
    if (total === undefined || sum === undefined) return;
    if (total > sum) {
      this.#log.add(issue('long-answers-missing', 'warning', this.#at(row, 'long'), { total, sum }));
    } else if (total < sum) {
      this.#log.add(issue('total-differs', 'warning', this.#at(row, 'total'), { total, sum }));
    } else {
      exam.places.forEach((place, i) => {
        if (place !== undefined && place >= shape.short) codes[i] = NOT_ATTEMPTED;
      });
    }
  }

  #exam(work: ExamWork): OpenExam | undefined {
    const key = workKey(work);
    const open = this.#exams.get(key);
    if (open !== undefined) return open;
    const described = this.#context.describe(work);
    if (described === undefined) return undefined;
    const builder = new BlockBuilder(described.assessment, this.#context.onBlock, this.#context.keepsBlocks);
    const exam: OpenExam = { ...described, builder, unknownFull: [] };
    this.#exams.set(key, exam);
    return exam;
  }

  #unit(row: ProtocolRow, { id, listed }: ReturnType<typeof schoolOf>): Unit {
    const classId = row.text('class');
    const municipality = listed?.municipality ?? row.text('municipality');
    const key = JSON.stringify([id, classId, municipality]);
    const there = this.#units.get(key);
    if (there !== undefined) return there;
    if (id === '') this.#schoolUnknown = true;
    else if (listed === undefined) {
      this.#unlisted.add({ school: id, municipality, region: '' }, () => this.#at(row, 'school'));
    }
    const unit: Unit = {
      ...(listed?.region === undefined ? {} : { region: listed.region }),
      ...(municipality === '' ? {} : { municipality }),
      ...(id === '' ? {} : { school: id }),
      ...(classId === '' ? {} : { class: classId }),
    };
    this.#units.set(key, unit);
    return unit;
  }

  #at(row: ProtocolRow, role: Parameters<ProtocolRow['column']>[0] = 'pupil'): Place {
    const column = row.column(role) ?? row.column('surname');
    return { ...this.#context.place, row: row.row + 1, ...(column === undefined ? {} : { column }) };
  }
}
