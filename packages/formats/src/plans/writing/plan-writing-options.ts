import type { SchoolCalendar } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';

/** What a written plan depends on beside the plan itself. */
export interface PlanWritingOptions {
  /** Of headings, codes and dates; texts of the plan stay as they are. */
  readonly language: Language;
  /** Marks on measures after this day, `YYYY-MM-DD`, are left out; absent = all marks. */
  readonly asOf?: string;
  /** The school's own calendars, for deadlines that depend on terms and breaks. */
  readonly calendars?: readonly SchoolCalendar[];
}
