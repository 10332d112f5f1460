/**
 * Lists of pupils as a document and a page. Both take the lists themselves and nothing else, and no other function takes
 * them. There is no spreadsheet of them: it would be sorted into a ranking at once.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type {
  CategoryCounts,
  ListEntry,
  PupilCategory,
  PupilLists,
  PupilListsFigures,
} from '@orientir/core/pupil-lists';
import { MEDAL_CANDIDATES_PLAN, PUPIL_CATEGORIES } from '@orientir/core/pupil-lists';
import { pupilListsWords } from './pupil-lists-words.js';
import { sheetDocx } from './sheet-docx.js';
import { sheetHtml } from './sheet-html.js';
import type { SheetList, SheetModel, SheetTable } from './sheet-model.js';
import { short } from './short-text.js';

/** Lists as a document (.docx, A4 upright), for the school only. Same lists, same bytes. */
export function pupilListsDocx(lists: PupilLists, language: Language): Uint8Array {
  return sheetDocx(composed(lists.figures, language));
}

/** Lists as a page that opens from disk and asks nothing of any network. */
export function pupilListsHtml(lists: PupilLists, language: Language): string {
  return sheetHtml(composed(lists.figures, language));
}

const CATEGORIES: readonly PupilCategory[] = ['absent', 'failing', 'disability'];

function composed(figures: PupilListsFigures, language: Language): SheetModel {
  const words = pupilListsWords(language);
  const { lists, all, classes, medalCandidates } = figures;
  const whoOf = (entry: ListEntry) => words.who(short(entry.class, 20), short(entry.pupil, 40));
  const itemsOf = ({ unknown }: CategoryCounts, items: readonly string[]) => [
    ...(items.length === 0 && unknown < all.pupils ? [words.nobody] : items),
    ...(unknown === 0 ? [] : [words.unknown(unknown)]),
  ];
  const listOf = (category: PupilCategory, items: readonly string[]): SheetList => ({
    heading: words.headings[category],
    items: itemsOf(all.categories[category], items),
  });
  const saysMedals = isMedalEntered(figures);
  return {
    language,
    name: 'pupils',
    warning: words.warning,
    title: words.title,
    facts: words.facts(all.pupils, classes.length),
    sentences: [words.about],
    table: tableOf(figures, language),
    discuss: listOf(
      'absent',
      lists.absent.map((entry) => words.missed(whoOf(entry), entry.missed, entry.lessons)),
    ),
    more: [
      listOf(
        'failing',
        lists.failing.map((entry) =>
          words.failing(
            whoOf(entry),
            entry.subjects.map((subject) => short(subject, 60)),
          ),
        ),
      ),
      listOf(
        'disability',
        lists.disability.map((entry) => words.entered(whoOf(entry))),
      ),
      ...(saysMedals
        ? [
            {
              heading: words.medals,
              about: [words.medalsAbout, words.medalsOutside(medalCandidates.length)],
              items: itemsOf(
                all.medalCandidates,
                medalCandidates.map((entry) => words.entered(whoOf(entry))),
              ),
            },
          ]
        : []),
    ],
    next: {
      heading: words.plans,
      items: [
        ...CATEGORIES.map((category) => ({ ...PUPIL_CATEGORIES[category], of: words.headings[category] })),
        ...(saysMedals ? [{ ...MEDAL_CANDIDATES_PLAN, of: words.medals }] : []),
      ].map(({ of, template, section }) => words.plan(of, template, section[language])),
    },
    notes: [words.rule(figures.rules), words.unverified, words.missing, words.noNames],
    foot: words.foot,
  };
}

/** Most classes are far from medals, and their form has no such column: then nothing is said of medals. */
function isMedalEntered({ all }: PupilListsFigures): boolean {
  return all.medalCandidates.unknown < all.pupils;
}

function tableOf(figures: PupilListsFigures, language: Language): SheetTable {
  const { classes, all } = figures;
  const words = pupilListsWords(language);
  const saysMedals = isMedalEntered(figures);
  const [className, pupils] = words.columns;
  const row = (name: string, of: PupilListsFigures['all']) => [
    name,
    String(of.pupils),
    ...CATEGORIES.map((category) => words.counts(of.categories[category], of.pupils)),
    ...(saysMedals ? [words.counts(of.medalCandidates, of.pupils)] : []),
  ];
  const column = (header: string, width: number) => ({ header, isNumber: false, width });
  return {
    heading: words.byClass,
    columns: [
      column(className, 12),
      column(pupils, 14),
      ...CATEGORIES.map((category) => column(words.headings[category], 22)),
      ...(saysMedals ? [column(words.medals, 24)] : []),
    ],
    rowHeader: 0,
    rows: [...classes.map((of) => row(short(of.class, 20), of)), row(words.all, all)],
    notes: [words.numbers],
  };
}
