/**
 * Facts about the pupils of one school, from xlsx or csv: for the lists of the school, and for nothing else.
 *
 * @module
 */
import type { Issue, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { PupilFactsGiven } from '@orientir/core/pupil-lists';
import { PupilFacts } from '@orientir/core/pupil-lists';
import { classKey, isNameLike, whyNoCode } from '@orientir/core/pupil-route';
import type { ByteSource } from '../byte-source.js';
import type { FileState } from '../file-state.js';
import { newFileState, refusing, sourceFileOf } from '../file-state.js';
import { isBlank, isValueless, wholeNumber } from '../forms/form-cells.js';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumns, hasColumn, headerNames } from '../forms/form-columns.js';
import { readRows, tellUnknown } from '../forms/form-rows.js';
import type { FormSheet } from '../forms/form-sheets.js';
import { formSheets } from '../forms/form-sheets.js';
import { RowCells } from '../forms/row-cells.js';
import { SeenRows } from '../forms/seen-rows.js';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import {
  CLASS,
  DISABILITY,
  FAILING,
  LESSONS,
  MEDAL_CANDIDATE,
  MISSED,
  PUPIL,
  PUPIL_COLUMNS,
} from './pupil-columns.js';

/** What was read from one file; the record of the file says how many rows were accepted. */
export interface PupilFactsRead {
  readonly facts: readonly PupilFacts[];
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

/**
 * Reads the sheets of a workbook that hold the form, say one for each class, or a csv: a header row, then one row for each pupil.
 *
 * An empty cell is a fact that is not known. A row with a value that can not be is refused whole and named, as is the
 * second row of a pupil and every row with what looks like a name; issues repeat no name. A damaged file gives no facts
 * and an issue. Never throws for what is in the file.
 */
export async function readPupilFacts(source: ByteSource, file: string): Promise<PupilFactsRead> {
  const state = newFileState();
  const facts: PupilFacts[] = [];
  const accepted = await refusing(state, { file }, async () => {
    const { forms, issues, unread } = await formSheets(source, file, kindOf, [CLASS]);
    state.issues.push(...issues, ...unread);
    if (forms.length === 0) return;
    state.layout = 'pupils';
    const seen = new SeenRows();
    for (const form of forms) facts.push(...factsOf(form, file, state, seen));
  });
  if (!accepted) state.rowsAccepted = 0;
  return { facts: accepted ? facts : [], file: sourceFileOf(file, state), issues: state.issues };
}

function factsOf(form: FormSheet, file: string, state: FileState, seen: SeenRows): readonly PupilFacts[] {
  const facts: PupilFacts[] = [];
  const { at, unknown, width } = formColumns(form.sheet, PUPIL_COLUMNS, form.header);
  tellUnknown(form, file, state, unknown);
  readRows(form, file, state, (cells, place) => {
    const row = new FactsRow(cells, at, place);
    row.checkLength(width);
    const read = row.read(seen);
    if (read !== undefined) facts.push(new PupilFacts(read));
    return { row, accepted: read !== undefined };
  });
  return facts;
}

function kindOf(cells: readonly SheetCell[]): 'pupils' | undefined {
  const headers = headerNames(cells);
  const has = (column: FormColumn) => hasColumn(headers, column);
  return [CLASS, PUPIL].every(has) && [MISSED, FAILING, DISABILITY, MEDAL_CANDIDATE].some(has)
    ? 'pupils'
    : undefined;
}

class FactsRow extends RowCells {
  /** Absent when the row is refused; then `issues` say why. */
  read(seen: SeenRows): PupilFactsGiven | undefined {
    this.checkCells(PUPIL_COLUMNS);
    const className = cellText(this.cell(CLASS));
    const pupil = cellText(this.cell(PUPIL));
    const isLost = (column: FormColumn) => isValueless(this.cell(column));
    if (className === '' && !isLost(CLASS))
      this.issues.push(issue('pupils-class-missing', 'error', this.placeOf(CLASS), {}));
    if (pupil === '' && !isLost(PUPIL))
      this.issues.push(issue('pupils-code-missing', 'error', this.placeOf(PUPIL), {}));
    if (isNameLike(className)) this.issues.push(issue('pupils-name', 'error', this.placeOf(CLASS), {}));
    const noCode = whyNoCode(pupil);
    if (noCode !== undefined) this.issues.push(issue(`pupils-${noCode}`, 'error', this.placeOf(PUPIL), {}));
    const attendance = this.#attendance();
    const failing = this.#failing();
    const disability = this.#yesOrNo(DISABILITY);
    const medalCandidate = this.#yesOrNo(MEDAL_CANDIDATE);
    if (this.isRefused) return undefined;
    const key = `${classKey(className)} ${pupil}`;
    const before = seen.before(key, this.place);
    if (before !== undefined) {
      const place = this.placeOf(PUPIL);
      this.issues.push(issue('pupil-duplicate', 'error', place, before));
      return undefined;
    }
    seen.add(key, this.place);
    this.#tellHalf();
    return {
      class: className,
      pupil,
      ...(attendance === undefined ? {} : { attendance }),
      ...(failing === undefined ? {} : { failing }),
      ...(disability === undefined ? {} : { disability }),
      ...(medalCandidate === undefined ? {} : { medalCandidate }),
    };
  }

