/**
 * The words after `orientir publish`, checked.
 *
 * @module
 */
import type { NamesChoice } from '@orientir/formats/plans';
import { isoDateOf } from '@orientir/formats/plans';
import type { Problem } from '../typed-words.js';
import { languageProblem, typedWords } from '../typed-words.js';

export interface PublishArguments {
  readonly file: string;
  readonly out: string;
  readonly asOf: string;
  readonly names: NamesChoice;
  readonly baseUrl?: string;
  readonly calendar?: string;
  readonly force: boolean;
}

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  'base-url': { type: 'string' },
  names: { type: 'string' },
  'as-of': { type: 'string' },
  calendar: { type: 'string' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Reads the line; `today` is the day of the publication where none is given. Never throws. */
export function parsePublishArguments(words: readonly string[], today: string): PublishArguments | Problem {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [, file, more] = positionals;
  const { out, names = 'keep', calendar, lang = 'ru' } = values;
  if (file === undefined) return { kind: 'missing', what: 'inputs' };
  if (more !== undefined) return { kind: 'unknown-option', found: more, command: 'publish' };
  if (out === undefined) return { kind: 'missing', what: 'out' };
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return wrongLanguage;
  if (names !== 'keep' && names !== 'position') return wrongValue('--names', names, 'keep, position');
  const day = values['as-of'];
  const asOf = day === undefined ? today : isoDateOf(day);
  if (asOf === undefined) return wrongValue('--as-of', day ?? '', '2025-10-15');
  const baseUrl = values['base-url'];
  if (baseUrl !== undefined && !isFolderAddress(baseUrl))
    return wrongValue('--base-url', baseUrl, 'https://school.example/plan/');
  return {
    file,
    out,
    asOf,
    names,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(calendar === undefined ? {} : { calendar }),
    force: values.force === true,
  };
}

function wrongValue(option: string, found: string, allowed: string): Problem {
  return { kind: 'wrong-value', option, found, allowed };
}

/** An address to which a name of a file can be added. */
function isFolderAddress(address: string): boolean {
  return /^https?:\/\/[^\s?#"<>]+$/i.test(address) && URL.canParse(address);
}
