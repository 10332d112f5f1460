/**
 * A road map («дорожная карта») as data that still prints as the table it was.
 *
 * Text of cells is kept to the letter beside what was understood of it. What is printed as a number is not the
 * identity of a row: ids are. Everything that changes while the plan is carried out stands in {@link PlanRecord}.
 *
 * @module
 */

import type { Deadline } from '../calendar/deadline.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { JsonValue } from '../foundation/json-value.js';
import type {
  ActivityKind,
  Audience,
  Horizon,
  OriginKind,
  PlanField,
  PlanKind,
  PlanLevel,
  StampKind,
} from './codelists.js';
import type { PlanRecord } from './plan-record.js';
import type { Quantity } from './quantity.js';

/** The newest version of the document that this program writes. */
export const ROAD_MAP_VERSION = 1;

/** The whole document, `plan.json`. */
export interface RoadMap {
  readonly schema: 'orientir.road-map';
  readonly version: typeof ROAD_MAP_VERSION;
  readonly id: string;
  readonly kind: PlanKind;
  readonly title: string;
  readonly level?: PlanLevel;
  readonly region?: string;
  readonly municipality?: string;
  /** Id of the school. */
  readonly school?: string;
  readonly schoolYear?: SchoolYear;
  readonly legalBasis?: readonly LegalBasis[];
  readonly origins?: readonly Origin[];
  readonly problems?: readonly PlanProblem[];
  readonly goals?: readonly Goal[];
  /** Parents before children, in the order of the document. */
  readonly sections: readonly Section[];
  /** In the order of the document. */
  readonly measures: readonly Measure[];
  /** Columns of the table as it was and will be printed. */
  readonly columns?: readonly PlanColumn[];
  readonly stamps?: readonly Stamp[];
  /** Short names that the document defines, «далее — …». */
  readonly aliases?: readonly Alias[];
  /** National and regional projects that measures refer to. */
  readonly projects?: readonly ProjectReference[];
  readonly decisions?: readonly Decision[];
  /** How much of what is due to each school at least. */
  readonly minimums?: readonly ActivityMinimum[];
  readonly resources?: readonly PlanResource[];
  /** Findings that get no measure, and why. */
  readonly waivers?: readonly Waiver[];
  /** Plans of the schools of this programme. */
  readonly children?: readonly ChildPlan[];
  /** Schools that the programme is about. */
  readonly cohort?: Cohort;
  readonly record?: PlanRecord;
  /** Whatever another program needs; its keys begin with a name of that program. Never read by us, always kept. */
  readonly extensions?: Readonly<Record<string, JsonValue>>;
}

/** A letter, order or law that the plan rests on. */
export interface LegalBasis {
  readonly raw: string;
  readonly date?: LocalDate;
  readonly number?: string;
}

/** The interview or meeting out of which the plan came. */
export interface Origin {
  readonly kind: OriginKind;
  readonly title?: string;
  readonly start?: LocalDate;
  readonly end?: LocalDate;
}

/** A problem that measures answer. */
export interface PlanProblem {
  readonly id: string;
  readonly text: string;
}

export interface Goal {
  readonly id: string;
  readonly text: string;
  readonly horizon?: Horizon;
  readonly tasks?: readonly Task[];
}

export interface Task {
  readonly id: string;
  readonly text: string;
  /** Ids of problems. */
  readonly problems?: readonly string[];
}

/** A heading inside the table: level of addressees, or direction of work. */
export interface Section {
  readonly id: string;
  /** As printed: `1.2.`, `II`. */
  readonly number?: string;
  readonly title: string;
  /** Id of the section around it. */
  readonly parent?: string;
  /** Whose work it is about, where the heading says so. */
  readonly addressee?: PlanLevel;
  /** Direction of work, for a heading that names one beside the addressee. */
  readonly direction?: string;
}

