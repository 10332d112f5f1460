import type { MissingReason } from '../../foundation/figure.js';
import type { DataNeed } from '../official-markers.js';
import type { OfficialMarker } from '../rules.js';
import type { OwnTest, UntestedReason } from '../test-column.js';

/** What people read about one test or marker. No text says that anybody did anything. */
export interface TestWords {
  readonly name: string;
  /** What was compared with what, and how. */
  readonly method: string;
  /** What else gives the same figures. */
  readonly exclusions: readonly string[];
  /** How to look further. */
  readonly check: string;
}

interface Figures {
  /** Named, as `statistics` writes it. */
  readonly statistic: string;
  readonly n: string;
  readonly p: string;
  readonly q: string | undefined;
}

/** The catalogue of one language; a missing text does not compile. */
export interface ObjectivityWords {
  readonly tests: Readonly<Record<OwnTest, TestWords>>;
  /** What the statistic of a test is, with its value: a bare number tells people nothing. */
  readonly statistics: Readonly<Record<OwnTest, (value: string) => string>>;
  readonly markers: Readonly<Record<OfficialMarker['kind'], TestWords>>;
  /** The work that a marker looks at. */
  readonly work: (marker: OfficialMarker) => string;
  /** What a marker holds against what, with both values and their unit. */
  readonly comparisons: Readonly<
    Record<OfficialMarker['kind'], (statistic: string, threshold: string) => string>
  >;
  readonly reasons: Readonly<Record<Exclude<UntestedReason, MissingReason>, string>>;
  readonly needs: Readonly<Record<DataNeed, string>>;
  readonly flagged: (name: string, figures: Figures) => string;
  readonly unflagged: (name: string, figures: Figures) => string;
  readonly marked: (name: string, comparison: string, n: string) => string;
  readonly unmarked: (name: string, comparison: string, n: string) => string;
  readonly untested: (name: string, reason: string) => string;
  readonly notComputable: (name: string, need: string) => string;
  readonly couldSee: (power: string) => string;
  readonly couldSeeLittle: (power: string) => string;
  readonly couldSeeNothing: string;
}
