import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { FileError } from '../file-error.js';
import type { SheetCell } from '../sheet.js';
import { readWorkbook } from './read-workbook.js';
import { writeRawWorkbook } from './write-raw-workbook.js';
import { writeWorkbook } from './write-workbook.js';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  text,
  fc.constantFrom('_x0041_', ' с пробелом ', 'a\nb', '<&">', '\u0001'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(undefined),
  fc.record({
    kind: fc.constant('date' as const),
    year: fc.integer({ min: 1901, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
);
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
const trimmed = (of: readonly (readonly SheetCell[])[]) => {
  const cut = of.map((row) => row.slice(0, row.findLastIndex((each) => each !== undefined) + 1));
  return cut
    .slice(0, cut.findLastIndex((row) => row.length > 0) + 1)
    .map((row) => row.map((each) => (Object.is(each, -0) ? 0 : each)));
};

describe('readWorkbook', () => {
  it.each(['shared', 'inline'] as const)('reads a last row longer than a megabyte: %s', async (strings) => {
    const long = Array.from({ length: 15_000 }, (_, i) => `${'ответ '.repeat(12)}${i % 7}`);
    const [sheet] = await readWorkbook(
      writeRawWorkbook([{ name: 'Лист', rows: [['a'], long] }], { strings }),
    );
    expect(sheet?.rows).toEqual([['a'], long]);
  });

  it('reads a last text longer than a megabyte', async () => {
    const long = 'ответ '.repeat(300_000);
    const [sheet] = await readWorkbook(writeRawWorkbook([{ name: 'Лист', rows: [['a', long]] }]));
    expect(sheet?.rows).toEqual([['a', long]]);
  });

  it('reads back what was written, shared or in place', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('shared' as const, 'inline' as const),
        async (given, strings) => {
          const [sheet] = await readWorkbook(writeRawWorkbook([{ name: 'Лист', rows: given }], { strings }));
          expect(trimmed(sheet?.rows ?? [])).toEqual(trimmed(given));
        },
      ),
    );
  });

  it('sees the cells that a general reader sees', async () => {
    const plain = fc.oneof(fc.stringMatching(/^[а-яa-z][а-яa-z <&"]{0,7}[а-я]$/), fc.integer(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(plain, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        async (given) => {
          const bytes = writeRawWorkbook([{ name: 'Лист', rows: given }]);
          const [other] = await readExcelFile(Buffer.from(bytes));
          expect((await readWorkbook(bytes))[0]?.rows).toEqual(other?.data);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reads what other programs write: no addresses, prefixes, rich text, stored formulas, 1904 dates, hidden sheets', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:r><x:t>Ма</x:t></x:r><x:r><x:t>ма</x:t></x:r><x:rPh><x:t>нет</x:t></x:rPh></x:is></x:c><x:c><x:v> 7 </x:v></x:c></x:row>
      <x:row r="3"><x:c r="C3" t="str"><x:f>A1&amp;"!"</x:f><x:v>Мама!</x:v></x:c><x:c r="D3"><x:f>SUM(A1)</x:f></x:c><x:c r="E3" t="e"><x:v>#DIV/0!</x:v></x:c><x:c r="F3" s="1"><x:v>1</x:v></x:c><x:c r="G3" t="s"><x:v>0</x:v></x:c></x:row>
    </x:sheetData></x:worksheet>`;
    const bytes = zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="А &amp; Б" sheetId="9" state="hidden" r:id="rId7"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/one.xml"/></Relationships>',
      ),
      'xl/worksheets/one.xml': strToU8(sheet),
      'xl/sharedStrings.xml': strToU8(
        '<sst><si><r><t>Богатый </t></r><r><t xml:space="preserve">текст&#33;</t></r></si></sst>',
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      ),
    });
    expect(await readWorkbook(bytes)).toEqual([
      {
        name: 'А & Б',
        hidden: true,
        rows: [
          ['Мама', 7],
          [],
          [
            undefined,
            undefined,
            'Мама!',
            { kind: 'formula' },
            { kind: 'error', text: '#DIV/0!' },
            { kind: 'date', year: 1904, month: 1, day: 2 },
            'Богатый текст!',
          ],
        ],
      },
    ]);
  });

  it('says what a file is when it is no workbook', async () => {
    const refusal = async (bytes: Uint8Array) => {
      try {
        await readWorkbook(bytes);
      } catch (error) {
        if (error instanceof FileError) return error.refusal;
      }
      return undefined;
    };
    const good = writeRawWorkbook([{ name: 'Лист', rows: [[1]] }]);
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);
    const encrypted = Uint8Array.from([
      ...ole,
      ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    expect((await refusal(new Uint8Array(0)))?.code).toBe('file-empty');
    expect(await refusal(ole)).toEqual({ code: 'file-old-format', parameters: { format: '.xls' } });
    expect((await refusal(encrypted))?.code).toBe('file-encrypted');
    expect((await refusal(good.subarray(0, good.length / 2)))?.code).toBe('file-unreadable');
    expect(
      (await refusal(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })))
        ?.parameters,
    ).toEqual({ format: '.ods' });
    expect((await refusal(zipSync({ 'word/document.xml': strToU8('<w/>') })))?.parameters).toEqual({
      format: '.docx',
    });
    expect((await refusal(zipSync({ 'a.txt': strToU8('a') })))?.code).toBe('file-unreadable');
  });
});

describe('writeWorkbook', () => {
  it('gives the same bytes for the same content, legal and distinct sheet names, text that is no formula', async () => {
    const sheet = {
      columns: [
        { header: 'Школа', kind: 'text' as const },
        { header: 'Доля', kind: 'share' as const },
      ],
      rows: [['=1+1', 0.5]],
    };
    const name = 'Задания: по школам [и классам]/очень длинно';
    const bytes = writeWorkbook([
      { ...sheet, name, title: 'Заголовок' },
      { ...sheet, name },
    ]);
    expect(
      writeWorkbook([
        { ...sheet, name, title: 'Заголовок' },
        { ...sheet, name },
      ]),
    ).toEqual(bytes);
    const [first, second] = await readWorkbook(bytes);
    expect([first?.name, second?.name]).toEqual([
      'Задания по школам и классам оче',
      'Задания по школам и классам о 2',
    ]);
    expect(first?.rows).toEqual([['Заголовок'], [], ['Школа', 'Доля'], ['=1+1', 0.5]]);
    expect(new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])).not.toContain('<f>');
  });

  it('makes columns as wide as what they hold, and breaks notes over several of them into lines', async () => {
    const column = (header: string, kind: 'text' | 'share' = 'text') => ({ header, kind });
    const long = 'МБОУ Ручьёвская СОШ № 4 (Озёрный район)';
    const rows = Array.from({ length: 5000 }, (_, r) => [r < 4000 ? 'МБОУ' : long, 0.5, 'нет', undefined]);
    const note = 'Это внутренний документ и повод для помощи. '.repeat(4).trimEnd();
    const bytes = writeWorkbook([
      {
        name: 'Школы',
        title: 'Школы',
        notes: [note],
        columns: [column('Где'), column('Доля', 'share'), column('Вывод'), column('Почему нет числа')],
        rows,
      },
    ]);
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([long.length + 2, 9, 8, 9]);
    // 41 + 9 + 8 + 9 characters are enough for a line; the table has no more.
    expect(xml).toContain('<mergeCells count="1"><mergeCell ref="A2:D2"/></mergeCells>');
    expect(xml).toContain('<row r="2" ht="41" customHeight="1">');
    expect((await readWorkbook(bytes))[0]?.rows[1]).toEqual([note]);
    // A text behind a number keeps its distance, in the header, too.
    const styles = (row: number) =>
      [...xml.matchAll(new RegExp(`r="[A-D]${row}" s="(\\d+)"`, 'g'))].map(([, s]) => s);
    expect(styles(4)).toEqual(['5', '8', '12', '5']);
    expect(styles(5)).toEqual(['0', '4', '10']);
  });

  it('gives a row the height of the text that breaks most often', () => {
    const bytes = writeWorkbook([
      {
        name: 'Лист',
        columns: [
          { header: 'Где', kind: 'text' },
          { header: 'Что', kind: 'text', width: 20, wraps: true },
        ],
        rows: [
          ['МБОУ СОШ № 1', 'коротко'],
          ['МБОУ СОШ № 2', 'сравнить с результатами ОГЭ школы'],
        ],
      },
    ]);
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('<row r="2"><c');
    expect(xml).toContain('<row r="3" ht="41" customHeight="1">');
  });
});