/** A row of the plan. */
export interface Measure {
  readonly id: string;
  /** As printed. */
  readonly number?: string;
  /** What is to be done. */
  readonly text: string;
  /** Id of the innermost section. */
  readonly section?: string;
  /** Titles of its sections from the outermost, for people and for programs that do not follow ids. */
  readonly sectionPath: readonly string[];
  /** Id of the measure that an unnumbered row belongs to. */
  readonly parent?: string;
  readonly recommendation?: string;
  readonly situation?: string;
  readonly solution?: string;
  readonly deadline: Deadline;
  /** Each party by itself; one whole text where it could not be taken apart. */
  readonly responsible: readonly string[];
  readonly result?: string;
  readonly risks?: string;
  readonly place?: string;
  readonly indicators?: readonly Indicator[];
  /** Amounts that the text promises. */
  readonly quantities?: readonly Quantity[];
  readonly audience?: readonly Audience[];
  readonly basis?: string;
  readonly activity?: ActivityKind;
  /** Ids of the findings that it answers. */
  readonly findings?: readonly string[];
  /** Ids of the measures that it helps to carry out: a meeting that settles who does them. */
  readonly supports?: readonly string[];
  /** Why it is there, in words. */
  readonly reason?: string;
  /** Ids of problems and tasks. */
  readonly problems?: readonly string[];
  readonly tasks?: readonly string[];
  /** Id of a project. */
  readonly project?: string;
  readonly provenance?: Provenance;
}

/** Where a row was read, with the text of its cells to the letter. */
export interface Provenance {
  readonly file: string;
  /** From 1 among the tables of the file; absent for a list outside tables. */
  readonly table?: number;
  readonly sheet?: string;
  /** From 1, of the table or sheet; of the paragraphs for a list. */
  readonly row: number;
  readonly cells?: readonly SourceCell[];
}

export interface SourceCell {
  /** From 1. */
  readonly column: number;
  /** What the cell was taken for; absent = its header is not known. */
  readonly field?: PlanField;
  readonly header?: string;
  readonly text: string;
}

/** What shows whether a measure helped. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  /** Of baseline, target and values: a share 0..1, points, or a count. */
  readonly unit: 'share' | 'points' | 'count';
  readonly baseline?: IndicatorValue;
  readonly target?: IndicatorTarget;
  readonly checkpoints?: readonly Checkpoint[];
  /** The figure of our tables that fills it. */
  readonly figure?: FigureReference;
  /** Source text, where it was written by people. */
  readonly raw?: string;
}

export interface IndicatorValue {
  readonly value: number;
  readonly n?: number;
  /** 95 % interval in the unit of the value. */
  readonly low?: number;
  readonly high?: number;
  readonly date?: LocalDate;
  /** The assessment or document it comes from. */
  readonly source?: string;
}

export interface IndicatorTarget {
  readonly comparator: 'atLeast' | 'atMost' | 'exactly';
  readonly value: number;
  /** Whether the value is the aim itself, or what the baseline is to grow by: in parts of itself, or in points. */
  readonly of: 'value' | 'relativeChange' | 'pointChange';
  readonly date?: LocalDate;
}

export interface Checkpoint {
  readonly name: string;
  readonly date?: LocalDate;
  readonly expected?: number;
}

/** A figure of the open tables. */
export interface FigureReference {
  readonly table: string;
  readonly assessment: string;
  readonly level: string;
  readonly unit: string;
  readonly item?: string;
  readonly figure: string;
}

export interface PlanColumn {
  readonly header: string;
  readonly field?: PlanField;
}

/** «УТВЕРЖДАЮ …»; what is blank on paper is absent here. */
export interface Stamp {
  readonly kind: StampKind;
  readonly position?: string;
  readonly organisation?: string;
  readonly name?: string;
  readonly date?: LocalDate;
  /** Order or minutes. */
  readonly document?: string;
  readonly raw?: string;
}

export interface Alias {
  readonly short: string;
  readonly full: string;
}

export interface ProjectReference {
  readonly id: string;
  readonly title: string;
}

/** A decision of the management and the figures that it rests on. */
export interface Decision {
  readonly id: string;
  readonly text: string;
  readonly date?: LocalDate;
  readonly by?: string;
  readonly evidence: readonly FigureReference[];
  readonly findings?: readonly string[];
}

export interface ActivityMinimum {
  readonly activity: ActivityKind;
  readonly perSchool: number;
}

/** A place, course, collection or event that measures use. */
export interface PlanResource {
  readonly id: string;
  readonly title: string;
  readonly kind: 'centre' | 'community' | 'course' | 'material' | 'event';
  readonly date?: LocalDate;
  readonly href?: string;
}

export interface Waiver {
  readonly finding: string;
  readonly reason: string;
  readonly by?: string;
  readonly date?: LocalDate;
}

export interface ChildPlan {
  /** Id of the school's plan, where there is one. */
  readonly plan?: string;
  readonly school: string;
  readonly kind?: PlanKind;
}

export interface Cohort {
  readonly schools: readonly string[];
  readonly founder?: string;
}
