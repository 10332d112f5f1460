import type { Issue } from './issue.js';

/** What was read from one input file. `rowsRead = rowsAccepted + rowsRejected`, always. */
export interface SourceFile {
  readonly file: string;
  /** Layout as recognised by the header, for example `vpr-2021`; empty when nothing was recognised. */
  readonly layout: string;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  /** Number of issues of severity *warning*. */
  readonly warnings: number;
}

/** Everything that reading left behind besides the data. */
export interface ReadingRecord {
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
}
