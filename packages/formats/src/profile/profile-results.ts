import type { SchoolPassport } from '@orientir/core/context';
import type { Figure } from '@orientir/core/foundation';
import type { OwnTest, SchoolMarkers } from '@orientir/core/objectivity';
import type {
  AnnualCard,
  CheckpointSchedule,
  CrossChecked,
  DirectionChoice,
  DirectionTally,
  ExitState,
  MarksBeside,
  PeriodCounts,
  PeriodKey,
  RiskFact,
  RiskProfile,
  SchoolWork,
  SpecialControl,
  StageProgress,
  SwotEntry,
} from '@orientir/core/school-profile';
import type { ProfileFormName, SchoolFormName } from './profile-columns.js';

/** One work of a school for people. */
export interface ProfiledWork extends SchoolWork {
  /** As people know it. */
  readonly title: string;
  /** Share of available points of pupils with every item, 0..1. */
  readonly solveRate: Figure;
}

/** A test of objectivity with a possible marker; it needs further analysis and is no verdict. */
export interface PossibleMarker {
  /** Title of the work; empty where the test looks at several. */
  readonly work: string;
  readonly test: OwnTest;
}

/** Everything that is known of one school. */
export interface ProfiledSchool {
  readonly school: string;
  readonly name: string;
  /** Whether the list of schools, the results or a passport know it. */
  readonly isKnown: boolean;
  /** Forms in which a row of the school was refused. */
  readonly refused: ReadonlySet<SchoolFormName>;
  readonly profile: RiskProfile;
  readonly swot: readonly SwotEntry[];
  /** Absent = not filled in, or refused. */
  readonly directions?: DirectionChoice;
  readonly stages: StageProgress;
  readonly checks: readonly CrossChecked[];
  readonly card: AnnualCard;
  readonly controls: readonly { readonly control: SpecialControl; readonly state: ExitState }[];
  readonly checkpoints: readonly CheckpointSchedule[];
  readonly passport?: SchoolPassport;
  readonly works: readonly ProfiledWork[];
  readonly risks: readonly RiskFact[];
  /** Absent = objectivity was not looked at. */
  readonly markers?: readonly PossibleMarker[];
  /** Absent = the official method looks at no work of the school. */
  readonly official?: SchoolMarkers;
}

/** Attendance and marks of one period beside the works of the year. */
export interface PeriodResult {
  readonly level: 'school' | 'all';
  readonly unit: string;
  readonly key: PeriodKey;
  readonly counts: PeriodCounts;
  readonly beside: readonly MarksBeside[];
}

export interface ProfileResults {
  readonly given: ReadonlySet<ProfileFormName>;
  /** In natural order of their ids; unknown ones among them. */
  readonly schools: readonly ProfiledSchool[];
  readonly directions: DirectionTally;
  readonly periods: readonly PeriodResult[];
}
