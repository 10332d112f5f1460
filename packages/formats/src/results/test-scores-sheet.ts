/**
 * Sheet of `results.xlsx` about test scores of ЕГЭ.
 *
 * @module
 */
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { ends, sheet } from './evidence-sheets.js';
import { WORDS } from './results-words.js';
import { columns, reasons, titlesOf, unitName, value } from './row-parts.js';
import { TEST_SCORE_WORDS } from './test-scores-words.js';
import type { WorkbookInput } from './workbook-input.js';

/** Every level but classes; no sheet where no work has test scores. */
export function testScoresSheets({
  analysis,
  schoolNames,
  language,
}: WorkbookInput): readonly WorkbookSheet[] {
  const results = analysis.testScores.filter(({ level }) => level !== 'class');
  if (results.length === 0) return [];
  const w = WORDS[language];
  const own = TEST_SCORE_WORDS[language];
  const titles = titlesOf(analysis, language);
  const { middleFrom, highFrom, source, verification } = analysis.testScoreRules;
  const borders = `${own.borders}: ${source}. ${own.verifications[verification]}`;
  const made = sheet(
    { name: own.testScores, note: own.testScoresNote, csv: w.inCsv('test-scores.csv') },
    columns(
      [w.work, 'text'],
      [w.level, 'text'],
      [w.unit, 'text'],
      [w.n, 'count'],
      [own.meanScore, 'number'],
      [w.low, 'number'],
      [w.high, 'number'],
      [w.sd, 'number'],
      [own.lowerQuartile, 'number'],
      [own.median, 'number'],
      [own.upperQuartile, 'number'],
      [own.minimum, 'count'],
      [own.belowMinimum, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [own.scoreFrom(middleFrom), 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [own.scoreFrom(highFrom), 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [own.unpaired, 'text'],
      [w.why, 'text'],
    ),
    results,
    (of) => [
      titles.get(of.assessment) ?? of.assessment,
      w.levels[of.level],
      schoolNames.get(of.unit) ?? unitName(of.unit, language),
      of.n,
      value(of.mean),
      ...ends(of.mean),
      value(of.sd),
      value(of.lowerQuartile),
      value(of.median),
      value(of.upperQuartile),
      of.minimum,
      value(of.belowMinimum),
      ...ends(of.belowMinimum),
      value(of.fromMiddle),
      ...ends(of.fromMiddle),
      value(of.fromHigh),
      ...ends(of.fromHigh),
      of.unpaired.length === 0 ? undefined : of.unpaired.join(', '),
      reasons([of.mean, of.sd, of.lowerQuartile, of.belowMinimum, of.fromMiddle, of.fromHigh], language),
    ],
  );
  return [{ ...made, notes: [...(made.notes ?? []), borders] }];
}
