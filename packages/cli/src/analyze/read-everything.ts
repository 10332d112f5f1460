import { basename } from 'node:path';
import type { Assessment, FindingRules, LowResultsRules, TestScoreRules } from '@orientir/core/assessment';
import type { ContextRules, ResilienceRules, SchoolPassport } from '@orientir/core/context';
import type { Language } from '@orientir/core/foundation';
import type { MedalCounts } from '@orientir/core/objectivity';
import { parseAssessment } from '@orientir/core/schema';
import type { Tally } from '@orientir/core/tally';
import { settleSchools, TallySum } from '@orientir/core/tally';
import type { ExpectedMedals } from '@orientir/formats/passport';
import type { InputFile, InputsRead } from '@orientir/formats/readers';
import { readInputs } from '@orientir/formats/readers';
import type { AnalyzeArguments } from '../arguments.js';
import { foundInputs } from '../input-files.js';
import { jsonIn, sayProblems } from '../json-file.js';
import { notRead } from '../not-read.js';
import { schoolListIn } from '../school-list-in.js';
import type { Texts } from '../texts.js';
import type { Voice } from '../voice.js';
import {
  contextRulesOf,
  lowResultsRulesOf,
  rulesOf,
  rulesWithoutWorks,
  testScoreRulesOf,
} from './rules-of.js';
import { medalsIn, passportsIn } from './school-facts-in.js';

/** What a run works with. */
export interface Read {
  readonly rules: FindingRules;
  readonly lowResultsRules: readonly LowResultsRules[];
  readonly testScoreRules: TestScoreRules;
  readonly tally: Tally;
  readonly record: InputsRead;
  /** Absent when none were named. */
  readonly passports?: readonly SchoolPassport[];
  /** Absent = those of the program. */
  readonly contextRules?: ContextRules;
  readonly resilience?: ResilienceRules;
  readonly medals?: readonly MedalCounts[];
  /** Only to be printed inside. */
  readonly expectedMedals?: readonly ExpectedMedals[];
}

/**
 * Reads inputs, descriptions, schools and rules. Absent when something named is not as it should be; then it was said.
 *
 * @param beside files that are read elsewhere, should they lie among the inputs.
 */
export async function readEverything(
  options: AnalyzeArguments,
  voice: Voice,
  texts: Texts,
  beside: readonly string[] = [],
): Promise<Read | undefined> {
  const assessments = await assessmentsIn(options.assessments, voice, options.language);
  if (assessments === undefined) return undefined;
  const rules = await rulesOf(options.rules, voice, options.language);
  if (rules === undefined) return undefined;
  const lowResultsRules = await lowResultsRulesOf(options.risk, voice, options.language);
  if (lowResultsRules === undefined) return undefined;
  const testScoreRules = await testScoreRulesOf(options.minimums, voice, options.language);
  if (testScoreRules === undefined) return undefined;
  const conditions =
    options.context === undefined ? {} : await contextRulesOf(options.context, voice, options.language);
  if (conditions === undefined) return undefined;
  const list =
    options.schools === undefined ? undefined : await schoolListIn(options.schools, voice, options.language);
  if (options.schools !== undefined && list === undefined) return undefined;
  const found = await foundInputs(options.inputs, [
    ...(options.passports ?? []),
    ...[options.medals, options.schools].flatMap((path) => path ?? []),
    ...beside,
  ]);
  const sum = new TallySum();
  const inputs = await readInputs(found.files.filter(isWanted(options)), {
    ...(list === undefined ? {} : { schools: list.registry }),
    ...(options.school === undefined ? {} : { school: options.school }),
    assessments,
    groupings: options.groupings,
    onTally: (tally) => sum.addTally(tally),
    onStated: (results) => sum.addStated(results),
    onProgress: ({ phase, file, done, of }) => {
      if (phase === 'reading') voice.progress(texts.reading(done + 1, of, file));
    },
  });
  voice.progress('');
  const record: InputsRead = {
    ...inputs,
    files: [...inputs.files, ...(list === undefined ? [] : [list.file])],
    issues: [
      ...inputs.issues,
      ...(options.command === 'analyze' ? notRead(found) : []),
      ...(list?.issues ?? []),
    ],
  };
  const tally = settleSchools(sum.tally(), record.schools.apart);
  let read: Read = {
    tally,
    record: {
      ...record,
      issues: [
        ...record.issues,
        // A ruleset that nobody asked for need not fit.
        ...(options.risk.length === 0 ? [] : rulesWithoutWorks(lowResultsRules, tally)),
      ],
    },
    rules,
    lowResultsRules,
    testScoreRules,
    ...conditions,
  };
  if (options.passports !== undefined) {
    read = { ...read, ...(await passportsIn(options.passports, tally, read.record, read.contextRules)) };
  }
  if (options.medals !== undefined)
    read = { ...read, ...(await medalsIn(options.medals, tally, read.record)) };
  return read;
}

/** `merge` joins tallies; anything else that lies in a folder beside them is not for it. */
function isWanted({ command }: AnalyzeArguments): (file: InputFile) => boolean {
  return ({ name }) =>
    command === 'analyze' || (/\.json$/i.test(name) && basename(name) !== 'assessment.json');
}

/** Descriptions in files that were named. Absent when one is not as it should be; then it was said. */
export async function assessmentsIn(
  paths: readonly string[],
  voice: Voice,
  language: Language,
): Promise<readonly Assessment[] | undefined> {
  const found: Assessment[] = [];
  for (const path of paths) {
    const value = await jsonIn(path, voice, language);
    if (value === undefined) return undefined;
    for (const each of Array.isArray(value.json) ? value.json : [value.json]) {
      const parsed = parseAssessment(each);
      if (parsed.kind === 'assessment') found.push(parsed.assessment);
      else {
        sayProblems('sidecar-invalid', path, parsed.problems, voice, language);
        return undefined;
      }
    }
  }
  return found;
}
