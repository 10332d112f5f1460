/**
 * Rows of the printed table.
 *
 * @module
 */
import type { Measure, RoadMap, Section } from '@orientir/core/road-map';
import { shownText } from './shown-text.js';

export type PlanRow =
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'measure'; readonly measure: Measure };

/**
 * Measures in their order with the headings of their sections in front of them. A section that the measures come back
 * to gets its heading again, so that no row stands under a wrong one; sections without measures keep their place.
 */
export function planRows({ sections, measures }: RoadMap): readonly PlanRow[] {
  const places = new Map(sections.map(({ id }, index) => [id, index]));
  const used = new Set(measures.map(({ section }) => section));
  const rows: PlanRow[] = [];
  const shown = new Set<number>();
  const show = (index: number): void => {
    const section = sections[index];
    if (section === undefined) return;
    shown.add(index);
    rows.push({ kind: 'section', section });
  };
  let current: number | undefined;
  let reached = 0;
  for (const measure of measures) {
    const place = measure.section === undefined ? undefined : places.get(measure.section);
    if (place !== undefined && place !== current) {
      for (; reached < place; reached++) {
        if (!shown.has(reached) && !used.has(sections[reached]?.id)) show(reached);
      }
      show(place);
      reached = Math.max(reached, place + 1);
      current = place;
    }
    rows.push({ kind: 'measure', measure });
  }
  sections.forEach((_, index) => {
    if (!shown.has(index)) show(index);
  });
  return rows;
}

/** `1.2. Заголовок` */
export function sectionText({ number, title }: Section): string {
  return shownText(number === undefined || number.trim() === '' ? title : `${number.trim()} ${title}`);
}
