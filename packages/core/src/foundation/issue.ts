/**
 * Trouble in data as values: every defect has a code, a place and typed parameters. Text is made late, by
 * {@link describeIssue}, in the reader's language.
 *
 * @module
 */
import { en } from './messages/en.js';
import { ru } from './messages/ru.js';

/** The languages that people meet. */
export type Language = 'ru' | 'en';

/** Where something stood before. */
export interface Earlier {
  firstRow: number;
  /** Empty = the same. */
  firstSheet: string;
  /** Empty = the same. */
  firstFile: string;
}

/** Parameters of each issue code. Codes are stable: a renamed code is a major version. */
export interface IssueParameters {
  /* --- whole file: nothing of it is read --- */
  'file-empty': Record<string, never>;
  /** What the system says, in English. */
  'file-no-access': { detail: string };
  /** The reason in English, and in Russian. */
  'file-unreadable': { detail: string; ru: string };
  'file-old-format': { format: string };
  'file-encrypted': Record<string, never>;
  'file-not-recognised': Record<string, never>;
  /** Headers of items, but no column that tells pupils apart, or none that says where they belong. */
  'header-lacks-column': { lacks: 'pupil' | 'unit' | 'both' };
  'file-not-supported-yet': { report: string };
  'file-no-rows': Record<string, never>;
  /** A table, workbook or document that the program wrote itself. */
  'file-own-results': Record<string, never>;
  /** Something else that lies there. */
  'folder-own-results': { other: string };
  /** A file of a kind that is not read, in a folder; its extension with the point, or nothing. */
  'file-passed-over': { format: string };
  /** A pupil's route sheet, or facts about pupils. */
  'file-school-only': Record<string, never>;
  /** A plan of support for teachers, or a letter or an agenda from it. */
  'file-support-only': Record<string, never>;
  'sidecar-invalid': { path: string; ru: string; en: string };
  'sidecar-unused': Record<string, never>;
  /** A ruleset in a file of the user's. */
  'rules-invalid': { path: string; ru: string; en: string };
  /** No work of the input is one that the ruleset, named by its id, looks at. */
  'rules-no-works': { rules: string };
  'tally-invalid': { path: string; problem: string; ru: string };
  'tally-version': { found: string; supported: string };
  /** Its pupils stand in another file too; the tally is refused. */
  'tally-repeated': { other: string; pupils: number };
  /** All its counts stand in another file too, but are of too few pupils to tell; the tally is kept. */
  'tally-alike': { other: string; pupils: number };
  'assessment-conflict': { assessment: string; field: string; one: string; other: string };
  'assessment-unclear': { found: string };
  /* --- whole file: it is read, but something is doubtful --- */
  'assessment-not-described': { assessment: string };
  'school-unknown': Record<string, never>;
  'max-contradicted': { items: string; pupils: number; of: number };
  /** A description that lies beside, and what the file says of its work. */
  'description-other-work': { assessment: string; found: string };
  'item-without-column': { items: string };
  'plan-not-applied': { columns: number; items: number };
  'column-unknown': { header: string };
  'item-column-duplicate': { item: string };
  'item-code-from-date': { found: string; item: string };
  'sheet-hidden': Record<string, never>;
  'sheet-service': Record<string, never>;
  'sheet-not-recognised': Record<string, never>;
  /** A column of a plain table that may be an item, were it described. */
  'column-no-item': { header: string };
  /** Columns of a second table stand beside those of the first. */
  'table-beside': { header: string };
  /* --- a row --- */
  'class-from-date': { found: string };
  'row-of-totals': Record<string, never>;
  'absent-with-points': Record<string, never>;
  'choice-unknown': { item: string; found: string; options: string };
  'points-not-a-number': { item: string; found: string };
  'points-negative': { item: string; found: string };
  'points-not-whole': { item: string; found: string };
  'points-above-max': { item: string; found: number; max: number };
  'school-missing': Record<string, never>;
  'pupil-missing': Record<string, never>;
  'pupil-duplicate': Earlier;
  'total-differs': { total: number; sum: number };
  'mark-differs': { mark: number; scale: number; total: number };
  'mark-invalid': { found: string };
  'journal-mark-invalid': { found: string };
  'header-moved': Record<string, never>;
  'row-too-long': { cells: number; columns: number };
  'row-undivided': Record<string, never>;
  'row-cut-off': { cells: number; columns: number };
  'row-without-results': Record<string, never>;
  'more-of-the-same': { more: number; listed: number };
  /* --- protocols of exams --- */
  'exam-unclear': { found: string };
  'mask-malformed': { found: string };
  'mask-length': { found: string; expected: string };
  'mask-max-differs': { item: string; found: number; max: number };
  /** Nothing for the long answers, but a primary score above the points of the short ones. */
  'long-answers-missing': { total: number; sum: number };
  'max-from-totals': { item: string; max: number; pupils: number };
  'full-points-unknown': { item: string; pupils: number };
  /** Where the result stands that counts: an empty file means the same one. */
  'result-replaced': { by: 'appeal' | 'retake'; row: number; inSheet: string; inFile: string };
  'appeal-without-items': { row: number; inSheet: string; inFile: string };
  'appeal-unmatched': { fitting: number };
  'test-score-invalid': { found: string };
  /** Others with the same primary score have `usual`, or the description says so. */
  'test-score-differs': { total: number; found: number; usual: number };
  /** The row contradicts another one, and nothing says which of them is right. */
  'test-score-unclear': { total: number; found: number; otherTotal: number; other: number };
  /* --- reports with totals only --- */
  'percent-invalid': { found: string };
  'percents-impossible': { pupils: number };
  'report-row-unclear': { found: string };
  /* --- plans, codifiers, scales --- */
  'plan-row-unclear': { found: string };
  'code-not-in-codifier': { item: string; code: string };
  'scale-other-work': { assessment: string; border: number; max: number };
  'grouping-many-values': { header: string; values: number };
  'grouping-missing': { header: string };
  /* --- schools --- */
  'school-not-listed': { school: string };
  'school-name-twice': { school: string; one: string; other: string };
  'municipality-candidate': { one: string; other: string };
  /** One code in two municipalities or two regions. */
  'school-in-two-places': { school: string; one: string; other: string };
  /** `alias` is `other` where its row is refused, since its id is taken. */
  'school-alias-conflict': { alias: string; one: string; other: string };
  'school-candidate': { one: string; other: string };
  /** A school that is known by a name which differs in letters that look alike; `letter`, of that alphabet, is the first, at that place from 1. */
  'school-letters': { school: string; known: string; letter: string; at: number; alphabet: 'ru' | 'en' };
  /** A number that lost its first zeros. */
  'school-zeros': { school: string; known: string };
  /** A name, or digits of a login, that several schools have. */
  'school-several': { school: string; schools: string };
  /* --- social passports --- */
  'passport-unused': Record<string, never>;
  'passport-school-unknown': { school: string };
  'passport-duplicate': Earlier & { school: string };
  'passport-share-invalid': { column: string; found: string };
  'passport-count-invalid': { column: string; found: string };
  'passport-pupils-missing': { column: string };
  'passport-contradiction': { column: string; part: number; pupils: number };
  'passport-pupils-differ': {
    pupils: number;
    other: number;
    otherRow: number;
    otherSheet: string;
    otherFile: string;
  };
  /** Shares 0..1: as it stands, and by the number of pupils. */
  'passport-differs': { column: string; share: number; byCount: number };
  /* --- facts about pupils, for the school only --- */
  'pupils-class-missing': Record<string, never>;
  'pupils-code-missing': Record<string, never>;
  /** What was found is not repeated. */
  'pupils-name': Record<string, never>;
  /** What was found is not repeated. */
  'pupils-document': Record<string, never>;
  'pupils-count-invalid': { column: string; found: string };
  'pupils-missed-above': { missed: number; lessons: number };
  'pupils-lessons-incomplete': { column: string };
  'pupils-subjects-unclear': { column: string; found: string };
  'pupils-word-unknown': { column: string; found: string };
  /* --- forms about schools: self-rating, SWOT, directions, stages, attendance, annual card, special control, checkpoints --- */
  'profile-unused': Record<string, never>;
  /** Another sheet, with other columns, was read. */
  'form-sheet-unread': { read: string };
  /** Sheets in sight were read. */
  'form-sheet-hidden': Record<string, never>;
  'form-empty': Record<string, never>;
  'profile-school-unknown': { school: string };
  /** What stands there twice is named by the columns that make it one. */
  'profile-duplicate': Earlier & { columns: string };
  'profile-empty': { column: string };
  'profile-word-unknown': { column: string; found: string; allowed: string };
  'profile-ruleset-unknown': { column: string; found: string; known: string };
  'profile-share-invalid': { column: string; found: string };
  'profile-count-invalid': { column: string; found: string };
  'profile-part-above': { column: string; part: number; of: string; whole: number };
  'profile-incomplete': { column: string };
  /** A number without the percent sign that may be meant with it; `share` is how it was understood. */
  'share-unsure': { column: string; found: string; share: number };
  'profile-says-nothing': { column: string; found: string };
  'profile-lessons-few': { column: string; lessons: number; pupils: number };
  'profile-measured-alone': { column: string };
  'profile-year-invalid': { column: string; found: string };
  'profile-date-invalid': { column: string; found: string };
  /** What it comes after, in English and in Russian. */
  'profile-too-early': { date: string; before: string; beforeRu: string; beforeDate: string };
  /** Names in English and in Russian. */
  'profile-stage-closed': { stage: string; ru: string; before: string; beforeRu: string };
  'profile-directions-unclear': { column: string; found: string; last: number; ids: string };
  'profile-directions-count': { chosen: number; choose: number };
  'profile-checkpoint-skipped': { before: string; beforeRu: string };
  'profile-year-future': { schoolYear: string };
  'profile-date-future': { date: string };
  /** The row above it of a later year. */
  'profile-year-order': { schoolYear: string; later: string; laterRow: number };
  /** A period against a longer one that holds it, with the names of the longer one in English and in Russian. */
  'profile-period-above': {
    column: string;
    part: number;
    whole: number;
    period: string;
    periodRu: string;
    row: number;
    inSheet: string;
    inFile: string;
  };
  /* --- support for teachers --- */
  /** `command` reads it. */
  'support-unused': { command: string };
  'support-missing': { column: string };
  'support-duplicate': Earlier & { columns: string };
  /** Among the rows that were accepted. */
  'support-unknown': { column: string; id: string };
  'support-number-invalid': { column: string; found: string };
  'practice-effect-invalid': { column: string; found: string };
  'practice-error-invalid': { column: string; found: string };
  'practice-evidence-uneven': { effects: number; errors: number };
  'support-count-invalid': { column: string; found: string };
  'support-degree-invalid': { column: string; found: string };
  'support-word-unknown': { column: string; found: string };
  'support-date-invalid': { column: string; found: string };
  'support-places-none': { offer: string };
  'support-group-above': { minGroup: number; places: number };
  'support-lock-refused': { teacher: string; offer: string; why: LockFault };
  /** The same, in the row of a teacher, which is kept. */
  'support-lock-ignored': { offer: string; why: LockFault };
  'support-no-candidate': { teacher: string };
  'support-needs-many': { most: number };
  'support-earlier-gone': { teacher: string; offer: string };
  /** Degrees of a topic: as it was declared, and as results suppose. */
  'support-declared-first': { topic: string; declared: number; supposed: number };
  'support-results-newer': { topic: string };
  'support-results-unknown': { teacher: string };
  /* --- the bank of deficits and achievements, staff --- */
  'bank-person-unknown': { person: string };
  'staffing-bounds-swapped': { low: string; high: string };
  'staffing-reach-above': { reach: number; younger: number; teachers: string; past: string };
  /* --- spreadsheets in general --- */
  'cell-error': { found: string };
  'formula-without-value': Record<string, never>;
}

