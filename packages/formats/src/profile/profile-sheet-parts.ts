/** What tables and sheets of the profile have in common. @module */
import type { Cell } from '@orientir/core/analysis';
import type { Figure, Language, MissingReason } from '@orientir/core/foundation';
import type { CardIndicator, CheckpointFigures, Named, RuleSource } from '@orientir/core/school-profile';
import { emptySwotKinds } from '@orientir/core/school-profile';
import type { SchoolFormName } from './profile-columns.js';
import type { PeriodResult, ProfiledSchool, ProfileResults } from './profile-results.js';
import { VERIFICATION_TEXTS } from './profile-texts.js';
import type { WorkbookWords } from './profile-workbook-words.js';
import { hasRadar } from './told-stages.js';

export interface Told extends ProfileResults {
  readonly language: Language;
  readonly words: WorkbookWords;
}

export function whyEmpty(
  { isKnown, refused }: Pick<ProfiledSchool, 'isKnown' | 'refused'>,
  form: SchoolFormName,
): MissingReason {
  return isKnown ? (refused.has(form) ? 'refused' : 'not-entered') : 'unknown-school';
}

/** Why the passport does not say something of the school: its row was refused, there is none, or the cell is empty. */
export function whyNotInPassport({
  passport,
  refused,
}: Pick<ProfiledSchool, 'passport' | 'refused'>): 'refused' | 'no-context' | 'not-entered' {
  if (refused.has('passport')) return 'refused';
  return passport === undefined ? 'no-context' : 'not-entered';
}

/** What may show that stages are done. */
type StageEvidence = Pick<ProfiledSchool, 'passport' | 'profile' | 'swot' | 'directions'>;

/** Why a stage is not done: the form that shows it may have been refused, or is filled in in part, or too early. */
export function whyNotDone(
  of: Pick<ProfiledSchool, 'isKnown' | 'refused'> & StageEvidence,
  { id }: Pick<Named, 'id'>,
): MissingReason {
  const forms = ['stages', ...(STAGE_FORMS.get(id) ?? [])] as const;
  const why = whyEmpty(of, forms.find((form) => of.refused.has(form)) ?? 'stages');
  if (why !== 'not-entered') return why;
  switch (evidenceOf(id, of)) {
    case 'whole':
      return 'stage-before-open';
    case 'part':
      return 'incomplete';
    case 'none':
      return why;
  }
}

/** How much the forms show of a stage, as `toldStages` takes it. */
function evidenceOf(
  stage: string,
  { passport, profile, swot, directions }: StageEvidence,
): 'whole' | 'part' | 'none' {
  switch (stage) {
    case 'passport':
      return passport === undefined ? 'none' : 'whole';
    case 'radar':
      return passport === undefined ? 'none' : hasRadar(passport) ? 'whole' : 'part';
    case 'self-rating':
      return profile.unrated < profile.factors.length ? 'whole' : 'none';
    case 'swot':
      return swot.length === 0 ? 'none' : emptySwotKinds(swot).length === 0 ? 'whole' : 'part';
    case 'directions':
      return directions === undefined ? 'none' : directions.kind === 'complete' ? 'whole' : 'part';
    default:
      return 'none';
  }
}

/** Forms that show a stage, beside the form of stages. */
const STAGE_FORMS: ReadonlyMap<string, readonly SchoolFormName[]> = new Map([
  ['passport', ['passport']],
  ['radar', ['passport']],
  ['self-rating', ['self-rating']],
  ['swot', ['swot']],
  ['directions', ['directions']],
]);

/** Why a checkpoint has no value: its own row leaves it out, or there is no row that counts. */
export function whyUnmeasured(
  of: Pick<ProfiledSchool, 'isKnown' | 'refused'>,
  { hasRow }: CheckpointFigures,
): MissingReason {
  return hasRow && of.isKnown ? 'not-entered' : whyEmpty(of, 'checkpoints');
}

export function toldFigure(figure: Figure, empty: MissingReason): Figure {
  return figure.kind === 'missing' && figure.reason === 'not-entered' ? { ...figure, reason: empty } : figure;
}

/** What was entered is a share of zero teachers, documents, prescriptions … */
export function isShareOfNothing({ kind }: CardIndicator, figure: Figure): boolean {
  return kind === 'entered' && figure.kind === 'missing' && figure.reason === 'no-pupils';
}

/** Results of works are there, and none is of the year, subject and grade that marks are stated for. */
export function isWithoutWork(
  { counts, beside }: PeriodResult,
  schools: readonly Pick<ProfiledSchool, 'works'>[],
): boolean {
  return counts.withMarks > 0 && beside.length === 0 && schools.some(({ works }) => works.length > 0);
}

export function ends(figure: Figure): readonly [Cell, Cell] {
  const interval = figure.kind === 'known' ? figure.interval : undefined;
  return [interval?.low, interval?.high];
}

export function sourceNote(
  { id, source, verification }: RuleSource,
  w: WorkbookWords,
  language: Language,
): string {
  return `${w.source} ${id}: ${source}. ${w.checked}: ${VERIFICATION_TEXTS[language][verification]}.`;
}
