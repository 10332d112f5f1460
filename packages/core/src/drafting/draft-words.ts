/**
 * Sentences of a drafted plan. Short, without blame, with the figures that they rest on.
 *
 * @module
 */
import type { Known } from '../foundation/figure.js';
import { formatCount, formatProbability, formatShare } from '../foundation/format-number.js';
import type { Language } from '../foundation/issue.js';
import { pluralEn, pluralRu } from '../foundation/messages/plural.js';
import type { ConditionsKind } from './finding-groups.js';

/** What a sentence about low results names. */
interface LowWords {
  readonly work: string;
  readonly section?: string;
  readonly items: readonly string[];
  readonly schools: string | undefined;
}

/** A figure that a reason tells. */
export interface ToldFigure {
  readonly item?: string;
  readonly unit: string;
  readonly figure: Known;
  readonly probability?: number;
}

/** A school with low results, as a reason tells it. */
interface ListedSchool {
  readonly name: string;
  readonly probability: number | undefined;
}

export interface DraftWords {
  readonly title: (unit: string | undefined, schoolYear: string) => string;
  readonly low: (words: LowWords) => string;
  readonly weak: (words: LowWords) => string;
  readonly notTaught: (work: string, items: readonly string[], schools: string | undefined) => string;
  readonly journalGap: (work: string, schools: string | undefined) => string;
  readonly doubtful: (work: string, schools: string | undefined) => string;
  readonly reasonDoubtful: string;
  readonly checkedAgain: string;
  /** `schools` absent = the plan is the school's own. */
  readonly lowResults: (schools: string | undefined) => string;
  readonly reasonLowResults: (schools: readonly ListedSchool[]) => string;
  readonly agreedPlans: string;
  /** What to do about a school by its results and conditions; `schools` absent = the plan is the school's own. */
  readonly conditions: Readonly<
    Record<
      ConditionsKind,
      {
        readonly text: (schools: string | undefined) => string;
        readonly reason: string;
        /** Name of the indicator that counts schools. */
        readonly count: string;
      }
    >
  >;
  readonly agenda: (work: string, topics: readonly string[]) => string;
  readonly heads: (topics: readonly string[]) => string;
  readonly parents: (topics: readonly string[]) => string;
  readonly reasonLow: (figures: readonly ToldFigure[]) => string;
  readonly reasonNotTaught: (figures: readonly ToldFigure[]) => string;
  readonly reasonJournal: (figures: readonly ToldFigure[]) => string;
  /** `about`: the work, and whose results are meant where the plan does not say that itself. */
  readonly solveRate: (item: string, about: string) => string;
  readonly notTaughtPupils: (item: string, about: string) => string;
  readonly confirmedMarks: (about: string) => string;
  readonly meetings: (audience: 'associations' | 'heads' | 'parents') => string;
  readonly schools: (names: readonly string[]) => string;
  readonly topic: (section: string | undefined, items: readonly string[]) => string;
  readonly earlier: (schoolYear: string) => string;
  readonly priorities: (lines: readonly string[]) => string;
  readonly priority: (work: string, topic: string, schools: number, pupils: number) => string;
  readonly midYear: string;
  readonly endOfYear: string;
  readonly everybody: string;
  readonly parties: Readonly<
    Record<'teachers' | 'deputyHeads' | 'heads' | 'associations' | 'parents', string>
  >;
  readonly sections: { readonly management: string };
  readonly directions: { readonly quality: string };
}

const SHOWN = 5;

