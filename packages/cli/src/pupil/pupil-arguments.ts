/**
 * The words after `orientir pupil`, checked.
 *
 * @module
 */
import { isNameLike } from '@orientir/core/pupil-route';
import type { Problem } from '../typed-words.js';
import { languageProblem, typedWords } from '../typed-words.js';

const KINDS = ['docx', 'html', 'json'] as const;

export interface PupilArguments {
  readonly inputs: readonly string[];
  /** The code in the files. */
  readonly pupil: string;
  readonly out: string;
  readonly kind: (typeof KINDS)[number];
  readonly school?: string;
  readonly class?: string;
  readonly schools?: string;
  readonly assessments: readonly string[];
  readonly force: boolean;
}

/** What is wrong with the line; only here a code can be missing, or be a name. */
export type PupilProblem =
  | Problem
  | { readonly kind: 'no-code' }
  | { readonly kind: 'name'; readonly found: string };

const OPTIONS = {
  pupil: { type: 'string' },
  out: { type: 'string', short: 'o' },
  school: { type: 'string' },
  class: { type: 'string' },
  schools: { type: 'string' },
  assessment: { type: 'string', multiple: true },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Reads the line. Never throws. */
export function parsePupilArguments(words: readonly string[]): PupilArguments | PupilProblem {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [, ...inputs] = positionals;
  const { out, lang = 'ru', school, schools } = values;
  const pupil = values.pupil?.trim() ?? '';
  if (inputs.length === 0) return { kind: 'missing', what: 'inputs' };
  if (pupil === '') return { kind: 'no-code' };
  if (isNameLike(pupil)) return { kind: 'name', found: pupil };
  if (out === undefined) return { kind: 'missing', what: 'out' };
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return wrongLanguage;
  const kind = KINDS.find((each) => out.toLowerCase().endsWith(`.${each}`));
  if (kind === undefined)
    return { kind: 'wrong-value', option: '--out', found: out, allowed: '….docx, ….html, ….json' };
  return {
    inputs,
    pupil,
    out,
    kind,
    ...(school === undefined ? {} : { school }),
    ...(values.class === undefined ? {} : { class: values.class }),
    ...(schools === undefined ? {} : { schools }),
    assessments: values.assessment ?? [],
    force: values.force === true,
  };
}
