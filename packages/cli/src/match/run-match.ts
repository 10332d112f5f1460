/**
 * `orientir match`: support for teachers, matched and explained.
 *
 * @module
 */
import { basename } from 'node:path';
import type { Language } from '@orientir/core/foundation';
import type { Offer, SupportPlan } from '@orientir/core/support';
import { candidates, planSupport } from '@orientir/core/support';
import type { SupportFile, SupportRead } from '@orientir/formats/support';
import { readSupport } from '@orientir/formats/support';
import { languageOf } from '../arguments.js';
import { complainOfIssues } from '../complain-of-issues.js';
import { fileOnDisk } from '../input-files.js';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { textsOf } from '../texts.js';
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
  if (words.length === 1 || words.includes('--help') || words.includes('-h')) {
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
  const read = await readSupport(await filesOf(options));
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
  const rejected = read.files.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
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
  const issues = [...read.issues, ...read.pairIssues(of, plan.figures.brokenLocks)];
  const before = await withoutAdditions(options, read, planOptions);
  const { files, letters } = supportFiles({
    plan,
    ...(before === undefined ? {} : { before: before.overview }),
    read,
    issues,
    language,
  });
  await writeFolder(options.out, files, SUPPORT_NAMES);
  sayPlan(plan, before, texts, voice);
  for (const { teacher, offer } of options.why)
    voice.say(texts.whyNot(teacher, offer, plan.whyNot(teacher, offer)));
  voice.say(texts.written(options.out, letters));
  voice.say(texts.limit);
  if (rejected > 0) voice.complain(texts.refused(rejected));
  complainOfIssues(issues, language, voice, { file: 'issues.csv' });
  return rejected > 0 || refusedFiles > 0 ? 1 : 0;
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
