/**
 * `orientir pupil`: the individual route sheet of one pupil, for the school only.
 *
 * @module
 */
import type { Unit } from '@orientir/core/assessment';
import type { Issue, Language, Place } from '@orientir/core/foundation';
import { compareNatural, describeIssue } from '@orientir/core/foundation';
import type { PupilResult } from '@orientir/core/pupil-route';
import { isSameClass, onePupil, type PupilRoute, pupilRoute } from '@orientir/core/pupil-route';
import type { Tally } from '@orientir/core/tally';
import { isSameSchool, TallySum } from '@orientir/core/tally';
import { readInputs } from '@orientir/formats/readers';
import { pupilSheetDocx, pupilSheetHtml } from '@orientir/formats/sheets';
import { assessmentsIn } from '../analyze/read-everything.js';
import { complainOfIssues } from '../complain-of-issues.js';
import { exists, inputFiles } from '../input-files.js';
import { writeOneFile } from '../output-folder.js';
import { schoolListIn } from '../school-list-in.js';
import { textsOf } from '../texts.js';
import { asksForHelp, languageOf } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import type { PupilArguments } from './pupil-arguments.js';
import { parsePupilArguments } from './pupil-arguments.js';
import type { ClassSize } from './pupil-texts.js';
import { pupilTextsOf } from './pupil-texts.js';

/** Runs one line. @throws {InputMissing} {CannotWrite} */
export async function runPupil(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = pupilTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parsePupilArguments(words);
  if (!('inputs' in options)) {
    const isOwn = options.kind === 'no-code' || options.kind === 'name';
    voice.complain(isOwn ? texts.problem(options) : textsOf(language).problem(options));
    return 2;
  }
  return pupil(options, language, voice);
}

async function pupil(options: PupilArguments, language: Language, voice: Voice): Promise<ExitStatus> {
  const texts = pupilTextsOf(language);
  const { out, force } = options;
  if (!force && (await exists(out))) {
    voice.complain(textsOf(language).fileExists(out));
    return 2;
  }
  const read = await readPupil(options, language, voice);
  if (read === undefined) return 2;
  const { tally, results, refused, issues, isSame, isListRefused } = read;
  const found = onePupil(
    results,
    {
      ...(options.school === undefined ? {} : { school: options.school }),
      ...(options.class === undefined ? {} : { class: options.class }),
    },
    isSame,
  );
  if (found.kind === 'several') {
    voice.complain(texts.several(found));
    return 2;
  }
  const own = refused.filter(({ unit }) => isOfUnit(unit, options, isSame));
  const sayRefused = () => {
    for (const { place } of own)
      voice.complain(
        texts.refused(placeText(place, language), reasonOf(place, issues, language) ?? texts.reasonUnknown),
      );
  };
  if (found.kind === 'none') {
    voice.complain(own.length > 0 ? texts.onlyRefused : texts.notFound(options.pupil));
    sayRefused();
    if (own.length > 0) return 2;
    if (results.length > 0) voice.complain(texts.elsewhere);
    const classes = classSizes(tally, options, isSame);
    voice.complain(texts.classes(classes.slice(0, MOST_CLASSES), Math.max(0, classes.length - MOST_CLASSES)));
    const unread = issues.filter(({ severity, row }) => severity === 'error' && row === undefined);
    if (unread.length > 0) voice.complain(texts.unreadable);
    for (const of of unread.slice(0, MOST_CLASSES))
      voice.complain(texts.refused(placeText(of, language), describeIssue(of, language)));
    return 2;
  }
  await writeOneFile(out, contentOf(pupilRoute(options.pupil, found, tally), options.kind, language));
  voice.say(texts.written(out, found.results.length));
  voice.say(texts.reminder);
  if (own.length === 0) return isListRefused ? 1 : 0;
  voice.complain(texts.leftOut(own.length));
  sayRefused();
  return 1;
}

const MOST_CLASSES = 12;

type IsSameSchool = (one: string, other: string) => boolean;

interface ReadPupil {
  readonly tally: Tally;
  readonly results: readonly PupilResult[];
  readonly refused: readonly { readonly place: Place; readonly unit: Unit | undefined }[];
  readonly issues: readonly Issue[];
  readonly isSame: IsSameSchool;
  /** Rows of a list of schools were refused. */
  readonly isListRefused: boolean;
}

