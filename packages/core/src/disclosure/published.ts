/**
 * What lies open: everything that was published together, as plain rows, and what everybody knows beside it.
 *
 * @module
 */
import type { GroupKey } from '../analysis/analysis.js';
import type { Cell } from '../analysis/table.js';

/** A table as it was read back; its columns are found by name. */
export interface PublishedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Which unit lies in which: no secret, since every school has an address. `assessment` absent = in all of them. */
export interface UnitLink extends GroupKey {
  readonly assessment?: string;
  readonly parent: GroupKey;
}

export interface Published {
  /** Tables, widget files and totals, all as rows: `widgetTables` and `summaryTable` make them of JSON. */
  readonly tables: readonly PublishedTable[];
  readonly links: readonly UnitLink[];
  /** Findings, of which only the evidence is read. */
  readonly findings?: readonly { readonly id: string; readonly evidence: readonly PublishedEvidence[] }[];
}

/** Where a finding says that its figure stands. */
export interface PublishedEvidence {
  readonly table: string;
  readonly key: string;
  readonly figure: string;
}
