import type { StampKind } from '@orientir/core/road-map';

/** The kind of stamp that a text begins with: «УТВЕРЖДАЮ», «СОГЛАСОВАНА Начальник …»; absent for sentences. */
export function stampKind(text: string): StampKind | undefined {
  const head = text.slice(0, 80).trim();
  const found = WORDS.find(({ pattern }) => pattern.test(head));
  return found?.kind;
}

export function startsStamp(text: string): boolean {
  return stampKind(text) !== undefined;
}

const BEHIND =
  '(?=\\s*(?:[:»"]|$|\\n|на\\s|с\\s|приказ|распоряж|постановл|решени|протокол|педагогическ|управляющ|совет|директор|начальник|глав|заведующ|председател|руководител|мбоу|моу|мкоу|маоу|гбоу))';
const word = (stem: string) => new RegExp(`^[«"]?(?:${stem})${BEHIND}`, 'iu');

const WORDS: readonly { readonly kind: StampKind; readonly pattern: RegExp }[] = [
  { kind: 'considered', pattern: word('рассмотрен(?:[аоы])?') },
  { kind: 'accepted', pattern: word('принят[аоы]?') },
  { kind: 'agreed', pattern: word('согласован[аоы]?|согласовано') },
  { kind: 'approved', pattern: word('утверждаю|утвержден[аоы]?|утверждён[аоы]?') },
];
