/**
 * Sheet of `results.xlsx` about options of items with a key.
 *
 * @module
 */
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { DISTRACTOR_WORDS } from './distractors-words.js';
import { ends, sheet } from './evidence-sheets.js';
import { WORDS } from './results-words.js';
import { columns, reasons, titlesOf, value } from './row-parts.js';
import type { WorkbookInput } from './workbook-input.js';

/** No sheet where no item has a key. */
export function distractorsSheets({ analysis, language }: WorkbookInput): readonly WorkbookSheet[] {
  if (analysis.optionResults.length === 0) return [];
  const w = WORDS[language];
  const own = DISTRACTOR_WORDS[language];
  const titles = titlesOf(analysis, language);
  return [
    sheet(
      { name: own.options, note: own.optionsNote, csv: w.inCsv('distractors.csv') },
      columns(
        [w.work, 'text'],
        [w.item, 'text'],
        [own.option, 'text'],
        [own.role, 'text'],
        [w.n, 'count'],
        [own.chose, 'count'],
        [w.share, 'share'],
        [w.low, 'share'],
        [w.high, 'share'],
        [own.meanOfThem, 'number'],
        [own.restR, 'number'],
        ...([1, 2, 3, 4] as const).map((quarter) => [`${own.ofQuarter} ${quarter}`, 'share'] as const),
        [own.overKey, 'number'],
        [w.low, 'number'],
        [w.high, 'number'],
        [own.optionFlag, 'text'],
        [w.why, 'text'],
      ),
      analysis.optionResults,
      (of) => [
        titles.get(of.assessment) ?? of.assessment,
        of.item,
        of.option ?? '–',
        own.roles[of.role],
        of.n,
        of.share.kind === 'known' ? of.chosen : undefined,
        value(of.share),
        ...ends(of.share),
        value(of.meanTotal),
        value(of.restR),
        ...[0, 1, 2, 3].map((quarter) => {
          const figure = of.quarters[quarter];
          return figure === undefined ? undefined : value(figure);
        }),
        of.overKey === undefined ? undefined : value(of.overKey),
        ...(of.overKey === undefined ? [undefined, undefined] : ends(of.overKey)),
        of.flags.length === 0 ? undefined : of.flags.map((flag) => own.optionFlags[flag]).join('; '),
        reasons([of.share, of.restR, ...(of.overKey === undefined ? [] : [of.overKey])], language),
      ],
    ),
  ];
}
