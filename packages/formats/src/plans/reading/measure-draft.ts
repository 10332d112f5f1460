/**
 * A measure while its rows are read.
 *
 * @module
 */

import type { LocalDate } from '@orientir/core/calendar';
import type { SourceCell } from '@orientir/core/road-map';
import type { ColumnRole } from './header-synonyms.js';
import type { PlanPlace } from './plan-issue.js';
import { endsOpen, joinPieces } from './sentence-shape.js';

export interface MeasureDraft {
  id?: string;
  number?: string;
  /** Id of its section. */
  section?: string;
  /** The measure that an unnumbered row belongs to. */
  parent?: MeasureDraft;
  /** Id of that measure, where the document says it. */
  parentId?: string;
  readonly values: Map<ColumnRole, string>;
  readonly source: SourceCell[];
  readonly place: PlanPlace;
  /** Columns of its fields, for places of issues. */
  readonly columns: Map<ColumnRole, string>;
  deadlineDate?: LocalDate;
  typed?: { readonly kind: string; readonly start?: string; readonly end?: string };
  /** Whether its indicators have a column of their own. */
  indicatorColumn: boolean;
  /** Whether the document says itself where its parts begin: each line of the responsible is a party. */
  exact: boolean;
  /** Whom a list of instructions addresses. */
  addressee?: string;
  rows: number;
}

/** What is to be done: the text, or what stands for it. */
export function textOf({ values }: MeasureDraft): string {
  for (const role of ['text', 'recommendation', 'solution'] as const) {
    const text = values.get(role)?.trim();
    if (text !== undefined && text !== '') return text;
  }
  return '';
}

/** Takes in the row with which a measure goes on. */
export function goOn(
  draft: MeasureDraft,
  values: ReadonlyMap<ColumnRole, string>,
  source: readonly SourceCell[],
): void {
  for (const [role, text] of values) {
    const before = draft.values.get(role);
    if (role === 'section' || role === 'id' || before === text) continue;
    draft.values.set(role, before === undefined ? text : joined(role, before, text));
  }
  draft.source.push(...source);
  draft.rows++;
}

function joined(role: ColumnRole, before: string, text: string): string {
  if (role !== 'responsible' || /[«,;-]/u.test(before.slice(-1)) || endsOpen(before) || /^\p{Ll}/u.test(text))
    return joinPieces(before, text);
  const open = (before.match(/«/gu) ?? []).length > (before.match(/»/gu) ?? []).length;
  return open ? joinPieces(before, text) : `${before}\n${text}`;
}
