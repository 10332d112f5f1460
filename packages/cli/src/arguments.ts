/**
 * The command line as typed, checked.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Problem } from './typed-words.js';
import { languageOf, typedWords } from './typed-words.js';

export interface AnalyzeArguments {
  readonly command: 'analyze' | 'merge';
  readonly inputs: readonly string[];
  readonly out: string;
  readonly schools?: string;
  readonly school?: string;
  readonly assessments: readonly string[];
  /** Headers of columns that pupils are compared by, besides sex. */
  readonly groupings: readonly string[];
  /** Name of a ruleset, or a file with one. Absent = the default. */
  readonly rules?: string;
  /** Names of rulesets of low results, or files with them. */
  readonly risk: readonly string[];
  /** Name of a ruleset of test scores, or a file with one. Absent = the default. */
  readonly minimums?: string;
  /** Files with social passports of schools, or the context form. Absent = none. */
  readonly passports?: readonly string[];
  /** File with counts of medals by school and year. */
  readonly medals?: string;
  /** File with a ruleset of conditions. */
  readonly context?: string;
  /** Absent = everything. */
  readonly tables?: readonly string[];
  readonly isPublic: boolean;
  readonly isShared: boolean;
  /** Also one page for each school and subject. */
  readonly isSheets: boolean;
  readonly force: boolean;
  readonly language: Language;
}

export type Arguments =
  | AnalyzeArguments
  | {
      readonly command: 'template';
      readonly name: string | undefined;
      readonly out: string | undefined;
      readonly force: boolean;
      readonly language: Language;
    }
  | {
      readonly command: 'sample';
      readonly out: string;
      readonly schools: number;
      readonly seed: number;
      readonly force: boolean;
      readonly language: Language;
    }
  | { readonly command: 'help' | 'version'; readonly language: Language }
  | { readonly command: 'wrong'; readonly problem: Problem; readonly language: Language };

/** Names for `--tables`. */
const OUTPUTS = [
  'solve-rates',
  'items',
  'tests',
  'sections',
  'comparisons',
  'groups',
  'dif',
  'distractors',
  'readiness',
  'test-scores',
  'risk',
  'shrunken',
  'objectivity',
  'medal-counts',
  'context',
  'dynamics',
  'gaps',
  'deficits',
  'findings',
  'tally',
  'issues',
  'workbook',
  'report',
] as const;

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  schools: { type: 'string' },
  school: { type: 'string' },
  assessment: { type: 'string', multiple: true },
  group: { type: 'string', multiple: true },
  rules: { type: 'string' },
  risk: { type: 'string', multiple: true },
  minimums: { type: 'string' },
  passport: { type: 'string', multiple: true },
  medals: { type: 'string' },
  context: { type: 'string' },
  tables: { type: 'string' },
  public: { type: 'boolean' },
  share: { type: 'boolean' },
  sheets: { type: 'boolean' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Reads the words after `orientir`. Never throws: a wrong line comes back with what is wrong. */
export function parseArguments(words: readonly string[]): Arguments {
  const language = languageOf(words);
  const wrong = (problem: Problem): Arguments => ({ command: 'wrong', problem, language });
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return wrong(parsed);
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.version === true) return { command: 'version', language };
  if (values.help === true || command === undefined || command === 'help')
    return { command: 'help', language };
  if (values.lang !== undefined && values.lang !== 'ru' && values.lang !== 'en') {
    return wrong({ kind: 'wrong-value', option: '--lang', found: values.lang, allowed: 'ru, en' });
  }
  const force = values.force === true;
  switch (command) {
    case 'analyze':
    case 'merge': {
      if (rest.length === 0) return wrong({ kind: 'missing', what: 'inputs' });
      if (values.out === undefined) return wrong({ kind: 'missing', what: 'out' });
      const tables = values.tables?.split(',').map((name) => name.trim());
      const unknown = tables?.find((name) => !OUTPUTS.some((output) => output === name));
      if (unknown !== undefined) {
        return wrong({
          kind: 'wrong-value',
          option: '--tables',
          found: unknown,
          allowed: OUTPUTS.join(', '),
        });
      }
      if (values.context !== undefined && values.passport === undefined) {
        return wrong({ kind: 'needs', option: '--context', other: '--passport' });
      }
      return {
        command,
        inputs: rest,
        out: values.out,
        ...(values.schools === undefined ? {} : { schools: values.schools }),
        ...(values.school === undefined ? {} : { school: values.school }),
        assessments: values.assessment ?? [],
        groupings: values.group ?? [],
        risk: values.risk ?? [],
        ...(values.minimums === undefined ? {} : { minimums: values.minimums }),
        ...(values.passport === undefined ? {} : { passports: values.passport }),
        ...(values.medals === undefined ? {} : { medals: values.medals }),
        ...(values.context === undefined ? {} : { context: values.context }),
        ...(values.rules === undefined ? {} : { rules: values.rules }),
        ...(tables === undefined ? {} : { tables }),
        isPublic: values.public === true,
        isShared: values.share === true,
        isSheets: values.sheets === true,
        force,
        language,
      };
    }
    case 'template':
      if (values.out !== undefined && !/\.xlsx$/i.test(values.out))
        return wrong({ kind: 'wrong-value', option: '--out', found: values.out, allowed: '….xlsx' });
      return { command, name: rest[0], out: values.out, force, language };
    case 'sample': {
      if (values.out === undefined) return wrong({ kind: 'missing', what: 'out' });
      const schools = Number(values.schools ?? 40);
      const seed = Number(values.seed ?? 2026);
      if (!Number.isInteger(schools) || schools < 1 || schools > 5000) {
        return wrong({
          kind: 'wrong-value',
          option: '--schools',
          found: values.schools ?? '',
          allowed: '1…5000',
        });
      }
      if (!Number.isInteger(seed)) {
        return wrong({
          kind: 'wrong-value',
          option: '--seed',
          found: values.seed ?? '',
          allowed: '0, 1, 2 …',
        });
      }
      return { command, out: values.out, schools, seed, force, language };
    }
    default:
      return wrong({ kind: 'unknown-command', found: command });
  }
}
