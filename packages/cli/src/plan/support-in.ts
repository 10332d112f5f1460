import { join } from 'node:path';
import type { SupportPlanned } from '@orientir/core/drafting';
import { isRecord } from '@orientir/core/foundation';
import type { HelpMissing, PlannedHelp } from '@orientir/core/support';
import { exists } from '../input-files.js';
import type { PlanContext } from './plan.js';
import { readJson } from './plan-files.js';

/**
 * What the plan of support in a folder of `orientir match` says without teachers. Only its summary is read, nothing of
 * `private/`. Absent, after saying so, when there is none.
 */
export async function supportIn(
  folder: string,
  { voice, texts, options }: PlanContext,
): Promise<SupportPlanned | undefined> {
  const path = join(folder, 'summary.json');
  const value = (await exists(path)) ? await readJson(path, options.language) : undefined;
  if (
    !isRecord(value) ||
    value.schema !== 'orientir.support-summary' ||
    !isListOf(value.help, isHelp) ||
    !isListOf(value.missing, isMissing)
  ) {
    voice.complain(texts.noSupport(folder));
    return undefined;
  }
  return { help: value.help, missing: value.missing };
}

function isListOf<Each>(value: unknown, is: (each: unknown) => each is Each): value is readonly Each[] {
  return Array.isArray(value) && value.every(is);
}

function isHelp(value: unknown): value is PlannedHelp {
  return (
    isRecord(value) &&
    typeof value.kind === 'string' &&
    isCount(value.teachers) &&
    isListOf(value.offers, isText) &&
    isListOf(value.topics, isText)
  );
}

function isMissing(value: unknown): value is HelpMissing {
  return (
    isRecord(value) &&
    typeof value.topic === 'string' &&
    isCount(value.teachers) &&
    (value.subject === undefined || isText(value.subject))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
