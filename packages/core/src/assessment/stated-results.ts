/**
 * Results that a report states for a whole unit («отчёты с итогами»): nobody's rows stand behind them here.
 *
 * Reports print percents. Where exactly one set of whole numbers of pupils gives the printed percents, the counts are
 * exact; elsewhere only the rounded shares are known, and `exact` says so.
 *
 * @module
 */

/** Levels of the rows of a report: «Вся выборка», region, municipality, school. */
export type StatedLevel = 'country' | 'region' | 'municipality' | 'school';

/** The marks of a work. */
export type StatedMark = 2 | 3 | 4 | 5;

/** Marks of a unit («статистика по отметкам»). */
export interface StatedMarks {
  /** Whether `counts` follow from the printed percents without doubt. */
  readonly exact: boolean;
  /** Absent when not exact. */
  readonly counts?: Readonly<Record<StatedMark, number>>;
  /** As printed, 0..1; they need not sum to 1. */
  readonly shares: Readonly<Record<StatedMark, number>>;
}

/** Marks of the work beside those of the journal; pupils without a journal mark are in none of the three. */
export interface StatedJournal {
  readonly exact: boolean;
  /** Pupils, where they are known. */
  readonly counts?: StatedJournalParts;
  readonly shares: StatedJournalParts;
}

export interface StatedJournalParts {
  readonly lowered: number;
  readonly confirmed: number;
  readonly raised: number;
}

/** Distribution of primary scores: place `i` of the lists = `i` points. */
export interface StatedScores {
  readonly exact: boolean;
  readonly counts?: readonly number[];
  readonly shares: readonly number[];
}

/** One item of a unit («выполнение заданий», «достижение планируемых результатов»). */
export interface StatedItem {
  readonly item: string;
  readonly maxPoints?: number;
  /** Points earned out of all that could be, 0..1, as printed. */
  readonly share: number;
  /** Points of all pupils together; absent when not exact. */
  readonly points?: number;
  readonly exact: boolean;
  /** What the item shows («планируемый результат»), where the report says it. */
  readonly plannedResult?: string;
}

/** One unit in one report. */
export interface StatedResult {
  /** Id of the assessment. */
  readonly assessment: string;
  readonly level: StatedLevel;
  /** A school by its id, others by name; for the whole sample `Россия`. */
  readonly unit: string;
  /** Units above it, as far as the report names them. */
  readonly region?: string;
  readonly municipality?: string;
  /** Pupils who wrote the work; absent where the report does not print them. */
  readonly n?: number;
  /** Schools. */
  readonly organisations?: number;
  readonly source: { readonly file: string; readonly sheet?: string; readonly row: number };
  readonly marks?: StatedMarks;
  readonly journal?: StatedJournal;
  readonly scores?: StatedScores;
  readonly items?: readonly StatedItem[];
}
