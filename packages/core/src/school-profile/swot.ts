/**
 * Strengths, weaknesses, opportunities and threats of a school («SWOT-анализ»), in its own words.
 *
 * @module
 */

export const SWOT_KINDS = ['strength', 'weakness', 'opportunity', 'threat'] as const;
export type SwotKind = (typeof SWOT_KINDS)[number];

/** What an entry may be about besides a risk factor: results of pupils, or the conditions in which the school works. */
export const SWOT_TOPICS = ['results', 'conditions'] as const;

export interface SwotEntry {
  readonly school: string;
  readonly kind: SwotKind;
  readonly text: string;
  /** Id of a risk factor, or one of {@link SWOT_TOPICS}; absent = nothing that can be compared. */
  readonly about?: string;
}

/** Kinds without an entry: the analysis is complete when there is none. */
export function emptySwotKinds(entries: readonly SwotEntry[]): readonly SwotKind[] {
  return SWOT_KINDS.filter((kind) => !entries.some((entry) => entry.kind === kind));
}
