import type { ByteSource } from '../byte-source.js';
import type { CellArea } from '../sheet.js';
import { attribute, scanXml } from '../xml/xml-scanner.js';
import type { ZipEntry } from '../zip/zip-directory.js';
import { utf8Pieces } from '../zip/zip-part.js';
import { areaOf } from './cell-area.js';

/**
 * Cells of a sheet part that are shown as one. They stand behind the rows, so the part is read to there once more.
 *
 * @throws {FileError}
 */
export async function mergedCells(source: ByteSource, entry: ZipEntry): Promise<readonly CellArea[]> {
  // Names of elements and addresses are ASCII in any case.
  const latin = new TextDecoder('latin1');
  let behind: string | undefined;
  let text = '';
  for await (const piece of utf8Pieces(source, entry)) {
    text += latin.decode(piece, { stream: true });
    if (behind === undefined) {
      const end = ROWS_END.exec(text);
      if (end === null) text = text.slice(-LONGEST_TAG);
      else {
        behind = '';
        text = text.slice(end.index + end[0].length);
      }
    }
    if (behind === undefined) continue;
    behind += text;
    text = '';
    const isDone = AREAS_END.test(behind.slice(-(piece.length + LONGEST_TAG)));
    if (isDone || behind.length > MOST_BEHIND) break;
  }
  const areas: CellArea[] = [];
  scanXml(behind ?? '', {
    open(name, attributes) {
      if (name !== 'mergeCell') return;
      const area = areaOf(attribute(attributes, 'ref') ?? '');
      if (area !== undefined) areas.push(area);
    },
  });
  return areas;
}

const ROWS_END = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;
const AREAS_END = /<\/(?:\w+:)?(?:mergeCells|worksheet)\s*>/;
const LONGEST_TAG = 200;
/** Characters; a sheet with more behind its rows than that says nothing of merged cells. */
const MOST_BEHIND = 8_000_000;
