/** Texts as other programs write them and as attackers would. */
import { HEADER, PUPILS, TABLE } from './book.js';
import type { HostileFile } from './hostile-file.js';

export function oddCsv(): readonly HostileFile[] {
  const text = (separator = ',', end = '\n') => `${TABLE.map((row) => row.join(separator)).join(end)}${end}`;
  const file = (name: string, content: string | Buffer): HostileFile => ({
    name: `${name}.csv`,
    bytes: () => Buffer.from(content),
    pupils: PUPILS,
  });
  const swapped = (of: string) => Buffer.from(of, 'utf16le').swap16();
  return [
    file('utf-8-mark', `\ufeff${text()}`),
    file('utf-16le', Buffer.from(`\ufeff${text('\t')}`, 'utf16le')),
    file('utf-16be', swapped(`\ufeff${text('\t')}`)),
    file('utf-16le-no-mark', Buffer.from(text(';'), 'utf16le')),
    file('utf-16be-no-mark', swapped(text(';'))),
    file(
      'windows-1251',
      Buffer.concat([...text(';')].map((letter) => Buffer.from(letter === 'А' ? [0xc0] : letter))),
    ),
    file('semicolons', text(';')),
    file('tabs', text('\t')),
    file('cr-only', text(',', '\r')),
    file('crlf', text(',', '\r\n')),
    file('no-final-line-end', text().trimEnd()),
    file('empty-lines-at-the-end', `${text()}\n\n,,,\n\n`),
    file('quoted-line-ends', text().replaceAll('5А', '"5\nА"')),
    file('doubled-quotes', text().replaceAll('s1', '"школа ""Луч"""')),
    file('no-break-spaces', text().replaceAll('s1', '\u00a0s1\u202f')),
    file('ragged-rows', text().replace('x1,1,0,0', 'x1,1,0').replace('x2,1,1,1', 'x2,1,1,1,,,')),
    file('titles-above', `Результаты\n"за 2025/2026, по классам"\n\n${text()}`),
  ];
}

export function hostileTexts(): readonly HostileFile[] {
  const bad = (name: string, bytes: () => Buffer): HostileFile => ({ name, bytes, pupils: 0 });
  const good = TABLE.map((row) => row.join(',')).join('\n');
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  const tally = '{"schema":"orientir.tally","version":2,"shared":false,"assessments":[';
  return [
    bad('empty.csv', () => Buffer.alloc(0)),
    bad('blank.csv', () => Buffer.from('\n\n \n,,\n')),
    bad('nul.csv', () => Buffer.from(`${good}\ns1,5А,x9,1,\u0000,1\n`)),
    bad('unclosed-quote.csv', () =>
      Buffer.from(`${good}\n"s1,5А,x9,1,1,1\n${'1,1,1,1\n'.repeat(6_000_000)}`),
    ),
    bad('line-of-100-mb.csv', () => Buffer.from(`${good}\n${'a'.repeat(100_000_000)}`)),
    bad('two-million-columns.csv', () => Buffer.from(`${HEADER.join(',')}${',x'.repeat(2_000_000)}\n`)),
    bad('binary.csv', () => Buffer.from(Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256))),
    bad('truncated-tally.json', () => Buffer.from(tally)),
    bad('deep.json', () => Buffer.from(deep)),
    bad('deep-tally.json', () => Buffer.from(`${tally}${deep}]}`)),
    bad('deep-version.json', () => Buffer.from(`{"schema":"orientir.tally","version":${deep}}`)),
    bad('deep-description.json', () => Buffer.from(`{"id":"x","items":[${deep}]}`)),
    bad('version-without-text.json', () =>
      Buffer.from('{"schema":"orientir.tally","version":{"toString":1}}'),
    ),
    bad('prototype.json', () =>
      Buffer.from(`${tally}{"assessment":{"__proto__":{"id":"x"}},"groups":[],"teachers":[]}]}`),
    ),
    bad('infinity.json', () =>
      Buffer.from(
        `${tally}{"assessment":{"id":"w","programme":"","subject":"","items":[{"id":"1","maxPoints":1e309}]},"groups":[],"teachers":[]}]}`,
      ),
    ),
    bad('text-of-100-mb.json', () => Buffer.from(`{"schema":"${'a'.repeat(100_000_000)}"}`)),
    bad('other-version.json', () => Buffer.from('{"schema":"orientir.tally","version":99}')),
  ];
}