  #attendance(): PupilFactsGiven['attendance'] {
    const lessons = this.#count(LESSONS);
    const missed = this.#count(MISSED);
    if (lessons === undefined || missed === undefined) return undefined;
    if (missed <= lessons) return { lessons, missed };
    this.issues.push(issue('pupils-missed-above', 'error', this.placeOf(MISSED), { missed, lessons }));
    return undefined;
  }

  /** One without the other says nothing. It is told of a row that counts: of another it is not said that the rest of it does. */
  #tellHalf(): void {
    const [without, other] = this.#count(LESSONS) === undefined ? [LESSONS, MISSED] : [MISSED, LESSONS];
    if (isBlank(this.cell(without)) && !isBlank(this.cell(other))) {
      const place = this.placeOf(this.has(without) ? without : other);
      this.issues.push(issue('pupils-lessons-incomplete', 'warning', place, { column: without.id }));
    }
  }

  #count(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell)) return undefined;
    const value = wholeNumber(cell);
    if (value === undefined && !isValueless(cell)) {
      const parameters = { column: column.id, found: withoutName(cell) };
      this.issues.push(issue('pupils-count-invalid', 'error', this.placeOf(column), parameters));
    }
    return value;
  }

  #failing(): readonly string[] | undefined {
    const cell = this.cell(FAILING);
    if (isBlank(cell) || isValueless(cell)) return undefined;
    const text = cellText(cell);
    if (NO.test(text)) return [];
    const subjects = new Map<string, string>();
    for (const subject of subjectsIn(text)) {
      if (subject !== '' && !subjects.has(subject.toLowerCase()))
        subjects.set(subject.toLowerCase(), subject);
    }
    const names = [...subjects.values()];
    const isPerson = names.some((name) => PERSON.test(name));
    const wrong = names.filter((name) => !/\p{L}/u.test(name) || YES.test(name));
    if (names.length > 0 && wrong.length === 0 && !isPerson) return names;
    // Without the others: among them may stand a name.
    const found = isPerson ? '…' : names.length === 0 ? text : wrong.join('|');
    const parameters = { column: FAILING.id, found };
    this.issues.push(issue('pupils-subjects-unclear', 'error', this.placeOf(FAILING), parameters));
    return undefined;
  }

  #yesOrNo(column: FormColumn): boolean | undefined {
    const cell = this.cell(column);
    if (isBlank(cell) || isValueless(cell)) return undefined;
    const text = cellText(cell);
    if (YES.test(text)) return true;
    if (NO.test(text)) return false;
    const parameters = { column: column.id, found: withoutName(cell) };
    this.issues.push(issue('pupils-word-unknown', 'error', this.placeOf(column), parameters));
    return undefined;
  }
}

/** Subjects joined by `|`, `;` or a comma, which one subject has in its name. */
function subjectsIn(text: string): readonly string[] {
  return text
    .split(/начала математического анализа/i.test(text) ? /[|;]/ : /[|;,]/)
    .map((part) => part.trim());
}

/** `true` and `false` are what a spreadsheet makes of such cells. */
const YES = /^(?:да|yes|true|1|\+)$/i;
const NO = /^(?:нет|no|false|0)$/i;

/** In columns that were shifted, a name may stand anywhere, and anything may stand before and after it. */
function withoutName(cell: SheetCell): string {
  const text = cellText(cell);
  return WORDS_TOGETHER.test(text) || CAPITAL.test(text) ? '…' : text;
}

const WORDS_TOGETHER = /\p{L}[.-]*\s+\p{L}/u;
const CAPITAL = /\p{Lu}\p{L}{2,}/u;
/** What no name of a subject has: a patronymic, initials beside a word, or the ending of a surname in the only word. */
const PERSON =
  /^\p{Lu}\p{Ll}+(?:ов|ев|ёв|ова|ева|ёва|енко)$|\p{L}(?:вич|вна|ична|инична|оглы|кызы)(?!\p{L})|\p{L}{2,}\s+\p{Lu}\.\s*(?:\p{Lu}\.)?|^\p{Lu}\.\s*\p{Lu}\.\s*\p{L}{2,}/u;
