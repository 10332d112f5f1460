/**
 * Files as odd programs write them and as attackers would. Made by this script and nothing else, the same in every run.
 *
 * @module
 */
import { constants, deflateRawSync } from 'node:zlib';
import type { Part, ZipOddities } from './zip.js';
import { zip } from './zip.js';

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Buffer;
  /** How many pupils it holds; 0 = it must be refused with a sentence that names it. */
  readonly pupils: number;
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const HEADER = ['school', 'class', 'pupil', '1', '2', '3'];
const PUPILS = 6;
const TABLE: readonly (readonly string[])[] = [
  HEADER,
  ...Array.from({ length: PUPILS }, (_, i) => ['s1', '5А', `x${i + 1}`, '1', String(i % 2), String(i % 3)]),
];

/* --- workbooks --- */

interface Book {
  readonly sheet?: string | Buffer;
  readonly strings?: string | Buffer;
  readonly workbook?: string | Buffer;
  readonly styles?: string;
  readonly part?: Partial<Part>;
  readonly more?: readonly Part[];
  readonly odd?: ZipOddities;
  readonly rename?: (name: string) => string;
}

function book({
  sheet = sheetOf(rows()),
  part = {},
  more = [],
  odd = {},
  rename = (name) => name,
  ...of
}: Book): Buffer {
  const parts: Part[] = [
    { name: '[Content_Types].xml', content: Buffer.from(TYPES) },
    { name: '_rels/.rels', content: Buffer.from(ROOT) },
    { name: 'xl/workbook.xml', content: Buffer.from(of.workbook ?? WORKBOOK) },
    { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(RELATIONS) },
    {
      name: 'xl/styles.xml',
      content: Buffer.from(
        of.styles ??
          `<styleSheet ${NS}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      ),
    },
    ...(of.strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: Buffer.from(of.strings) }]),
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) },
    ...more,
  ];
  return zip(
    parts
      .map((each) => ({
        ...each,
        ...part,
        ...(each.name.endsWith('sheet1.xml') ? {} : { says: {}, deflated: undefined }),
        name: rename(each.name),
      }))
      .map(clean),
    odd,
  );
}

/** A part whose absent fields are absent. */
function clean({
  deflated,
  ...part
}: Omit<Part, 'deflated'> & { deflated?: Part['deflated'] | undefined }): Part {
  return deflated === undefined ? part : { ...part, deflated };
}

function rows(cellOf: (text: string, row: number, column: number) => string = inline): readonly string[] {
  return TABLE.map(
    (row, r) => `<row r="${r + 1}">${row.map((text, c) => cellOf(text, r, c)).join('')}</row>`,
  );
}

const at = (row: number, column: number) => `${'ABCDEFGH'[column]}${row + 1}`;
const inline = (text: string, row: number, column: number) =>
  /^\d$/.test(text) && row > 0
    ? `<c r="${at(row, column)}"><v>${text}</v></c>`
    : `<c r="${at(row, column)}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (of: readonly string[], before = '') =>
  `<worksheet ${NS}>${before}<sheetData>${of.join('')}</sheetData></worksheet>`;

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const ROOT = `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK = `<workbook ${NS} xmlns:r="${RELATION}"><sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const RELATIONS = `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`;

function shared(xmlOf: (text: string) => string): Book {
  const texts = [...new Set(TABLE.flat())];
  return {
    strings: `<sst ${NS}>${texts.map(xmlOf).join('')}</sst>`,
    sheet: sheetOf(rows((text, r, c) => `<c r="${at(r, c)}" t="s"><v>${texts.indexOf(text)}</v></c>`)),
  };
}

function oddWorkbooks(): readonly HostileFile[] {
  const good = (name: string, of: Book | (() => Buffer), pupils = PUPILS): HostileFile => ({
    name: `${name}.xlsx`,
    bytes: typeof of === 'function' ? of : () => book(of),
    pupils,
  });
  const utf16 = (text: string) =>
    Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${text}`, 'utf16le');
  const plain = sheetOf(rows());
  return [
    good('inline-strings', {}),
    good(
      'shared-strings',
      shared((text) => `<si><t>${text}</t></si>`),
    ),
    good(
      'rich-text-and-phonetics',
      shared(
        (text) =>
          `<si><r><rPr><b/></rPr><t>${text.slice(0, 1)}</t></r><r><t>${text.slice(1)}</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>`,
      ),
    ),
    good('no-addresses', { sheet: plain.replace(/ r="[A-Z]?\d+"/g, '') }),
    good('prefixed', { sheet: plain.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=') }),
    good('single-quotes-and-spaces', { sheet: plain.replaceAll('"', "'").replaceAll(" t='", "\n t = '") }),
    good('stored', { part: { stored: true } }),
    good('streamed', { part: { streamed: 'with-signature' } }),
    good('streamed-without-signature', { part: { streamed: 'without-signature' } }),
    good('zip64', { part: { zip64: true }, odd: { zip64: true } }),
    good('zip-comment', { odd: { comment: 'Выгрузка' } }),
    good('bytes-before-the-parts', { odd: { before: Buffer.from('PK\x05\x06junk') } }),
    good('wrong-number-of-entries', { odd: { entries: 65_000 } }),
    good('backslashes', { rename: (name) => `\\${name.replaceAll('/', '\\')}` }),
    good('other-case', { rename: (name) => name.replace('worksheets/sheet1', 'Worksheets/Sheet1') }),
    good('workbook-elsewhere', () => elsewhere()),
    good('hidden-and-second-sheet', {
      workbook: WORKBOOK.replace(
        '<sheets>',
        '<sheets><sheet name="Тайный" sheetId="2" state="hidden" r:id="rId2"/>',
      ),
      more: [{ name: 'xl/worksheets/sheet2.xml', content: Buffer.from(plain.replaceAll('>x', '>y')) }],
    }),
    good('merged-title', {
      sheet: sheetOf([
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Результаты работы</t></is></c></row>',
        ...rows().map((row) =>
          row.replace(
            /r="([A-Z]?)(\d+)"/g,
            (_, letter: string, number: string) => `r="${letter}${Number(number) + 2}"`,
          ),
        ),
      ]).replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:F1"/></mergeCells>'),
    }),
    good('utf-16', { sheet: utf16(plain) }),
    good('cdata', { sheet: plain.replace(/<t>(\w+)<\/t>/g, '<t><![CDATA[$1]]></t>') }),
    good('comments', { sheet: plain.replaceAll('<c ', '<!-- <c r="Z1"> --><c ') }),
    good('character-entities', { sheet: plain.replaceAll('>s1<', '>&#115;&#x31;<') }),
    good('stored-formulas', { sheet: plain.replace(/<v>(\d)<\/v>/g, '<f>A1+0</f><v>$1</v>') }),
    good('numbers-as-text', {
      sheet: plain.replace(/<c r="(\w+)"><v>(\d)<\/v>/g, '<c r="$1" t="str"><v>$2</v>'),
    }),
    good('cells-out-of-order', {
      sheet: sheetOf(
        rows().map((row) =>
          row.replace(
            /(<row[^>]*>)(.*)<\/row>/,
            (_, open: string, cells: string) =>
              `${open}${(cells.match(/<c .*?<\/c>/g) ?? []).reverse().join('')}</row>`,
          ),
        ),
      ),
    }),
    good('sparse', {
      sheet: plain.replace('<row r="7">', '<row r="900000">').replace(/r="([A-F])7"/g, 'r="$1900000"'),
    }),
    good('false-dimension', { sheet: sheetOf(rows(), '<dimension ref="A1:XFD1048576"/>') }),
    good('1904', { workbook: WORKBOOK.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') }),
    good('evil-names-beside', {
      more: ['../../evil.xml', '/etc/passwd', 'C:\\evil.xml'].map((name) => ({
        name,
        content: Buffer.from('<x/>'),
      })),
    }),
    good('overlapping-unused-parts', {
      more: Array.from({ length: 300 }, (_, i) => ({ name: `media/${i}.bin`, content: Buffer.alloc(10) })),
    }),
  ];
}

function elsewhere(): Buffer {
  const move = (text: string) => text.replaceAll('xl/', 'book/');
  return zip([
    { name: '[Content_Types].xml', content: Buffer.from(move(TYPES)) },
    { name: '_rels/.rels', content: Buffer.from(move(ROOT)) },
    { name: 'book/workbook.xml', content: Buffer.from(WORKBOOK) },
    { name: 'book/_rels/workbook.xml.rels', content: Buffer.from(RELATIONS) },
    { name: 'book/worksheets/sheet1.xml', content: Buffer.from(sheetOf(rows())) },
  ]);
}

/* --- csv --- */

function oddCsv(): readonly HostileFile[] {
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

/* --- attacks --- */

function hostileWorkbooks(): readonly HostileFile[] {
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

function hostileTexts(): readonly HostileFile[] {
  const bad = (name: string, bytes: () => Buffer): HostileFile => ({ name, bytes, pupils: 0 });
  const good = TABLE.map((row) => row.join(',')).join('\n');
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
    bad('deep.json', () => Buffer.from(`${tally}${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}]}`)),
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

/** All files. Those of hundreds of megabytes are made when their turn comes. */
export const hostileFiles: readonly HostileFile[] = [
  ...oddWorkbooks(),
  ...oddCsv(),
  ...hostileWorkbooks(),
  ...hostileTexts(),
];
