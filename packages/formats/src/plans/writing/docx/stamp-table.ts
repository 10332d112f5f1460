import type { Language } from '@orientir/core/foundation';
import type { RoadMap, Stamp } from '@orientir/core/road-map';
import { stampLines } from '../stamp-lines.js';
import { cell, paragraph } from './wordprocessing.js';

/**
 * Stamps above the title in two columns without lines: approval on the right, all others on the left, one below the
 * other. Empty for a plan without stamps.
 */
export function stampTable({ stamps = [] }: RoadMap, language: Language, width: number): string {
  if (stamps.length === 0) return '';
  const right = stamps.filter(({ kind }) => kind === 'approved');
  const left = stamps.filter(({ kind }) => kind !== 'approved');
  const side = Math.floor(width * 0.36);
  const middle = width - 2 * side;
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const cells = [
      cell(stampText(left[i], language), side),
      cell(paragraph('', 'PlanStamp'), middle),
      cell(stampText(right[i], language), side),
    ];
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  const grid = [side, middle, side].map((each) => `<w:gridCol w:w="${each}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function stampText(stamp: Stamp | undefined, language: Language): string {
  if (stamp === undefined) return paragraph('', 'PlanStamp');
  const lines = stampLines(stamp, language);
  return lines
    .map((line, i) => paragraph(line, i === 0 ? 'PlanStampHead' : 'PlanStamp'))
    .concat(paragraph('', 'PlanStamp'))
    .join('');
}
