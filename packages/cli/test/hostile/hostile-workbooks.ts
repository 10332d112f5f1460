/** Workbooks as attackers would make them, and other formats under their name. */
import { constants, deflateRawSync } from 'node:zlib';
import { book, rows, shared, sheetOf, TYPES, WORKBOOK } from './book.js';
import type { HostileFile } from './hostile-file.js';
import type { Part } from './zip.js';
import { zip } from './zip.js';

export function hostileWorkbooks(): readonly HostileFile[] {
  const bad = (name: string, bytes: () => Buffer): HostileFile => ({
    name: `${name}.xlsx`,
    bytes,
    pupils: 0,
  });
  const entity =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
  const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const cut = (share: number) => () => book({}).subarray(0, Math.floor(book({}).length * share));
  const long = (bytes: number) => Buffer.alloc(bytes, 'a').toString('latin1');
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return [
    bad('truncated-a-third', cut(0.33)),
    bad('truncated-two-thirds', cut(0.66)),
    bad('truncated-last-byte', cut(0.999)),
    bad('wrong-checksum', () => book({ part: { says: { crc: 12345 } } })),
    bad('damaged-content', () => {
      const bytes = book({});
      const place = bytes.indexOf('sheet1.xml') + 60;
      bytes.fill(0xa5, place, place + 20);
      return bytes;
    }),
    bad('unknown-compression', () => book({ part: { says: { method: 9 } } })),
    bad('encrypted-part', () => book({ part: { says: { flags: 1 } } })),
    bad('directory-outside', () => book({ odd: { directoryAt: 0xfffffff0 } })),
    bad('bomb', () => book({ part: { deflated: zeros(6_000_000_000) } })),
    bad('bomb-that-lies', () => book({ part: { deflated: zeros(3_000_000_000), says: { size: 1000 } } })),
    bad('bomb-of-strings', () => bombOfStrings()),
    bad('bomb-of-another-name', () =>
      zip([
        { name: '[Content_Types].xml', content: Buffer.from(TYPES.replaceAll('xl/', 'book/')) },
        { name: 'book/sheet.dat', content: Buffer.alloc(140_000_000) },
      ]),
    ),
    bad('shared-text-missing', () => {
      const whole = shared((text) => `<si><t>${text}</t></si>`);
      return book({ ...whole, strings: String(whole.strings).replace(/<si>(?!.*<si>).*<\/si>/, '') });
    }),
    bad('billion-laughs', () => book({ sheet: `${entity}${sheetOf(rows()).replaceAll('s1', '&c;')}` })),
    bad('billion-laughs-in-workbook', () => book({ workbook: `${entity}${WORKBOOK}` })),
    bad('billion-laughs-in-strings', () =>
      book({
        ...shared((text) => `<si><t>${text}</t></si>`),
        strings: `${entity}<sst><si><t>&c;</t></si></sst>`,
      }),
    ),
    bad('entity-from-outside', () => book({ sheet: `${outside}${sheetOf(rows()).replaceAll('s1', '&e;')}` })),
    bad('cell-of-160-mb', () =>
      book({
        sheet: sheetOf([
          ...rows(),
          `<row r="9"><c r="A9" t="inlineStr"><is><t>${long(160_000_000)}</t></is></c></row>`,
        ]),
      }),
    ),
    bad('shared-text-of-160-mb', () =>
      book({
        ...shared((text) => `<si><t>${text}</t></si>`),
        strings: `<sst><si><t>${long(160_000_000)}</t></si></sst>`,
      }),
    ),
    bad('attribute-of-50-mb', () =>
      book({ sheet: sheetOf([...rows(), `<row r="9" x="${long(50_000_000)}"/>`]) }),
    ),
    bad('three-million-empty-rows', () =>
      book({ sheet: sheetOf([...rows(), ...new Array<string>(3_000_000).fill('<row/>')]) }),
    ),
    bad('row-4294967295', () =>
      book({ sheet: sheetOf([...rows(), '<row r="4294967295"><c><v>1</v></c></row>']) }),
    ),
    bad('column-zzzzzz', () =>
      book({ sheet: sheetOf([...rows(), '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>']) }),
    ),
    bad('a-million-levels', () =>
      book({
        sheet: sheetOf([...rows(), `${'<a>'.repeat(1_000_000)}`]).replace('</sheetData></worksheet>', ''),
      }),
    ),
    bad('encrypted', () =>
      Buffer.concat([
        ole,
        Buffer.alloc(2000),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(2000),
      ]),
    ),
    { name: 'old.xls', bytes: () => Buffer.concat([ole, Buffer.alloc(4000)]), pupils: 0 },
    {
      name: 'open.ods',
      bytes: () =>
        zip([
          {
            name: 'mimetype',
            content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
            stored: true,
          },
        ]),
      pupils: 0,
    },
    bad('word', () => zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }])),
    bad('binary-workbook', () => zip([{ name: 'xl/workbook.bin', content: Buffer.from([1]) }])),
    bad('picture', () =>
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(3000, 7)]),
    ),
    bad('empty', () => Buffer.alloc(0)),
    bad('text', () => Buffer.from('Это просто письмо, а не таблица.\n'.repeat(50))),
    {
      name: 'page.xls',
      bytes: () => Buffer.from('<html><table><tr><td>school</td></tr></table></html>'),
      pupils: 0,
    },
  ];
}

/** Compressed zeros by repeating one block: gigabytes in a moment. */
function zeros(size: number): NonNullable<Part['deflated']> {
  const unit = 64 * 1024 * 1024;
  const block = deflateRawSync(Buffer.alloc(unit, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(Buffer.alloc(0));
  const times = Math.ceil(size / unit);
  return {
    bytes: Buffer.concat([...new Array<Buffer>(times).fill(block), last]),
    size: (times * unit) % 2 ** 32,
    crc: 0,
  };
}

function bombOfStrings(): Buffer {
  const strings = `<sst>${'<si><t>a</t></si>'.repeat(30_000_000)}`;
  return book({
    sheet: shared((text) => `<si><t>${text}</t></si>`).sheet ?? '',
    more: [{ name: 'xl/sharedStrings.xml', content: Buffer.from(strings) }],
  });
}
