/**
 * `orientir match`: support for teachers, matched and explained.
 *
 * @module
 */
import { basename } from 'node:path';
import type { Issue, Language } from '@orientir/core/foundation';
import type { Candidates, Offer, SupportPlan } from '@orientir/core/support';
import { candidates, planSupport } from '@orientir/core/support';
import type { TeacherDeficits } from '@orientir/core/teacher-deficits';
import { supposedTopics } from '@orientir/core/teacher-deficits';
import type { SupportFile, SupportRead } from '@orientir/formats/support';
import { readSupport } from '@orientir/formats/support';
import { complainOfIssues } from '../complain-of-issues.js';
import { fileOnDisk } from '../input-files.js';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { resultsOfTeachers } from '../results-of-teachers.js';
import { textsOf } from '../texts.js';
import { asksForHelp, languageOf } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import type { PlanArguments } from './match-arguments.js';
import { parseMatchArguments } from './match-arguments.js';
import type { MatchTexts } from './match-texts.js';
import { matchTextsOf } from './match-texts.js';
import { solveProblem } from './solve-problem.js';
import { SUPPORT_NAMES, supportFiles } from './support-files.js';

/** Runs one line. @throws {InputMissing} {FolderNotOurs} {CannotWrite} */
export async function runMatch(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = matchTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parseMatchArguments(words);
  switch (options.kind) {
    case 'plan':
      return planFor(options, language, voice);
    case 'problem':
      return solveProblem(options.file, language, voice);
    case 'wrong':
      voice.complain(textsOf(language).problem(options.problem));
      return 2;
    case 'extra-word':
      voice.complain(texts.extraWord(options.found));
      return 2;
    case 'missing-teachers':
      voice.complain(texts.missingTeachers);
      return 2;
    case 'missing-offers':
      voice.complain(texts.missingOffers);
      return 2;
    case 'problem-alone':
      voice.complain(texts.problemAlone);
      return 2;
  }
}

async function planFor(options: PlanArguments, language: Language, voice: Voice): Promise<ExitStatus> {
  const texts = matchTextsOf(language);
  await refuseForeignFolder(options.out, options.force);
  const results =
    options.results.length === 0
      ? undefined
      : await resultsOfTeachers(options.results, formsOf(options), language, voice);
  let supposed: TeacherDeficits | undefined;
  const read = await readSupport(await filesOf(options), (teachers) => {
    supposed = results?.deficitsOf(teachers);
    return supposed === undefined ? [] : supposedTopics(supposed);
  });
  if (results !== undefined && supposed === undefined) {
    voice.complain(texts.noTeachersInResults);
    complainOfIssues(results.record.issues.filter(isError), language, voice);
    return 2;
  }
  const unknown = [...options.addPlaces.keys()].find((id) => !read.offers.some(({ offer }) => offer === id));
  if (unknown !== undefined) {
    voice.complain(texts.offerUnknown(unknown));
    return 2;
  }
  const earlier = read.earlier;
  const of = candidates(read.teachers, withPlaces(read.offers, options.addPlaces), read.deficits, {
    locks: read.locks,
    ...(earlier === undefined ? {} : { earlier }),
  });
  const files = [...read.files, ...(results?.record.files ?? [])];
  const rejected = files.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
  const refusedFiles = read.files.filter(({ layout }) => layout === '').length;
  if (of.needs.length === 0 || of.offers.length === 0) {
    voice.complain(texts.nothing);
    complainOfIssues(read.issues, language, voice);
    return 2;
  }
  for (const { teacher, offer } of options.why) {
    if (of.teacherAt(teacher) === undefined || of.offerAt(offer) === undefined) {
      voice.complain(texts.pairUnknown(teacher, offer));
      return 2;
    }
  }
  const planOptions = {
    floors: options.floors,
    ...(earlier === undefined ? {} : { earlier: earlier.length }),
  };
  const plan = planSupport(of, planOptions);
  const issues = [
    ...read.issues,
    ...read.pairIssues(of, plan.figures.brokenLocks),
    ...(results?.record.issues ?? []),
  ];
  const before = await withoutAdditions(options, read, planOptions);
  const { files: written, letters } = supportFiles({
    plan,
    ...(before === undefined ? {} : { before: before.overview }),
    ...(supposed === undefined ? {} : { results: supposed }),
    read: { ...read, files },
    issues,
    language,
  });
  await writeFolder(options.out, written, SUPPORT_NAMES);
  if (supposed !== undefined) saySupposed(supposed, of, texts, voice);
  sayPlan(plan, before, texts, voice);
  for (const { teacher, offer } of options.why)
    voice.say(texts.whyNot(teacher, offer, plan.whyNot(teacher, offer)));
  voice.say(texts.written(options.out, letters));
  voice.say(texts.limit);
  if (rejected > 0) voice.complain(texts.refused(rejected));
  complainOfIssues(issues, language, voice, { file: 'issues.csv' });
  return rejected > 0 || refusedFiles > 0 ? 1 : 0;
}

