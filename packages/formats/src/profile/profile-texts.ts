/**
 * The profile in words for people. Two tables that do not fit are told without blame: «расходится, проверьте».
 *
 * @module
 */
import type { Verification } from '@orientir/core/assessment';
import { lowResultsRulesTitle } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import {
  describeMissing,
  formatCount,
  formatDay,
  formatShare,
  pluralEn,
  pluralRu,
} from '@orientir/core/foundation';
import type {
  Checkpoint,
  ExitRule,
  ExitState,
  Period,
  Significance,
  Statement,
  SwotKind,
} from '@orientir/core/school-profile';
import { riskProfile500, sevenDirections } from '@orientir/core/school-profile';
import { INDICATORS } from '../passport/passport-columns.js';

type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const SIGNIFICANCE_TEXTS: Texts<Significance> = {
  ru: { high: 'высокая', medium: 'средняя', low: 'низкая' },
  en: { high: 'high', medium: 'medium', low: 'low' },
};
export const KIND_TEXTS: Texts<SwotKind> = {
  ru: {
    strength: 'сильная сторона',
    weakness: 'слабая сторона',
    opportunity: 'возможность',
    threat: 'угроза',
  },
  en: { strength: 'strength', weakness: 'weakness', opportunity: 'opportunity', threat: 'threat' },
};
export const STATE_TEXTS: Texts<'done' | 'open' | 'closed'> = {
  ru: { done: '● пройден', open: '◐ открыт', closed: '○ ещё не открыт' },
  en: { done: '● done', open: '◐ open', closed: '○ not open yet' },
};
export const PERIOD_TEXTS: Texts<Period> = {
  ru: { 'quarter-1': '1 четверть', 'half-year': 'полугодие', 'quarter-3': '3 четверть', year: 'год' },
  en: { 'quarter-1': 'first quarter', 'half-year': 'half-year', 'quarter-3': 'third quarter', year: 'year' },
};
export const EXIT_TEXTS: Texts<ExitRule> = {
  ru: { 'not-listed': 'правило не относит к низким', 'not-low': 'результаты, вероятно, не низкие' },
  en: { 'not-listed': 'the rule does not list it', 'not-low': 'results are probably not low' },
};
export const CHECKPOINT_TEXTS: Texts<Checkpoint> = {
  ru: { primary: 'первичный', intermediate: 'промежуточный', final: 'итоговый' },
  en: { primary: 'primary', intermediate: 'intermediate', final: 'final' },
};
export const REACHED_TEXTS: Texts<'yes' | 'no' | 'undetermined'> = {
  ru: { yes: 'достигнуто', no: 'не достигнуто', undetermined: 'нельзя сказать' },
  en: { yes: 'reached', no: 'not reached', undetermined: 'cannot be told' },
};
export const VERIFICATION_TEXTS: Texts<Verification> = {
  ru: {
    verified: 'сверено с документом',
    'second-hand': 'документ известен из вторых рук',
    unverified: 'не проверено: документ не найден',
    own: 'выбор программы, не проверено',
  },
  en: {
    verified: 'checked against the document',
    'second-hand': 'the document is known second-hand',
    unverified: 'unverified: the document was not found',
    own: 'our own choice, unverified',
  },
};

/** Name of a risk factor, a direction, or a topic of the SWOT; an id that nobody knows is its own name. */
export function topicName(id: string, language: Language): string {
  const of = [...riskProfile500.factors, ...sevenDirections.directions].find((each) => each.id === id);
  return of?.name[language] ?? TOPICS[language].get(id) ?? id;
}

const TOPICS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  ru: new Map([
    ['results', 'Результаты'],
    ['conditions', 'Условия'],
  ]),
  en: new Map([
    ['results', 'Results'],
    ['conditions', 'Conditions'],
  ]),
};

/** Name of a share of the social passport. */
export function passportName(id: string, language: Language): string {
  const of = INDICATORS.find((each) => each.id === id);
  if (of === undefined) return id;
  return language === 'ru'
    ? of.also.replace(/^доля учеников /, '')
    : (of.en.split(':')[0] ?? id).replace(/^Share of pupils /, '');
}

/**
 * Values out of tables as a part of a sentence, what is said of several things in one breath: «SWOT: „А“, „Б“ – угроза».
 *
 * @param most - of so many things the names are told, of the others the number.
 */
export function statementsText(
  statements: readonly Statement[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): string {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { table, key, value } = statement;
    const group = JSON.stringify(isOfTopic(statement) ? [table, value] : [table, key, value]);
    const there = groups.get(group);
    if (there === undefined) groups.set(group, [statement]);
    else if (!there.some((each) => each.key === key)) there.push(statement);
  }
  return [...groups.values()].map((of) => groupText(of, language, most)).join('; ');
}

