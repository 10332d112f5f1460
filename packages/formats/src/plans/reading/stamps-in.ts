/**
 * Stamps of approval on the first page.
 *
 * @module
 */
import type { Stamp } from '@orientir/core/road-map';
import { firstDateIn } from './russian-date.js';
import { stampKind } from './stamp-words.js';
import type { TextLine } from './text-line.js';

export interface FoundStamps {
  readonly stamps: readonly Stamp[];
  /** The lines without those of stamps. */
  readonly rest: readonly TextLine[];
}

/**
 * Takes stamps out of the text. A stamp goes to the end of its cell, or, outside cells, as far as its lines are those of
 * a stamp: positions, names, dates, orders. A date with a blank in it is no date.
 */
export function stampsIn(lines: readonly TextLine[]): FoundStamps {
  const stamps: Stamp[] = [];
  const rest: TextLine[] = [];
  let block: TextLine[] = [];
  const finish = () => {
    const stamp = stampOf(block);
    if (stamp !== undefined) stamps.push(stamp);
    block = [];
  };
  for (const line of lines) {
    const [first] = block;
    if (stampKind(line.text) !== undefined && (line.heading === undefined || line.text.length < 40)) {
      finish();
      block = [line];
    } else if (first === undefined) rest.push(line);
    else if (belongs(line, first, block)) block.push(line);
    else {
      finish();
      rest.push(line);
    }
  }
  finish();
  return { stamps, rest };
}

function belongs(line: TextLine, first: TextLine, block: readonly TextLine[]): boolean {
  if (first.cell !== undefined || line.cell !== undefined) return first.cell === line.cell;
  if (line.goesOn && line.row === first.row) return true;
  if (block.length >= MOST_LINES || line.heading !== undefined || line.text.length > LONGEST_LINE)
    return false;
  const { text } = line;
  if (TITLE.test(text) || /:$/u.test(text)) return false;
  const last = block.at(-1)?.text ?? '';
  if (block.length > 1 && DATE_LINE.test(last)) return DOCUMENT.test(text);
  if (line.bold && !first.bold) return false;
  return true;
}

function stampOf(block: readonly TextLine[]): Stamp | undefined {
  const [first] = block;
  const kind = first === undefined ? undefined : stampKind(first.text);
  if (kind === undefined) return undefined;
  const raw = block.map(({ text }) => text).join('\n');
  const words = raw.replace(/^[«"]?\p{L}+[»"]?\s*:?\s*/u, '');
  const flat = words.replace(/\s*\n\s*/gu, ' ');
  const document = DOCUMENT.exec(flat)?.[0]
    ?.trim()
    .replace(/[,;.]$/u, '');
  const date = firstDateIn(flat);
  const name = NAME.exec(flat)?.[0]?.trim();
  const signer = signerOf(words, name);
  return {
    kind,
    ...signer,
    ...(name === undefined ? {} : { name }),
    ...(date === undefined ? {} : { date }),
    ...(document === undefined ? {} : { document }),
    raw,
  };
}

/** Position and organisation: the lines in front of name, date and order. */
function signerOf(words: string, name: string | undefined): { position?: string; organisation?: string } {
  const lines = words.split('\n').map((line) => (name === undefined ? line : line.replace(name, '')).trim());
  const until = lines.findIndex(
    (line) => BLANKS.test(line) || (DATE_LINE.test(line) && !DOCUMENT_START.test(line)),
  );
  const taken = (until < 0 ? lines : lines.slice(0, until)).join(' ');
  const before = taken.split(DOCUMENT_START)[0] ?? '';
  const signer = before
    .replace(/[_/]{2,}|,{2,}[\s.\d]*/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\s,;]+$/u, '')
    .trim();
  if (!POSITION.test(signer)) return /\p{L}{3}/u.test(signer) ? { organisation: signer } : {};
  const body = BODY.exec(signer);
  if (body === null || body.index === 0) return { position: signer };
  return { position: signer.slice(0, body.index).trim(), organisation: signer.slice(body.index) };
}

const MOST_LINES = 8;
const LONGEST_LINE = 160;
const TITLE =
  /^(?:муниципальн\S+ |школьн\S+ |проект\S* )?(?:дорожная карта|план(?![а-я])|программа|информация|рекомендации|приложение)/iu;
const DATE_LINE = /\d{4}\s*(?:г\.?|года)?$|^[«"][_\s]*\d{0,2}[_\s]*[»"]/u;
const BLANKS = /^[\s_.,«»"/]+(?:\d{4})?\s*г?\.?$/u;
const DOCUMENT_START = /(?:приказ|распоряжени|постановлени|протокол|решени)\p{L}*/iu;
const DOCUMENT =
  /(?:приказ|распоряжени|постановлени|протокол|решени)\p{L}*[^\n]{0,120}?(?:от\s+[«"]?[\d_.]+[^№\n]{0,25}\s*(?:г\.?|года)?\s*(?:№|N)\s*\S+|(?:№|N)\s*\S+\s+от\s+[\d.]+)/iu;
const NAME =
  /\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.\s?\p{Lu}\./u;
const POSITION =
  /^(?:и\.?\s?о\.?\s*)?(?:\S+\s){0,2}?(?:директор|начальник|глав|заведующ|председател|руководител|министр|заместител)/iu;
const BODY = /(?<!\p{L})(?:\p{Lu}{2,}\p{Ll}?\s|\p{Lu}{2,}$|[«"])/u;
