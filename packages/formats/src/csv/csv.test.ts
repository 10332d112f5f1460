import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileError } from '../file-error.js';
import { wholeSheet } from '../sheet.js';
import { hasColumns } from './delimiter.js';
import { readCsv, writeCsv } from './index.js';
import { csvRows } from './read-csv.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bom: boolean) =>
  Uint8Array.from([
    ...(bom ? [0xff, 0xfe] : []),
    ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ]);

describe('readCsv', () => {
  it('reads back every table that was written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        fc.pre(rows.every((row) => row.every((each) => !String(each ?? '').includes('\0'))));
        const columns = [
          { id: 'один', kind: 'text' as const },
          { id: 'два', kind: 'text' as const },
        ];
        const back = readCsv(bytes(writeCsv({ name: 't', columns, rows }))).rows.slice(1);
        const expected = rows.map((row) =>
          row.map((each) =>
            typeof each === 'string' && /^[=+\-@\t\r]/.test(each) && !/^[+-]?\d+([.,]\d+)?$/.test(each)
              ? `'${each}`
              : String(each ?? ''),
          ),
        );
        while (expected.at(-1)?.every((each) => each === '') === true) expected.pop();
        expect(back).toEqual(expected);
      }),
    );
  });

  it.each(['\n', '\r\n', '\r'])('finds the delimiter whatever the line ends are: %j', (end) => {
    const title = ['Сводка, по классам, за год', 'Район, город, село', 'Примечание "к таблице'];
    const rows = Array.from({ length: 8 }, (_, i) => `s1;5А;у${i};1`);
    const bytes = new TextEncoder().encode([...title, ...rows, ''].join(end));
    expect(readCsv(bytes).rows.at(-1)).toEqual(['s1', '5А', 'у7', '1']);
  });

  it('believes a file that says UTF-8, also where a byte of it is wrong', () => {
    const bytes = new TextEncoder().encode('\ufeffшкола;ученик\nМурино;а\n');
    bytes[bytes.length - 5] = 0xff;
    expect(readCsv(bytes).rows).toEqual([
      ['школа', 'ученик'],
      ['Мурин\ufffd\ufffd', 'а'],
    ]);
  });

  it('finds delimiter and encoding', () => {
    const rows = [
      ['школа', 'балл'],
      ['СОШ, №1', '1,5'],
    ];
    expect(readCsv(bytes('школа;балл\r\nСОШ, №1;1,5\r\n')).rows).toEqual(rows);
    expect(readCsv(bytes('школа\tбалл\rСОШ, №1\t1,5')).rows).toEqual(rows);
    expect(readCsv(utf16('школа\tбалл\nСОШ, №1\t1,5\n', true)).rows).toEqual(rows);
    expect(readCsv(utf16('школа\tбалл\nСОШ, №1 😀\t1,5\n', false)).rows[0]).toEqual(rows[0]);
    const title = 'Диагностическая работа обучающихся пятых классов';
    expect(readCsv(utf16(`${title}\nшкола;балл\n`, false)).rows).toEqual([[title], ['школа', 'балл']]);
    expect(readCsv(utf16('a,b\n1,2\n', false)).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv(Uint8Array.from([0xf8, 0xea, 0xee, 0xeb, 0xe0, 0x2c, 0x31])).rows).toEqual([
      ['школа', '1'],
    ]);
  });

  it('takes a bar for the delimiter only where nothing else parts the cells', () => {
    expect(readCsv(bytes('школа|балл\nСОШ, №1|1,5\nСОШ №2|2\n')).rows[1]).toEqual(['СОШ, №1', '1,5']);
    const codes = 'item;codes\n1;1.1|1.2|1.3\n2;1.1|1.2|1.4\n3;1.3|1.4|1.5\n';
    expect(readCsv(bytes(codes)).rows[1]).toEqual(['1', '1.1|1.2|1.3']);
  });

  it('is not misled by a title above the header', () => {
    expect(
      readCsv(bytes('"Результаты, 5 класс"\nsep=;\nшкола;класс;ученик;1\ns1;5А;p1;1,0\n')).rows[2],
    ).toEqual(['школа', 'класс', 'ученик', '1']);
  });

  it('keeps quoted line ends and doubled quotes', () => {
    expect(readCsv(bytes('a,b\n"1\n2","о ""кавычках"""\n')).rows[1]).toEqual(['1\n2', 'о "кавычках"']);
  });

  it('reads the same however small the pieces are that a source hands on', async () => {
    const title = 'Результаты; 5 класс, математика';
    const rows = Array.from({ length: 5000 }, (_, i) => `СОШ № ${i % 7};"а\n""${i}""";${i % 3}`);
    const all = bytes(`${title}\r\nшкола;ученик;1\r\n${rows.join('\r\n')}\r\n`);
    const expected = readCsv(all).rows;
    expect(expected.at(-1)).toEqual(['СОШ № 1', 'а\n"4999"', '1']);
    for (const length of [1, 7, 65_535, 65_536, 65_537, all.length]) {
      const source = {
        size: all.length,
        read: () => Promise.reject(new Error('not asked for')),
        // As the contract says, a piece is gone when the next one is asked for.
        async *passingPieces() {
          const room = new Uint8Array(length);
          for (let at = 0; at < all.length; at += length) {
            const piece = all.subarray(at, at + length);
            room.set(piece);
            yield room.subarray(0, piece.length);
            room.fill(0);
          }
        },
      };
      expect((await wholeSheet(csvRows(source))).rows).toEqual(expected);
    }
  });

  it('names the line of an unclosed quote and of a NUL', () => {
    const detail = (text: string) => {
      try {
        readCsv(bytes(text));
      } catch (error) {
        if (error instanceof FileError && error.refusal.code === 'file-unreadable')
          return error.refusal.parameters.detail;
      }
      return undefined;
    };
    expect(detail('a,b\n1,2\n3,"4\n')).toBe('line 3: unclosed quote');
    expect(detail('a,b\n1,\u00002\n')).toBe('line 2: NUL');
  });

  it('finds a NUL wherever it stands', () => {
    for (const text of ['a,b\n\u0000\n', 'a,b\n"1\n\u0000",2\n', 'a,b\n"1"\u0000,2\n', 'a,b\n1,2\u0000'])
      expect(() => readCsv(bytes(text))).toThrow(FileError);
  });

  it('reads rows of any width that a spreadsheet has, and refuses wider ones', () => {
    for (const width of [255, 256, 257, 511, 512, 513, 16_384]) {
      const row = Array.from({ length: width }, (_, i) => String(i % 13));
      const [first, second] = readCsv(bytes(`${row.join(',')}\n${row.join(',')}\n`)).rows;
      expect(first).toEqual(row);
      expect(second).toEqual(row);
    }
    expect(() => readCsv(bytes(`${','.repeat(16_384)}\n`))).toThrow(FileError);
  });
});

