import { describe, expect, it } from 'vitest';
import { FileError } from '../file-error.js';
import { foreignEncoding } from './foreign-encoding.js';
import { readCsv } from './index.js';

/** The bytes of a text, by the decoder of its encoding. */
function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  return Uint8Array.from([...text], (letter) => {
    const byte = byteOf.get(letter);
    if (byte === undefined) throw new RangeError(`${label} has no ${letter}`);
    return byte;
  });
}

const rows = Array.from({ length: 20 }, (_, i) => `Школа ${i % 2};5А;7000${i};0;2;1`);
const TEXTS = {
  'a table as people make it': ['школа;класс;ученик;1;2;3', ...rows].join('\n'),
  'capitals throughout': 'ШКОЛА;КЛАСС;УЧЕНИК;1\nМБОУ СОШ № 1;5А;ИВАНОВ;1\n',
  'names of schools': 'school;class;pupil;1\n«МБОУ “СОШ № 1” г. Мурино»;5А;1;1\nГБУ ЦППМСП — филиал;5Б;2;1\n',
};

describe('foreignEncoding', () => {
  it.each([
    ['ibm866', 'cp866 (DOS)'],
    ['x-mac-cyrillic', 'MacCyrillic'],
    ['koi8-r', 'KOI8-R'],
  ])('knows a Russian table in %s', (label, name) => {
    const table = encoded(TEXTS['a table as people make it'], label);
    expect(foreignEncoding(table)).toBe(name);
    expect(() => readCsv(table)).toThrow(FileError);
  });

  it.each(Object.entries(TEXTS))('lets Windows-1251 be: %s', (_, text) => {
    expect(foreignEncoding(encoded(text, 'windows-1251'))).toBeUndefined();
  });

  it('lets be what has few letters, or those of other languages', () => {
    for (const text of [
      'school;class;pupil;1\ns1;5А;1;1\n',
      'МБОУ;ПБУ;МУП\n',
      'Х;Х;Н;Х\nн/п;Х\n',
      'їжак;школа;учень;клас\nКиїв;Європа;Ґанок;вулиця\n',
      'шКОЛА;кЛАСС;уЧЕНИК;иТОГО\n',
    ])
      expect(foreignEncoding(encoded(text, 'windows-1251'))).toBeUndefined();
  });

  it('lets a text be of which only a part is UTF-8', () => {
    const start = new TextEncoder().encode('школа;класс;ученик\nШкола;5А;1\n');
    const rest = encoded('Школа;5А;2\n', 'windows-1251');
    expect(foreignEncoding(Uint8Array.from([...start, ...rest]))).toBeUndefined();
  });
});
