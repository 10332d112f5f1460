/**
 * `partners.xlsx`: partner schools as a person would lay them out.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatNumber, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { NoPartnerReason, PartnerEntry, PartnerPlan } from '@orientir/core/partners';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';

export interface PartnersWorkbookOptions {
  readonly language: Language;
  /** Names of schools by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Pairs, what each partner can show, and how alike the conditions are. */
export function partnersWorkbook(plan: PartnerPlan, options: PartnersWorkbookOptions): Uint8Array {
  return writeWorkbook([pairsSheet(plan, options), topicsSheet(plan, options), balanceSheet(plan, options)]);
}

function pairsSheet(plan: PartnerPlan, { language, names }: PartnersWorkbookOptions): WorkbookSheet {
  const w = WORDS[language];
  const name = (school: string) => names.get(school) ?? school;
  return {
    name: w.pairs,
    title: w.pairs,
    notes: [
      w.pairsNote,
      w.distanceNote(plan.rules.distance),
      proofText(plan, language),
      ...(plan.rules.verified ? [] : [w.unverified]),
    ],
    columns: [
      { header: w.school, kind: 'text', width: 38 },
      { header: w.partner, kind: 'text', width: 38 },
      { header: w.distance, kind: 'number' },
      { header: w.difference, kind: 'number' },
      { header: w.low, kind: 'number' },
      { header: w.high, kind: 'number' },
      { header: w.kilometres, kind: 'count' },
      { header: w.topics, kind: 'text', width: 44, wraps: true },
      { header: w.why, kind: 'text', width: 60, wraps: true },
    ],
    rows: plan.entries.map((entry) => {
      if (entry.kind === 'without') {
        return [name(entry.school), ...Array<undefined>(7).fill(undefined), whyText(entry, language, name)];
      }
      const { partner, distance, difference, low, high, kilometres, topics } = entry.pair;
      return [
        name(entry.school),
        name(partner.school),
        distance,
        difference,
        low,
        high,
        kilometres,
        topics.join('; '),
        undefined,
      ];
    }),
  };
}

function topicsSheet(plan: PartnerPlan, { language, names }: PartnersWorkbookOptions): WorkbookSheet {
  const w = WORDS[language];
  const name = (school: string) => names.get(school) ?? school;
  return {
    name: w.teaches,
    title: w.teaches,
    notes: [w.teachesNote],
    columns: [
      { header: w.topic, kind: 'text', width: 44 },
      { header: w.partner, kind: 'text', width: 38 },
      { header: w.school, kind: 'text', width: 38 },
    ],
    rows: plan.entries
      .flatMap((entry) =>
        entry.kind === 'without'
          ? []
          : entry.pair.topics.map((topic) => [topic, name(entry.pair.partner.school), name(entry.school)]),
      )
      .sort(([one = ''], [other = '']) => (one < other ? -1 : one > other ? 1 : 0)),
  };
}

function balanceSheet({ balance }: PartnerPlan, { language }: PartnersWorkbookOptions): WorkbookSheet {
  const w = WORDS[language];
  return {
    name: w.balance,
    title: w.balance,
    notes: [w.balanceNote],
    columns: [
      { header: w.variable, kind: 'text', width: 52 },
      { header: w.before, kind: 'number' },
      { header: w.after, kind: 'number' },
    ],
    rows: balance.map(({ variable, before, after }) => [w.variables[variable] ?? variable, before, after]),
  };
}

/** Why a school has no partner, in a sentence, and who would come nearest. */
function whyText(
  { reason, nearest }: Extract<PartnerEntry, { kind: 'without' }>,
  language: Language,
  name: (school: string) => string,
): string {
  const w = WORDS[language];
  if (nearest === undefined) return `${w.reasons[reason]}.`;
  const way =
    nearest.kilometres === undefined ? '' : `, ${formatNumber(nearest.kilometres, language)} ${w.km}`;
  return `${w.reasons[reason]}; ${w.nearest[reason] ?? w.nearest['none-near']}: ${name(nearest.partner.school)}${way}.`;
}

/** What is proven of the plan. */
export function proofText({ proof, entries }: PartnerPlan, language: Language): string {
  return WORDS[language].proof(
    proof.matched,
    proof.mostMatched,
    entries.length,
    proof.value,
    proof.mostValue,
  );
}

interface Words {
  readonly pairs: string;
  readonly pairsNote: string;
  distanceNote(most: number): string;
  readonly unverified: string;
  readonly school: string;
  readonly partner: string;
  readonly distance: string;
  readonly difference: string;
  readonly low: string;
  readonly high: string;
  readonly kilometres: string;
  readonly topics: string;
  readonly topic: string;
  readonly why: string;
  readonly teaches: string;
  readonly teachesNote: string;
  readonly balance: string;
  readonly balanceNote: string;
  readonly variable: string;
  readonly before: string;
  readonly after: string;
  readonly km: string;
  /** What the school named beside a reason is. */
  readonly nearest: Readonly<Partial<Record<NoPartnerReason, string>>>;
  readonly reasons: Readonly<Record<NoPartnerReason, string>>;
  readonly variables: Readonly<Record<string, string>>;
  proof(matched: number, most: number, of: number, value: number, mostValue: number): string;
}

const gapOf = (value: number, most: number) => (most > 0 ? Math.max(0, (most - value) / most) * 100 : 0);

