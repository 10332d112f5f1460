import { addresseeOf, audiencesIn } from './audiences-in.js';
import type { MeasureDraft } from './measure-draft.js';
import type { SectionTree } from './section-tree.js';
import type { ListItem, TextList } from './text-lists.js';

export interface ListMeasures {
  readonly drafts: readonly MeasureDraft[];
  /** Paragraphs that they were read from. */
  readonly rows: number;
}

/** Lists that are measures: after instructions, or, where there are none, those right under the title of a plan. */
export function measureLists(lists: readonly TextList[], title: string): readonly TextList[] {
  const instructed = lists.filter(({ kind }) => kind === 'measures');
  if (instructed.length > 0 || !PLAN_TITLE.test(title)) return instructed;
  return lists.filter(({ kind, intros }) => kind === 'other' && intros.length === 0);
}

/**
 * The measures of a document without a table: items of lists that say what is to be done. Introductions are sections;
 * what stands under an item is its child. Whom an introduction addresses is responsible.
 */
export function listMeasures(lists: readonly TextList[], sections: SectionTree, file: string): ListMeasures {
  const drafts: MeasureDraft[] = [];
  let rows = 0;
  for (const { intros, items } of lists) {
    sections.enter(intros);
    const section = sections.current?.id;
    const add = (item: ListItem, addressed: string, parent: MeasureDraft | undefined) => {
      const draft = draftOf(item, { addressed, file, section, parent });
      drafts.push(draft);
      rows += item.rows;
      for (const child of item.children) add(child, item.text, draft);
    };
    for (const item of items) add(item, intros.at(-1) ?? '', undefined);
  }
  return { drafts, rows };
}

const PLAN_TITLE = /дорожн\S+ карт|(?<!\p{L})план(?:а|у)?(?!\p{L})|программ|мероприяти|рекомендаци/iu;

function draftOf(
  { text, number, row, rows }: ListItem,
  {
    addressed,
    file,
    section,
    parent,
  }: {
    readonly addressed: string;
    readonly file: string;
    readonly section: string | undefined;
    readonly parent: MeasureDraft | undefined;
  },
): MeasureDraft {
  const addressee = addresseeOf(addressed);
  const values = new Map([['text', text.replace(/\s*[;,:]$/u, '')] as const]);
  const draft: MeasureDraft = {
    values: addressee === undefined ? values : new Map([...values, ['responsible', addressee] as const]),
    source: [{ column: 1, text }],
    place: { file, row },
    columns: new Map(),
    indicatorColumn: false,
    exact: false,
    rows,
    ...(number === undefined ? {} : { number }),
    ...(section === undefined ? {} : { section }),
    ...(parent === undefined ? {} : { parent }),
  };
  if (addressee !== undefined && audiencesIn(addressee).length > 0) draft.addressee = addressee;
  return draft;
}
