/**
 * `orientir publish`: a plan as everything that a site needs to show it.
 *
 * @module
 */
import { join, resolve } from 'node:path';
import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import type { Publication } from '@orientir/formats/plans';
import { describePublishingIssue, PUBLICATION_ZIP, publishPlan } from '@orientir/formats/plans';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { calendarIn } from '../plan/calendar-in.js';
import { readDocumentPlan, sayIssues } from '../plan/import-plan.js';
import { NoPlan, planIdOf, readPlanOrRelease } from '../plan/plan-files.js';
import { planTextsOf } from '../plan/plan-texts.js';
import { textsOf } from '../texts.js';
import { today } from '../today.js';
import { asksForHelp, languageOf } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import { formerVersions } from './former-versions.js';
import type { PublishArguments } from './publish-arguments.js';
import { parsePublishArguments } from './publish-arguments.js';
import { publishTextsOf } from './publish-texts.js';
import { scriptsBeside } from './scripts-beside.js';

const MOST_SHOWN = 20;

/** Runs one line. @throws {InputMissing} {FolderNotOurs} {CannotWrite} */
export async function runPublish(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  if (asksForHelp(words)) {
    voice.say(publishTextsOf(language).help);
    return 0;
  }
  const options = parsePublishArguments(words, today());
  if ('kind' in options) {
    voice.complain(textsOf(language).problem(options));
    return 2;
  }
  try {
    return await publish(options, language, voice);
  } catch (error) {
    if (!(error instanceof NoPlan)) throw error;
    for (const line of error.lines) voice.complain(planTextsOf(language).notRead(error.file, line));
    return 2;
  }
}

async function publish(options: PublishArguments, language: Language, voice: Voice): Promise<ExitStatus> {
  const { file, out, asOf, names, baseUrl, force } = options;
  const texts = publishTextsOf(language);
  await refuseForeignFolder(out, force, [PUBLICATION_ZIP]);
  const scripts = await scriptsBeside();
  if (scripts === undefined) {
    voice.complain(texts.scriptsMissing);
    return 2;
  }
  const calendar = await calendarIn(options.calendar, { voice, language });
  const read = await planIn(file, { language, voice, ...calendar.given });
  if (read === undefined) return 2;
  calendar.checkYears([read.plan.schoolYear]);
  const publication = publishPlan(read.plan, {
    language,
    asOf,
    names,
    scripts,
    ...calendar.given,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  const say = (issues: Parameters<typeof describePublishingIssue>[0][]) => {
    for (const issue of issues.slice(0, MOST_SHOWN))
      voice.complain(`  ${describePublishingIssue(issue, language)}`);
    if (issues.length > MOST_SHOWN) voice.complain(texts.more(issues.length - MOST_SHOWN));
  };
  if (publication.kind === 'refused') {
    voice.complain(texts.refused(publication.problems.length));
    say([...publication.problems]);
    return 2;
  }
  const { warnings, archive } = publication;
  if (filesOf(publication).some(({ path }) => resolve(out, path) === resolve(file))) {
    voice.complain(texts.inputOverwritten(file));
    return 2;
  }
  await write(out, publication);
  voice.say(texts.written(out, publication.files.length, PUBLICATION_ZIP));
  voice.say(texts.begin(join(out, 'instructions.html')));
  if (baseUrl === undefined) voice.say(texts.noAddress);
  else {
    const base = baseUrl.replace(/\/*$/, '/');
    voice.say(texts.addresses(`${base}index.html`, `${base}${archive}/index.html`));
  }
  if (warnings.length > 0) voice.complain(texts.attention(warnings.length));
  say([...warnings]);
  return read.understood && warnings.every(({ code }) => code !== 'name-left-out') ? 0 : 1;
}

/** The plan of a file; a document of which something was not understood says so. Absent when there is none. */
async function planIn(
  file: string,
  {
    language,
    voice,
    ...given
  }: {
    readonly language: Language;
    readonly voice: Voice;
  } & Awaited<ReturnType<typeof calendarIn>>['given'],
): Promise<{ readonly plan: RoadMap; readonly understood: boolean } | undefined> {
  if (/\.json$/i.test(file))
    return { plan: (await readPlanOrRelease(file, language)).plan, understood: true };
  const read = await readDocumentPlan(file, { id: planIdOf(file), ...given }, language);
  const texts = planTextsOf(language);
  sayIssues(read, language, { voice, texts });
  if (read.plan.measures.length === 0) {
    voice.complain(texts.noPlan);
    return undefined;
  }
  return { plan: read.plan, understood: read.issues.length === 0 };
}

type Published = Extract<Publication, { kind: 'published' }>;

function filesOf({ files, zip }: Published): Published['files'] {
  return [...files, zip];
}

/** All or nothing; versions that were archived before stay as they are. */
async function write(out: string, publication: Published): Promise<void> {
  const former = await formerVersions(out);
  const kept = new Set(former.map(({ path }) => path));
  const files = [...filesOf(publication).filter(({ path }) => !kept.has(path)), ...former];
  await writeFolder(
    out,
    files.map(({ path, bytes }) => ({ path, content: bytes })),
    [...new Set(files.map(({ path }) => path.split('/')[0] ?? path))],
  );
}
