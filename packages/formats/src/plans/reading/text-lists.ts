/**
 * Lists outside tables with the words that introduce them.
 *
 * @module
 */

import { leadingNumber } from './leading-number.js';
import type { ListKind } from './list-kind.js';
import { isLabel, listKind } from './list-kind.js';
import { endsOpen, endsSentence, joinPieces, startsLowerCase } from './sentence-shape.js';
import type { TextLine } from './text-line.js';

export interface ListItem {
  text: string;
  /** As printed; absent for bullets. */
  readonly number?: string;
  readonly row: number;
  /** Paragraphs that it was read from. */
  rows: number;
  readonly children: ListItem[];
}

export interface TextList {
  readonly kind: ListKind;
  /** Introductions from the outermost, without their colons: «… рекомендует», «Руководителям ОО». */
  readonly intros: readonly string[];
  readonly items: readonly ListItem[];
}

/** All lists in their order. An item goes on in the next paragraph where it is plainly not finished. */
export function textLists(lines: readonly TextLine[]): readonly TextList[] {
  const reader = new ListReader();
  for (const line of lines) reader.line(line);
  return reader.lists;
}

interface OpenList {
  readonly kind: ListKind;
  readonly intros: readonly string[];
  readonly items: ListItem[];
}

class ListReader {
  readonly lists: TextList[] = [];
  #intros: readonly string[] = [];
  #open: OpenList | undefined;
  #last: ListItem | undefined;
  /** Whether nothing stands between the last introduction and what comes next. */
  #fresh = false;

  line(line: TextLine): void {
    const mark = itemMark(line);
    const last = this.#last;
    if (line.goesOn && last !== undefined && mark === undefined) {
      this.#goOn(last, line.text);
      return;
    }
    if (mark !== undefined) {
      this.#item(mark, line);
      return;
    }
    if (last !== undefined && this.#open !== undefined && isRest(last, line)) {
      this.#goOn(last, line.text);
      last.rows++;
      return;
    }
    if (this.#isUnmarkedItem(line)) {
      this.#item({ text: line.text }, line);
      return;
    }
    this.#introduction(line.text);
  }

