/**
 * The table of a sheet: sections of each work.
 *
 * @module
 */
import type { SectionResult } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare } from '@orientir/core/foundation';
import type { SheetTable } from './sheet-model.js';
import type { SheetWords } from './sheet-words.js';
import { intervalText } from './sheet-words.js';
import { short } from './short-text.js';
import type { ToldWork } from './told-works.js';

/** The whole of each work, then its sections: those told apart first. Absent where no work has sections. */
export function sectionTable(
  told: readonly ToldWork[],
  words: SheetWords,
  language: Language,
): SheetTable | undefined {
  const several = told.length > 1;
  let folded = false;
  const rows = told.flatMap(({ title, sections }) => {
    const ordered = [...sections].sort((one, other) => rankOf(one) - rankOf(other));
    return ordered.map((section, index) => {
      const { verdict, solveRate, items, n } = section;
      folded ||= verdict === 'folded';
      const name = isWholeWork(section)
        ? words.whole
        : short(section.skill === 'metasubject' ? words.common(section.section) : section.section, 60);
      return [
        ...(several ? [index === 0 ? title : ''] : []),
        name,
        isWholeWork(section) ? '' : short(items.join(', '), 40),
        formatCount(n, language),
        solveRate.kind === 'known' ? formatShare(solveRate.estimate, language) : '–',
        solveRate.kind === 'known' ? intervalText(solveRate, language) : words.noData(solveRate),
        verdict === undefined ? '–' : words.verdicts[verdict],
      ];
    });
  });
  if (rows.length === 0) return undefined;
  const [work, section, items, n, rate, interval, verdict] = words.columns;
  const column = (header: string, isNumber = false) => ({ header, isNumber });
  return {
    heading: words.sections,
    columns: [
      ...(several ? [column(work)] : []),
      column(section),
      column(items),
      column(n, true),
      column(rate, true),
      column(interval, true),
      column(verdict),
    ],
    rows,
    notes: folded ? [words.foldedNote] : [],
  };
}

function rankOf(section: SectionResult): number {
  return isWholeWork(section) ? 0 : section.verdict === 'folded' ? 2 : 1;
}
