/**
 * Words of the sheets in both languages. Short, without blame, with the figures that they rest on.
 *
 * @module
 */
import type { FindingRules, SectionResult } from '@orientir/core/analysis';
import type { ItemLevel } from '@orientir/core/assessment';
import type { Figure, Language } from '@orientir/core/foundation';
import {
  describeMissing,
  formatCount,
  formatNumber,
  formatShare,
  pluralEn,
  pluralRu,
} from '@orientir/core/foundation';

type Verdict = NonNullable<SectionResult['verdict']>;

/** One topic: a section with some of its items, or items without a section. */
export interface ToldTopic {
  readonly section?: string;
  readonly items: readonly string[];
}

/** An item to talk about. */
export interface ToldItem {
  readonly work: string;
  readonly item: string;
  readonly section: string | undefined;
  readonly level: ItemLevel | undefined;
  readonly rate: Figure;
  readonly notTaught: number;
  /** Schools where it is probably not sufficient, of those large enough for a statement. */
  readonly schools: { readonly low: number; readonly of: number } | undefined;
  readonly isDoubtful: boolean;
}

export interface SheetWords {
  readonly schoolTitle: (school: string) => string;
  readonly associationTitle: (subject: string, municipality: string | undefined) => string;
  readonly facts: (years: readonly string[], works: readonly string[]) => string;
  readonly factsOfWork: (work: string, wrote: number, absent: number) => string;
  readonly earlier: (count: number) => string;
  readonly work: (subject: string, grade: number | undefined, programme: string) => string;
  readonly good: (works: readonly string[]) => string;
  readonly noGood: string;
  readonly help: (works: readonly string[]) => string;
  readonly noHelp: string;
  readonly weaker: (works: readonly string[]) => string;
  readonly weakerItem: (item: string, difference: number) => string;
  readonly unsure: (open: number, of: number) => string;
  readonly wholeUnsure: (works: readonly string[]) => string;
  readonly doubtful: (works: readonly string[]) => string;
  readonly few: (works: readonly string[], minimum: number) => string;
  readonly lookAtWorks: string;
  readonly ofWork: (work: string, what: readonly string[]) => string;
  readonly topic: (topic: ToldTopic) => string;
  readonly sections: string;
  readonly columns: readonly [
    work: string,
    section: string,
    items: string,
    n: string,
    rate: string,
    interval: string,
    verdict: string,
  ];
  readonly whole: string;
  readonly common: (section: string) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly foldedNote: string;
  readonly leftOut: (rows: number) => string;
  readonly noData: (reason: Figure) => string;
  readonly discuss: string;
  readonly nothingToDiscuss: string;
  readonly item: (item: ToldItem) => string;
  readonly moreItems: (count: number) => string;
  readonly next: string;
  /** `earlier` as `earlierTopicsText` writes it; empty = the codifier names no topics of earlier grades. */
  readonly repeat: (work: string, topics: readonly ToldTopic[], earlier: string) => string;
  readonly findOut: (work: string, topics: readonly ToldTopic[]) => string;
  readonly checkItems: (work: string, items: readonly string[]) => string;
  readonly notTaught: (work: string, items: readonly string[]) => string;
  readonly journal: (work: string) => string;
  readonly keep: string;
  readonly share: (schools: readonly string[]) => string;
  readonly doubt: string;
  readonly rules: (rules: FindingRules) => string;
  readonly foot: string;
}

