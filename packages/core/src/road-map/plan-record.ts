/**
 * What happens to a plan after it was written: the record («ход реализации») beside the approved content.
 *
 * @module
 */
import type { LocalDate } from '../calendar/local-date.js';
import type { ActivityKind, MeasureStatus, PlanState, Role } from './codelists.js';
import type { IndicatorValue } from './road-map.js';

export interface PlanRecord {
  /** In the order in which they were recorded. */
  readonly events: readonly PlanEvent[];
  /** Latest state of a measure, with what came before it. */
  readonly measures?: readonly MeasureEntry[];
  readonly activities?: readonly Activity[];
  /** Values that indicators were found to have. */
  readonly values?: readonly IndicatorEntry[];
}

/** A step of the workflow. */
export interface PlanEvent {
  readonly event: PlanState;
  readonly date: LocalDate;
  readonly role?: Role;
  readonly by?: string;
  /** Who helps to finish a plan that was returned. */
  readonly consultant?: string;
  /** Until when a plan that was returned is to come again; the day counts. */
  readonly due?: LocalDate;
  readonly reason?: string;
  /** Of the content that was approved or published: {@link releaseOf}. */
  readonly hash?: string;
}

/** A mark on a measure. */
export interface MeasureEntry {
  readonly measure: string;
  readonly status: MeasureStatus;
  readonly date: LocalDate;
  readonly by?: string;
  readonly note?: string;
  readonly evidence?: readonly EvidenceLink[];
}

export interface EvidenceLink {
  readonly title: string;
  readonly href?: string;
}

/** One meeting, consultation or visit. */
export interface Activity {
  readonly kind: ActivityKind;
  readonly date: LocalDate;
  readonly title?: string;
  readonly form?: 'individual' | 'group';
  readonly mode?: 'onSite' | 'video';
  /** Ids of the schools that took part. */
  readonly schools: readonly string[];
  readonly measure?: string;
}

export interface IndicatorEntry extends IndicatorValue {
  readonly indicator: string;
  /** Name of the checkpoint. */
  readonly checkpoint?: string;
}
