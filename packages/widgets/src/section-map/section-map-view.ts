import type { Language } from '@orientir/core/foundation';
import { formatCount, formatNumber, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, intervalText, missingText, noteOf, pupils, subtitleOf } from '../chart/chart-words.js';
import { shapeMarks } from '../chart/shapes.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { CellState, SectionMapOrder } from './place-section-map.js';
import { CELL_STATES, cellId, orderUnits, placeSectionMap, stateOf } from './place-section-map.js';
import type { SectionMapCell, SectionMapData, SectionMapRow } from './section-map-data.js';
import { words } from './words.js';

/** The map with all its words. */
export function sectionMapView(
  data: SectionMapData,
  context: ViewContext,
  order: SectionMapOrder,
): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const units = orderUnits(data, order).slice(0, context.rows);
  const names = data.sections.map((section) => nameOf(section, language));
  const chart = placeSectionMap(data, {
    width,
    fontSize,
    units,
    heads: names,
    row: ({ name, n }) => `${name}, ${formatCount(n, language)}`,
    percent: (share) => formatNumber(share * 100, language),
    state: (state) => w.states[state],
    ...(current === undefined ? {} : { current }),
  });
  return {
    title: w.title,
    subtitle: subtitleOf(data, language),
    legend: statesOf(units).map((state) => ({
      marks: shapeMarks(CELL_STATES[state].shape, 12, 10, 6, CELL_STATES[state].role),
      text: w.states[state],
    })),
    ...(chart.isNumbered ? { numbered: names } : {}),
    choice: {
      label: chartWords[language].order,
      value: order,
      options: [
        { value: 'unit', text: w.byUnit },
        { value: 'evidence', text: w.byEvidence },
        ...data.sections.map(({ id }, i) => ({ value: id, text: w.bySection(names[i] ?? '') })),
      ],
    },
    chart,
    stops: units.flatMap((unit) => data.sections.map((section) => cellId(unit, section))),
    across: data.sections.length,
    sentence: (stop) => sentenceOf(stop, data, units, language),
    keys: w.keys,
    note: noteOf(data, language, w.meaning(data.rules)),
    table: {
      caption: `${w.title} ${subtitleOf(data, language)}`,
      name: w.title,
      columns: [column(w.unit), numbers(chartWords[language].pupils), ...names.map(column)],
      rows: units.map(({ name, n, cells }) => [
        name,
        formatCount(n, language),
        ...cells.map((cell) => cellText(cell, language)),
      ]),
    },
    ...(units.length < data.units.length
      ? { more: `${chartWords[language].more} (${units.length} / ${data.units.length})` }
      : {}),
  };
}

/** The map as HTML without script, every row of it. */
export function sectionMapHtml(
  data: SectionMapData,
  language: Language,
  { order = 'unit', width }: { readonly order?: SectionMapOrder; readonly width?: number } = {},
): string {
  return viewToHtml((context) => sectionMapView(data, context, order), language, width);
}

function nameOf({ name, skill }: SectionMapData['sections'][number], language: Language): string {
  const w = words[language];
  if (skill !== 'metasubject') return name === '' && skill === undefined ? w.whole : name || w.whole;
  return name === '' ? w.metasubject : `${name} (${w.metasubject})`;
}

function statesOf(units: readonly SectionMapRow[]): readonly CellState[] {
  const there = new Set(units.flatMap(({ cells }) => cells.map(stateOf)));
  return (Object.keys(CELL_STATES) as CellState[]).filter((state) => there.has(state));
}

function cellText(cell: SectionMapCell, language: Language): string {
  if (cell.share === undefined) return missingText(cell, language);
  const interval = intervalText(cell, language);
  const number = `${formatShare(cell.share, language)}${interval === '' ? '' : ` (${interval})`}`;
  return `${number}, ${words[language].states[stateOf(cell)]}`;
}

function sentenceOf(
  stop: string,
  { sections }: SectionMapData,
  units: readonly SectionMapRow[],
  language: Language,
): string {
  for (const unit of units) {
    const at = sections.findIndex((section) => cellId(unit, section) === stop);
    const [section, cell] = [sections[at], unit.cells[at]];
    if (section === undefined || cell === undefined) continue;
    return `${unit.name}. ${nameOf(section, language)}: ${cellText(cell, language)}; ${pupils(cell.n, language)}.`;
  }
  return '';
}
