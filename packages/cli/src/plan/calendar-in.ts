import type { SchoolCalendar } from '@orientir/core/calendar';
import { describeCalendarProblem } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import { parseSchoolCalendar } from '@orientir/core/schema';
import type { Voice } from '../voice.js';
import { readJson, refused } from './plan-files.js';
import { planTextsOf } from './plan-texts.js';

/** A school's own calendar (`--calendar`) as options of whatever counts days; without one there is nothing to give. */
export interface OwnCalendar {
  readonly given: { readonly calendars?: readonly SchoolCalendar[] };
  /** Says that the calendar has no say, where it is of none of the school years. */
  readonly checkYears: (schoolYears: readonly (string | undefined)[]) => void;
}

/** Reads the file, where one is named, and says what is odd in it. @throws {InputMissing} {NoPlan} */
export async function calendarIn(
  path: string | undefined,
  { voice, language }: { readonly voice: Voice; readonly language: Language },
): Promise<OwnCalendar> {
  if (path === undefined) return { given: {}, checkYears: () => {} };
  const texts = planTextsOf(language);
  const parsed = parseSchoolCalendar(await readJson(path, language));
  if (parsed.kind === 'refused') throw refused(path, parsed.problems, language);
  for (const remark of parsed.remarks)
    voice.complain(texts.notRead(path, describeCalendarProblem(remark, language)));
  const { calendar } = parsed;
  return {
    given: { calendars: [calendar] },
    checkYears: (schoolYears) => {
      const years = [...new Set(schoolYears.filter((year) => year !== undefined))];
      if (years.length > 0 && !years.includes(calendar.schoolYear))
        voice.complain(texts.calendarOfOtherYear(path, calendar.schoolYear, years));
    },
  };
}