function isOfTopic({ table }: Statement): boolean {
  return table === 'self-rating' || table === 'swot' || table === 'directions';
}

function groupText(of: readonly Statement[], language: Language, most: number): string {
  const [first] = of;
  if (first === undefined) return '';
  const { table, key, value } = first;
  const isRu = language === 'ru';
  const names = of.slice(0, most).map((each) => quoted(topicName(each.key, language), language));
  const left = of.length - names.length;
  const topics = [...names, ...(left === 0 ? [] : [isRu ? `ещё ${left}` : `${left} more`])].join(', ');
  switch (table) {
    case 'self-rating':
      return `${isRu ? 'самодиагностика' : 'self-diagnosis'}: ${topics} ${isRu ? '—' : '–'} ${ratingText(value, language)}`;
    case 'swot': {
      // A factor is named by its trouble, and an entry may call the same thing a strength.
      const about = isRu ? `SWOT: по ${of.length === 1 ? 'пункту' : 'пунктам'}` : 'SWOT, on';
      const kind =
        value === 'none'
          ? isRu
            ? 'не названо'
            : 'not named'
          : (lookUp(KIND_TEXTS[language], value) ?? value);
      return `${about} ${topics} ${isRu ? '—' : '–'} ${kind}`;
    }
    case 'directions':
      return `${isRu ? 'выбрано' : 'chosen'}: ${topics}`;
    case 'risk':
      return `${isRu ? 'результаты' : 'results'} (${lowResultsRulesTitle(key, language)}): ${lookUp(RISK_TEXTS[language], value) ?? value}`;
    case 'context':
      return CONDITIONS[language][value === 'hard' ? 'hard' : 'not-hard'];
    case 'passport':
      return key === 'pupils'
        ? `${isRu ? 'паспорт: учеников' : 'passport: pupils'} ${formatCount(Number(value), language)}`
        : `${isRu ? 'паспорт: доля учеников' : 'passport: share of pupils'} ${passportName(key, language)} ${formatShare(Number(value), language)}`;
    case 'tests':
      return isRu
        ? `работы одного года писали не меньше ${formatCount(Number(value), language)}\u00a0${pluralRu(Number(value), 'ученика', 'учеников', 'учеников')}`
        : `works of one year were written by at least ${formatCount(Number(value), language)} ${pluralEn(Number(value), 'pupil', 'pupils')}`;
  }
}

const CONDITIONS: Texts<'hard' | 'not-hard'> = {
  ru: { hard: 'паспорт: условия среди самых трудных', 'not-hard': 'паспорт: условия не из самых трудных' },
  en: {
    hard: 'passport: conditions are among the hardest',
    'not-hard': 'passport: conditions are not among the hardest',
  },
};

function ratingText(value: string, language: Language): string {
  if (value === 'chosen') return language === 'ru' ? 'взято в программу' : 'taken into the programme';
  const significance = lookUp(SIGNIFICANCE_TEXTS[language], value) ?? value;
  return language === 'ru' ? `${significance} значимость` : `rated ${significance}`;
}

export const RISK_TEXTS: Texts<'low' | 'not-low' | 'undetermined' | 'too-few'> = {
  ru: {
    low: 'вероятно, низкие',
    'not-low': 'вероятно, не низкие',
    undetermined: 'нельзя сказать уверенно',
    'too-few': 'слишком мало данных',
  },
  en: {
    low: 'probably low',
    'not-low': 'probably not low',
    undetermined: 'cannot be told for sure',
    'too-few': 'too little data',
  },
};

const EXIT_REASON_TEXTS: Texts<'undetermined' | 'ruleset-unknown'> = {
  ru: {
    undetermined: REACHED_TEXTS.ru.undetermined,
    'ruleset-unknown': 'по такому правилу не судили ни одну школу',
  },
  en: {
    undetermined: REACHED_TEXTS.en.undetermined,
    'ruleset-unknown': 'no school was judged by such a ruleset',
  },
};

/** Why an exit rule cannot be judged. */
export function exitReasonText(reason: ExitReason, language: Language): string {
  return reason === 'undetermined' || reason === 'ruleset-unknown'
    ? EXIT_REASON_TEXTS[language][reason]
    : describeMissing(reason, language);
}

type ExitReason = Extract<ExitState, { readonly kind: 'unknown' }>['reason'];

/** A day; nothing for none. */
export function dayText(day: string | undefined, language: Language): string {
  return day === undefined ? '' : formatDay(day, language);
}

function lookUp(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function quoted(text: string, language: Language): string {
  return language === 'ru' ? `«${text}»` : `“${text}”`;
}
