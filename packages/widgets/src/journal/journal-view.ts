import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, missingText, noteOf, pupils, shareText, subtitleOf } from '../chart/chart-words.js';
import { shapeMarks } from '../chart/shapes.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { JournalData } from './journal-data.js';
import type { JournalRow } from './place-journal.js';
import { JOURNAL_SHAPES, OUTCOMES, placeJournal } from './place-journal.js';
import { words } from './words.js';

/** The comparison with all its words. */
export function journalView(data: JournalData, context: ViewContext): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const units = data.units.slice(0, context.rows);
  const text = (name: string, n: number) => (n === 0 ? name : `${name}, ${formatCount(n, language)}`);
  const rows: readonly JournalRow[] = [
    {
      id: '',
      text: text(data.unit.name, data.whole.confirmed.n),
      isWhole: true,
      ...data.whole,
    },
    ...units.map((unit) => ({ ...unit, text: text(unit.name, unit.confirmed.n), isWhole: false })),
  ];
  const name = (id: string) =>
    id === '' ? data.unit.name : (units.find((unit) => unit.id === id)?.name ?? id);
  return {
    title: w.title,
    subtitle: subtitleOf(data, language),
    legend: OUTCOMES.map((outcome) => ({
      marks: [
        { kind: 'line' as const, x1: 0, y1: 10, x2: 24, y2: 10, role: 'interval' },
        ...shapeMarks(JOURNAL_SHAPES[outcome], 12, 10, 5, outcome),
      ],
      text: w.outcomes[outcome],
    })),
    chart: placeJournal(rows, {
      width,
      fontSize,
      heads: w.outcomes,
      share: (share) => formatShare(share, language),
      missing: (of) => missingText(of, language),
      ...(current === undefined ? {} : { current }),
    }),
    stops: rows.map(({ id }) => id),
    sentence: (stop) => {
      const row = rows.find(({ id }) => id === stop);
      if (row === undefined) return '';
      if (OUTCOMES.every((outcome) => row[outcome].share === undefined))
        return `${name(stop)}: ${missingText(row.lowered, language)}.`;
      const parts = OUTCOMES.map(
        (outcome) => `${w.outcomes[outcome].toLowerCase()} ${shareText(row[outcome], language)}`,
      );
      return `${name(stop)}: ${parts.join('; ')}; ${pupils(row.confirmed.n, language)}.`;
    },
    keys: w.keys,
    note: noteOf(data, language, w.meaning),
    table: {
      caption: `${w.title} ${subtitleOf(data, language)}`,
      name: w.title,
      columns: [
        column(w.unit),
        numbers(chartWords[language].pupils),
        ...OUTCOMES.map((outcome) => numbers(w.outcomes[outcome])),
      ],
      rows: rows.map((row) => [
        name(row.id),
        formatCount(row.confirmed.n, language),
        ...OUTCOMES.map((outcome) => shareText(row[outcome], language)),
      ]),
    },
    ...(units.length < data.units.length
      ? { more: `${chartWords[language].more} (${units.length} / ${data.units.length})` }
      : {}),
  };
}

/** The comparison as HTML without script. */
export function journalHtml(
  data: JournalData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => journalView(data, context), language, width);
}
