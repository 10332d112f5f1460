import type { Language } from '@orientir/core/foundation';
import type { EvidenceLink, MeasureEntry, RoadMap } from '@orientir/core/road-map';
import { latestEntries, MEASURE_STATUSES } from '@orientir/core/road-map';
import { linkTarget } from './link-target.js';
import { shortDate } from './plan-date.js';
import type { PlanWritingOptions } from './plan-writing-options.js';

/** The latest mark on each measure, by id. */
export type MeasureMarks = ReadonlyMap<string, MeasureEntry>;

/** The marks that count on the day of the options. */
export function measureMarks(plan: RoadMap, { asOf }: PlanWritingOptions): MeasureMarks {
  return latestEntries(plan, asOf);
}

/** `выполнено, 15.10.2025`. */
export function markText({ status, date }: MeasureEntry, language: Language): string {
  return `${MEASURE_STATUSES[status][language]}, ${shortDate(date, language)}`;
}

/** Each piece of evidence on its line: its title, and after a space its address where that is a safe one. */
export function evidenceText(evidence: readonly EvidenceLink[] = []): string {
  return evidence
    .map(({ title, href }) => {
      const target = href === undefined ? undefined : linkTarget(href);
      return target === undefined ? title : `${title} ${target.replaceAll(' ', '%20')}`.trim();
    })
    .join('\n');
}
