/** Workbooks as other programs write them. */
import type { Book } from './book.js';
import { book, PUPILS, RELATIONS, ROOT, rows, shared, sheetOf, TYPES, WORKBOOK } from './book.js';
import type { HostileFile } from './hostile-file.js';
import { zip } from './zip.js';

export function oddWorkbooks(): readonly HostileFile[] {
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