const ru: SheetWords = {
  schoolTitle: (school) => `Результаты оценочных процедур: ${school}`,
  associationTitle: (subject, municipality) =>
    `Методическое объединение «${subject}»${municipality === undefined ? '' : `: ${municipality}`}`,
  facts: (years, works) =>
    `${years.length === 0 ? '' : `${years.join(', ')} учебный год. `}${works.join('; ')}.`,
  factsOfWork: (work, wrote, absent) =>
    `${work} — ${counted(wrote, 'ru')}${absent > 0 ? ` (не было ${formatCount(absent, 'ru')})` : ''}`,
  earlier: (count) =>
    `${pluralRu(count, 'Более ранняя работа', 'Более ранние работы', 'Более ранние работы')} (${count}) — в отчёте.`,
  work: (subject, grade, programme) =>
    [subject, grade === undefined ? '' : `${grade}\u00a0класс`, programme]
      .filter((part) => part !== '')
      .join(', '),
  good: (works) => `Получилось: ${works.join('; ')}.`,
  noGood: 'Уверенно назвать освоенные темы по этим данным нельзя.',
  help: (works) => `Помощь нужнее всего: ${works.join('; ')}.`,
  noHelp: 'Ни об одном задании нельзя уверенно сказать, что оно решено недостаточно.',
  weaker: (works) =>
    `При равной сумме баллов слабее, чем у других: ${works.join('; ')}. Общий уровень этого не объясняет.`,
  weakerItem: (item, difference) =>
    `задание\u00a0${item} (на ${formatNumber(Math.abs(difference) * 100, 'ru')}\u00a0п.\u00a0п.)`,
  unsure: (open, of) =>
    open === 0
      ? `Интервал лежит по одну сторону границ у всех заданий (${formatCount(of, 'ru')}).`
      : `Нельзя сказать уверенно: у ${formatCount(open, 'ru')} из ${formatCount(of, 'ru')} ${pluralRu(of, 'задания', 'заданий', 'заданий')} интервал накрывает границу.`,
  wholeUnsure: (works) => `То же о работе в целом: ${works.join('; ')}.`,
  doubtful: (works) =>
    `Осторожно: ${works.join('; ')} — результаты необычно хороши рядом с другими школами. Это возможный признак, нужен дополнительный анализ (отчёт, «Каким результатам верить»); сказанное ниже об этих работах верно, только если верны сами результаты.`,
  few: (works, minimum) =>
    `${works.join('; ')}: писали меньше ${formatCount(minimum, 'ru')} ${pluralRu(minimum, 'ученика', 'учеников', 'учеников')}, выводов по таким данным не делаем.`,
  lookAtWorks: 'Посмотреть сами работы вместе с учителем: при таком числе учеников это надёжнее процентов.',
  ofWork: (work, what) => `${work} — ${what.join(', ')}`,
  topic: ({ section, items }) =>
    section === undefined
      ? itemsRu(items)
      : items.length === 0
        ? `«${section}»`
        : `«${section}» (${itemsRu(items)})`,
  sections: 'Разделы',
  columns: ['Работа', 'Раздел', 'Задания', 'Учеников', 'Решаемость', '95 %: от–до', 'Вывод'],
  whole: 'В целом',
  common: (section) => (section === '' ? 'Метапредметные' : `${section}, метапредметные`),
  verdicts: {
    red: '▼ нужна помощь',
    yellow: '◐ у границы',
    green: '● освоено',
    undetermined: '○ неясно',
    folded: '–',
  },
  foldedNote:
    'Прочерк в выводе: отдельно раздел не оцениваем, потому что в нём одно задание или вся работа говорит о знаниях ученика не меньше.',
  leftOut: (rows) =>
    `Ещё ${formatCount(rows, 'ru')} ${pluralRu(rows, 'строка', 'строки', 'строк')} — в sections.csv.`,
  noData: (figure) => (figure.kind === 'missing' ? describeMissing(figure.reason, 'ru') : ''),
  discuss: 'Какие задания обсудить',
  nothingToDiscuss: 'Заданий, о которых можно уверенно сказать, что они решены недостаточно, нет.',
  item: ({ work, item, section, level, rate, notTaught, schools, isDoubtful }) => {
    const about = [
      ...(section === undefined ? [] : [`«${section}»`]),
      ...(level === undefined ? [] : [`${LEVELS.ru[level]} уровень`]),
    ].join(', ');
    const more = [
      rateText(rate, 'ru'),
      ...(rate.kind === 'known' ? [counted(rate.n, 'ru')] : []),
      ...(notTaught > 0 ? [`тему ещё не проходили ${formatCount(notTaught, 'ru')}`] : []),
      ...(schools === undefined || schools.of < 2
        ? []
        : [
            `вероятно, недостаточно в ${formatCount(schools.low, 'ru')} из ${formatCount(schools.of, 'ru')} ${pluralRu(schools.of, 'школы', 'школ', 'школ')}`,
          ]),
      ...(isDoubtful ? ['сначала проверьте само задание'] : []),
    ];
    return `${work}, задание\u00a0${item}${about === '' ? '' : ` (${about})`}: ${more.join('; ')}.`;
  },
  moreItems: (count) => `Ещё ${itemCountRu(count)} — в отчёте и в results.xlsx.`,
  next: 'Что сделать',
  repeat: (work, topics, earlier) =>
    `${work}. Повторить: ${topics.map((topic) => ru.topic(topic)).join(', ')}.${earlier === '' ? '' : ` Это опирается на ${earlier}.`} До повторения и после него провести короткую диагностику теми же умениями.`,
  findOut: (work, topics) =>
    `${work}. Разобрать, почему здесь решают хуже, чем другие ученики с такой же суммой баллов: ${topics.map(ru.topic).join('; ')}. Сверить программу, учебник и приёмы обучения.`,
  checkItems: (work, items) => `${work}. Проверить ключ и критерии: ${itemsRu(items)}.`,
  notTaught: (work, items) =>
    `${work}. Сверить рабочую программу с проверяемыми темами (${itemsRu(items)}) и внести их в план уроков.`,
  journal: (work) =>
    `${work}. Сопоставить критерии текущих отметок с критериями работы, выборочно перепроверить работы.`,
  keep: 'Сохранить то, что получается, и рассказать об этих приёмах коллегам.',
  share: (schools) =>
    `Попросить ${pluralRu(schools.length, 'школу, где задания первой темы решены уверенно, показать свои', 'школы, где задания первой темы решены уверенно, показать свои', 'школы, где задания первой темы решены уверенно, показать свои')} приёмы: ${schools.join('; ')}.`,
  doubt:
    'Интервал показывает, где решаемость лежит с вероятностью 95\u00a0%: чем меньше учеников, тем он шире. Порядок строк — не рейтинг. Лист о том, где нужна помощь, а не об оценке учителей.',
  rules: ({ id, source, verification, probability, minPupils }) =>
    `Правила ${id}: ${source}. ${
      {
        verified: 'Сверены с документом',
        'second-hand': 'Документ известен из вторых рук',
        unverified: 'Документ не найден, никем не проверено',
        own: 'Границы выбраны нами',
      }[verification]
    }; вывод — при вероятности от ${formatShare(probability, 'ru')} и не меньше чем по ${formatCount(minPupils, 'ru')} ученикам.`,
  foot: 'Внутренний документ: малые группы в нём не скрыты.',
};

