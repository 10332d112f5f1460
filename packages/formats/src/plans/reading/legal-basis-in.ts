/**
 * The letters, orders and laws that a plan rests on, each by itself.
 *
 * @module
 */
import type { LegalBasis } from '@orientir/core/road-map';
import { PRINTED_DATE, russianDate } from './russian-date.js';

/**
 * Acts with day and number wherever the text names them: «письмом … от 30.03.2020 г. № 01-121/13-01». Behind words like
 * «Основание:» all acts, those without a day too, whether they stand in one line behind semicolons or numbers, or below it.
 */
export function legalBasisIn(texts: readonly string[]): readonly LegalBasis[] {
  const found = new Map<string, LegalBasis>();
  let listed = false;
  for (const text of texts) {
    const line = text.slice(0, LONGEST);
    const label = LABEL.exec(line);
    const rest = label === null ? line : line.slice(label[0].length);
    listed = label !== null || (listed && beginsWithAct(rest));
    const acts = listed ? itemsIn(rest).flatMap(actsOfItem) : actsIn(rest);
    for (const act of acts) if (!found.has(act.raw)) found.set(act.raw, act);
  }
  return [...found.values()];
}

/** Acts of a list: what stands between semicolons outside of quotes, and behind the numbers 1, 2, 3 … */
function itemsIn(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  const isNumbered = /^\s*1[.)]\s/u.test(text);
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '«' || sign === '(') depth++;
    else if (sign === '»' || sign === ')') depth = Math.max(0, depth - 1);
    const numbered =
      isNumbered &&
      text[at - 1] === ' ' &&
      depth === 0 &&
      NUMBER.exec(text.slice(at, at + 6))?.[1] === String(items.length + 2);
    if (numbered || (sign === ';' && depth === 0)) {
      items.push(text.slice(from, at));
      from = at + (sign === ';' ? 1 : 0);
    }
  }
  return [...items, text.slice(from)]
    .map((item) => item.trim().replace(BULLET, ''))
    .filter((item) => item !== '');
}

/** The acts of an item of a list: several where it names several, otherwise the item as it stands. */
function actsOfItem(item: string): readonly LegalBasis[] {
  const acts = actsIn(item);
  if (acts.length > 1) return acts;
  if (!ACT.test(item)) return acts;
  const [one] = acts;
  return [{ ...one, raw: ended(item) }];
}

/** Acts with day and number in running text; one that names only another day and number is of the same kind. */
function actsIn(text: string): readonly LegalBasis[] {
  const acts: LegalBasis[] = [];
  for (const match of text.matchAll(LEGAL)) {
    const [whole, kind = '', printed = '', number = ''] = match;
    acts.push(actOf(whole, printed, number));
    let end = match.index + whole.length;
    for (let more = FURTHER.exec(text.slice(end, end + 120)); more !== null; ) {
      const [further, words = '', day = '', digits = ''] = more;
      acts.push(actOf(`${kind}${words}`, day, digits));
      end += further.length;
      more = FURTHER.exec(text.slice(end, end + 120));
    }
  }
  return acts;
}

function actOf(raw: string, printed: string, number: string): LegalBasis {
  const date = russianDate(printed);
  return { raw: ended(raw), ...(date === undefined ? {} : { date }), number: ended(number) };
}

function beginsWithAct(text: string): boolean {
  return new RegExp(`^(?:\\p{L}+(?:ый|ая|ое|ие|ые)\\s+)?(?:${ACT_WORDS})`, 'iu').test(
    text.replace(BULLET, ''),
  );
}

/** Without the marks behind it; a quote or bracket that belongs to it stays. */
function ended(text: string): string {
  const plain = text.trim().replace(/[.,;:]+$/u, '');
  const open = (plain.match(/[«(]/gu) ?? []).length;
  const closed = (plain.match(/[»)]/gu) ?? []).length;
  return closed > open ? plain.replace(/[»).,;:]+$/u, '') : plain;
}

const LONGEST = 20_000;
const DOCUMENT = 'письм|приказ|распоряжени|постановлени|указ(?:а|ом)?\\s|федеральн\\p{L}+\\s+закон';
const DAY_AND_NUMBER = `\\sот\\s+(${PRINTED_DATE})\\s*(?:г\\.|года)?\\s*(?:№|N)\\s*([^\\s,;]{1,40})`;
const LEGAL = new RegExp(`(?<!\\p{L})((?:${DOCUMENT})(?:(?!${DOCUMENT}).){0,220}?)${DAY_AND_NUMBER}`, 'giu');
/** «, от 02.03.2024 № 5», « и от …» right behind an act. */
const FURTHER = new RegExp(`^(?:\\s*[,;]|\\s+и)(${DAY_AND_NUMBER})`, 'iu');
const LABEL =
  /^(?:(?:правов|нормативн|нормативно-правов|законодательн)\p{L}{2,3}\s+)?(?:основани[ея]|баз[аы]|basis)(?:\s+(?:для\s+)?(?:разработки|составления|принятия)(?:\s+\p{L}+){0,2})?(?:\s*:\s*|$)/iu;
const ACT_WORDS = `${DOCUMENT}|указ\\s|закон|методическ\\p{L}+\\s+рекомендаци|концепци|стратеги|положени|устав(?!\\p{L})|(?:государственн|муниципальн)\\p{L}+\\s+программ|(?:национальн|федеральн|региональн)\\p{L}+\\s+проект`;
const ACT = new RegExp(`(?<!\\p{L})(?:${ACT_WORDS})|(?:№|N)\\s*\\d`, 'iu');
const NUMBER = /^(\d{1,2})[.)]\s/u;
const BULLET = /^(?:\d{1,2}[.)]|[-–—•*])\s+/u;
