import type { CellArea } from '../../sheet.js';
import { areaOf } from '../../xlsx/cell-area.js';
import { attribute, scanXml } from '../../xml/xml-scanner.js';

/** What a sheet says beside the values of its cells. */
export interface SheetLayout {
  /** By first row, then by first column. */
  readonly merged: readonly CellArea[];
  /** Ids of relationships by place. */
  readonly links: ReadonlyMap<number, string>;
  /** Numbers of styles by place; 0 where there is none. */
  readonly styles: ReadonlyMap<number, number>;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** A cell as one number. */
export function placeOf(row: number, column: number): number {
  return row * 16_384 + column;
}

/** @throws {FileError} */
export function sheetLayout(xml: string): SheetLayout {
  const merged: CellArea[] = [];
  const links = new Map<number, string>();
  const styles = new Map<number, number>();
  let hiddenRows = 0;
  let hiddenColumns = 0;
  let row = -1;
  let column = -1;
  scanXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const given = Number(attribute(attributes, 'r') ?? 0);
          row = given > 0 ? given - 1 : row + 1;
          column = -1;
          if (isHidden(attributes)) hiddenRows++;
          break;
        }
        case 'c': {
          const area = areaOf(attribute(attributes, 'r') ?? '');
          column = area?.firstColumn ?? column + 1;
          const style = Number(attribute(attributes, 's') ?? 0);
          if (style > 0 && row >= 0) styles.set(placeOf(row, column), style);
          break;
        }
        case 'col':
          if (isHidden(attributes)) hiddenColumns++;
          break;
        case 'mergeCell': {
          const area = areaOf(attribute(attributes, 'ref') ?? '');
          if (area !== undefined) merged.push(area);
          break;
        }
        case 'hyperlink': {
          const area = areaOf(attribute(attributes, 'ref') ?? '');
          const id = attribute(attributes, 'id');
          if (area !== undefined && id !== undefined) links.set(placeOf(area.firstRow, area.firstColumn), id);
          break;
        }
      }
    },
  });
  merged.sort((one, other) => one.firstRow - other.firstRow || one.firstColumn - other.firstColumn);
  return { merged, links, styles, hiddenRows, hiddenColumns };
}

export const NO_LAYOUT: SheetLayout = {
  merged: [],
  links: new Map(),
  styles: new Map(),
  hiddenRows: 0,
  hiddenColumns: 0,
};

function isHidden(attributes: string): boolean {
  return /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
}