const ru: DraftWords = {
  title: (unit, schoolYear) =>
    `План работы с результатами оценочных процедур${unit === undefined ? '' : `: ${unit}`}, ${schoolYear} учебный год`,
  low: ({ work, section, items, schools }) =>
    `${work}. ${section === undefined ? 'Повторить темы' : `Повторить раздел «${section}»`}${items.length === 0 ? '' : `: ${itemsRu(items)}`}. До повторения и после него провести короткую диагностику теми же умениями${schools === undefined ? '' : ` (${schools})`}.`,
  weak: ({ work, section, items, schools }) =>
    `${work}. Разобрать, почему ${itemsRu(items)}${section === undefined ? '' : ` (раздел «${section}»)`} решают хуже, чем ученики других школ с такой же суммой баллов: сверить программу, учебник и приёмы обучения${schools === undefined ? '' : ` (${schools})`}.`,
  notTaught: (work, items, schools) =>
    `${work}. Сверить рабочую программу с проверяемыми темами (${itemsRu(items)}) и внести их в план уроков${schools === undefined ? '' : ` (${schools})`}.`,
  journalGap: (work, schools) =>
    `${work}. Сопоставить критерии текущих отметок с критериями работы, выборочно перепроверить работы${schools === undefined ? '' : ` (${schools})`}.`,
  doubtful: (work, schools) =>
    `${work}. Перепроверить часть работ в другой школе или в муниципалитете, сравнить баллы и обсудить критерии с проверявшими${schools === undefined ? '' : ` (${schools})`}.`,
  reasonDoubtful:
    'Есть возможный признак необъективных результатов; он ничего не доказывает, нужен дополнительный анализ.',
  checkedAgain: 'Школ, где часть работ перепроверена',
  lowResults: (schools) =>
    schools === undefined
      ? 'Согласовать с методическим центром дорожную карту повышения результатов, назначить куратора и раз в четверть разбирать с ним промежуточные результаты.'
      : `Сопровождать школы с низкими результатами (${schools}): с каждой согласовать дорожную карту, назначить куратора и раз в четверть разбирать промежуточные результаты.`,
  reasonLowResults: (schools) =>
    schools
      .slice(0, SHOWN)
      .map(
        ({ name, probability }) =>
          `${name}: ${probability === undefined ? 'вероятность не посчитана' : `вероятность низких результатов ${formatProbability(probability, 'ru')}`}.`,
      )
      .join(' '),
  agreedPlans: 'Школ с согласованной дорожной картой',
  conditions: {
    'hard-conditions': {
      text: (schools) =>
        schools === undefined
          ? 'Составить с учредителем перечень того, чего школе не хватает (кадры, оснащение, сопровождение семей), и сроки.'
          : `Помочь ресурсами школам в тяжёлых условиях (${schools}): с каждой составить перечень того, чего не хватает (кадры, оснащение, сопровождение семей), и сроки.`,
      reason:
        'Результаты низкие, но такие же, как у других школ в таких условиях: нужны ресурсы, а не упрёки.',
      count: 'Школ, с которыми согласован перечень ресурсов',
    },
    'below-expected': {
      text: (schools) =>
        schools === undefined
          ? 'Разобрать с методистом, чем работа школы отличается от школ в таких же условиях с более высокими результатами, и выбрать до трёх изменений.'
          : `Разобрать с каждой школой (${schools}), чем её работа отличается от школ в таких же условиях с более высокими результатами, и выбрать до трёх изменений.`,
      reason:
        'Результаты низкие и, вероятно, ниже, чем у школ в таких же условиях: одними условиями их не объяснить.',
      count: 'Школ, где изменения выбраны',
    },
    'resilient-school': {
      text: (schools) =>
        schools === undefined
          ? 'Описать приёмы работы, с которыми результаты школы выше ожидаемых, и показать их соседним школам.'
          : `Изучить и описать работу школ, у которых в тяжёлых условиях результаты выше ожидаемых (${schools}), и показать её соседним школам.`,
      reason: 'Условия тяжёлые, а результаты, вероятно, выше, чем у школ в таких же условиях.',
      count: 'Школ, чья работа описана и показана',
    },
  },
  agenda: (work, topics) =>
    `${work}. Обсудить на методическом объединении приёмы обучения темам в таком порядке: ${topics.join('; ')}.`,
  heads: (topics) =>
    `Рассмотреть на совещании руководителей темы, где помощь нужнее всего: ${topics.join('; ')}; назначить ответственных и сроки.`,
  parents: (topics) =>
    `Рассказать родителям на собрании и на сайте, какие темы повторяются в этом году и как помочь дома: ${topics.join('; ')}.`,
  reasonLow: (figures) => figures.map(lowRu).join(' '),
  reasonNotTaught: (figures) =>
    figures
      .map(
        ({ item, unit, figure }) =>
          `Задание ${item ?? ''} (${unit}): тему ещё не проходили ${formatCount(figure.estimate, 'ru')} из ${formatCount(figure.n, 'ru')} ${pluralRu(figure.n, 'ученика', 'учеников', 'учеников')}.`,
      )
      .join(' '),
  reasonJournal: (figures) =>
    figures
      .map(
        ({ unit, figure }) =>
          `${capital(unit)}: отметка за работу совпала с журналом у ${formatShare(figure.estimate, 'ru')} из ${formatCount(figure.n, 'ru')} ${pluralRu(figure.n, 'ученика', 'учеников', 'учеников')}.`,
      )
      .join(' '),
  solveRate: (item, about) => `Решаемость задания ${item} (${about})`,
  notTaughtPupils: (item, about) => `Ученики, не проходившие тему задания ${item} (${about})`,
  confirmedMarks: (about) => `Доля учеников, чья отметка совпала с журналом (${about})`,
  meetings: (audience) =>
    ({
      associations: 'Проведено заседаний методического объединения',
      heads: 'Проведено совещаний руководителей',
      parents: 'Проведено родительских собраний',
    })[audience],
  schools: (names) =>
    names.length <= SHOWN
      ? `${pluralRu(names.length, 'школа', 'школы', 'школы')}: ${names.join(', ')}`
      : `${names.length} ${pluralRu(names.length, 'школа', 'школы', 'школ')}, среди них ${names.slice(0, SHOWN).join(', ')}`,
  topic: (section, items) =>
    section === undefined
      ? itemsRu(items)
      : items.length === 0
        ? `«${section}»`
        : `«${section}» (${itemsRu(items)})`,
  earlier: (schoolYear) => `Результаты ${schoolYear} учебного года: по этому предмету есть более новые.`,
  priorities: (lines) => `Приоритеты для муниципального задания: ${lines.join('; ')}.`,
  priority: (work, topic, schools, pupils) =>
    `${work}, ${topic}: ${schools === 0 ? 'в целом' : `${schools} ${pluralRu(schools, 'школа', 'школы', 'школ')}`}, ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}`,
  midYear: 'Промежуточная диагностика',
  endOfYear: 'Итоговая диагностика',
  everybody: 'все участники',
  parties: {
    teachers: 'Учителя-предметники',
    deputyHeads: 'Заместители руководителей',
    heads: 'Руководители школ',
    associations: 'Методические объединения',
    parents: 'Классные руководители',
  },
  sections: { management: 'Управление и работа с родителями' },
  directions: { quality: 'Повышение качества образования' },
};

