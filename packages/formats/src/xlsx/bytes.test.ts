import { deflateRawSync, crc32 as zlibCrc } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import { FileError } from '../file-error.js';
import { crc32, crc32InSteps } from '../zip/crc32.js';
import { inflatePieces } from '../zip/inflate.js';
import { openWorkbook } from './open-workbook.js';
import { readWorkbook } from './read-workbook.js';
import { writeRawWorkbook } from './write-raw-workbook.js';

async function* pieces(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length);
}
async function whole(from: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of from) parts.push(part);
  return Buffer.concat(parts);
}

describe('checksums', () => {
  it('are those of zlib, in one go or in pieces, with or without Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
        // The known value of “123456789” below holds where this Node has no crc32 of its own.
        const expected = typeof zlibCrc === 'function' ? zlibCrc(bytes) : crc32InSteps(bytes);
        expect(crc32InSteps(bytes)).toBe(expected);
        expect(crc32InSteps(bytes.subarray(cut), crc32InSteps(bytes.subarray(0, cut)))).toBe(expected);
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(expected);
      }),
    );
    expect(crc32InSteps(strToU8('123456789'))).toBe(0xcbf43926);
  });
});

describe('inflating', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const text = Buffer.from('решаемость '.repeat(50_000));
  const deflated = deflateRawSync(text);

  for (const where of ['Node', 'a page']) {
    const there = () => {
      if (where === 'a page') vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => undefined);
    };

    it(`gives the bytes back in ${where}, whatever the pieces`, async () => {
      there();
      for (const length of [1, 7, 1000, 1_000_000]) {
        expect((await whole(inflatePieces(pieces(deflated, length)))).equals(text)).toBe(true);
      }
    });

    it(`fails where the data are damaged or cut off, in ${where}`, async () => {
      there();
      const broken = Uint8Array.from(deflated);
      broken.fill(0xff, 20, 60);
      await expect(whole(inflatePieces(pieces(broken, 50)))).rejects.toThrow();
      await expect(whole(inflatePieces(pieces(deflated.subarray(0, 100), 50)))).rejects.toThrow();
    });

    it(`ends when nobody reads on, and a late failure hurts nobody, in ${where}`, async () => {
      there();
      let read = 0;
      let isFree = false;
      const source = async function* () {
        try {
          for await (const piece of pieces(Buffer.concat([deflated, Buffer.alloc(1000, 0xff)]), 16)) {
            read++;
            yield piece;
          }
        } finally {
          isFree = true;
        }
      };
      for await (const _ of inflatePieces(source())) break;
      const before = read;
      await new Promise((done) => setTimeout(done, 20));
      expect(read).toBeLessThan(before + 50);
      expect(isFree).toBe(true);
    });
  }
});

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

  it('are refused where a shared text is missing', async () => {
    const parts = unzipSync(bytes);
    const texts = Buffer.from(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).toString('utf8');
    const cut = strToU8(texts.slice(0, texts.lastIndexOf('<si>')));
    await expect(readWorkbook(zipSync({ ...parts, 'xl/sharedStrings.xml': cut }))).rejects.toThrow(FileError);
  });

  it('are refused where a part of any name swells in the general reader', async () => {
    const swollen = { '[Content_Types].xml': strToU8('<Types/>'), 'a/s.dat': new Uint8Array(140_000_000) };
    const refused = await readWorkbook(zipSync(swollen)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileError);
    expect(JSON.stringify(refused)).toContain('s.dat');
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
