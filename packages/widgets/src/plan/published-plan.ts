/**
 * A plan as a page shows it: what its table says, cell by cell, and the codes and days that stand in `data-*` beside the words.
 *
 * @module
 */

export interface PublishedPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly PublishedColumn[];
  /** Parents before children. */
  readonly sections: readonly PublishedSection[];
  readonly measures: readonly PublishedMeasure[];
  /** Hash of the content, `sha256:…`. */
  readonly hash: string | undefined;
  /** Day up to which marks are counted. */
  readonly asOf: string | undefined;
  readonly approvedOn: string | undefined;
  /** Hash of the content that was approved. */
  readonly approved: string | undefined;
}

export interface PublishedColumn {
  readonly header: string;
  /** Code of `planField`; absent for a column of the school's own. */
  readonly field: string | undefined;
}

export interface PublishedSection {
  readonly id: string;
  /** Number and title. */
  readonly text: string;
  readonly parent: string | undefined;
}

export interface PublishedMeasure {
  readonly id: string;
  /** Id of the innermost section. */
  readonly section: string | undefined;
  /** Text of each column. */
  readonly cells: readonly string[];
  /** Kind of the deadline; absent where the table does not say. */
  readonly kind: string | undefined;
  /** Days `YYYY-MM-DD`. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** Days on which a recurring deadline falls due, in their order. */
  readonly days: readonly Days[];
  readonly responsible: readonly string[];
  readonly audience: readonly string[];
  /** Code of `measureStatus`. */
  readonly status: string | undefined;
  /** Day of the mark. */
  readonly date: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** A day or a stretch of days, both ends included. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

export interface Evidence {
  readonly title: string;
  readonly href: string | undefined;
}
