import { readFile } from 'node:fs/promises';
import type { Issue, Language } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import type { Problem } from '@orientir/core/schema';
import { InputMissing } from './input-files.js';
import type { Voice } from './voice.js';

/** A JSON file that was named on the command line. What is no JSON is said, and absent. @throws {InputMissing} */
export async function jsonIn(path: string, voice: Voice): Promise<{ readonly json: unknown } | undefined> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new InputMissing(path);
  });
  try {
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    voice.complain(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
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
