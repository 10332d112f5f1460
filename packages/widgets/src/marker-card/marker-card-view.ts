import type { Language } from '@orientir/core/foundation';
import { formatCount } from '@orientir/core/foundation';
import type { DataTable } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { joined, noteOn, pupils } from '../chart/chart-words.js';
import { shapeMarks } from '../chart/shapes.js';
import type { PlacedChart } from '../geometry/marks.js';
import type { MarkerCardData } from './marker-card-data.js';
import { words } from './words.js';

/** The card with all its words: the element and the static page show the same. */
export interface MarkerCardView {
  readonly title: string;
  readonly subtitle: string;
  readonly lead: string;
  readonly markers: readonly {
    readonly id: string;
    readonly sign: PlacedChart;
    readonly name: string;
    /** Whose test, which work, how many pupils. */
    readonly facts: string;
    readonly found: string;
    readonly about: readonly { readonly term: string; readonly texts: readonly string[] }[];
  }[];
  readonly summary: string;
  readonly note: string;
  /** Absent where there are no markers. */
  readonly table?: DataTable;
}

export function markerCardView(data: MarkerCardData, language: Language): MarkerCardView {
  const w = words[language];
  const { school, schoolYear, markers } = data;
  return {
    title: w.title,
    subtitle: joined([school, schoolYear]),
    lead: markers.length === 0 ? w.none : w.lead,
    markers: markers.map(({ id, method, name, work, n, found, compared, exclusions, check }) => ({
      id,
      sign: SIGNS[method],
      name: name[language],
      facts: joined([w.methods[method], work[language], pupils(n, language)]),
      found: found[language],
      about: [
        { term: w.compared, texts: [compared[language]] },
        { term: w.exclusions, texts: exclusions.map((text) => text[language]) },
        { term: w.check, texts: [check[language]] },
      ].filter(({ texts }) => texts.length > 0),
    })),
    summary: w.about,
    note: noteOn(data, language, [w.looked(data)]),
    ...(markers.length === 0
      ? {}
      : {
          table: {
            caption: `${w.title} ${joined([school, schoolYear])}`,
            name: w.title,
            columns: w.heads.map((head, i) => (i === PUPILS ? numbers(head) : column(head))),
            rows: markers.map(({ name, method, work, n, found }) => [
              name[language],
              w.methods[method],
              work[language] === '' ? '–' : work[language],
              formatCount(n, language),
              found[language],
            ]),
          },
        }),
  };
}

/** Column of the table with a number. */
const PUPILS = 3;

/** Shapes of the two methods. */
const SIGNS: Readonly<Record<'official' | 'own', PlacedChart>> = {
  own: sign('diamond'),
  official: sign('ring'),
};

function sign(shape: 'diamond' | 'ring'): PlacedChart {
  return { width: 24, height: 20, marks: shapeMarks(shape, 12, 10, 6, 'plain') };
}
