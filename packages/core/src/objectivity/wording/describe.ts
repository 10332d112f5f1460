/**
 * Sentences about markers. They say what is unusual and how to look further, never that anybody did something.
 *
 * @module
 */
import {
  digitsApart,
  formatCount,
  formatNumber,
  formatShare,
  roundHalfUp,
} from '../../foundation/format-number.js';
import type { Language } from '../../foundation/issue.js';
import { describeMissing } from '../../foundation/messages/missing-text.js';
import type { OwnOutcome } from '../objectivity.js';
import type { DataNeed, OfficialOutcome } from '../official-markers.js';
import type { OfficialMarker } from '../rules.js';
import type { OwnTest, UntestedReason } from '../test-column.js';
import { en } from './en.js';
import type { ObjectivityWords, TestWords } from './objectivity-words.js';
import { ru } from './ru.js';

function wordsOf(language: Language): ObjectivityWords {
  return language === 'ru' ? ru : en;
}

/** Name, method, what else gives such figures, and how to check further. */
export function describeTest(test: OwnTest | OfficialMarker['kind'], language: Language): TestWords {
  const { tests, markers } = wordsOf(language);
  return isMarker(test) ? markers[test] : tests[test];
}

function isMarker(test: OwnTest | OfficialMarker['kind']): test is OfficialMarker['kind'] {
  return Object.hasOwn(ru.markers, test);
}

/** One of our tests on one school in a sentence or two: figures, and what it could have seen where it saw nothing. */
export function describeOwnOutcome({ test, n, result }: OwnOutcome, language: Language): string {
  const words = wordsOf(language);
  const { name } = words.tests[test];
  if (result.kind === 'not-tested') return words.untested(name, describeUntested(result.reason, language));
  const { statistic, p, q, flag, power } = result;
  const figures = {
    statistic: words.statistics[test](
      result.interval === undefined ? signed(statistic, language, DIGITS) : formatShare(statistic, language),
    ),
    n: formatCount(n, language),
    p: probability(p, language),
    q: q === undefined ? undefined : probability(q, language),
  };
  if (flag) return words.flagged(name, figures);
  const seen =
    power.kind === 'none'
      ? words.couldSeeNothing
      : (power.kind === 'low' ? words.couldSeeLittle : words.couldSee)(formatShare(power.power, language));
  return `${words.unflagged(name, figures)} ${seen}`;
}

/** A p value is never nothing. */
function probability(value: number, language: Language): string {
  return value < LEAST_SHOWN
    ? `< ${formatNumber(LEAST_SHOWN, language, 3)}`
    : `= ${formatNumber(value, language, 3)}`;
}

const LEAST_SHOWN = 0.001;

/** One official marker of one school in a sentence. */
export function describeOfficialOutcome({ marker, n, result }: OfficialOutcome, language: Language): string {
  const words = wordsOf(language);
  const name = `${words.markers[marker.kind].name} (${words.work(marker)})`;
  if (result.kind === 'not-computable')
    return words.notComputable(name, describeNeed(result.needs, language));
  const { statistic, threshold, marked } = result;
  const digits = digitsApart(statistic, threshold, DIGITS);
  const comparison = words.comparisons[marker.kind](
    signed(statistic, language, digits),
    signed(threshold, language, digits),
  );
  return (marked ? words.marked : words.unmarked)(name, comparison, formatCount(n, language));
}

const DIGITS = 2;

/** With a minus that is one; nothing has none. */
function signed(value: number, language: Language, digits: number): string {
  return formatNumber(roundHalfUp(value, digits) || 0, language, digits).replace(/^-/, '−');
}

/** Why a test says nothing. */
export function describeUntested(reason: UntestedReason, language: Language): string {
  const { reasons } = wordsOf(language);
  return isOwn(reason) ? reasons[reason] : describeMissing(reason, language);
}

function isOwn(reason: UntestedReason): reason is keyof ObjectivityWords['reasons'] {
  return Object.hasOwn(ru.reasons, reason);
}

/** What a marker lacks. */
export function describeNeed(need: DataNeed, language: Language): string {
  return wordsOf(language).needs[need];
}
