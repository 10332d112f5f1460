import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import { FileError } from '../file-error.js';
import { openWorkbook } from './open-workbook.js';
import { readWorkbook } from './read-workbook.js';
import { writeRawWorkbook } from './write-raw-workbook.js';

describe('workbooks', () => {
  const rows = [
    ['school', 'pupil', '1'],
    ['s1', 'p1', 1],
  ];
  const bytes = writeRawWorkbook([{ name: 'Лист', rows }]);

  it('are read by the general reader where their parts lie elsewhere', async () => {
    const moved = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name.replace(/^xl\//, 'книга/'),
        strToU8(
          Buffer.from(part).toString('utf8').replaceAll('/xl/', '/книга/').replaceAll('"xl/', '"книга/'),
        ),
      ]),
    );
    const [sheet] = await readWorkbook(zipSync(moved));
    expect(sheet?.rows).toEqual(rows);
  });

  it('are read where their parts have other names than usual, as their relationships say', async () => {
    const names = new Map([
      ['xl/worksheets/sheet1.xml', 'листы/данные.xml'],
      ['xl/sharedStrings.xml', 'xl/тексты/t.xml'],
      ['xl/styles.xml', 'xl/вид.xml'],
    ]);
    const renamed = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        names.get(name) ?? name,
        name === 'xl/_rels/workbook.xml.rels'
          ? strToU8(
              Buffer.from(part)
                .toString('utf8')
                .replace('"worksheets/sheet1.xml"', '"../листы/данные.xml"')
                .replace('"sharedStrings.xml"', '"../xl/./тексты/t.xml"')
                .replace('"styles.xml"', '"/xl/вид.xml"'),
            )
          : part,
      ]),
    );
    const [sheet] = await readWorkbook(zipSync(renamed));
    expect(sheet?.rows).toEqual(rows);
  });

  /** Windows-1251, as far as the tests go. */
  const inWindows1251 = (text: string) =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
  const russian = [
    ['школа', 'балл'],
    ['Лицей', 1],
  ];
  const inEncoding = (named: string, encoded: (text: string) => Uint8Array, strings: 'shared' | 'inline') =>
    Object.fromEntries(
      Object.entries(unzipSync(writeRawWorkbook([{ name: 'Лист', rows: russian }], { strings }))).map(
        ([name, part]) => [
          name,
          encoded(Buffer.from(part).toString('utf8').replace('encoding="UTF-8"', `encoding="${named}"`)),
        ],
      ),
    );

  it.each([
    ['windows-1251', inWindows1251],
    ['UTF-16', (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))],
    ['UTF-16', (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['utf-16', strToU8],
    ['utf8', strToU8],
    // As some programs write it.
    ['UTF-8', inWindows1251],
    ['utf-8', (text: string) => strToU8(`\ufeff${text}`)],
  ])('are read in the encoding that their parts name: %s', async (named, encoded) => {
    for (const strings of ['shared', 'inline'] as const) {
      const [sheet] = await readWorkbook(zipSync(inEncoding(named, encoded, strings)));
      expect(sheet).toMatchObject({ name: 'Лист', rows: russian });
    }
  });

  it('are UTF-8 where a letter or two of it are damaged', async () => {
    const parts = inEncoding('UTF-8', strToU8, 'inline');
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
    const at = Buffer.from(sheet).indexOf('Лицей');
    const damaged = sheet.with(at + 3, 0x20);
    const [read] = await readWorkbook(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': damaged }));
    expect(read).toMatchObject({ rows: [russian[0], ['Л\uFFFD цей', 1]] });
    // And one of which nothing but that letter is there.
    const [odd] = await readWorkbook(
      writeRawWorkbook([{ name: 'Лист', rows: [['\uFFFD']] }], { strings: 'inline' }),
    );
    expect(odd).toMatchObject({ rows: [['\uFFFD']] });
  });

  it('are refused, with the part and the encoding, where nobody knows the encoding', async () => {
    const parts = unzipSync(bytes);
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
      const odd = strToU8(
        Buffer.from(parts[name] ?? [])
          .toString('utf8')
          .replace('UTF-8', 'x-odd'),
      );
      await expect(readWorkbook(zipSync({ ...parts, [name]: odd }))).rejects.toMatchObject({
        refusal: {
          code: 'file-unreadable',
          parameters: {
            detail: `${name} is in encoding x-odd, which is not read`,
            ru: `часть ${name} в кодировке x-odd, она не читается`,
          },
        },
      });
    }
  });

  it('are read in another folder, too, where a part is not in UTF-8', async () => {
    const moved = Object.fromEntries(
      Object.entries(inEncoding('windows-1251', inWindows1251, 'shared')).map(([name, part]) => [
        name.replace(/^xl\//, 'book/'),
        new Uint8Array(
          Buffer.from(Buffer.from(part).toString('latin1').replaceAll('xl/', 'book/'), 'latin1'),
        ),
      ]),
    );
    expect(await readWorkbook(zipSync(moved))).toEqual(
      await readWorkbook(zipSync(inEncoding('windows-1251', inWindows1251, 'shared'))),
    );
  });

  it('are refused where a shared text is missing', async () => {
    const parts = unzipSync(bytes);
    const texts = Buffer.from(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).toString('utf8');
    const cut = strToU8(texts.slice(0, texts.lastIndexOf('<si>')));
    await expect(readWorkbook(zipSync({ ...parts, 'xl/sharedStrings.xml': cut }))).rejects.toThrow(FileError);
  });

  it('are read wherever the package says that the workbook is', async () => {
    const moved = (to: string, drop?: string) =>
      zipSync(
        Object.fromEntries(
          Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
            const text = Buffer.from(part).toString('utf8').replaceAll('xl/', to);
            return name === drop ? [] : [[name.replace(/^xl\//, to), strToU8(text)]];
          }),
        ),
      );
    const usual = await readWorkbook(bytes);
    for (const to of ['book/', 'a/b/', '']) expect(await readWorkbook(moved(to))).toEqual(usual);
    const unsaid = await readWorkbook(moved('xl/', '_rels/.rels'));
    expect(unsaid).toEqual(usual);
    const lost = await readWorkbook(moved('book/', 'xl/workbook.xml')).catch((error: unknown) => error);
    expect(JSON.stringify(lost)).toContain('нет части book/workbook.xml');
  });

  it('are walked through row by row, as far as somebody wants', async () => {
    const [sheet] = await openWorkbook(sourceOfBytes(bytes));
    const seen: unknown[] = [];
    await sheet?.read((row) => {
      seen.push([row.row, row.width, row.cell(2)]);
      return false;
    });
    expect(seen).toEqual([[0, 3, '1']]);
  });

  it('are refused where a byte of them has changed', async () => {
    const damaged = Uint8Array.from(bytes);
    const at = Math.floor(damaged.length / 3);
    damaged[at] = (damaged[at] ?? 0) ^ 0x55;
    await expect(readWorkbook(damaged)).rejects.toBeInstanceOf(FileError);
  });
});
