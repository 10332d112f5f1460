/** Damage with a sense of structure: tokens, lines and numbers are changed more often than bytes. */
import { NUMBERS, TOKENS } from './tokens.mjs';

/** A text with one to six changes. `kind` says which tokens are dangerous to its reader. */
export function mutateText(text, kind, random, others) {
  let of = text;
  for (let left = 1 + random.below(6); left > 0; left--) of = changeText(of, TOKENS[kind], random, others);
  return of;
}

function changeText(text, tokens, random, others) {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + random.below(random.below(5) === 0 ? 400 : 12));
  switch (random.below(10)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.of(tokens) + text.slice(to);
    case 3:
      return text.slice(0, at) + random.of(tokens) + text.slice(at);
    case 4:
    case 5: {
      // A number becomes another one.
      const rest = text.slice(at);
      const found = /\d+/.exec(rest);
      if (found === null) return text + random.of(NUMBERS);
      return (
        text.slice(0, at) +
        rest.slice(0, found.index) +
        random.of(NUMBERS) +
        rest.slice(found.index + found[0].length)
      );
    }
    case 6: {
      const lines = text.split('\n');
      const [a, b] = [random.below(lines.length), random.below(lines.length)];
      [lines[a], lines[b]] = [lines[b], lines[a]];
      return lines.join('\n');
    }
    case 7: {
      const other = random.of(others);
      const from = random.below(other.length + 1);
      return text.slice(0, at) + other.slice(from, from + random.below(200)) + text.slice(at);
    }
    case 8:
      return random.below(20) === 0
        ? text.slice(0, at)
        : text.slice(0, at) + text.slice(at).replace(/[а-яa-z]+/i, '');
    default:
      return (
        text.slice(0, at) +
        String.fromCharCode(random.below(random.below(4) === 0 ? 65_536 : 256)) +
        text.slice(at + 1)
      );
  }
}

/** Bytes with one to eight changes. */
export function mutateBytes(bytes, random) {
  let of = Uint8Array.from(bytes);
  for (let left = 1 + random.below(8); left > 0; left--) {
    const at = random.below(of.length);
    switch (random.below(5)) {
      case 0:
        of[at] ^= 1 << random.below(8);
        break;
      case 1:
        of[at] = random.of([0, 1, 0x7f, 0x80, 0xff, 0x50, 0x4b]);
        break;
      case 2:
        for (let i = at; i < Math.min(of.length, at + 4); i++) of[i] = random.of([0, 0xff]);
        break;
      case 3:
        if (random.below(4) === 0) of = of.slice(0, at + 1);
        break;
      default:
        of.copyWithin(at, random.below(of.length), random.below(of.length));
    }
  }
  return of;
}

const VALUES = [
  null,
  true,
  false,
  0,
  -1,
  1,
  2,
  0.5,
  1.5,
  250,
  251,
  253,
  254,
  255,
  1023,
  1024,
  16_383,
  16_384,
  4_294_967_295,
  4_294_967_296,
  1e308,
  '',
  'a',
  'Б',
  '__proto__',
  [],
  {},
  [[]],
  [0],
  [0, 1],
  // As text it throws.
  { toString: 1 },
];

/** A JSON document with one, seldom up to four of its values changed: it stays JSON, so that what is behind the parser is reached. */
export function mutateJson(text, random) {
  let document = JSON.parse(text);
  for (let left = random.below(3) === 0 ? 1 + random.below(4) : 1; left > 0; left--)
    document = changeValue(document, random);
  return JSON.stringify(document);
}

function changeValue(value, random) {
  if (typeof value !== 'object' || value === null || random.below(40) === 0) return newValue(value, random);
  const keys = Object.keys(value);
  if (keys.length === 0) return newValue(value, random);
  const key = random.of(keys);
  switch (random.below(12)) {
    case 0:
      if (Array.isArray(value)) value.splice(Number(key), 1);
      else delete value[key];
      return value;
    case 1:
      if (Array.isArray(value)) value.splice(Number(key), 0, structuredClone(value[key]));
      else value[random.of(keys)] = structuredClone(value[key]);
      return value;
    case 2: {
      const other = random.of(keys);
      [value[key], value[other]] = [value[other], value[key]];
      return value;
    }
    default:
      value[key] = changeValue(value[key], random);
      return value;
  }
}

function newValue(value, random) {
  if (typeof value === 'number' && random.below(3) > 0) return value + random.of([1, -1, 2, 0.5, 1000]);
  if (typeof value === 'string' && random.below(3) > 0)
    return value.slice(0, random.below(value.length + 1)) + random.of(['', ' ', '1', 'ё']);
  return structuredClone(random.of(VALUES));
}
