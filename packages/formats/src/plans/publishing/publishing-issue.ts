/**
 * Why a plan is not published, and what its publisher should know, as values. Sentences are made late.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { PLAN_FIELDS } from '@orientir/core/road-map';
import { en } from './messages/en.js';
import { ru } from './messages/ru.js';
import type { PrivateKind } from './private-data.js';
import type { PlanTextPlace } from './published-texts.js';

/** The plan is not published: data of pupils, private contacts, a text that ends within a character. */
export type PublishingProblemCode = PrivateKind | 'pupils-column' | 'pupil-name' | 'broken-text';

/** The plan is published, and somebody should look. */
export type PublishingWarningCode =
  /** A name stands among the responsible, and stays. */
  | 'person-named'
  /** A name gave way to the position beside it. */
  | 'name-replaced'
  /** A name had no position beside it and was left out. */
  | 'name-left-out'
  /** Names stand where nothing is replaced. */
  | 'name-in-text'
  /** Without the names it is no longer the approved content. */
  | 'approval-not-comparable'
  /** A mailbox of an organisation at a host where anybody can have one. */
  | 'mailbox-doubtful';

export interface PublishingIssue<Code extends string = PublishingProblemCode | PublishingWarningCode>
  extends Partial<PlanTextPlace> {
  readonly code: Code;
  /** What was found there. */
  readonly text: string;
}

export type PublishingProblem = PublishingIssue<PublishingProblemCode>;
export type PublishingWarning = PublishingIssue<PublishingWarningCode>;

/** One sentence for every code; `text` is what was found. */
export type PublishingTexts = Readonly<
  Record<PublishingProblemCode | PublishingWarningCode, (text: string) => string>
>;

/** The issue with its place, in a sentence: `Мероприятие 3, Ответственные: …`. */
export function describePublishingIssue(issue: PublishingIssue, language: Language): string {
  const sentence = (language === 'ru' ? ru : en)[issue.code](shortened(issue.text));
  const place = placeText(issue, language);
  return place === '' ? sentence : `${place}: ${sentence}`;
}

function placeText({ measure, field }: PublishingIssue, language: Language): string {
  const named = fieldName(field ?? '', language);
  if (measure === undefined) return named;
  const row = `${language === 'ru' ? 'Мероприятие' : 'Measure'} ${measure}`;
  return named === '' ? row : `${row}, ${named}`;
}

function fieldName(field: string, language: Language): string {
  const known = Object.entries(PLAN_FIELDS).find(([code]) => code === field)?.[1][language];
  if (known !== undefined || field === '') return known ?? '';
  return language === 'ru' ? `«${field}»` : `"${field}"`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
