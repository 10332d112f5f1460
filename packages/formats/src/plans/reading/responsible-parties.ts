/**
 * Takes the text of a cell «Ответственные» apart into parties.
 *
 * @module
 */
import type { Alias } from '@orientir/core/road-map';
import {
  BODY_FORMS,
  BODY_NAMES,
  GROUP_WORDS,
  ROLE_ADJECTIVES,
  ROLE_ADJECTIVES_SHORT,
  ROLE_WORDS,
  WORK_SHORT_FORMS,
} from './party-words.js';
import { plainText } from './plain-text.js';

export interface ResponsibleParties {
  /** Each party by itself; one whole text where it could not be taken apart. */
  readonly parties: readonly string[];
  /** Several parties seem to stand there, but nothing says where one ends. */
  readonly unclear: boolean;
  /** A quotation mark was added. */
  readonly repaired: boolean;
}

/**
 * Parties of a cell. They end at commas, semicolons, lines and slashes outside quotes and brackets; at « и » only before
 * another role; and without any mark where a known word begins the next one: «МКУ «…» РМО учителей», or after initials.
 *
 * «Методкабинет МКУ «…»», «методист ИМЦ», «руководители ОО» are one party: what follows a role belongs to it.
 */
export function responsibleParties(text: string, aliases: readonly Alias[] = []): ResponsibleParties {
  if (text.length > LONGEST) return { parties: [plainText(text)], unclear: true, repaired: false };
  const names = new PartyNames(aliases);
  const clean = text
    .replace(/\s*\(далее\s*[–—-]+[^)]{0,200}\)/giu, '')
    .replace(/(\p{L}-)\s*\n\s*(?=\p{Ll})/gu, '$1');
  const pieces = joinPieces(piecesOf(clean), names);
  let repaired = false;
  let unclear = false;
  const parties = pieces.flatMap((piece) => {
    const parts = names.split(piece);
    for (const part of parts) {
      repaired ||= part.repaired;
      unclear ||= names.seemsSeveral(part.text);
    }
    return parts.map((part) => part.text);
  });
  return { parties: [...new Set(parties.filter((party) => /[\p{L}\p{N}]/u.test(party)))], unclear, repaired };
}

interface Piece {
  readonly text: string;
  /** The mark in front of it. */
  readonly after: ',' | ';' | '\n' | '/' | '';
}

/** Cuts at marks outside quotes and brackets. A quotation that is never closed does not hold beyond its line. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const depths = quoteDepths(text);
  let from = 0;
  let after: Piece['after'] = '';
  for (let at = 0; at < text.length; at++) {
    const mark = markAt(text, at);
    if (mark === undefined || (depths[at] ?? 0) > 0) continue;
    pieces.push({ text: text.slice(from, at), after });
    from = at + 1;
    after = mark;
  }
  pieces.push({ text: text.slice(from), after });
  return pieces
    .map((piece) => ({ ...piece, text: trimmedPiece(piece.text) }))
    .filter((piece) => piece.text !== '');
}

/** Without the mark of a list in front and the full stop behind, unless that belongs to initials. */
function trimmedPiece(text: string): string {
  const piece = plainText(text).replace(/^(?:[-–—•*]|\d{1,2}[.)])\s+/u, '');
  return INITIALS_END.test(piece) ? piece : piece.replace(/\.+$/u, '');
}

function markAt(text: string, at: number): Piece['after'] | undefined {
  const character = text[at];
  if (character === ',' || character === ';' || character === '\n') return character;
  if (character !== '/') return undefined;
  const short =
    /(?:и|п)$/iu.test(text.slice(Math.max(0, at - 1), at)) && /^(?:или|п)/iu.test(text.slice(at + 1));
  return short ? undefined : '/';
}

/** How many quotes and brackets are open at each place. What is never closed in its line counts as not open. */
function quoteDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  const open: number[] = [];
  let straight = -1;
  const close = (from: number, to: number) => {
    for (let at = from; at <= to; at++) depths[at] = 1;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '«' || character === '(' || character === '„') open.push(at);
    else if (character === '»' || character === ')' || character === '“' || character === '”') {
      const from = open.pop();
      if (from !== undefined) close(from, at);
    } else if (character === '"') {
      if (straight < 0) straight = at;
      else {
        close(straight, at);
        straight = -1;
      }
    }
  }
  return depths;
}