/** Absent when a description or the list of schools is not as it should be; then it was said. */
async function readPupil(
  options: PupilArguments,
  language: Language,
  voice: Voice,
): Promise<ReadPupil | undefined> {
  const texts = textsOf(language);
  const assessments = await assessmentsIn(options.assessments, voice, language);
  if (assessments === undefined) return undefined;
  const list =
    options.schools === undefined ? undefined : await schoolListIn(options.schools, voice, language);
  if (options.schools !== undefined && list === undefined) return undefined;
  complainOfIssues(list?.issues ?? [], language, voice);
  const sum = new TallySum();
  const results: PupilResult[] = [];
  const refused: ReadPupil['refused'][number][] = [];
  const record = await readInputs(await inputFiles(options.inputs), {
    ...(list === undefined ? {} : { schools: list.registry }),
    ...(options.school === undefined ? {} : { school: options.school }),
    assessments,
    pupil: {
      code: options.pupil,
      onResult: (result) => results.push(result),
      onRefused: (place, unit) => refused.push({ place, unit }),
    },
    onTally: (tally) => sum.addTally(tally),
    onProgress: ({ phase, file, done, of }) => {
      if (phase === 'reading') voice.progress(texts.reading(done + 1, of, file));
    },
  });
  voice.progress('');
  const lists = list === undefined ? record.files.filter(({ layout }) => layout === 'schools') : [list.file];
  if (list === undefined)
    complainOfIssues(
      record.issues.filter(
        ({ severity, file }) => severity === 'error' && lists.some((each) => each.file === file),
      ),
      language,
      voice,
    );
  const idOf = (school: string) => record.schools.resolve(school)?.id ?? school;
  return {
    tally: sum.tally(),
    results,
    refused,
    issues: record.issues,
    isSame: (one, other) => isSameSchool(idOf(one), idOf(other), record.schools.apart),
    isListRefused: lists.some(({ rowsRejected }) => rowsRejected > 0),
  };
}

function contentOf(route: PupilRoute, kind: PupilArguments['kind'], language: Language): string | Uint8Array {
  switch (kind) {
    case 'docx':
      return pupilSheetDocx(route, language);
    case 'html':
      return pupilSheetHtml(route, language);
    case 'json':
      return `${JSON.stringify(route, undefined, 2)}\n`;
  }
}

/** Whether a unit may be the one that was named; what a row does not say cannot speak against it. */
function isOfUnit(unit: Unit | undefined, wanted: PupilArguments, isSame: IsSameSchool): boolean {
  const { school, class: classId } = unit ?? {};
  return (
    (wanted.school === undefined || school === undefined || isSame(school, wanted.school)) &&
    (wanted.class === undefined || classId === undefined || isSameClass(classId, wanted.class))
  );
}

/** Classes of the school that was named, or only the class that was: how many pupils each has in its largest work. */
function classSizes(tally: Tally, wanted: PupilArguments, isSame: IsSameSchool): readonly ClassSize[] {
  const sizes = new Map<string, number>();
  for (const { groups } of tally.assessments.values()) {
    const ofWork = new Map<string, number>();
    for (const { unit, counts } of groups.values()) {
      if (unit.class === undefined || !isOfUnit(unit, wanted, isSame)) continue;
      const name =
        unit.school === undefined || wanted.school !== undefined
          ? unit.class
          : `${unit.school}, ${unit.class}`;
      ofWork.set(name, (ofWork.get(name) ?? 0) + counts.wrote + counts.absent);
    }
    for (const [name, pupils] of ofWork) sizes.set(name, Math.max(sizes.get(name) ?? 0, pupils));
  }
  return Array.from(sizes, ([name, pupils]) => ({ name, pupils })).sort((one, other) =>
    compareNatural(one.name, other.name),
  );
}

/** Why a row was refused: what is said of its place, else of its file as a whole. */
function reasonOf(place: Place, issues: readonly Issue[], language: Language): string | undefined {
  const ofFile = issues.filter(({ file, severity }) => file === place.file && severity === 'error');
  const ofRow = ofFile.filter(({ sheet, row }) => sheet === place.sheet && row === place.row);
  const said = ofRow.length > 0 ? ofRow : ofFile.filter(({ row }) => row === undefined);
  return said.length === 0 ? undefined : said.map((of) => describeIssue(of, language)).join(' ');
}

function placeText({ file, sheet, row, column }: Place, language: Language): string {
  const inside = textsOf(language).place(row, column, sheet);
  return inside === '' ? file : `${file}, ${inside}`;
}
