/**
 * Every text that a published plan would show, with its place.
 *
 * @module
 */
import { isRecord } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { printedColumns } from '../writing/plan-columns.js';

/** Where a text stands in a plan. */
export interface PlanTextPlace {
  /** Printed number of the measure, otherwise its id; absent outside measures. */
  readonly measure?: string;
  /** Field of the measure; otherwise the header of its column; outside measures the path in the JSON. */
  readonly field: string;
}

export interface PublishedText extends PlanTextPlace {
  readonly text: string;
}

/**
 * Texts of the whole document, field by field, and the cells of columns that no field stands for. Hashes and the other
 * traces of where a measure was read are left out, as they are not published.
 */
export function publishedTexts(plan: RoadMap): readonly PublishedText[] {
  const { measures, record, ...content } = plan;
  const found: PublishedText[] = [];
  const walk = (value: unknown, place: PlanTextPlace): void => {
    if (typeof value === 'string') found.push({ ...place, text: value });
    else if (Array.isArray(value)) for (const each of value) walk(each, place);
    else if (isRecord(value))
      for (const [key, of] of Object.entries(value)) {
        if (NOT_TEXTS.has(key)) continue;
        walk(of, place.measure === undefined ? { field: joined(place.field, key) } : place);
      }
  };
  walk(content, { field: '' });
  walk(record, { field: 'record' });
  const own = printedColumns(plan, { language: 'ru', marks: new Map(), complete: true }).filter(
    ({ field }) => field === undefined,
  );
  for (const measure of measures) {
    const name = measure.number?.trim() || measure.id;
    for (const [field, value] of Object.entries(measure))
      if (!NOT_TEXTS.has(field)) walk(value, { measure: name, field });
    for (const { header, textOf } of own) walk(textOf(measure), { measure: name, field: header });
  }
  return found.filter(({ text }) => text !== '');
}

const NOT_TEXTS: ReadonlySet<string> = new Set(['hash', 'provenance', 'findings', 'finding']);

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