/** How many hypotheses there are about the teachers of the plan; of which, nobody is told here. */
function saySupposed(results: TeacherDeficits, of: Candidates, texts: MatchTexts, voice: Voice): void {
  const topics = results.figures.topics.filter(({ teacher }) => of.teacherAt(teacher) !== undefined);
  const teachers = (isIn: (topic: (typeof topics)[number]) => boolean) =>
    new Set(topics.filter(isIn).map(({ teacher }) => teacher)).size;
  const stated = supposedTopics(results).filter(
    ({ teacher, severity }) => severity !== undefined && of.teacherAt(teacher) !== undefined,
  );
  voice.say(
    texts.supposed(
      new Set(stated.map(({ teacher }) => teacher)).size,
      stated.length,
      teachers(({ drop, school }) => drop.kind === 'known' && school === 'unknown'),
    ),
  );
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** Files of the line that may lie among the results. */
function formsOf({
  teachers,
  offers,
  addOffers,
  deficits,
  locks,
  keep,
  courses,
}: PlanArguments): readonly string[] {
  return [teachers, offers, addOffers, deficits, locks, keep, courses].filter((path) => path !== undefined);
}

function sayPlan(
  { overview, figures }: SupportPlan,
  before: SupportPlan | undefined,
  texts: MatchTexts,
  voice: Voice,
): void {
  voice.say(texts.covered(overview.teachers.helped, overview.needs));
  const coverage = overview.stages.find(({ stage }) => stage === 'coverage');
  if (coverage !== undefined) voice.say(texts.proof(coverage.value, coverage.bound));
  if (overview.churn !== undefined) voice.say(texts.churn(overview.churn));
  const below = figures.floors.filter(({ met, asked }) => met < asked);
  for (const floor of below) if (floor.group !== 'school') voice.complain(texts.floor(floor));
  const schools = below.filter(({ group }) => group === 'school').length;
  if (schools > 0)
    voice.complain(
      texts.schoolFloors(schools, figures.floors.filter(({ group }) => group === 'school').length),
    );
  if (before !== undefined) voice.say(texts.whatIf(before.overview.needs, overview.needs));
}

/** The plan as it would be without what the line adds; absent when it adds nothing. */
async function withoutAdditions(
  options: PlanArguments,
  read: SupportRead,
  planOptions: Parameters<typeof planSupport>[1],
): Promise<SupportPlan | undefined> {
  const { addOffers, addPlaces } = options;
  if (addOffers === undefined && addPlaces.size === 0) return undefined;
  let { offers, locks } = read;
  if (addOffers !== undefined) {
    const { addOffers: _, ...rest } = options;
    ({ offers, locks } = await readSupport(await filesOf(rest)));
  }
  return planSupport(
    candidates(read.teachers, offers, read.deficits, {
      locks,
      ...(read.earlier === undefined ? {} : { earlier: read.earlier }),
    }),
    planOptions,
  );
}

/** By their names alone: what is written does not depend on where the data lie. */
async function filesOf(options: PlanArguments): Promise<Parameters<typeof readSupport>[0]> {
  const { teachers, offers, addOffers, deficits, locks, keep, courses } = options;
  const open = async (path: string): Promise<SupportFile> => {
    const name = basename(path);
    return { name, source: await fileOnDisk(path, name) };
  };
  return {
    teachers: await open(teachers),
    offers: [await open(offers), ...(addOffers === undefined ? [] : [await open(addOffers)])],
    ...(deficits === undefined ? {} : { deficits: await open(deficits) }),
    ...(locks === undefined ? {} : { locks: await open(locks) }),
    ...(keep === undefined ? {} : { earlier: await open(keep) }),
    ...(courses === undefined ? {} : { courses: await open(courses) }),
  };
}

function withPlaces(offers: readonly Offer[], more: ReadonlyMap<string, number>): readonly Offer[] {
  return offers.map((offer) => ({ ...offer, places: offer.places + (more.get(offer.offer) ?? 0) }));
}
