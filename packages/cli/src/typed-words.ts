/**
 * What every command does with the words of its line.
 *
 * @module
 */
import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Language } from '@orientir/core/foundation';

/** What is wrong with the command line. */
export type Problem =
  | { readonly kind: 'unknown-command'; readonly found: string }
  /** `command` lists its options in a help of its own; absent = they stand in the help of all. */
  | { readonly kind: 'unknown-option'; readonly found: string; readonly command?: string }
  | { readonly kind: 'no-value'; readonly option: string }
  | { readonly kind: 'missing'; readonly what: 'inputs' | 'out' }
  /** An option that means nothing without another. */
  | { readonly kind: 'needs'; readonly option: string; readonly other: string }
  | {
      readonly kind: 'wrong-value';
      readonly option: string;
      readonly found: string;
      readonly allowed: string;
    };

/** The language asked for, whatever else is wrong with the line. */
export function languageOf(words: readonly string[]): Language {
  return /(?:^|\s)--lang[= ]en(?:\s|$)/.test(words.join(' ')) ? 'en' : 'ru';
}

/** Whether the line of a command, whose name is its first word, asks how to use it. */
export function asksForHelp(words: readonly string[]): boolean {
  return words.length === 1 || words.includes('--help') || words.includes('-h');
}

type Options = NonNullable<ParseArgsConfig['options']>;

type WrongOption = Extract<Problem, { kind: 'unknown-option' | 'no-value' }>;

/** What parsing a line with these options gives. */
export type Typed<Of extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Of; allowPositionals: true; strict: true }>
>;

/** Options and other words of a line, or what is wrong with it. Never throws. */
export function typedWords<const Of extends Options>(
  words: readonly string[],
  options: Of,
): Typed<Of> | WrongOption {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    return wrongOption(error, words);
  }
}

/** What is wrong with the value of `--lang`; absent = nothing. */
export function languageProblem(lang: string): Problem | undefined {
  return lang === 'ru' || lang === 'en'
    ? undefined
    : { kind: 'wrong-value', option: '--lang', found: lang, allowed: 'ru, en' };
}

/** The option that a line went wrong at: not known, or without the value that it needs. */
function wrongOption(error: unknown, words: readonly string[]): WrongOption {
  const message = error instanceof Error ? error.message : '';
  const needs = /'(?:-\w, )?(--[\w-]+) <value>'/.exec(message)?.[1];
  if (needs !== undefined) return { kind: 'no-value', option: needs };
  const found = /'(-[^']*)'/.exec(message)?.[1] ?? words.find((word) => word.startsWith('-')) ?? '';
  const command = WITH_OWN_HELP.find((name) => name === words[0]);
  return { kind: 'unknown-option', found, ...(command === undefined ? {} : { command }) };
}

const WITH_OWN_HELP: readonly string[] = [
  'pupil',
  'pupils',
  'profile',
  'partners',
  'practices',
  'match',
  'bank',
  'staff',
  'publish',
];
