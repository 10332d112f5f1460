/**
 * `orientir practices`: practices for topics in which help is needed, and events as offers.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { SchoolLooking } from '@orientir/core/practices';
import { eventsAsOffers, offersTable, practicesTable, suggestPractices } from '@orientir/core/practices';
import { csvParts } from '@orientir/formats/csv';
import { practicesWorkbook, readEvents, readPractices, readTopicNeeds } from '@orientir/formats/practices';
import { complainOfIssues } from '../complain-of-issues.js';
import { readByName } from '../input-files.js';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { textsOf } from '../texts.js';
import type { Problem } from '../typed-words.js';
import { asksForHelp, languageOf, languageProblem, typedWords } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import { practicesTextsOf } from './practices-texts.js';

interface PracticesArguments {
  readonly asked: { readonly practices: string; readonly deficits: string } | undefined;
  readonly events: string | undefined;
  readonly school: SchoolLooking;
  readonly out: string;
  readonly force: boolean;
}

const OPTIONS = {
  practices: { type: 'string' },
  deficits: { type: 'string' },
  events: { type: 'string' },
  settlement: { type: 'string' },
  pupils: { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const NAMES = ['practices.xlsx', 'practices.csv', 'offers.csv'];

/** Runs one line. @throws {InputMissing} {FolderNotOurs} {CannotWrite} */
export async function runPractices(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = practicesTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parsePracticesArguments(words);
  if (options === 'nothing-asked') {
    voice.complain(texts.nothingAsked);
    return 2;
  }
  if (!('asked' in options)) {
    voice.complain(textsOf(language).problem(options));
    return 2;
  }
  return practices(options, language, voice);
}

function parsePracticesArguments(words: readonly string[]): PracticesArguments | Problem | 'nothing-asked' {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { practices: bank, deficits, events, settlement, pupils, out, lang = 'ru' } = parsed.values;
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return wrongLanguage;
  if (pupils !== undefined && !/^\d{1,6}$/.test(pupils))
    return { kind: 'wrong-value', option: '--pupils', found: pupils, allowed: '0, 1, 2 …' };
  const isHalf = (bank === undefined) !== (deficits === undefined);
  if (isHalf || (bank === undefined && events === undefined)) return 'nothing-asked';
  if (out === undefined) return { kind: 'missing', what: 'out' };
  return {
    asked: bank === undefined || deficits === undefined ? undefined : { practices: bank, deficits },
    events,
    school: {
      ...(settlement === undefined ? {} : { settlement }),
      ...(pupils === undefined ? {} : { pupils: Number(pupils) }),
    },
    out,
    force: parsed.values.force === true,
  };
}

async function practices(
  { asked, events, school, out, force }: PracticesArguments,
  language: Language,
  voice: Voice,
): Promise<ExitStatus> {
  const texts = practicesTextsOf(language);
  await refuseForeignFolder(out, force, NAMES.slice(0, 1));
  const bank = asked === undefined ? undefined : await readByName(asked.practices, readPractices);
  const needs = asked === undefined ? undefined : await readByName(asked.deficits, readTopicNeeds);
  const invited = events === undefined ? undefined : await readByName(events, readEvents);
  const topics = suggestPractices(
    bank?.rows.map(({ value }) => value) ?? [],
    needs?.rows.map(({ value }) => value) ?? [],
    school,
  );
  const eventsRead = invited?.rows.map(({ value }) => value) ?? [];
  const read = [bank, needs, invited].filter((each) => each !== undefined);
  const rejected = read.reduce((sum, { file }) => sum + file.rowsRejected, 0);
  const issues = read.flatMap((each) => each.issues).filter(({ severity }) => severity === 'error');
  if (topics.length === 0 && eventsRead.length === 0) {
    voice.complain(texts.nothing);
    complainOfIssues(issues, language, voice);
    return 2;
  }
  await writeFolder(
    out,
    [
      ...(topics.length === 0 ? [] : [{ path: 'practices.csv', content: csvParts(practicesTable(topics)) }]),
      ...(eventsRead.length === 0
        ? []
        : [{ path: 'offers.csv', content: csvParts(offersTable(eventsAsOffers(eventsRead))) }]),
      { path: 'practices.xlsx', content: practicesWorkbook(topics, eventsRead, language) },
    ],
    NAMES,
  );
  if (topics.length > 0)
    voice.say(
      texts.suggested(topics.length, topics.filter(({ suggestions }) => suggestions.length === 0).length),
    );
  if (eventsRead.length > 0) voice.say(texts.offers(eventsRead.length));
  voice.say(texts.written(out));
  if (rejected > 0) voice.complain(texts.refused(rejected));
  complainOfIssues(issues, language, voice);
  return issues.length > 0 ? 1 : 0;
}
