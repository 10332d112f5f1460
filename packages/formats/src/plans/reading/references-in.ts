/**
 * What the text of a plan refers to: interviews, projects, short names that it defines.
 *
 * @module
 */
import type { Alias, Origin, OriginKind, ProjectReference } from '@orientir/core/road-map';
import { russianDate } from './russian-date.js';

/** Where the plan comes from: «по итогам собеседования», «на основе анализа результатов». Each kind once. */
export function originsIn(texts: readonly string[], title: string): readonly Origin[] {
  const found = new Map<OriginKind, Origin>();
  for (const text of [title, ...texts]) {
    for (const { kind, pattern } of ORIGINS) {
      if (found.has(kind)) continue;
      const match = pattern.exec(text.slice(0, LONGEST));
      if (match === null) continue;
      const behind = text.slice(match.index, match.index + 200);
      found.set(kind, {
        kind,
        title: (match[1] ?? match[2] ?? match[0]).trim(),
        ...datesIn(behind, text === title ? title : ''),
      });
    }
  }
  return [...found.values()];
}

/** Short names: «(далее – План)». The long one is looked for in front of the bracket. */
export function aliasesIn(texts: readonly string[]): readonly Alias[] {
  const found = new Map<string, Alias>();
  for (const text of texts) {
    for (const match of text.slice(0, LONGEST).matchAll(ALIAS)) {
      const short = (match[1] ?? '').trim().replace(/[.,;]$/u, '');
      if (short === '' || found.has(short)) continue;
      found.set(short, { short, full: fullName(short, text.slice(0, match.index).replace(/[\s(]+$/u, '')) });
    }
  }
  return [...found.values()];
}

/** National and regional projects: «региональных проектов «…», «…»». */
export function projectsIn(texts: readonly string[]): readonly ProjectReference[] {
  const titles = new Set<string>();
  for (const text of texts) {
    for (const match of text.slice(0, LONGEST).matchAll(PROJECTS)) {
      for (const [, title] of match[0].matchAll(/«([^«»]{2,200})»/gu))
        if (title !== undefined) titles.add(title);
    }
  }
  return [...titles].map((title, i) => ({ id: `project${i + 1}`, title }));
}

function datesIn(text: string, title: string): { start?: string; end?: string } {
  const range = RANGE.exec(text) ?? RANGE.exec(title);
  if (range !== null) {
    const start = russianDate(range[1] ?? '');
    const end = russianDate(range[2] ?? '');
    return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
  }
  const one = /\((\d{1,2}\.\d{1,2}\.\d{4})[^)]{0,10}\)/u.exec(text)?.[1];
  const date = one === undefined ? undefined : russianDate(one);
  return date === undefined ? {} : { start: date, end: date };
}

/** Back from the bracket to where the long name begins: its first word, or the letters of an abbreviation. */
function fullName(short: string, before: string): string {
  const clause = before
    .slice(-300)
    .replace(/^.*[;:!?]\s|^.*[.]\s(?=\p{Lu}\p{Ll})/su, '')
    .trim();
  const words = clause.split(/\s+/u);
  const head = /^[\p{L}-]+/u.exec(short)?.[0] ?? short;
  const stem = head.slice(0, Math.max(3, Math.min(5, head.length - 2))).toLowerCase();
  const named = words.findLastIndex((word) =>
    word
      .toLowerCase()
      .replace(/^[«"(]/u, '')
      .startsWith(stem),
  );
  if (named >= 0 && head !== head.toUpperCase()) return words.slice(named).join(' ');
  if (head.length > 1 && head === head.toUpperCase()) {
    const letters = head.toLowerCase();
    for (let from = words.length - 2; from >= 0; from--) {
      const initials = words.slice(from).map((word) =>
        word
          .replace(/^[«"(]/u, '')
          .charAt(0)
          .toLowerCase(),
      );
      if (initials[0] === letters[0] && isSubsequence(letters, initials.join('')))
        return words.slice(from).join(' ');
    }
  }
  return words.slice(-MOST_WORDS).join(' ');
}

function isSubsequence(letters: string, of: string): boolean {
  let at = 0;
  for (const letter of of) if (letter === letters[at]) at++;
  return at === letters.length;
}

const LONGEST = 20_000;
const MOST_WORDS = 12;
const FROM = '(?:по (?:итогам|результатам)|на основ(?:е|ании)|с уч[её]том)\\s+(?:результатов\\s+)?';
const END = '(?=\\s*[,.;:()]|\\s+(?:необходимо|и\\s+на|выявлен|разработан|формир)|$)';
const origin = (kind: OriginKind, stem: string, also = ''): { kind: OriginKind; pattern: RegExp } => ({
  kind,
  pattern: new RegExp(
    `${FROM}((?:\\p{L}+(?:ого|ой|ых|их|ом)\\s+){0,2}${stem}[^.;:()]{0,120}?)${END}${also}`,
    'iu',
  ),
});
const ORIGINS = [
  origin('interview', 'собеседовани', '|(собеседовани[^.;:()]{0,120}?)\\s+по итогам которых'),
  origin('meeting', 'совещани'),
  origin('analysis', 'анализ'),
  origin('inspection', 'проверк'),
];
const RANGE = /\(?(\d{1,2}\.\d{1,2}\.\d{4})\s*(?:г\.?)?\s*[–—-]\s*(\d{1,2}\.\d{1,2}\.\d{4})\s*(?:г\.?)?\)?/u;
const ALIAS = /далее\s*(?:по тексту\s*)?[–—-]+\s*([^)\n]{1,80})\)/giu;
const PROJECTS =
  /(?<!\p{L})(?:(?:региональн|национальн|федеральн|муниципальн|приоритетн)\p{L}+\s+проект|проект)\p{L}{0,3}\s+«[^«»]{2,200}»(?:\s*(?:,|и)\s*«[^«»]{2,200}»){0,10}/giu;