/** Why a settled pair of a teacher and an offer cannot hold. */
export type LockFault = 'unknown' | 'twice' | 'limit' | 'slot' | 'hours' | 'places' | 'group';

export type IssueCode = keyof IssueParameters;

/** *error*: the row or file is refused; *warning*: it is kept as it stands. */
export type Severity = 'error' | 'warning';

/** Where a defect is. Row and column as a person sees them: row from 1, column as spreadsheet letters. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** A defect with a code out of `Code`; distributes over the union, so code and parameters always belong together. */
export type IssueOf<Code extends IssueCode> = {
  [Each in Code]: Place & {
    readonly code: Each;
    readonly severity: Severity;
    readonly parameters: IssueParameters[Each];
  };
}[Code];

/** One defect. */
export type Issue = IssueOf<IssueCode>;

/** One sentence for each code; a missing translation does not compile. */
export type IssueTexts = { readonly [Code in IssueCode]: (parameters: IssueParameters[Code]) => string };

/** Makes an issue; the parameters must be those of the code. */
export function issue<Code extends IssueCode>(
  code: Code,
  severity: Severity,
  place: Place,
  parameters: IssueParameters[Code],
): Place & { readonly code: Code; readonly severity: Severity; readonly parameters: IssueParameters[Code] } {
  return { ...place, code, severity, parameters };
}

/** The sentence for people: what happened and what to do. The place is not repeated in it. */
export function describeIssue<Code extends IssueCode>(of: IssueOf<Code>, language: Language): string {
  const texts: IssueTexts = language === 'ru' ? ru : en;
  return texts[of.code](of.parameters);
}