  #goOn(item: ListItem, text: string): void {
    if (item.text.length < LONGEST_ITEM) item.text = joinPieces(item.text, text);
  }

  #item(mark: Mark, { row }: TextLine): void {
    const item: ListItem = {
      text: mark.text,
      ...(mark.number === undefined ? {} : { number: mark.number }),
      row,
      rows: 1,
      children: [],
    };
    this.#open ??= this.#openList();
    const above = this.#open.items.at(-1);
    if (above !== undefined && isChild(item, above)) above.children.push(item);
    else this.#open.items.push(item);
    this.#last = item;
    this.#fresh = false;
  }

  #openList(): OpenList {
    const list: OpenList = { kind: kindOf(this.#intros), intros: this.#intros, items: [] };
    this.lists.push(list);
    return list;
  }

  /** Paragraphs after «необходимо:» that end with semicolons are items without marks. */
  #isUnmarkedItem({ text }: TextLine): boolean {
    if (this.#intros.length === 0) return false;
    if (this.#fresh) return /;$/u.test(text);
    const last = this.#last;
    return (
      this.#open !== undefined &&
      last !== undefined &&
      last.number === undefined &&
      /;$/u.test(last.text) &&
      !/:$/u.test(text)
    );
  }

  #introduction(text: string): void {
    const after = this.#open !== undefined;
    this.#open = undefined;
    this.#last = undefined;
    const inline = inlineList(text);
    if (inline !== undefined) {
      this.lists.push(inline);
      this.#intros = [];
      this.#fresh = false;
      return;
    }
    if (!text.endsWith(':') && !isLabel(text)) {
      this.#intros = [];
      this.#fresh = false;
      return;
    }
    const intro = text.slice(-MOST_INTRO).replace(/\s*:$/u, '');
    const short = intro.length <= SHORT_INTRO;
    if (this.#fresh && !isLabel(text) && !isLabel(this.#intros.at(-1) ?? ''))
      this.#intros = [...this.#intros, intro].slice(-MOST_DEPTH);
    else if (after && short && this.#intros.length > 1 && !INSTRUCTION.test(intro))
      this.#intros = [...this.#siblings(), intro];
    else this.#intros = [intro];
    this.#fresh = true;
  }

  /** Introductions around one more short one beside the last short one. */
  #siblings(): readonly string[] {
    const at = this.#intros.findLastIndex((intro) => intro.length <= SHORT_INTRO);
    return at <= 0 ? this.#intros.slice(0, -1) : this.#intros.slice(0, at);
  }
}

function kindOf(intros: readonly string[]): ListKind {
  for (const intro of intros.toReversed()) {
    const kind = listKind(intro);
    if (kind !== undefined) return kind;
  }
  return 'other';
}

/** «Цель: …» on one line. */
function inlineList(text: string): TextList | undefined {
  const found = /^([^:]{3,60}):\s+(\S.*)$/su.exec(text);
  if (found === null || !isLabel(found[1] ?? '')) return undefined;
  const [, intro = '', item = ''] = found;
  const kind = listKind(intro);
  if (kind === undefined || kind === 'measures' || item.endsWith(':')) return undefined;
  return { kind, intros: [intro], items: [{ text: item, row: 0, rows: 0, children: [] }] };
}

interface Mark {
  readonly text: string;
  readonly number?: string;
}

function itemMark({ text, number }: TextLine): Mark | undefined {
  if (number !== undefined) return /[\p{L}\d]/u.test(number) ? { text, number } : { text };
  const bullet = /^(?:[-–—•·▪○●*✓➢]|\uf0b7)\s*(?=\S)/u.exec(text);
  if (bullet !== null) return { text: text.slice(bullet[0].length) };
  const letter = /^[а-яa-z]\)\s*(?=\S)/u.exec(text);
  if (letter !== null) return { text: text.slice(letter[0].length), number: letter[0].trim() };
  const found = leadingNumber(text);
  return found?.style === 'decimal' && found.rest !== '' && found.path.every((part) => part < 200)
    ? { text: found.rest, number: found.number }
    : undefined;
}

/** Whether an item is one of those that another introduces: 2.1 under 2, or whatever stands under «…:». */
function isChild(item: ListItem, above: ListItem): boolean {
  const own = pathOf(item);
  const around = pathOf(above);
  if (own.length > 1 && around.length > 0)
    return own.length > around.length && around.every((part, i) => part === own[i]);
  const introduces = above.text.endsWith(':');
  if (own.length === 0 || around.length === 0) return introduces && styleOf(item) !== styleOf(above);
  return false;
}

function pathOf({ number }: ListItem): readonly number[] {
  const digits = number === undefined ? null : /^\d+(?:\.\d+)*/.exec(number);
  return digits === null ? [] : digits[0].split('.').map(Number);
}

function styleOf({ number }: ListItem): string {
  return number === undefined ? 'bullet' : /^\d/.test(number) ? 'decimal' : 'letter';
}

function isRest(item: ListItem, { text, bold, heading }: TextLine): boolean {
  if (bold || heading !== undefined || text.endsWith(':')) return false;
  if (endsOpen(item.text)) return true;
  return startsLowerCase(text) && !endsSentence(item.text) && !/[;:]$/u.test(item.text);
}

/** An introduction that needs none around it. */
const INSTRUCTION = /(?<!\p{L})(?:необходимо|рекоменду(?:ет|ем|ют)|рекомендовать|обязать|поручить)$/iu;
const LONGEST_ITEM = 20_000;
const MOST_INTRO = 1000;
const SHORT_INTRO = 80;
const MOST_DEPTH = 4;