describe('hasColumns', () => {
  it('tells tables from letters', () => {
    const table = 'Результаты, 5 класс\nшкола\tкласс\tученик\ns1\t5А\tp1\ns1\t5А\tp2\n';
    expect(hasColumns(table)).toBe(true);
    expect(hasColumns(table.replaceAll('\t', ';'))).toBe(true);
    expect(hasColumns('школа,класс,ученик,1\ns1,5А,p1,1\n')).toBe(true);
    expect(hasColumns('Коллеги, добрый день\nПосылаем, как просили\nС уважением, школа\n')).toBe(false);
    expect(hasColumns('')).toBe(false);
  });
});

describe('a text in UTF-8 with a damaged letter', () => {
  const table = 'школа;класс;ученик;1\nМБОУ «СОШ № 1»;5А;p1;1\nМБОУ «СОШ № 2»;5Б;p2;0\n';
  const damaged = (text: string, at: string) => {
    const bytes = new TextEncoder().encode(text);
    const place = new TextEncoder().encode(text.slice(0, text.indexOf(at))).length;
    return Uint8Array.from([...bytes.subarray(0, place), 0xd0, ...bytes.subarray(place)]);
  };

  it('is no other encoding for that', () => {
    expect(readCsv(damaged(table, 'p1')).rows).toEqual([
      ['школа', 'класс', 'ученик', '1'],
      ['МБОУ «СОШ № 1»', '5А', '\uFFFDp1', '1'],
      ['МБОУ «СОШ № 2»', '5Б', 'p2', '0'],
    ]);
  });

  it('nor where the damage stands far behind the beginning', () => {
    const long = `${table}${'МБОУ «СОШ № 3»;5В;p3;1\n'.repeat(4000)}МБОУ «СОШ № 4»;5Г;p4;1\nМБОУ «СОШ № 5»;5Д;p5;1\n`;
    expect(readCsv(damaged(long, 'p4')).rows.slice(-2)).toEqual([
      ['МБОУ «СОШ № 4»', '5Г', '\uFFFDp4', '1'],
      ['МБОУ «СОШ № 5»', '5Д', 'p5', '1'],
    ]);
  });
});

describe('writeCsv', () => {
  it('writes numbers as the shortest text that reads back, missing cells empty, formulas disarmed', () => {
    const columns = ['a', 'b', 'c'].map((id) => ({ id, kind: 'text' as const }));
    expect(
      writeCsv({
        name: 't',
        columns,
        rows: [
          [0.1 + 0.2, undefined, '=cmd()'],
          [1, 'а, "б"', '-5'],
        ],
      }),
    ).toBe('a,b,c\n0.30000000000000004,,\'=cmd()\n1,"а, ""б""",-5\n');
  });
});

describe('a text that another delimiter would divide', () => {
  const written = (text: string) => {
    const csv = writeCsv({ name: 't', columns: [{ id: 'a', kind: 'text' }], rows: [[text]] });
    return readCsv(new TextEncoder().encode(csv)).rows[1]?.[0];
  };

  it('has no formula in any of its parts', () => {
    expect(written('Школа;=1+1;x')).toBe("Школа;'=1+1;x");
    expect(written('Школа\n@a\t+b')).toBe("Школа\n'@a\t'+b");
    expect(written('=a;-b(1)')).toBe("'=a;'-b(1)");
    expect(written('список:\n- cmd|x\n- ВЕБСЛУЖБА("h")\n- A1!B1\n- =1')).toBe(
      "список:\n'- cmd|x\n'- ВЕБСЛУЖБА(\"h\")\n'- A1!B1\n'- =1",
    );
  });

  it('keeps numbers, lists of words, and what follows no divider', () => {
    for (const text of ['a;-5;+2,5', 'список:\n- занятия\n- встречи', 'a=b; c', 'a;b;=', 'x - y', 'a;-5'])
      expect(written(text)).toBe(text === 'a;b;=' ? "a;b;'=" : text);
  });

  it('takes no longer the more dividers there are', () => {
    const many = `${';'.repeat(200_000)}x`;
    expect(written(many)).toBe(many);
    const dashes = '\n- а'.repeat(50_000);
    expect(written(`x${dashes}`)).toBe(`x${dashes}`);
  });
});

describe('a bar that joins the values of a cell', () => {
  it('parts no cells where the header has none', () => {
    expect(readCsv(new TextEncoder().encode('c0\nа|б\nв|г\n')).rows).toEqual([['c0'], ['а|б'], ['в|г']]);
  });
});
