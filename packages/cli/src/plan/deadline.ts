import { describeDeadline, describeDeadlineIssue } from '@orientir/core/calendar';
import type { ExitStatus, Voice } from '../analyze.js';
import type { DeadlineArguments } from './plan-arguments.js';

/** `orientir deadline`: what a phrase means. 1 when it was not understood. */
export function deadline({ text, schoolYear, json, language }: DeadlineArguments, voice: Voice): ExitStatus {
  const found = describeDeadline(text, { schoolYear });
  const failed = found.issues.some(({ severity }) => severity === 'error');
  if (json) {
    voice.say(JSON.stringify(found));
    return failed ? 1 : 0;
  }
  const { kind, start, end, occurrences, issues } = found;
  voice.say(
    [kind, [start, end].filter((day) => day !== undefined).join(' … ')]
      .filter((part) => part !== '')
      .join(': '),
  );
  for (const each of occurrences)
    voice.say(
      `  ${typeof each === 'string' ? each : [each.start, each.due].filter((day) => day !== undefined).join(' … ')}`,
    );
  for (const issue of issues) voice.complain(`  ${describeDeadlineIssue(issue, language)}`);
  return failed ? 1 : 0;
}