const en: SheetWords = {
  schoolTitle: (school) => `Results of assessments: ${school}`,
  associationTitle: (subject, municipality) =>
    `Teachers’ association, ${subject}${municipality === undefined ? '' : `: ${municipality}`}`,
  facts: (years, works) =>
    `${years.length === 0 ? '' : `School year ${years.join(', ')}. `}${works.join('; ')}.`,
  factsOfWork: (work, wrote, absent) =>
    `${work}: ${counted(wrote, 'en')}${absent > 0 ? ` (${formatCount(absent, 'en')} absent)` : ''}`,
  earlier: (count) => `${pluralEn(count, 'An earlier work is', `${count} earlier works are`)} in the report.`,
  work: (subject, grade, programme) =>
    [subject, grade === undefined ? '' : `grade\u00a0${grade}`, programme]
      .filter((part) => part !== '')
      .join(', '),
  good: (works) => `What went well: ${works.join('; ')}.`,
  noGood: 'These data do not allow topics to be called mastered with confidence.',
  help: (works) => `Help is needed most: ${works.join('; ')}.`,
  noHelp: 'Of no item it can be said with confidence that it is not sufficiently solved.',
  weaker: (works) =>
    `Weaker than others with the same total: ${works.join('; ')}. The general level does not explain it.`,
  weakerItem: (item, difference) =>
    `item\u00a0${item} (by ${formatNumber(Math.abs(difference) * 100, 'en')} percentage points)`,
  unsure: (open, of) =>
    open === 0
      ? `The interval lies on one side of the borders for all items (${formatCount(of, 'en')}).`
      : `What cannot be told for sure: for ${formatCount(open, 'en')} of ${formatCount(of, 'en')} ${pluralEn(of, 'item', 'items')} the interval covers a border.`,
  wholeUnsure: (works) => `The same goes for the work as a whole: ${works.join('; ')}.`,
  doubtful: (works) =>
    `Caution: ${works.join('; ')}: results are unusually good beside other schools. A possible marker, needs further analysis (report, "Which results to believe"); what is said below about these works is true only if the results are.`,
  few: (works, minimum) =>
    `${works.join('; ')}: fewer than ${formatCount(minimum, 'en')} ${pluralEn(minimum, 'pupil', 'pupils')} wrote, so nothing is stated.`,
  lookAtWorks:
    'Look at the papers themselves with the teacher: with so few pupils that is surer than any share.',
  ofWork: (work, what) => `${work}: ${what.join(', ')}`,
  topic: ({ section, items }) =>
    section === undefined
      ? itemsEn(items)
      : items.length === 0
        ? `“${section}”`
        : `“${section}” (${itemsEn(items)})`,
  sections: 'Sections',
  columns: ['Work', 'Section', 'Items', 'Pupils', 'Solve rate', '95%: from–to', 'Verdict'],
  whole: 'As a whole',
  common: (section) => (section === '' ? 'Common skills' : `${section}, common skills`),
  verdicts: {
    red: '▼ help is needed',
    yellow: '◐ at the border',
    green: '● mastered',
    undetermined: '○ not clear',
    folded: '–',
  },
  foldedNote:
    'A dash: the section is not judged apart, since it is one item or the whole work says no less about a pupil’s knowledge.',
  leftOut: (rows) =>
    `${formatCount(rows, 'en')} more ${pluralEn(rows, 'row is', 'rows are')} in sections.csv.`,
  noData: (figure) => (figure.kind === 'missing' ? describeMissing(figure.reason, 'en') : ''),
  discuss: 'Items to discuss',
  nothingToDiscuss: 'Of no item it can be said with confidence that it is not sufficiently solved.',
  item: ({ work, item, section, level, rate, notTaught, schools, isDoubtful }) => {
    const about = [
      ...(section === undefined ? [] : [`“${section}”`]),
      ...(level === undefined ? [] : [`${LEVELS.en[level]} level`]),
    ].join(', ');
    const more = [
      rateText(rate, 'en'),
      ...(rate.kind === 'known' ? [counted(rate.n, 'en')] : []),
      ...(notTaught > 0 ? [`${formatCount(notTaught, 'en')} not taught yet`] : []),
      ...(schools === undefined || schools.of < 2
        ? []
        : [
            `probably not sufficient in ${formatCount(schools.low, 'en')} of ${formatCount(schools.of, 'en')} ${pluralEn(schools.of, 'school', 'schools')}`,
          ]),
      ...(isDoubtful ? ['check the item itself first'] : []),
    ];
    return `${work}, item\u00a0${item}${about === '' ? '' : ` (${about})`}: ${more.join('; ')}.`;
  },
  moreItems: (count) =>
    `${formatCount(count, 'en')} more ${pluralEn(count, 'item is', 'items are')} in the report and in results.xlsx.`,
  next: 'What to do next',
  repeat: (work, topics, earlier) =>
    `${work}. Teach again: ${topics.map((topic) => en.topic(topic)).join(', ')}.${earlier === '' ? '' : ` This rests on ${earlier}.`} Test the same skills briefly before and after.`,
  findOut: (work, topics) =>
    `${work}. Find out why pupils do less well here than others with the same total: ${topics.map(en.topic).join('; ')}. Compare curriculum, textbook and ways of teaching.`,
  checkItems: (work, items) => `${work}. Check key and criteria: ${itemsEn(items)}.`,
  notTaught: (work, items) =>
    `${work}. Compare the curriculum with the topics assessed (${itemsEn(items)}) and put them into the lesson plans.`,
  journal: (work) =>
    `${work}. Compare the criteria of journal marks with those of the work and mark a sample again.`,
  keep: 'Keep what works, and tell colleagues about these ways of teaching.',
  share: (schools) =>
    `Ask schools where items of the first topic are solved with confidence to show how they teach: ${schools.join('; ')}.`,
  doubt:
    'The interval shows where the solve rate lies with a probability of 95%: the fewer pupils, the wider it is. The order of rows is no ranking. The sheet is about where help is needed, not about judging teachers.',
  rules: ({ id, source, verification, probability, minPupils }) =>
    `Rules ${id}: ${source}. ${
      {
        verified: 'Checked against the document',
        'second-hand': 'The document is known second-hand',
        unverified: 'The document was not found, nobody has verified it',
        own: 'The borders are our own choice',
      }[verification]
    }; a statement needs a probability of ${formatShare(probability, 'en')} and ${formatCount(minPupils, 'en')} ${pluralEn(minPupils, 'pupil', 'pupils')} at least.`,
  foot: 'Internal document: small groups are not hidden in it.',
};

