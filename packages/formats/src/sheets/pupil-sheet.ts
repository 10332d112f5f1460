/**
 * The route sheet of one pupil as a document and a page. Both take the route itself and nothing else, and no other function
 * takes a route.
 *
 * @module
 */
import { earlierTopicsText } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import type {
  ItemState,
  PupilRoute,
  RouteFigures,
  RoutePriority,
  RouteTopic,
  RouteWork,
  TopicItem,
} from '@orientir/core/pupil-route';
import type { PupilWords } from './pupil-words.js';
import { pupilWords } from './pupil-words.js';
import { sheetDocx } from './sheet-docx.js';
import { sheetHtml } from './sheet-html.js';
import type { SheetModel, SheetTable } from './sheet-model.js';
import { short } from './short-text.js';

/** A route sheet as a document (.docx, A4 upright): for the school, the pupil and the parents. Same route, same bytes. */
export function pupilSheetDocx(route: PupilRoute, language: Language): Uint8Array {
  return sheetDocx(composed(route.figures, language));
}

/** A route sheet as a page that opens from disk and asks nothing of any network. */
export function pupilSheetHtml(route: PupilRoute, language: Language): string {
  return sheetHtml(composed(route.figures, language));
}

function composed(figures: RouteFigures, language: Language): SheetModel {
  const words = pupilWords(language);
  const who = words.who(
    short(figures.pupil, 40),
    figures.class === undefined ? undefined : short(figures.class, 20),
  );
  const told = new Told(figures, words);
  const years = [...new Set(figures.works.flatMap(({ schoolYear }) => schoolYear ?? []))];
  const table = topicTable(figures, told);
  const skills = skillsOf(figures, told);
  return {
    language,
    name: 'pupil',
    warning: words.warning,
    title: words.title(who),
    facts: words.facts(
      years,
      figures.works.map((work) =>
        work.absent
          ? words.absentFrom(told.work(work))
          : words.solvedOf(
              told.work(work),
              work.items.filter(({ state }) => state === 'solved').length,
              work.items.length,
            ),
      ),
    ),
    sentences: sentencesOf(figures, told),
    ...(table === undefined ? {} : { table }),
    discuss: {
      heading: words.byWork,
      items: figures.works.filter(({ absent }) => !absent).map((work) => itemsOfWork(work, told)),
    },
    more: [
      { heading: words.skills, items: skills },
      { heading: words.earlier, items: earlierOf(figures, told, language) },
    ],
    next: { heading: words.steps, items: stepsOf(figures, told) },
    notes: [
      words.aboutLost,
      words.aboutClass(figures.rules),
      words.noMark,
      words.aboutCode(figures.earlierWorks),
    ],
    foot: words.foot(who),
  };
}

/** How works, items and topics are called on this sheet. */
class Told {
  readonly words: PupilWords;
  readonly #works: ReadonlyMap<string, RouteWork>;
  readonly #programmes: number;

  constructor({ works }: RouteFigures, words: PupilWords) {
    this.words = words;
    this.#works = new Map(works.map((work) => [work.assessment, work]));
    this.#programmes = new Set(works.map(({ programme }) => programme)).size;
  }

