/**
 * What stands below the printed table: decisions and resources.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Decision, PlanResource, RoadMap } from '@orientir/core/road-map';
import { linkTarget } from './link-target.js';
import { shortDate } from './plan-date.js';
import { shownText } from './shown-text.js';
import { writingWords } from './writing-words.js';

export interface ClosingItem {
  /** In one line: a second one could be read as a new list. */
  readonly text: string;
  /** A safe address. */
  readonly href?: string;
}

export interface ClosingList {
  readonly of: 'decisions' | 'resources';
  readonly heading: string;
  readonly items: readonly ClosingItem[];
}

/** The lists that the plan has something for. */
export function closingLists(
  { decisions = [], resources = [] }: RoadMap,
  language: Language,
): readonly ClosingList[] {
  const words = writingWords(language);
  const lists: readonly ClosingList[] = [
    {
      of: 'decisions',
      heading: words.decisions,
      items: decisions.map((decision) => ({ text: decisionText(decision, language) })),
    },
    {
      of: 'resources',
      heading: words.resources,
      items: resources.map((resource) => resourceItem(resource, language)),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}

/** An item as plain text, with its address behind it. */
export function closingText({ text, href }: ClosingItem): string {
  return href === undefined ? text : `${text} — ${href}`;
}

function decisionText({ text, by, date, evidence }: Decision, language: Language): string {
  const words = writingWords(language);
  const who = [
    by === undefined ? '' : oneLine(by),
    date === undefined ? '' : shortDate(date, language),
  ].filter((part) => part !== '');
  const items = new Map<string, Set<string>>();
  for (const { assessment, item } of evidence) {
    const found = items.get(assessment) ?? new Set<string>();
    items.set(assessment, found);
    if (item !== undefined) found.add(oneLine(item));
  }
  const works = [...items].map(([work, of]) =>
    of.size === 0 ? oneLine(work) : words.itemsOf(oneLine(work), [...of]),
  );
  const said = who.length === 0 ? oneLine(text) : `${oneLine(text)} (${who.join(', ')})`;
  if (works.length === 0) return said;
  return `${said}${/[.:;!?…]$/.test(said) ? '' : '.'} ${words.restsOn(works)}`;
}

function resourceItem({ kind, title, date, href }: PlanResource, language: Language): ClosingItem {
  const target = href === undefined ? undefined : linkTarget(href);
  const day = date === undefined ? '' : `, ${shortDate(date, language)}`;
  return {
    text: `${writingWords(language).resourceKinds[kind]}: ${oneLine(title)}${day}`,
    ...(target === undefined ? {} : { href: target }),
  };
}

function oneLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}
