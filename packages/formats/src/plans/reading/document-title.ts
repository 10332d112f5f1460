/**
 * What the document calls itself, and what that says about it.
 *
 * @module
 */
import type { SchoolYear } from '@orientir/core/calendar';
import { parseSchoolYear } from '@orientir/core/calendar';
import type { PlanKind, PlanLevel } from '@orientir/core/road-map';
import { leadingNumber } from './leading-number.js';
import { endsOpen, isUpperCase, startsLowerCase } from './sentence-shape.js';
import type { TextLine } from './text-line.js';

/** The title among the lines above the plan; absent when nothing looks like one. */
export function documentTitle(lines: readonly TextLine[]): string | undefined {
  const head = lines.slice(0, MOST_LINES);
  const start = [KIND_START, OTHER_START]
    .map((pattern) => head.findIndex((line) => isStart(line, pattern)))
    .find((at) => at >= 0);
  const at =
    start ?? head.findIndex(({ heading, text }) => heading !== undefined && text.length < LONGEST_PART);
  if (at < 0) return undefined;
  const taken: TextLine[] = [];
  for (const line of head.slice(at)) {
    if (taken.length > 0 && !belongs(line, taken)) break;
    taken.push(line);
  }
  return taken
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s*[:]$/u, '');
}

export function planKind(title: string): PlanKind {
  if (/дорожн\S+ карт/iu.test(title)) return 'roadMap';
  const found = KINDS.map(({ kind, pattern }) => ({ kind, at: title.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return found[0]?.kind ?? 'plan';
}

/** Whose plan it is by its title; absent when the title does not say. */
export function planLevel(title: string): PlanLevel | undefined {
  if (/(?<!\p{L})(?:М[БАК]?ОУ|ГБОУ|СОШ|ООШ|гимнази[ияей]|лице[йяею]|школ[аыеу]\s*(?:№|N))/u.test(title))
    return 'school';
  if (
    /муниципальн(?:ая|ой|ый|ого|ом|ую) (?:программ|район|округ|образовани|план)|(?<!\p{L})(?:район(?:а|е)?|город(?:а|е)|округ(?:а|е)?)(?!\p{L})/iu.test(
      title,
    )
  )
    return 'municipality';
  return /област[иь]|республик|(?<!\p{L})кра(?:я|й|е)(?!\p{L})|регион/iu.test(title) ? 'region' : undefined;
}

/** «Сасовский муниципальный район», in the nominative; only names that are adjectives are turned. */
export function municipalityIn(text: string): string | undefined {
  const found =
    /(?<!\p{L})(\p{Lu}[\p{Ll}-]+[сц]к)(?:ий|ого|ом)\s+(?:(муниципальн|городск)(?:ый|ой|ого|ом)\s+)?(район|округ)(?:а|е)?(?!\p{L})/u.exec(
      text,
    );
  if (found === null) return undefined;
  const middle = found[2] === undefined ? '' : found[2].startsWith('м') ? 'муниципальный ' : 'городской ';
  return `${found[1]}ий ${middle}${found[3]}`;
}

/** «Рязанская область», «Краснодарский край», in the nominative. */
export function regionIn(text: string): string | undefined {
  const area = /(?<!\p{L})(\p{Lu}[\p{Ll}-]+[сц]к)(?:ая|ой|ую)\s+област(?:ь|и|ью)(?!\p{L})/u.exec(text);
  if (area !== null) return `${area[1]}ая область`;
  const land = /(?<!\p{L})(\p{Lu}[\p{Ll}-]+[сц]к)(?:ий|ого|ом)\s+кра(?:й|я|е)(?!\p{L})/u.exec(text);
  return land === null ? undefined : `${land[1]}ий край`;
}

export interface FoundYear {
  readonly schoolYear: SchoolYear;
  readonly text: string;
}

/** The first school year that a text names: «на 2020-2021 учебный год», «в 2020/2021 уч. г.». */
export function schoolYearIn(text: string): FoundYear | undefined {
  for (const found of text.matchAll(SCHOOL_YEAR)) {
    const schoolYear = parseSchoolYear(found[1] ?? '');
    if (schoolYear !== undefined) return { schoolYear, text: found[0] };
  }
  return undefined;
}

/** The one calendar year of a title: «план на 2022 год». */
export function calendarYearIn(title: string): number | undefined {
  const year = /(?:^|\s)на\s+(20\d\d)\s*(?:г\.?(?!\p{L})|год(?!\p{L}))/iu.exec(title)?.[1];
  return year === undefined ? undefined : Number(year);
}

function isStart({ text, cell }: TextLine, pattern: RegExp): boolean {
  return (
    pattern.test(text) &&
    text.length < LONGEST_PART &&
    !/[;:.]$/u.test(text) &&
    (cell === undefined || text.length < 300)
  );
}

function belongs(line: TextLine, taken: readonly TextLine[]): boolean {
  const last = taken.at(-1);
  if (last === undefined || line.number !== undefined) return false;
  const { text } = line;
  if (line.row === last.row && line.goesOn) return true;
  if (line.cell !== last.cell || text.length > LONGEST_PART || taken.length >= MOST_PARTS) return false;
  if (/^(?:[-–—•*]|\d{1,2}[.)])\s/u.test(text) || /[:;]$/u.test(text)) return false;
  if (MONTH.test(text) || leadingNumber(text)?.style === 'keyword') return false;
  if (line.heading !== undefined) return line.heading === last.heading;
  if (/^\(.{0,80}\)$/u.test(text)) return true;
  if (last.bold && line.bold) return true;
  if (last.bold !== line.bold) return false;
  if (startsLowerCase(text) || endsOpen(last.text)) return true;
  if (/[.!?]$/u.test(text)) return false;
  return isUpperCase(last.text) && (isUpperCase(text) || last.text.length < 40);
}

/** «СЕНТЯБРЬ», «Октябрь 2025 г.»: a section of a plan by months. */
const MONTH =
  /^(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?:\s+\d{4}(?:\s*г\S*)?)?$/iu;
const MOST_LINES = 200;
const MOST_PARTS = 8;
const LONGEST_PART = 400;
const ADJECTIVES = '(?:[«"]?(?:\\p{L}+(?:ая|ый|ой|ий|ое|ный)\\s+){0,3})';
const KIND_START = new RegExp(
  `^${ADJECTIVES}[«"]?(?:дорожная\\s+карта|план(?![\\p{L}])|план-график|программа(?![\\p{L}])|проект(?![\\p{L}])|комплекс\\s+мер)`,
  'iu',
);
const OTHER_START = /^(?:рекомендации|информация|методические рекомендации|мероприятия|перечень)(?!\p{L})/iu;
const KINDS: readonly { readonly kind: PlanKind; readonly pattern: RegExp }[] = [
  { kind: 'programme', pattern: /программ/iu },
  { kind: 'plan', pattern: /(?<!\p{L})план(?!иров)/iu },
  { kind: 'project', pattern: /(?<!\p{L})проект(?!\p{L})/iu },
];
const SCHOOL_YEAR =
  /(\d{4}\s{0,3}[/\\‐‑‒–—−-]\s{0,3}(?:\d{4}|\d\d)(?!\d))\s*(?:-?й\s+)?(?:уч(?:ебн\p{L}*|\.)?\s*(?:год|г)\p{L}*)/giu;
