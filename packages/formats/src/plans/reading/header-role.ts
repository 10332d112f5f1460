import { PLAN_FIELD_ORDER, PLAN_FIELDS } from '@orientir/core/road-map';
import { cyrillicWords } from '../../lookalikes.js';
import type { ColumnRole } from './header-synonyms.js';
import { FACT_STEMS, HEADER_NAMES, HEADER_STEMS } from './header-synonyms.js';

export interface HeaderRole {
  readonly role: ColumnRole;
  /** Whether the whole name is known. */
  readonly exact: boolean;
}

/**
 * What a column is for by its name; absent when the name says nothing.
 *
 * Ambiguous names, our choice: «Направление деятельности», «Этап», «Задача» group measures, and name them where no other
 * column does; «Фактический …», «достигнутые» are facts and no plan; «Риск» alone is a risk even in «Факторы риска».
 */
export function headerRole(text: string): HeaderRole | undefined {
  const key = headerKey(text);
  if (key === '') return undefined;
  if (ROW_NUMBER.test(key)) return { role: 'number', exact: true };
  const known = NAMES.get(key) ?? NAMES.get(key.replace(/-/g, ''));
  if (known !== undefined) return { role: known, exact: true };
  if (key.length > LONGEST_NAME) return undefined;
  if (FACTS.test(key)) return { role: 'status', exact: false };
  let first: { at: number; role: ColumnRole } | undefined;
  for (const { pattern, role } of STEMS) {
    const at = key.search(pattern);
    if (at >= 0 && (first === undefined || at < first.at)) first = { at, role };
  }
  if (first === undefined) return undefined;
  const role = first.role === 'deadline' ? endOfPeriod(key) : first.role;
  return { role, exact: false };
}

/** A header as it is compared: small letters, no points, quotes, brackets and line breaks, Latin look-alikes as Cyrillic. */
export function headerKey(text: string): string {
  const words = text
    .slice(0, 2 * LONGEST_NAME)
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/(\p{L})-\s*\n\s*(?=\p{L})/gu, '$1')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}№-]+/gu, ' ')
    .trim();
  const spelt = /^(?:\S ){2,}\S$/u.test(words) && !/[№n]/u.test(words) ? words.replace(/ /g, '') : words;
  return cyrillicWords(spelt);
}

function endOfPeriod(key: string): ColumnRole {
  const begins = /(?<![а-я])начал/u.test(key);
  const ends = /(?<![а-я])(?:окончан|завершен)/u.test(key);
  return begins === ends ? 'deadline' : begins ? 'start' : 'end';
}

const LONGEST_NAME = 200;
const ROW_NUMBER = /^(?=.)(?:№+|n|no|nn|номер|номер по порядку)? ?(?:п ?п|пп)?$/u;
const ROLES: readonly ColumnRole[] = [...PLAN_FIELD_ORDER, 'section', 'start', 'end', 'kind', 'id', 'parent'];
/** Names of people, the words of the codelist, and the codes, which head the columns of our csv. */
const NAMES: ReadonlyMap<string, ColumnRole> = new Map(
  ROLES.flatMap((role) =>
    [role, ...wordsOf(role), ...HEADER_NAMES[role]].map((name) => [name, role] as const),
  ),
);

function wordsOf(role: ColumnRole): readonly string[] {
  switch (role) {
    case 'section':
    case 'start':
    case 'end':
    case 'kind':
    case 'id':
    case 'parent':
      return [];
    default:
      return [headerKey(PLAN_FIELDS[role].ru), headerKey(PLAN_FIELDS[role].en)];
  }
}

const FACTS = new RegExp(`(?<![а-я])(?:${FACT_STEMS})`, 'u');
const STEMS = HEADER_STEMS.map(([stem, role]) => ({
  role,
  pattern: new RegExp(`(?<![а-я])(?:${stem})`, 'u'),
}));
