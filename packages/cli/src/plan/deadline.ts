import type { Deadline } from '@orientir/core/calendar';
import {
  describeDeadline,
  describeDeadlineIssue,
  formatDeadline,
  parseDeadline,
} from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import { formatDay } from '@orientir/core/foundation';
import type { ExitStatus, Voice } from '../voice.js';
import { calendarIn } from './calendar-in.js';
import type { DeadlineArguments } from './plan-arguments.js';
import { planTextsOf } from './plan-texts.js';

/** `orientir deadline`: what a phrase means. 1 when it was not understood. @throws {InputMissing} {NoPlan} */
export async function deadline(
  { text, schoolYear, calendar: file, json, language }: DeadlineArguments,
  voice: Voice,
): Promise<ExitStatus> {
  const calendar = await calendarIn(file, { voice, language });
  calendar.checkYears([schoolYear]);
  const options = { schoolYear, ...calendar.given };
  const found = describeDeadline(text, options);
  const failed = found.issues.some(({ severity }) => severity === 'error');
  if (json) {
    voice.say(JSON.stringify(found));
    return failed ? 1 : 0;
  }
  const texts = planTextsOf(language);
  voice.say(meaningOf(parseDeadline(text, options).deadline, language));
  if (found.occurrences.length > 0) voice.say(texts.dueDays(found.occurrences.length));
  for (const { start, due } of found.occurrences)
    voice.say(
      `  ${start === undefined || start === due ? '' : `${formatDay(start, language)} – `}${formatDay(due, language)}`,
    );
  for (const issue of found.issues) voice.complain(describeDeadlineIssue(issue, language));
  return failed ? 1 : 0;
}

function meaningOf(of: Deadline, language: Language): string {
  return of.kind === 'none' ? planTextsOf(language).noDeadline(of.reason) : formatDeadline(of, language);
}