const ru: Words = {
  pairs: 'Школы-партнёры',
  pairsNote:
    'Партнёр работает в похожих условиях, а результаты его выше ожидаемых для этих условий и выше, чем у школы, которой нужна поддержка. Разность — в стандартных отклонениях учеников, интервал 95 %. Это предложение, решают сами школы.',
  distanceNote: (most) =>
    `Несходство условий: 0 — одинаковые, больше ${formatNumber(most, 'ru')} партнёр не предлагается.`,
  unverified: 'Границы похожести условий выбраны программой и не проверены: это не норма.',
  school: 'Школа',
  partner: 'Партнёр',
  distance: 'Несходство условий',
  difference: 'Результаты выше на',
  low: 'не меньше',
  high: 'не больше',
  kilometres: 'Километров',
  topics: 'В чём партнёр может помочь',
  topic: 'Тема',
  why: 'Почему без партнёра',
  teaches: 'Кто чему может научить',
  teachesNote: 'Темы, по которым ученики партнёра справляются уверенно, а ученикам школы пока трудно.',
  balance: 'Похожесть условий',
  balanceNote:
    'Насколько партнёры отличаются от своих школ, в стандартных отклонениях; рядом — насколько отличались все остальные школы. До 0,25 в обе стороны — похоже.',
  variable: 'Условие',
  before: 'Все остальные школы',
  after: 'Партнёры',
  km: 'км',
  nearest: {
    'none-near': 'ближайшая в регионе',
    'none-alike': 'меньше всего отличается',
    full: 'лучше всех подошла бы',
  },
  reasons: {
    'no-context': 'Нет социального паспорта школы, или он заполнен не весь',
    'no-difference': 'Неизвестно, каких результатов ожидать от школы в таких условиях',
    'none-higher':
      'Среди школ того же вида и в таком же населённом пункте нет такой, чьи результаты наверняка выше',
    'none-alike': 'У школ с более высокими результатами другие условия',
    'none-near': 'Похожая школа есть, но в другом муниципалитете или слишком далеко',
    full: 'У похожих школ не осталось мест',
  },
  variables: {
    higher_education: 'Доля учеников, у чьих родителей высшее образование',
    single_parent: 'Доля учеников из неполных семей',
    unemployed: 'Доля учеников из семей, где не работают родители',
    on_registers: 'Доля учеников на учёте',
    log_pupils: 'Число учеников',
  },
  proof: (matched, most, of, value, mostValue) =>
    matched === 0
      ? `Ни у одной из ${of} ${pluralRu(of, 'школы', 'школ', 'школ')} партнёр не нашёлся: причина названа у каждой.`
      : `Партнёр нашёлся у ${matched} из ${of}${matched === most ? ': больше пар составить нельзя' : `; больше чем ${most} пар составить нельзя`}${
          value >= mostValue
            ? ', и лучших пар при том же их числе не бывает (доказано).'
            : `; лучше этого плана при том же числе пар — самое большее на ${formatNumber(gapOf(value, mostValue), 'ru', 2)} %.`
        }`,
};

const en: Words = {
  pairs: 'Partner schools',
  pairsNote:
    'A partner works in similar conditions, and its results are above those expected in them and above those of the school that needs support. Differences in standard deviations of pupils, 95% interval. It is a proposal; the schools decide.',
  distanceNote: (most) =>
    `Unlikeness of conditions: 0 is the same; above ${formatNumber(most, 'en')} no partner is proposed.`,
  unverified: 'The borders of likeness are our own and unverified: they are no norm.',
  school: 'School',
  partner: 'Partner',
  distance: 'Unlikeness of conditions',
  difference: 'Results higher by',
  low: 'at least',
  high: 'at most',
  kilometres: 'Kilometres',
  topics: 'What the partner can help with',
  topic: 'Topic',
  why: 'Why no partner',
  teaches: 'Who can teach what',
  teachesNote: 'Topics that the pupils of the partner master and those of the school do not.',
  balance: 'Likeness of conditions',
  balanceNote:
    'How far partners lie from their schools, in standard deviations; beside it how far all other schools did. Up to 0.25 either way is alike.',
  variable: 'Condition',
  before: 'All other schools',
  after: 'Partners',
  km: 'km',
  nearest: {
    'none-near': 'the nearest of the region',
    'none-alike': 'the least unlike',
    full: 'the one that would suit best',
  },
  reasons: {
    'no-context': 'The social passport of the school is missing or not filled in completely',
    'no-difference': 'It is not known which results to expect of a school in such conditions',
    'none-higher': 'No school of this kind has surely higher results',
    'none-alike': 'Schools with higher results have other conditions',
    'none-near': 'There is a similar school, but in another municipality or too far away',
    full: 'Similar schools have no place left',
  },
  variables: {
    higher_education: 'Share of pupils whose parents have higher education',
    single_parent: 'Share of pupils from single-parent families',
    unemployed: 'Share of pupils with unemployed parents',
    on_registers: 'Share of pupils on registers',
    log_pupils: 'Number of pupils',
  },
  proof: (matched, most, of, value, mostValue) =>
    matched === 0
      ? `None of ${of} ${pluralEn(of, 'school', 'schools')} has a partner: each has its reason beside it.`
      : `${matched} of ${of} ${pluralEn(of, 'school', 'schools')} ${pluralEn(matched, 'has', 'have')} a partner${matched === most ? ': more pairs are impossible' : `; more than ${most} pairs are impossible`}${
          value >= mostValue
            ? ', and with as many pairs none are better: this is proven.'
            : `; with as many pairs no plan is better by more than ${formatNumber(gapOf(value, mostValue), 'en', 2)}%.`
        }`,
};

const WORDS: Readonly<Record<Language, Words>> = { ru, en };
