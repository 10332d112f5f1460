/** Which schools the table shows, and in which order. @module */
import { compareNatural } from '@orientir/core/foundation';
import type { RiskClass } from '@orientir/core/risk';
import type { RiskSchool } from './risk-data.js';

export type RiskColumn = 'school' | 'class' | 'probability' | 'rule' | 'share' | 'works' | 'exit';

/** Works are many: no order of theirs would mean anything. */
export type SortedColumn = Exclude<RiskColumn, 'works'>;

export interface RiskOrder {
  readonly by: SortedColumn;
  readonly descending: boolean;
}

/** In the order in which they ask for attention. */
export const CLASSES: readonly RiskClass[] = ['low', 'undetermined', 'not-low', 'too-few'];

export interface RiskFilter {
  /** Words that all have to stand in the name, the id or the works that triggered. */
  readonly query: string;
  /** Absent: all. */
  readonly class?: RiskClass;
}

/** The schools that a filter lets through. */
export function filterRisk(
  schools: readonly RiskSchool[],
  { query, class: wanted }: RiskFilter,
  textOf: (school: RiskSchool) => string,
): readonly RiskSchool[] {
  const parts = plain(query).split(' ');
  return schools.filter((school) => {
    if (wanted !== undefined && school.class !== wanted) return false;
    const text = plain(textOf(school));
    return parts.every((part) => text.includes(part));
  });
}

/** Which way a column is sorted at first: large figures first, words and distances from the beginning. */
export function firstOrder(by: SortedColumn): RiskOrder {
  return { by, descending: by === 'probability' || by === 'share' };
}

/** In order; schools with the same figure by name, and those without one last both ways. */
export function sortRisk(
  schools: readonly RiskSchool[],
  { by, descending }: RiskOrder,
): readonly RiskSchool[] {
  const sign = descending ? -1 : 1;
  return [...schools].sort((one, other) => {
    const byName = compareNatural(one.name, other.name);
    if (by === 'school') return sign * byName;
    const [a, b] = [sortValue(one, by), sortValue(other, by)];
    if (a === b) return byName;
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return sign * (a - b);
  });
}

function sortValue(school: RiskSchool, by: Exclude<SortedColumn, 'school'>): number | undefined {
  switch (by) {
    case 'class': {
      const place = CLASSES.indexOf(school.class);
      return place < 0 ? undefined : place;
    }
    case 'probability':
      return school.probability;
    case 'rule':
      return school.listed === undefined ? 1 : school.listed ? 0 : 2;
    case 'share':
      return school.share;
    case 'exit':
      return school.distanceToExit;
  }
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
