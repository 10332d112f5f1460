/**
 * Sheet of `results.xlsx` about shares of pupils by school, drawn to the other schools as far as a school is small.
 *
 * @module
 */
import { schoolShares } from '@orientir/core/analysis';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { ends, sheet } from './evidence-sheets.js';
import { WORDS } from './results-words.js';
import { columns, reasons, titlesOf, unitName, value } from './row-parts.js';
import { SHARE_WORDS } from './shares-words.js';
import type { WorkbookInput } from './workbook-input.js';

/** Every school and work, in the order of the tables: nothing is ranked. */
export function sharesSheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const own = SHARE_WORDS[language];
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: own.shares, note: own.sharesNote, csv: w.inCsv('shrunken.csv') },
    columns(
      [w.work, 'text'],
      [w.unit, 'text'],
      [own.pupilShare, 'text'],
      [w.n, 'count'],
      [own.ofThem, 'count'],
      [w.share, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [own.shrunken, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [own.othersMean, 'share'],
      [own.funnelPlace, 'text'],
      [w.why, 'text'],
    ),
    schoolShares(analysis),
    (of) => [
      titles.get(of.assessment) ?? of.assessment,
      schoolNames.get(of.school) ?? unitName(of.school, language),
      own.pupilShares[of.measure],
      of.share.n,
      of.count,
      value(of.share),
      ...ends(of.share),
      value(of.shrunken),
      ...ends(of.shrunken),
      of.others,
      of.place === undefined ? undefined : own.funnelPlaces[of.place],
      reasons([of.share, of.shrunken], language),
    ],
  );
}
