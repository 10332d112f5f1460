import type { Figure } from '../foundation/figure.js';

/** A school as far as partners are concerned. */
export interface PartnerSchool {
  readonly school: string;
  /** Kind of school: partners are of one kind (level and type, small rural schools apart). */
  readonly stratum: string;
  readonly municipality?: string;
  /** Conditions, never results, by variable; a variable that is not there is not known, and never guessed. */
  readonly conditions: ReadonlyMap<string, number>;
  /** Results above what schools of such conditions have, drawn towards 0 (`contextOf`), in standard deviations of pupils. */
  readonly difference: Figure;
  /** Looks for a partner: a school with low results. */
  readonly seeks: boolean;
  /** A result of the school looks doubtful, whatever the sign: no such school is offered as a model. */
  readonly flagged: boolean;
  /** Topics in which its pupils do well, and badly. */
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  /** Degrees; absent = not known. */
  readonly place?: { readonly latitude: number; readonly longitude: number };
}

/**
 * Kilometres as the crow flies, whole; absent where a place is not known.
 *
 * Formula: a plane tangent at the mean latitude, 6371 km; good to a percent within a region.
 */
export function kilometresBetween(one: PartnerSchool, other: PartnerSchool): number | undefined {
  if (one.place === undefined || other.place === undefined) return undefined;
  const radians = Math.PI / 180;
  const middle = ((one.place.latitude + other.place.latitude) / 2) * radians;
  const north = (one.place.latitude - other.place.latitude) * radians;
  const east = (one.place.longitude - other.place.longitude) * radians * Math.cos(middle);
  return Math.round(EARTH * Math.hypot(north, east));
}

const EARTH = 6371;
