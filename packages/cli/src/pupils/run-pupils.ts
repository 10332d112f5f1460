/**
 * `orientir pupils`: lists of pupils of one school by plain facts, for the school only.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { pupilLists } from '@orientir/core/pupil-lists';
import { readPupilFacts } from '@orientir/formats/pupils';
import { pupilListsDocx, pupilListsHtml } from '@orientir/formats/sheets';
import { complainOfIssues } from '../complain-of-issues.js';
import { exists, fileOnDisk } from '../input-files.js';
import { writeOneFile } from '../output-folder.js';
import { textsOf } from '../texts.js';
import type { Problem } from '../typed-words.js';
import { asksForHelp, languageOf, languageProblem, typedWords } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import { pupilsTextsOf } from './pupils-texts.js';

interface PupilsArguments {
  readonly input: string;
  readonly out: string;
  readonly kind: (typeof KINDS)[number];
  readonly force: boolean;
}

const KINDS = ['docx', 'html'] as const;

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Runs one line. @throws {InputMissing} {CannotWrite} */
export async function runPupils(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = pupilsTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parsePupilsArguments(words);
  if (options === 'several-files') {
    voice.complain(texts.oneFile);
    return 2;
  }
  if (!('input' in options)) {
    voice.complain(textsOf(language).problem(options));
    return 2;
  }
  return pupils(options, language, voice);
}

function parsePupilsArguments(words: readonly string[]): PupilsArguments | Problem | 'several-files' {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [, input, ...others] = positionals;
  const { out, lang = 'ru' } = values;
  if (input === undefined) return { kind: 'missing', what: 'inputs' };
  if (others.length > 0) return 'several-files';
  if (out === undefined) return { kind: 'missing', what: 'out' };
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return wrongLanguage;
  const kind = KINDS.find((each) => out.toLowerCase().endsWith(`.${each}`));
  if (kind === undefined)
    return { kind: 'wrong-value', option: '--out', found: out, allowed: '….docx, ….html' };
  return { input, out, kind, force: values.force === true };
}

async function pupils(
  { input, out, kind, force }: PupilsArguments,
  language: Language,
  voice: Voice,
): Promise<ExitStatus> {
  const texts = pupilsTextsOf(language);
  if (!force && (await exists(out))) {
    voice.complain(textsOf(language).fileExists(out));
    return 2;
  }
  const { facts, file, issues } = await readPupilFacts(await fileOnDisk(input, input), input);
  const sayIssues = () => complainOfIssues(issues, language, voice, { most: MOST_ISSUES });
  if (facts.length === 0) {
    voice.complain(texts.nothing);
    sayIssues();
    return 2;
  }
  const lists = pupilLists(facts);
  await writeOneFile(
    out,
    kind === 'docx' ? pupilListsDocx(lists, language) : pupilListsHtml(lists, language),
  );
  voice.say(texts.written(out, facts.length));
  voice.say(texts.reminder);
  if (file.rowsRejected > 0) voice.complain(texts.refused(file.rowsRejected));
  sayIssues();
  return file.rowsRejected > 0 ? 1 : 0;
}

/** As many as a screen holds: refused rows come one by one, and the form has one for each pupil. */
const MOST_ISSUES = 40;
