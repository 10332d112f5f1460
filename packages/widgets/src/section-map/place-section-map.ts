/**
 * From data to places: a row for each unit, a cell for each section with the shape of its verdict and the solve rate.
 *
 * @module
 */
import { isHidden } from '../chart/chart-words.js';
import { fitText, textWidth, wrapText } from '../chart/fit-text.js';
import type { Shape } from '../chart/shapes.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import type { SectionMapCell, SectionMapData, SectionMapRow } from './section-map-data.js';

/** `unit` (as in the data), `evidence` (where help is needed most), or the evidence in the section of this id. */
export type SectionMapOrder = 'unit' | 'evidence' | string;

/** What a cell shows. */
export type CellState = 'green' | 'yellow' | 'red' | 'undetermined' | 'folded' | 'hidden' | 'missing';

export const CELL_STATES: Readonly<Record<CellState, { readonly shape: Shape; readonly role: string }>> = {
  green: { shape: 'circle', role: 'green' },
  yellow: { shape: 'half', role: 'yellow' },
  red: { shape: 'down', role: 'red' },
  undetermined: { shape: 'ring', role: 'none' },
  folded: { shape: 'equal', role: 'none' },
  hidden: { shape: 'hatch', role: 'none' },
  missing: { shape: 'dash', role: 'none' },
};

export interface PlaceSectionMapOptions {
  readonly width: number;
  readonly fontSize: number;
  /** Rows in the order of the drawing. */
  readonly units: readonly SectionMapRow[];
  /** Words above the columns, in the order of the sections. */
  readonly heads: readonly string[];
  /** Words at the left of a row. */
  readonly row: (unit: SectionMapRow) => string;
  readonly percent: (share: number) => string;
  /** A word for a state, where there is room. */
  readonly state: (state: CellState) => string;
  readonly current?: string;
}

export interface PlacedSectionMap extends PlacedChart {
  /** Whether the columns have numbers for names. */
  readonly isNumbered: boolean;
}

/** Id of a cell for cursor and events. */
export function cellId(unit: SectionMapRow, section: { readonly id: string }): string {
  return `${unit.id}|${section.id}`;
}

export function stateOf(cell: SectionMapCell): CellState {
  if (cell.share === undefined) return isHidden(cell) ? 'hidden' : 'missing';
  return cell.verdict !== undefined && Object.hasOwn(CELL_STATES, cell.verdict)
    ? cell.verdict
    : 'undetermined';
}

/** Rows by evidence: the probability of a rate below the corridor times the pupils concerned; ties as in the data. */
export function orderUnits(data: SectionMapData, order: SectionMapOrder): readonly SectionMapRow[] {
  if (order === 'unit') return data.units;
  const at = data.sections.findIndex(({ id }) => id === order);
  const of = (cell: SectionMapCell | undefined) =>
    cell?.share === undefined || cell.verdict === 'folded' ? 0 : (cell.probability ?? 0) * cell.n;
  const evidence = ({ cells }: SectionMapRow) =>
    at >= 0 ? of(cells[at]) : cells.reduce((most, cell) => Math.max(most, of(cell)), 0);
  return [...data.units].sort((one, other) => evidence(other) - evidence(one));
}

export function placeSectionMap(
  { sections }: SectionMapData,
  options: PlaceSectionMapOptions,
): PlacedSectionMap {
  const { fontSize, units, heads } = options;
  const isNarrow = options.width < fontSize * 42;
  const names = units.map(options.row);
  const longest = Math.max(0, ...names.map((name) => textWidth(name, fontSize))) + fontSize;
  const left = isNarrow ? 0 : Math.min(longest, options.width * 0.34);
  const cellWidth = Math.max(fontSize * 2, (options.width - left) / Math.max(1, sections.length));
  const width = Math.max(options.width, left + cellWidth * sections.length);
  const hasWords = cellWidth >= fontSize * 9.5;
  const isBeside = cellWidth >= fontSize * 4.6;
  const small = fontSize * 0.86;
  const wrapped = heads.map((head) => wrapText(head, cellWidth - fontSize * 0.5, small, 3));
  const isNumbered = wrapped.some((lines) => lines === undefined);
  const headLines = isNumbered ? 1 : Math.max(1, ...wrapped.map((lines) => lines?.length ?? 1));
  const top = headLines * fontSize * 1.15 + fontSize * 0.6;
  const nameHeight = isNarrow ? fontSize * 1.6 : 0;
  const cellHeight = hasWords || !isBeside ? fontSize * 2.7 : fontSize * 1.9;
  const rowHeight = nameHeight + cellHeight + (isNarrow ? fontSize * 0.5 : 2);
  const marks: Mark[] = [];
  heads.forEach((_, column) => {
    const lines = isNumbered ? [String(column + 1)] : (wrapped[column] ?? []);
    lines.forEach((text, line) => {
      const y = top - fontSize * 0.6 - (lines.length - 1 - line) * fontSize * 1.15;
      marks.push({
        kind: 'text',
        x: left + (column + 0.5) * cellWidth,
        y,
        text,
        anchor: 'middle',
        role: 'tick small',
      });
    });
  });
  units.forEach((unit, row) => {
    const y = top + row * rowHeight;
    marks.push({
      kind: 'text',
      x: isNarrow ? 0 : left - fontSize * 0.7,
      y: isNarrow ? y + fontSize * 1.2 : y + cellHeight / 2 + fontSize * 0.35,
      text: fitText(names[row] ?? '', isNarrow ? options.width : left - fontSize, fontSize),
      anchor: isNarrow ? 'start' : 'end',
      role: 'label',
    });
    sections.forEach((section, column) => {
      const cell = unit.cells[column];
      if (cell === undefined) return;
      const box = {
        x: left + column * cellWidth + 1,
        y: y + nameHeight,
        width: cellWidth - 2,
        height: cellHeight,
      };
      const state = stateOf(cell);
      const { shape, role } = CELL_STATES[state];
      marks.push({ kind: 'rect', ...box, role: `cell ${role}` });
      const value = cell.share === undefined ? '' : options.percent(cell.share);
      marks.push(
        ...placeCell(box, {
          shape,
          role,
          value,
          word: hasWords ? options.state(state) : '',
          isBeside,
          fontSize,
        }),
      );
      if (options.current === cellId(unit, section)) marks.push({ kind: 'rect', ...box, role: 'cursor' });
    });
  });
  return { width, height: top + units.length * rowHeight, marks, isNumbered };
}

interface CellWords {
  readonly shape: Shape;
  readonly role: string;
  readonly value: string;
  readonly word: string;
  readonly isBeside: boolean;
  readonly fontSize: number;
}

function placeCell(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { shape, role, value, word, isBeside, fontSize }: CellWords,
): readonly Mark[] {
  const centre = box.x + box.width / 2;
  const line = isBeside ? box.y + (word === '' ? box.height / 2 : fontSize * 0.9) : box.y + fontSize * 0.8;
  const r = fontSize * 0.36;
  const marks: Mark[] = [
    ...shapeMarks(shape, isBeside && value !== '' ? centre - fontSize * 1.15 : centre, line, r, role),
  ];
  if (value !== '')
    marks.push({
      kind: 'text',
      x: isBeside ? centre + fontSize * 0.55 : centre,
      y: isBeside ? line + fontSize * 0.35 : box.y + fontSize * 2.2,
      text: value,
      anchor: 'middle',
      role: 'value',
    });
  if (word !== '')
    marks.push({
      kind: 'text',
      x: centre,
      y: box.y + fontSize * 2.3,
      text: word,
      anchor: 'middle',
      role: 'tick small',
    });
  return marks;
}
