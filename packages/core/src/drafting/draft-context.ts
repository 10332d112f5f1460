import type { Finding } from '../analysis/analysis.js';
import type { Assessment } from '../assessment/assessment.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { Language } from '../foundation/issue.js';
import type { PlanLevel } from '../road-map/codelists.js';
import type { FigureOf } from './draft-figures.js';
import type { DraftWords } from './draft-words.js';
import type { SupportPlanned } from './support-measures.js';

/** What a draft is made of. */
export interface DraftOptions {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly assessments: readonly Assessment[];
  readonly figureOf: FigureOf;
  /** Whose plan: only findings about this unit are answered. Absent = everybody in the input. */
  readonly unit?: { readonly level: PlanLevel; readonly unit: string };
  /** Name of a unit for people. @defaultValue the unit itself */
  readonly nameOf?: (level: string, unit: string) => string;
  /** @defaultValue the year after the newest results */
  readonly schoolYear?: SchoolYear;
  /** The school's own calendars: half-years and lessons end by them. */
  readonly calendars?: readonly SchoolCalendar[];
  /** A plan of support for teachers: it becomes measures too. */
  readonly support?: SupportPlanned;
  readonly language: Language;
}

/** The same with everything settled that may be left out. */
export interface DraftContext extends DraftOptions {
  readonly words: DraftWords;
  readonly year: SchoolYear;
  readonly name: (level: string, unit: string) => string;
  /** Name of a work among those of the input. */
  readonly titleOf: (assessment: Assessment) => string;
}
