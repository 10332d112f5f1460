import type { Issue, Language } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import type { Problem } from '@orientir/core/schema';
import { bytesOnDisk } from './input-files.js';
import type { JsonPlace } from './texts.js';
import { textsOf } from './texts.js';
import type { Voice } from './voice.js';

/** What a text is as JSON: a value, or the sentence that says that it is none. */
export type JsonRead = { readonly json: unknown } | { readonly fault: string };

/** A JSON file that was named on the command line. What is no JSON is said, and absent. @throws {InputMissing} {InputUnfit} */
export async function jsonIn(
  path: string,
  voice: Voice,
  language: Language,
): Promise<{ readonly json: unknown } | undefined> {
  const read = jsonOf(await bytesOnDisk(path), language);
  if ('json' in read) return read;
  voice.complain(`${path}: ${read.fault}`);
  return undefined;
}

/** Reads bytes as JSON. Never throws. */
export function jsonOf(bytes: Uint8Array, language: Language): JsonRead {
  const text = new TextDecoder().decode(bytes);
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { fault: textsOf(language).notJson(placeOf(text, error)) };
  }
}

/** Where the text stops being JSON, as far as the parser tells. */
function placeOf(text: string, error: unknown): JsonPlace | undefined {
  const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  if (position === undefined) return undefined;
  const lines = text.slice(0, Number(position)).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/** What a door refused in it: a description of an assessment, or a ruleset. */
export function sayProblems(
  code: 'sidecar-invalid' | 'rules-invalid',
  path: string,
  problems: readonly Problem[],
  voice: Voice,
  language: Language,
): void {
  for (const problem of problems) {
    const about: Issue = { code, severity: 'error', file: path, parameters: problem };
    voice.complain(`${path}: ${describeIssue(about, language)}`);
  }
}