const en: DraftWords = {
  title: (unit, schoolYear) =>
    `Plan of work with assessment results${unit === undefined ? '' : `: ${unit}`}, school year ${schoolYear}`,
  low: ({ work, section, items, schools }) =>
    `${work}. ${section === undefined ? 'Teach again' : `Teach the section "${section}" again`}${items.length === 0 ? '' : `: ${itemsEn(items)}`}. Test the same skills briefly before and after${schools === undefined ? '' : ` (${schools})`}.`,
  weak: ({ work, section, items, schools }) =>
    `${work}. Find out why ${itemsEn(items)}${section === undefined ? '' : ` (section "${section}")`} ${pluralEn(items.length, 'is', 'are')} solved less well than by pupils of other schools with the same total: compare curriculum, textbook and ways of teaching${schools === undefined ? '' : ` (${schools})`}.`,
  notTaught: (work, items, schools) =>
    `${work}. Compare the curriculum with the topics assessed (${itemsEn(items)}) and put them into the lesson plans${schools === undefined ? '' : ` (${schools})`}.`,
  journalGap: (work, schools) =>
    `${work}. Compare the criteria of journal marks with those of the work and mark a sample again${schools === undefined ? '' : ` (${schools})`}.`,
  doubtful: (work, schools) =>
    `${work}. Have a part of the papers marked again in another school or the municipality, compare the points and discuss the criteria with the markers${schools === undefined ? '' : ` (${schools})`}.`,
  reasonDoubtful:
    'There is a possible marker of doubtful results; it proves nothing, and needs further analysis.',
  checkedAgain: 'Schools where a part of the papers was marked again',
  lowResults: (schools) =>
    schools === undefined
      ? 'Agree a road map with the methodical centre, name a curator and go through interim results together each quarter.'
      : `Support schools with low results (${schools}): agree a road map with each, name a curator and go through interim results each quarter.`,
  reasonLowResults: (schools) =>
    schools
      .slice(0, SHOWN)
      .map(
        ({ name, probability }) =>
          `${name}: ${probability === undefined ? 'probability not computed' : `probability of low results ${formatProbability(probability, 'en')}`}.`,
      )
      .join(' '),
  agreedPlans: 'Schools with an agreed road map',
  conditions: {
    'hard-conditions': {
      text: (schools) =>
        schools === undefined
          ? 'List with the founder what the school lacks (staff, equipment, work with families), and by when it will be there.'
          : `Give resources to schools in hard conditions (${schools}): list with each what it lacks (staff, equipment, work with families), and by when it will be there.`,
      reason:
        'Results are low, but as those of other schools in such conditions: resources are needed, not blame.',
      count: 'Schools with an agreed list of resources',
    },
    'below-expected': {
      text: (schools) =>
        schools === undefined
          ? 'Look with a methodologist at what differs from schools in the same conditions with higher results, and choose up to three changes.'
          : `Look with each school (${schools}) at what differs from schools in the same conditions with higher results, and choose up to three changes.`,
      reason:
        'Results are low, and probably lower than those of schools in the same conditions: conditions alone do not explain them.',
      count: 'Schools where changes are chosen',
    },
    'resilient-school': {
      text: (schools) =>
        schools === undefined
          ? 'Describe the ways of working with which results are above those expected, and show them to neighbouring schools.'
          : `Study and describe the work of schools whose results are above those expected in hard conditions (${schools}), and show it to neighbouring schools.`,
      reason: 'Conditions are hard, and results are probably above those of schools in the same conditions.',
      count: 'Schools whose work is described and shown',
    },
  },
  agenda: (work, topics) =>
    `${work}. Discuss in the teachers’ association how to teach these topics, in this order: ${topics.join('; ')}.`,
  heads: (topics) =>
    `Discuss with the heads of schools the topics where help is needed most: ${topics.join('; ')}; name people and dates.`,
  parents: (topics) =>
    `Tell parents, at a meeting and on the site, which topics are taught again this year and how to help at home: ${topics.join('; ')}.`,
  reasonLow: (figures) => figures.map(lowEn).join(' '),
  reasonNotTaught: (figures) =>
    figures
      .map(
        ({ item, unit, figure }) =>
          `Item ${item ?? ''} (${unit}): ${formatCount(figure.estimate, 'en')} of ${formatCount(figure.n, 'en')} ${pluralEn(figure.n, 'pupil', 'pupils')} had not been taught the topic.`,
      )
      .join(' '),
  reasonJournal: (figures) =>
    figures
      .map(
        ({ unit, figure }) =>
          `${capital(unit)}: the mark of the work is that of the journal for ${formatShare(figure.estimate, 'en')} of ${formatCount(figure.n, 'en')} ${pluralEn(figure.n, 'pupil', 'pupils')}.`,
      )
      .join(' '),
  solveRate: (item, about) => `Solve rate of item ${item} (${about})`,
  notTaughtPupils: (item, about) => `Pupils not taught the topic of item ${item} (${about})`,
  confirmedMarks: (about) => `Share of pupils whose mark is that of the journal (${about})`,
  meetings: (audience) =>
    ({
      associations: 'Meetings of the association held',
      heads: 'Meetings of heads held',
      parents: 'Meetings with parents held',
    })[audience],
  schools: (names) =>
    names.length <= SHOWN
      ? `${pluralEn(names.length, 'school', 'schools')}: ${names.join(', ')}`
      : `${names.length} schools, among them ${names.slice(0, SHOWN).join(', ')}`,
  topic: (section, items) =>
    section === undefined
      ? itemsEn(items)
      : items.length === 0
        ? `"${section}"`
        : `"${section}" (${itemsEn(items)})`,
  earlier: (schoolYear) => `Results of ${schoolYear}: there are newer ones of this subject.`,
  priorities: (lines) => `Priorities for the municipal assignment: ${lines.join('; ')}.`,
  priority: (work, topic, schools, pupils) =>
    `${work}, ${topic}: ${schools === 0 ? 'all together' : `${schools} ${pluralEn(schools, 'school', 'schools')}`}, ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')}`,
  midYear: 'Interim test',
  endOfYear: 'Final test',
  everybody: 'all participants',
  parties: {
    teachers: 'Subject teachers',
    deputyHeads: 'Deputy heads',
    heads: 'Heads of schools',
    associations: 'Teachers’ associations',
    parents: 'Class teachers',
  },
  sections: { management: 'Management and parents' },
  directions: { quality: 'Better education' },
};