  /** Works of one name have their ids beside it. */
  work(of: RouteWork): string {
    const name = this.#nameOf(of);
    const isShared = [...this.#works.values()].filter((each) => this.#nameOf(each) === name).length > 1;
    return short(isShared ? `${name} (${of.assessment})` : name, 60);
  }

  #nameOf({ assessment, subject, grade, programme }: RouteWork): string {
    return this.words.work(subject, grade, this.#programmes > 1 ? programme : '') || assessment;
  }

  /** Items of one subject; where they are of several works, each with its work. */
  items(items: readonly TopicItem[]): string {
    const works = new Map<string, string[]>();
    for (const { assessment, item } of items)
      works.set(assessment, [...(works.get(assessment) ?? []), short(item, 20)]);
    const lists = [...works];
    if (lists.length < 2) return this.words.items(lists.flatMap(([, list]) => list));
    return lists
      .map(([assessment, list]) => {
        const work = this.#works.get(assessment);
        return `${work === undefined ? assessment : this.work(work)}: ${this.words.items(list)}`;
      })
      .join('; ');
  }

  /** Topics under their subjects, at most so many of them. */
  bySubject<Topic extends { readonly subject: string }>(
    topics: readonly Topic[],
    most: number,
    tell: (topic: Topic) => string,
  ): readonly string[] {
    const subjects = new Map<string, string[]>();
    for (const topic of topics.slice(0, most))
      subjects.set(topic.subject, [...(subjects.get(topic.subject) ?? []), tell(topic)]);
    return Array.from(subjects, ([subject, what]) => this.words.ofSubject(short(subject, 60), what));
  }
}

const MOST_TOPICS = 4;
const MOST_SKILLS = 6;
const MOST_ROWS = 24;

function sentencesOf(figures: RouteFigures, told: Told): readonly string[] {
  const { words } = told;
  const { topics, mastered, works } = figures;
  const named = mastered.filter(({ name }) => name !== undefined);
  const of = (priority: RoutePriority) =>
    told.bySubject(
      topics.filter((topic) => topic.priority === priority),
      MOST_TOPICS,
      ({ name, items, lost, available }) =>
        words.loss({
          name: name === undefined ? undefined : short(name, 80),
          items: told.items(items.filter((item) => item.lost > 0)),
          lost,
          available,
        }),
    );
  const byPriority = (['first', 'next', 'teacher'] as const).flatMap((priority) => {
    const subjects = of(priority);
    return subjects.length === 0 ? [] : [words.topicsOf[priority](subjects)];
  });
  const inState = (state: ItemState) =>
    works.flatMap((work) => {
      const items = work.items.filter((item) => item.state === state).map(({ item }) => short(item, 20));
      return items.length === 0 ? [] : [`${told.work(work)}, ${words.items(items)}`];
    });
  const notTaught = inState('not-taught');
  const notAttempted = inState('not-attempted');
  return [
    ...(named.length === 0
      ? []
      : [
          words.mastered(
            told.bySubject(
              named,
              MOST_TOPICS,
              ({ name = '', items }) => `${words.quoted(short(name, 80))} (${told.items(items)})`,
            ),
          ),
        ]),
    ...(topics.length > 0 ? byPriority : [mastered.length > 0 ? words.nothingLost : words.nothingToJudge]),
    ...(notAttempted.length === 0 ? [] : [words.notAttempted(notAttempted)]),
    ...(notTaught.length === 0 ? [] : [words.notTaught(notTaught)]),
  ];
}

function topicTable({ topics }: RouteFigures, told: Told): SheetTable | undefined {
  if (topics.length === 0) return undefined;
  const { words } = told;
  const several = new Set(topics.map(({ subject }) => subject)).size > 1;
  const [subject, topic, items, lost, rate, order] = words.columns;
  const column = (header: string, width: number) => ({ header, isNumber: false, width });
  return {
    heading: words.topics,
    columns: [
      ...(several ? [column(subject, 16)] : []),
      column(topic, 34),
      column(items, 14),
      column(lost, 11),
      column(rate, 14),
      column(order, 17),
    ],
    rowHeader: several ? 1 : 0,
    rows: topics
      .slice(0, MOST_ROWS)
      .map((each) => [
        ...(several ? [short(each.subject, 60)] : []),
        topicName(each, words),
        itemNumbers(each),
        words.lost(each.lost, each.available),
        words.classRate(each.classRate),
        words.priority[each.priority],
      ]),
    notes: topics.length > MOST_ROWS ? [words.more(topics.length - MOST_ROWS)] : [],
  };
}

/** A section with the content elements behind it. */
function topicName({ name, elements }: RouteTopic, words: PupilWords): string {
  const title = name === undefined ? words.unnamed : short(name, 120);
  return elements.length === 0 ? title : `${title}: ${short(elements.join('; '), 200)}`;
}

function itemNumbers({ items }: RouteTopic): string {
  const lossy = items.filter(({ lost }) => lost > 0).map(({ item }) => short(item, 20));
  return [...new Set(lossy)].join(', ');
}

function itemsOfWork(work: RouteWork, told: Told): string {
  const { words } = told;
  const inState = (state: ItemState) =>
    work.items
      .filter((item) => item.state === state)
      .map(({ item, points, maxPoints }) =>
        state === 'partly-solved' && points !== undefined && maxPoints !== undefined
          ? words.pointsOf(short(item, 20), points, maxPoints)
          : short(item, 20),
      )
      .join(', ');
  return words.itemsOfWork(told.work(work), {
    solved: inState('solved'),
    partly: inState('partly-solved'),
    notSolved: inState('not-solved'),
    notAttempted: inState('not-attempted'),
    notTaught: inState('not-taught'),
    unknownMax: inState('unknown-max'),
  });
}

function skillsOf({ skills }: RouteFigures, told: Told): readonly string[] {
  const { words } = told;
  const shown = skills.slice(0, MOST_SKILLS).map(({ subject, name, items, lost, available, priority }) => {
    const loss = words.loss({
      name: short(name, 160),
      items: told.items(items.filter((item) => item.lost > 0)),
      lost,
      available,
    });
    return words.skill(words.ofSubject(short(subject, 60), [loss]), priority);
  });
  return skills.length > MOST_SKILLS ? [...shown, words.more(skills.length - MOST_SKILLS)] : shown;
}

function earlierOf({ topics }: RouteFigures, { words }: Told, language: Language): readonly string[] {
  return topics.flatMap(({ name, subject, earlier }) => {
    if (earlier.length === 0) return [];
    const topic = name === undefined ? short(subject, 60) : words.quoted(short(name, 80));
    const shown = earlier.map(({ name: of, grade }) => ({
      name: short(of, 80),
      ...(grade === undefined ? {} : { grade }),
    }));
    return [words.restsOn(topic, earlierTopicsText(shown, language))];
  });
}

function stepsOf({ topics, works }: RouteFigures, told: Told): readonly string[] {
  const { words } = told;
  if (topics.length === 0) return [words.keep];
  const named = (wanted: (topic: RouteTopic) => boolean) => [
    ...new Set(
      topics
        .filter(wanted)
        .map(({ name, items }) =>
          name === undefined
            ? told.items(items.filter(({ lost }) => lost > 0))
            : words.quoted(short(name, 80)),
        ),
    ),
  ];
  const own = named(({ priority }) => priority !== 'teacher').slice(0, MOST_TOPICS);
  const teacher = named(({ priority }) => priority === 'teacher').slice(0, MOST_TOPICS);
  const skipped = works.some(({ items }) => items.some(({ state }) => state === 'not-attempted'));
  return [
    words.lookAtWork,
    ...(own.length === 0 ? [] : [words.practise(own)]),
    ...(skipped ? [words.askWhy] : []),
    ...(teacher.length === 0 ? [] : [words.teachAgain(teacher)]),
  ];
}