/** Puts together what a mark parted only by chance: «по УВР, ВР», «учителя химии, биологии», lines of one name. */
function joinPieces(pieces: readonly Piece[], names: PartyNames): readonly string[] {
  const joined: string[] = [];
  for (const { text, after } of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before, { text, after }, names)) {
      const between = after === '\n' ? ' ' : after === '/' ? '/' : `${after} `;
      joined[joined.length - 1] = `${before}${between}${text}`;
    } else joined.push(text);
  }
  return joined;
}

function goesOn(before: string, { text, after }: Piece, names: PartyNames): boolean {
  if (after === ';') return false;
  if (/^\(/u.test(text) || (/\d$/u.test(before) && /^\d/u.test(text))) return true;
  if (/(?:^|\s)(?:и|по|за|при|с|на|в|№|им\.?)$/iu.test(before)) return true;
  if (/^(?:и|по|при|в|на)\s/iu.test(text))
    return after === '\n' || /^и\s/iu.test(text) ? !names.isParty(text.slice(2)) : true;
  const first = /^[\p{L}-]+/u.exec(text)?.[0] ?? '';
  if (SHORT_FORMS.has(first) && first === text && / по /iu.test(before)) return true;
  if (!/^\p{Ll}/u.test(text) || names.isParty(text)) return false;
  return after === '\n' || (SUBJECTS_FOLLOW.test(before) && !SHORT_FORM_END.test(before));
}

/** What begins a party, with the short names of one document. */
class PartyNames {
  readonly #bodies: ReadonlySet<string>;

  constructor(aliases: readonly Alias[]) {
    const own = aliases.map(({ short }) => /^[\p{L}-]+/u.exec(short)?.[0] ?? '');
    this.#bodies = new Set([...BODY_NAMES, ...own.filter((word) => /^\p{Lu}/u.test(word))]);
  }

  /** Whether a text begins like a party: a role with its adjectives, a body, a person. */
  isParty(text: string): boolean {
    const words = text.split(' ');
    const head = words.findIndex((word) => !ADJECTIVE.test(word));
    const word = bare(words[head] ?? '');
    if (ROLES.has(word.toLowerCase()) || PLURAL_ROLES.test(word)) return true;
    return this.#bodies.has(word) || FORMS.has(word) || PERSON_START.test(text) || GROUP.test(text);
  }

  /** Cuts a piece where the next party begins without a mark. */
  split(piece: string): readonly { readonly text: string; readonly repaired: boolean }[] {
    const words = piece.replace(/(?<!\p{L})(\p{Lu}\.) (?=\p{Lu}\.(?!\p{L}))/gu, `$1${TIE}`).split(' ');
    const groups: string[][] = [];
    let group: string[] = [];
    let depth = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? '';
      if (group.length > 0 && (this.#begins(words, at, depth) || endsWithName(group, word))) {
        groups.push(group);
        group = [];
        depth = 0;
      }
      if (group.length === 0 && groups.length > 0 && word.toLowerCase() === 'и') continue;
      group.push(word);
      depth = Math.max(0, depth + balanceOf(word));
    }
    groups.push(group);
    return groups.flatMap((each) => (each.length === 0 ? [] : [closed(each.join(' ').replaceAll(TIE, ' '))]));
  }

  /** Whether a party that was not cut still looks like two. */
  seemsSeveral(party: string): boolean {
    if (party.length > LONGEST_PARTY) return true;
    const behind = /»\s+(\p{Lu}[\p{L}-]*)/u.exec(party)?.[1];
    if (behind !== undefined && !/(?:ского|цкого|ской|цкой|ных|ной|го)$/u.test(behind)) return true;
    return (party.match(PERSONS) ?? []).length > 1;
  }

  #begins(words: readonly string[], at: number, depth: number): boolean {
    const word = words[at] ?? '';
    const before = words[at - 1] ?? '';
    const plain = bare(word);
    const last = bare(before);
    if (/^[(–—-]/u.test(word)) return false;
    const rest = words.slice(at, at + 4).join(' ');
    if (depth > 0) return this.#bodies.has(plain) && !FORMS.has(last) && !/^[«"(]/u.test(word);
    if (before.toLowerCase() === 'и') return false;
    if (word.toLowerCase() === 'и') {
      const next = words.slice(at + 1, at + 5).join(' ');
      return (
        next !== '' &&
        this.isParty(next) &&
        !this.#bodies.has(bare(words[at + 1] ?? '')) &&
        !/^\p{Lu}/u.test(next)
      );
    }
    if (/^[«"(]/u.test(word) || DANGLING.test(before)) return false;
    if (INITIALS.test(before) && bareInitialsParty(words, at))
      return this.isParty(rest) || /^\p{Lu}/u.test(word);
    if (before.endsWith('»') || this.#bodies.has(last)) {
      if (this.#bodies.has(plain) || FORMS.has(plain) || this.isRole(rest)) return true;
    }
    if (ADJECTIVE.test(before)) return false;
    if (PERSON_START.test(rest) && at > 0 && ROLES.has(last.toLowerCase())) return false;
    return this.isRole(rest) && !/[,(]$/u.test(before);
  }

  /** Whether a role begins here, in the nominative and with its adjectives. */
  isRole(text: string): boolean {
    const words = text.split(' ');
    const head = words.findIndex((word) => !ADJECTIVE.test(word));
    return ROLES.has(bare(words[head] ?? '').toLowerCase());
  }
}

/** Whether the initials in front of a word end a name: «Иванова И.И.» does, «И.И.» before «Иванова» does not. */
function bareInitialsParty(words: readonly string[], at: number): boolean {
  let first = at - 1;
  while (first > 0 && INITIALS.test(words[first - 1] ?? '')) first--;
  const name = words[first - 1] ?? '';
  return SURNAME.test(name) && !ROLES.has(name.toLowerCase()) && !startsWithInitials(words, first - 1);
}

/** Whether a group that ends «И.И. Иванова» is followed by the initials of somebody else. */
function endsWithName(group: readonly string[], word: string): boolean {
  return INITIALS.test(word) && SURNAME.test(group.at(-1) ?? '') && INITIALS.test(group.at(-2) ?? '');
}

function startsWithInitials(words: readonly string[], surname: number): boolean {
  return INITIALS.test(words[surname - 1] ?? '') && !SURNAME.test(words[surname - 2] ?? '');
}

function bare(word: string): string {
  return word.replace(/^[«"(]+|[»".,;:)]+$/gu, '');
}

function balanceOf(word: string): number {
  let balance = 0;
  for (const character of word) {
    if (character === '«' || character === '„') balance++;
    else if (character === '»' || character === '”' || character === '“') balance--;
  }
  return balance;
}

/** Two openings may share one closing mark at the end, as Russian printing has it. */
function closed(text: string): { readonly text: string; readonly repaired: boolean } {
  const open = balanceOf(text);
  if (open <= 0 || (text.includes('»') && text.endsWith('»'))) return { text, repaired: false };
  return { text: `${text}»`, repaired: true };
}

/** Holds initials together while a text is taken apart by spaces. */
const TIE = '\u00a0';
const LONGEST = 3000;
const LONGEST_PARTY = 250;
const INITIALS = /^\p{Lu}\.(?:\s?-?\p{Lu}\.)?,?$/u;
const INITIALS_END = /\p{Lu}\.$/u;
const SURNAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?,?$/u;
const PERSON_START = /^(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.|\p{Lu}\.\s?\p{Lu}\.)/u;
const PERSONS = /\p{Lu}\p{Ll}+\s\p{Lu}\.\s?\p{Lu}\./gu;
const ADJECTIVE = new RegExp(`^(?:(?:${ROLE_ADJECTIVES})[а-я]{2,3}|(?:${ROLE_ADJECTIVES_SHORT})\\.)$`, 'iu');
const GROUP = new RegExp(
  `^(?:ответственн(?:ый|ая|ые)\\s|(?:[а-я-]+(?:ая|ый|ий)\\s){0,2}(?:${GROUP_WORDS})(?![а-я]))`,
  'iu',
);
const PLURAL_ROLES = /^(?:учителя|директора)$/iu;
/** «учителя химии», «заместитель по воспитательной работе»: more subjects may follow after a comma. */
const SUBJECTS_FOLLOW = /учител|педагог|преподавател|(?:^|\s)по\s/iu;
/** «по УВР»: what it is for has been said. */
const SHORT_FORM_END = /\sпо\s\p{Lu}{2,5}$/u;
const DANGLING = /^(?:и|или|по|за|при|с|со|на|в|во|для|от|к|№|–|—|-)$|[-–—]$/iu;
const ROLES: ReadonlySet<string> = new Set(ROLE_WORDS);
const FORMS: ReadonlySet<string> = new Set(BODY_FORMS);
const SHORT_FORMS: ReadonlySet<string> = new Set(WORK_SHORT_FORMS);