/** The words of a language. */
export function sheetWords(language: Language): SheetWords {
  return language === 'ru' ? ru : en;
}

/** `5 % (0–12 %)`, or why there is no figure. */
function rateText(figure: Figure, language: Language): string {
  if (figure.kind === 'missing') return describeMissing(figure.reason, language);
  const interval = intervalText(figure, language);
  return `${formatShare(figure.estimate, language)}${interval === '' ? '' : ` (${interval})`}`;
}

export function intervalText(figure: Figure, language: Language): string {
  if (figure.kind === 'missing' || figure.interval === undefined) return '';
  const { low, high } = figure.interval;
  return `${formatNumber(low * 100, language)}–${formatShare(high, language)}`;
}

const LEVELS: Readonly<Record<Language, Readonly<Record<ItemLevel, string>>>> = {
  ru: { basic: 'базовый', advanced: 'повышенный', high: 'высокий' },
  en: { basic: 'basic', advanced: 'advanced', high: 'high' },
};

function counted(n: number, language: Language): string {
  const word =
    language === 'ru' ? pluralRu(n, 'ученик', 'ученика', 'учеников') : pluralEn(n, 'pupil', 'pupils');
  return `${formatCount(n, language)}\u00a0${word}`;
}

function itemsRu(items: readonly string[]): string {
  return `${pluralRu(items.length, 'задание', 'задания', 'задания')}\u00a0${items.join(', ')}`;
}

function itemsEn(items: readonly string[]): string {
  return `${pluralEn(items.length, 'item', 'items')}\u00a0${items.join(', ')}`;
}

function itemCountRu(count: number): string {
  return `${formatCount(count, 'ru')} ${pluralRu(count, 'задание', 'задания', 'заданий')}`;
}