/** The sentences of a language. */
export function draftWords(language: Language): DraftWords {
  return language === 'ru' ? ru : en;
}

function itemsRu(items: readonly string[]): string {
  return `${pluralRu(items.length, 'задание', 'задания', 'задания')} ${items.join(', ')}`;
}

function itemsEn(items: readonly string[]): string {
  return `${pluralEn(items.length, 'item', 'items')} ${items.join(', ')}`;
}

function lowRu({ item, unit, figure, probability }: ToldFigure): string {
  const { estimate, n, interval } = figure;
  const doubt =
    interval === undefined
      ? ''
      : `, с учётом случайности от ${formatShare(interval.low, 'ru')} до ${formatShare(interval.high, 'ru')}`;
  const sure =
    probability === undefined ? '' : `; вероятность, что умение недостаточно, ${sureness(probability, 'ru')}`;
  return `Задание ${item ?? ''} (${unit}): ${formatShare(estimate, 'ru')} возможных баллов, ${formatCount(n, 'ru')} ${pluralRu(n, 'ученик', 'ученика', 'учеников')}${doubt}${sure}.`;
}

function lowEn({ item, unit, figure, probability }: ToldFigure): string {
  const { estimate, n, interval } = figure;
  const doubt =
    interval === undefined
      ? ''
      : `, given chance between ${formatShare(interval.low, 'en')} and ${formatShare(interval.high, 'en')}`;
  const sure =
    probability === undefined
      ? ''
      : `; the skill is insufficient with probability ${sureness(probability, 'en')}`;
  return `Item ${item ?? ''} (${unit}): ${formatShare(estimate, 'en')} of the points, ${formatCount(n, 'en')} ${pluralEn(n, 'pupil', 'pupils')}${doubt}${sure}.`;
}

/** Nothing is known for certain: 99.97 % is more than 99 %, not 100 %. */
function sureness(probability: number, language: Language): string {
  if (probability < 0.99) return formatShare(probability, language);
  return language === 'ru' ? `более ${formatShare(0.99, 'ru')}` : `above ${formatShare(0.99, 'en')}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
