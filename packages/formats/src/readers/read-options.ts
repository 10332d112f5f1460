/**
 * What reading is asked for, and what it leaves behind.
 *
 * @module
 */
import type { Assessment, ResponseBlock, StatedResult } from '@orientir/core/assessment';
import type { ReadingRecord } from '@orientir/core/foundation';
import type { Tally } from '@orientir/core/tally';
import type { SchoolRegistry } from '../schools/school-registry.js';
import type { PupilToRead } from './pupil-watch.js';

/** How far reading is: `done` of `of` files before this one, in this phase. */
export interface ReadProgress {
  readonly phase: 'looking' | 'reading';
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

export interface ReadOptions {
  /** The list of schools; one found among the files is used when none is given. */
  readonly schools?: SchoolRegistry;
  /** School of files that name none. */
  readonly school?: string;
  /** Descriptions that hold for all folders. */
  readonly assessments?: readonly Assessment[];
  /**
   * The pupils of one file, counted, once the whole file was read; also what a tally among the files holds.
   *
   * @throws {AssessmentConflict} Then the file is refused.
   */
  readonly onTally: (tally: Tally, file: string) => void;
  /**
   * For statistics of one's own: the rows of a file as they come. A file that turns out to be damaged further on is
   * refused after some of its blocks were handed over: it is in the record with all rows rejected.
   */
  readonly onBlock?: (block: ResponseBlock, file: string) => void;
  /**
   * What a report states about whole units («Статистика по отметкам» and its like), once the whole file was read. Without
   * it such reports are refused.
   */
  readonly onStated?: (results: readonly StatedResult[], file: string) => void;
  /** One pupil whose own results are handed over as well: for the school only. */
  readonly pupil?: PupilToRead;
  /** Headers of columns that pupils are compared by, besides sex; case does not matter. */
  readonly groupings?: readonly string[];
  /** First every file is looked at, then those with pupils are read. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** What reading left behind, with the list of schools that was in force. */
export interface InputsRead extends ReadingRecord {
  readonly schools: SchoolRegistry;
}
