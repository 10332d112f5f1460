import type { ItemLevel } from '@orientir/core/assessment';

/** Layouts of files with pupil rows. */
export type ResponseLayoutName =
  | 'vpr-2020'
  | 'vpr-2021'
  | 'vpr-2022'
  | 'vpr-form-2026'
  | 'vpr-form-two-parts'
  | 'vpr-individual-2026'
  | 'exam-protocol'
  | 'generic';

/** A column with the results of one item. */
export interface ItemColumn {
  readonly column: number;
  /** Canonical item code, or for generic files the header as it stands. */
  readonly code: string;
  readonly maxPoints?: number;
  readonly level?: ItemLevel;
  /** The header had been turned into a date; what it shows. */
  readonly fromDate?: string;
}

/** Columns with a meaning of their own; several only where a layout repeats one. */
export const ROLES = [
  'school',
  'schoolName',
  'municipality',
  'region',
  'groups',
  'class',
  'pupil',
  'teacher',
  'variant',
  'mark',
  'journalMark',
  'total',
] as const;
export type Role = (typeof ROLES)[number];

/** A column of the pupils that is neither their place nor a result. */
export interface GroupingColumn {
  readonly column: number;
  /** `sex`, else the header in lower case. */
  readonly name: string;
  /** As it stands, for people. */
  readonly header: string;
}

/** Where things stand in a sheet with pupil rows. */
export interface TableLayout {
  readonly name: ResponseLayoutName;
  /** Index of the header row. */
  readonly header: number;
  readonly roles: Readonly<Partial<Record<Role, readonly number[]>>>;
  readonly items: readonly ItemColumn[];
  /** Columns of items without a single cell, which were taken away. */
  readonly unused?: readonly ItemColumn[];
  /** Neither their headers nor their cells look like items: they are such only if the description of the work names them. */
  readonly doubtful: readonly ItemColumn[];
  /** Columns that pupils are compared by: sex, and those that were asked for. */
  readonly groupings: readonly GroupingColumn[];
  /** Item columns are numbered in a row and mean positions in the plan, not printed numbers. */
  readonly itemsByPosition: boolean;
  /** Columns that are neither known nor items, with their headers. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[];
  /** The name of the sheet, where that is the class and no column is. */
  readonly classOfSheet?: string;
  /** A header that tells pupils, standing there once more: another table beside this one, which is not read. */
  readonly beside?: { readonly column: number; readonly header: string };
  /** `ВПР 2026 Русский язык 4 класс`, where a title says so. */
  readonly title?: string;
}
