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
