/**
 * `orientir partners`: partner schools for schools with low results.
 *
 * @module
 */
import { basename } from 'node:path';
import { analyseFully, flaggedSchools, inflatedResults } from '@orientir/core/analysis';
import { contextOf } from '@orientir/core/context';
import type { Issue, Language } from '@orientir/core/foundation';
import { balanceTable, partnerPlan, partnerSchools, partnersTable } from '@orientir/core/partners';
import { summarise } from '@orientir/core/tally';
import { csvParts } from '@orientir/formats/csv';
import { partnersWorkbook, proofText, readPlaces } from '@orientir/formats/partners';
import { distinctSchoolNames } from '@orientir/formats/schools';
import type { Read } from '../analyze/read-everything.js';
import { readEverything } from '../analyze/read-everything.js';
import type { AnalyzeArguments } from '../arguments.js';
import { complainOfIssues } from '../complain-of-issues.js';
import { fileOnDisk } from '../input-files.js';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { textsOf } from '../texts.js';
import type { Problem } from '../typed-words.js';
import { asksForHelp, languageOf, languageProblem, typedWords } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import { partnersTextsOf } from './partners-texts.js';
import { schoolTopics } from './school-topics.js';

interface PartnersArguments {
  readonly analyze: AnalyzeArguments & { readonly passports: readonly string[] };
  readonly places: string | undefined;
}

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  passport: { type: 'string', multiple: true },
  schools: { type: 'string' },
  places: { type: 'string' },
  risk: { type: 'string', multiple: true },
  assessment: { type: 'string', multiple: true },
  school: { type: 'string' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const NAMES = ['partners.csv', 'balance.csv', 'partners.xlsx'];

/** Runs one line. @throws {InputMissing} {FolderNotOurs} {CannotWrite} */
export async function runPartners(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = partnersTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parsePartnersArguments(words, language);
  if (options === 'no-passport') {
    voice.complain(texts.noPassport);
    return 2;
  }
  if (!('analyze' in options)) {
    voice.complain(textsOf(language).problem(options));
    return 2;
  }
  return partners(options, voice);
}

function parsePartnersArguments(
  words: readonly string[],
  language: Language,
): PartnersArguments | Problem | 'no-passport' {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const inputs = positionals.slice(1);
  const { out, passport, schools, school, lang = 'ru' } = values;
  if (inputs.length === 0) return { kind: 'missing', what: 'inputs' };
  if (out === undefined) return { kind: 'missing', what: 'out' };
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return wrongLanguage;
  if (passport === undefined) return 'no-passport';
  return {
    places: values.places,
    analyze: {
      command: 'analyze',
      inputs,
      out,
      passports: passport,
      ...(schools === undefined ? {} : { schools }),
      ...(school === undefined ? {} : { school }),
      assessments: values.assessment ?? [],
      groupings: [],
      risk: values.risk ?? [],
      isPublic: false,
      isShared: false,
      isSheets: false,
      force: values.force === true,
      language,
    },
  };
}

async function partners({ analyze, places }: PartnersArguments, voice: Voice): Promise<ExitStatus> {
  const { out, language } = analyze;
  const texts = partnersTextsOf(language);
  await refuseForeignFolder(out, analyze.force, NAMES.slice(0, 1));
  const read = await readEverything(analyze, voice, textsOf(language), places === undefined ? [] : [places]);
  if (read === undefined) return 2;
  const located = places === undefined ? undefined : await placesIn(places, read);
  const issues = [...read.record.issues, ...(located?.issues ?? [])];
  const errors = issues.filter(({ severity }) => severity === 'error');
  const files = [...read.record.files, ...(located === undefined ? [] : [located.file])];
  const status = files.some(({ rowsRejected }) => rowsRejected > 0) || issues.some(isWholeFile) ? 1 : 0;
  const passports = read.passports ?? [];
  const analysis = analyseFully(read.tally, { rules: read.rules, lowResultsRules: read.lowResultsRules });
  const list = read.record.schools.schools;
  const schools = partnerSchools({
    context: contextOf(summarise(read.tally), passports, {
      doubtful: inflatedResults(analysis.objectivity()),
      flagged: flaggedSchools(analysis.objectivity()),
    }),
    passports,
    risks: analysis.schoolRisks,
    list,
    places: located?.places ?? new Map(),
    ...schoolTopics(analysis),
  });
  if (!schools.some(({ seeks }) => seeks)) {
    voice.complain(read.tally.assessments.size === 0 ? texts.noResults : texts.nobody);
    complainOfIssues(errors, language, voice);
    return 2;
  }
  const plan = partnerPlan(schools);
  const names = distinctSchoolNames(list);
  await writeFolder(
    out,
    [
      ...[partnersTable(plan), balanceTable(plan)].map((table) => ({
        path: `${table.name}.csv`,
        content: csvParts(table),
      })),
      { path: 'partners.xlsx', content: partnersWorkbook(plan, { language, names }) },
    ],
    NAMES,
  );
  voice.say(proofText(plan, language));
  voice.say(texts.written(out));
  voice.say(texts.reminder);
  if (errors.length > 0) {
    const rows = files.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
    const whole = new Set(issues.filter(isWholeFile).map(({ file }) => file)).size;
    voice.complain(textsOf(language).refused(rows, whole, undefined));
    complainOfIssues(errors, language, voice);
  }
  return status;
}

function isWholeFile({ severity, row }: Issue): boolean {
  return severity === 'error' && row === undefined;
}

async function placesIn(path: string, { record, tally }: Read) {
  const name = basename(path);
  const counted = new Set(
    [...tally.assessments.values()].flatMap(({ groups }) =>
      [...groups.values()].flatMap(({ unit }) => unit.school ?? []),
    ),
  );
  return readPlaces(
    await fileOnDisk(path, name),
    name,
    (login) => record.schools.resolve(login)?.id ?? (counted.has(login) ? login : undefined),
  );
}
