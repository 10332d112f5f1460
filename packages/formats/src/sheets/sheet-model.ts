import type { Language } from '@orientir/core/foundation';

/** One page about a school or a subject: plain texts, ready to be written. */
export interface SheetModel {
  readonly language: Language;
  /** For the name of a file: without characters that file systems refuse. */
  readonly name: string;
  readonly title: string;
  /** Who, what, when, how many. */
  readonly facts: string;
  /** What went well, what needs help, what is uncertain. */
  readonly sentences: readonly string[];
  readonly table?: SheetTable;
  readonly discuss: SheetList;
  readonly next: SheetList;
  /** What the figures can and cannot say, and what the rules rest on. */
  readonly notes: readonly string[];
  /** On the foot of the page. */
  readonly foot: string;
}

export interface SheetList {
  readonly heading: string;
  readonly items: readonly string[];
}

export interface SheetTable {
  readonly heading: string;
  readonly columns: readonly { readonly header: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** What was left out, and what a dash means. */
  readonly notes: readonly string[];
}
