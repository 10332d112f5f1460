/**
 * `orientir profile`: what schools say of themselves, beside what is known of them.
 *
 * @module
 */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Language } from '@orientir/core/foundation';
import { complainOfIssues } from '../complain-of-issues.js';
import { foundInputs, InputMissing } from '../input-files.js';
import { notRead } from '../not-read.js';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { textsOf } from '../texts.js';
import { today } from '../today.js';
import type { Problem } from '../typed-words.js';
import { asksForHelp, languageOf, languageProblem, typedWords } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import { formsIn } from './forms-in.js';
import { differences, profileFiles, TOP_NAMES } from './profile-files.js';
import { profileTextsOf } from './profile-texts.js';
import { NO_RESULTS, resultsIn } from './results-in.js';
import { profileResults } from './school-results.js';

interface ProfileArguments {
  readonly inputs: readonly string[];
  readonly analysis?: string;
  readonly out: string;
  readonly force: boolean;
}

const OPTIONS = {
  analysis: { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Every folder that we wrote holds this file. */
const MARKERS = ['profile.csv'];

/** Runs one line. @throws {InputMissing} {FolderNotOurs} {CannotWrite} */
export async function runProfile(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = profileTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parseProfileArguments(words);
  if (!('inputs' in options)) {
    voice.complain(textsOf(language).problem(options));
    return 2;
  }
  if (options.analysis !== undefined && resolve(options.analysis) === resolve(options.out)) {
    voice.complain(texts.sameFolder);
    return 2;
  }
  await refuseForeignFolder(options.out, options.force, MARKERS);
  return profile(options, language, voice);
}

function parseProfileArguments(words: readonly string[]): ProfileArguments | Problem {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [, ...inputs] = positionals;
  const { out, analysis, lang = 'ru' } = values;
  if (inputs.length === 0) return { kind: 'missing', what: 'inputs' };
  if (out === undefined) return { kind: 'missing', what: 'out' };
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return wrongLanguage;
  return { inputs, out, force: values.force === true, ...(analysis === undefined ? {} : { analysis }) };
}

async function profile(
  { inputs, analysis, out }: ProfileArguments,
  language: Language,
  voice: Voice,
): Promise<ExitStatus> {
  const texts = profileTextsOf(language);
  if (analysis !== undefined && !(await isFolder(analysis))) throw new InputMissing(analysis);
  const results = analysis === undefined ? NO_RESULTS : await resultsIn(analysis, language);
  if (analysis !== undefined && results.tally === undefined) voice.complain(texts.noTally(analysis));
  const found = await foundInputs(inputs);
  const files = found.files.filter(({ name }) => !/\.json$/i.test(name));
  const read = await formsIn(files, results, today());
  const issues = [...results.issues, ...read.issues, ...notRead(found)];
  const accepted = read.files.reduce(
    (sum, { layout, rowsAccepted }) => sum + (layout === 'schools' ? 0 : rowsAccepted),
    0,
  );
  if (accepted === 0) {
    voice.complain(texts.nothing);
    complainOfIssues(issues, language, voice);
    return 2;
  }
  const everything = profileResults({ ...read, results });
  await writeFolder(out, profileFiles(everything, read.files, issues, language), TOP_NAMES);
  const { schools } = everything;
  voice.say(texts.read(new Set(read.files.map(({ file }) => file)).size, accepted, schools.length));
  voice.say(texts.differences(differences(schools)));
  voice.say(texts.written(out));
  const rejected = read.files.reduce((sum, file) => sum + file.rowsRejected, 0);
  const refused = read.files.filter(({ layout }) => layout === '').length;
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    voice.say(textsOf(language).refused(rejected, refused, join(out, 'issues.csv')));
    complainOfIssues(errors, language, voice, { file: join(out, 'issues.csv') });
  } else voice.say(textsOf(language).allAccepted);
  return errors.length > 0 ? 1 : 0;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
