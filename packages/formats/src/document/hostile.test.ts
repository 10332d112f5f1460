import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx, numbered, p, r, tbl, tc, tr } from '../../test/document-builder.js';
import { shapeOf } from '../../test/document-shape.js';
import { FileError } from '../file-error.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { readDocument } from './read-document.js';

/** Content, or the code of the refusal with its parameter; any other failure fails the test. */
async function outcome(bytes: Uint8Array, name = 'a.docx') {
  try {
    return await readDocument(bytes, name);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const [detail = ''] = Object.values(error.refusal.parameters);
    return `${error.refusal.code} ${detail}`.trim();
  }
}

const text = (of: string) => new TextEncoder().encode(of);
const body = (xml: string) => outcome(docx({ body: xml }));
const wide = (name: string) => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
const ole = (name: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(100), ...wide(name)]);
const SECONDS = 60_000;

describe('files of other kinds', () => {
  it('are called by their name', async () => {
    expect(await outcome(new Uint8Array(0))).toBe('file-empty');
    expect(await outcome(ole('WordDocument'), 'план.docx')).toBe('file-old-format .doc');
    expect(await outcome(ole('Workbook'))).toBe('file-old-format .xls');
    expect(await outcome(ole('PowerPoint Document'))).toBe('file-old-format .ppt');
    expect(await outcome(ole('?'), 'план.xls')).toBe('file-old-format .xls');
    expect(await outcome(ole('EncryptedPackage'), 'план.docx')).toBe('file-encrypted');
    expect(await outcome(text('%PDF-1.7'))).toBe('file-old-format .pdf');
    expect(await outcome(text('{\\rtf1'))).toBe('file-old-format .rtf');
    expect(await outcome(text('MIME-Version: 1.0\r\n'), 'a.doc')).toBe('file-old-format .mht');
    expect(
      await outcome(
        text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>'),
      ),
    ).toBe('file-old-format .xml (Word)');
    expect(await outcome(text('<?xml version="1.0"?><ss:Workbook/>'))).toBe('file-old-format .xml (Excel)');
    expect(await outcome(text('<?xml version="1.0"?><план/>'))).toBe('file-unreadable XML of another kind');
    const open = (type: string) =>
      zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`) });
    expect(await outcome(open('text'))).toBe('file-old-format .odt');
    expect(await outcome(open('spreadsheet'))).toBe('file-old-format .ods');
    const slides = zipSync({
      '[Content_Types].xml': strToU8('presentationml'),
      'ppt/presentation.xml': strToU8('<p/>'),
    });
    expect(await outcome(slides)).toBe('file-old-format .pptx');
    expect(await outcome(zipSync({ 'a.txt': strToU8('a') }))).toContain('file-unreadable');
    expect(await outcome(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toContain(
      'file-unreadable',
    );
  });

  it('are recognised by their bytes, whatever they are called', async () => {
    const format = async (bytes: Uint8Array, name: string) => {
      const found = await outcome(bytes, name);
      return typeof found === 'string' ? found : found.format;
    };
    expect(await format(docx({ body: p('а') }), 'план.html')).toBe('docx');
    expect(await format(writeRawWorkbook([{ name: 'а', rows: [['а']] }]), 'план.docx')).toBe('xlsx');
    expect(await format(text('<p>а'), 'план.docx')).toBe('html');
    expect(await format(text('<!doctype html><p>а'), 'план.csv')).toBe('html');
    expect(await format(text('<5 баллов;1'), 'план.csv')).toBe('csv');
    expect(await format(text('План <table><tr><td>а'), 'план')).toBe('html');
    expect(await format(text('План'), 'план.htm')).toBe('html');
    expect(await format(text('№\tСрок'), 'план.txt')).toBe('csv');
    expect(
      await format(text('<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><p>а</p></html>'), 'a'),
    ).toBe('html');
  });
});

describe('damaged documents', () => {
  it('are refused: cut off, changed, with elements that do not close', async () => {
    const good = docx({ body: tbl([tr(['а', 'б'])]) });
    expect(await outcome(good.subarray(0, good.length - 60))).toContain('file-unreadable');
    const changed = Uint8Array.from(good);
    changed.fill(0x55, 700, 720);
    expect(await outcome(changed)).toContain('file-unreadable');
    const cut = (name: string, xml: string) => (name.endsWith('document.xml') ? xml.slice(0, -60) : xml);
    expect(await outcome(docx({ body: p('а'), change: cut }))).toContain('file-unreadable');
    expect(await body('<w:p><w:r></w:p></w:r>')).toContain('file-unreadable');
    const other = (name: string, xml: string) => (name.endsWith('document.xml') ? '<html/>' : xml);
    expect(await outcome(docx({ body: '', change: other }))).toContain('file-unreadable');
  });

  it('are refused where they declare entities', async () => {
    const bomb = (where: string) => (name: string, xml: string) =>
      name.endsWith(where)
        ? xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')
        : xml;
    for (const where of ['document.xml', 'styles.xml', 'numbering.xml', '.rels']) {
      const file = docx({ body: p('а'), styles: '<w:x/>', numbering: '<w:x/>', change: bomb(where) });
      expect(await outcome(file)).toBe('file-unreadable XML with a document type');
    }
    expect(await body(p('<w:r><w:t>&b;&xxe;</w:t></w:r>'))).toMatchObject({ blocks: [{ text: '&b;&xxe;' }] });
  });
});

describe('documents made to hurt', () => {
  it('do not overflow by depth', { timeout: SECONDS }, async () => {
    const deep = (tag: string, times: number) => `<w:${tag}>`.repeat(times) + `</w:${tag}>`.repeat(times);
    expect(await body(p(deep('smartTag', 9000)))).toMatchObject({ blocks: [] });
    expect(await body(p(deep('smartTag', 1_000_000)))).toContain('file-unreadable');
    expect(await body(p(deep('del', 1_000_000)))).toMatchObject({ blocks: [] });
    expect(await body('<w:tbl><w:tr><w:tc>'.repeat(100_000))).toContain('file-unreadable');
  });

  it('do not hang on circles of styles or long chains of them', { timeout: SECONDS }, async () => {
    const style = (id: number, on: number) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${on}"/></w:style>`;
    const many = Array.from({ length: 20_000 }, (_, i) => style(i, i + 1)).join('');
    const paragraphs = Array.from({ length: 20_000 }, (_, i) => p('а', `<w:pStyle w:val="${i}"/>`)).join('');
    expect(await outcome(docx({ body: paragraphs, styles: many }))).toHaveProperty('blocks.length', 20_000);
    const circle = docx({ body: p('а', '<w:pStyle w:val="1"/>'), styles: style(1, 2) + style(2, 1) });
    expect(await outcome(circle)).toMatchObject({ blocks: [{ text: 'а' }] });
  });

  it('do not fill the memory with cells, numbers or merges', { timeout: SECONDS }, async () => {
    expect(await body(tbl([tr(Array.from({ length: 20_000 }, () => '<w:tc/>'))]))).toBe(
      'file-unreadable column 16385',
    );
    expect(await body(`<w:tbl>${`<w:tr>${'<w:tc/>'.repeat(1000)}</w:tr>`.repeat(1001)}</w:tbl>`)).toContain(
      '1000000 cells',
    );
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${'%1'.repeat(100_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const found = await outcome(docx({ body: p('а', numbered(1)), numbering }));
    expect(
      typeof found === 'object' && found.blocks[0]?.kind === 'paragraph' && found.blocks[0].number?.length,
    ).toBe(1000);
    const wideTable = `<table><tr>${'<td rowspan=65534>'.repeat(1000)}${'<tr>'.repeat(20_000)}</table>`;
    expect(await outcome(text(wideTable), 'a.html')).toContain('1000000 cells');
    expect(await outcome(text(`<table><tr>${'<td>'.repeat(20_000)}</table>`), 'a.html')).toBe(
      'file-unreadable column 16385',
    );
    expect(
      await outcome(
        text('<table><tr><td colspan=99999999999 rowspan=99999999999>а<tr><td>б</table>'),
        'a.html',
      ),
    ).toMatchObject({
      blocks: [
        {
          rows: [{ cells: [{ columns: 1000, rows: 2 }] }, { cells: [{ continued: true }, { column: 1000 }] }],
        },
      ],
    });
  });

  it('read 10,000 rows', { timeout: SECONDS }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => tr([`${i}`, 'а', 'б', 'в', 'г', 'д']));
    expect(await body(tbl(rows))).toMatchObject({ blocks: [{ rows: { length: 10_000 } }] });
  });

  it('pages do not overflow or hang by depth', { timeout: SECONDS }, async () => {
    for (const tag of [
      'div',
      'b',
      'table><tr><td',
      'span',
      'ul><li',
      'svg',
      'template',
      'font color=red',
      'select',
      'a',
    ]) {
      const found = await outcome(text(`<${tag}>`.repeat(100_000)), 'a.html');
      if (typeof found === 'string') expect(found).toContain('elements inside one another');
    }
    expect(await outcome(text(`${'<div>'.repeat(900)}а`), 'a.html')).toMatchObject({
      blocks: [{ text: 'а' }],
    });
  });

  it('pages do not hang on what takes quadratic time elsewhere', { timeout: SECONDS }, async () => {
    const many = 50_000;
    const attributes = Array.from({ length: many }, (_, i) => `a${i}`).join(' ');
    expect(await outcome(text(`<p ${attributes}>а`), 'a.html')).toMatchObject({ blocks: [{ text: 'а' }] });
    expect(await outcome(text(`<body ${attributes}>`.repeat(5)), 'a.html')).toMatchObject({ blocks: [] });
    expect(await outcome(text(`<table>${'<i></i>а'.repeat(many)}`), 'a.html')).toMatchObject({
      blocks: [{ kind: 'paragraph' }],
    });
    const formats = Array.from({ length: 400 }, (_, i) => `<b a=${i}>`).join('');
    expect(await outcome(text(`<p>${formats}</p>${'<p>а'.repeat(20_000)}`), 'a.html')).toContain(
      'file-unreadable',
    );
    expect(await outcome(text('<p>а</b></i></a>'.repeat(many)), 'a.html')).toHaveProperty(
      'blocks.length',
      many,
    );
    expect(await outcome(text(`<b><div>${'<p>а</p>'.repeat(many)}</b>`), 'a.html')).toHaveProperty(
      'blocks.length',
      many,
    );
    expect(
      await outcome(text('&'.repeat(many) + '<'.repeat(many) + '<!--'.repeat(many)), 'a.html'),
    ).toHaveProperty('blocks');
    expect(await outcome(text(`<meta ${'charset '.repeat(2000)}>`), 'a.html')).toHaveProperty('blocks');
  });
});

describe('any bytes', () => {
  const good = [
    docx({
      body:
        p('План', '<w:pStyle w:val="1"/>') +
        tbl([tr([tc('а', '<w:gridSpan w:val="2"/>'), tc(p(r('б', '<w:b/>'), numbered(1)))])]),
      styles: '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
      numbering: '<w:num w:numId="1"/>',
    }),
    text(
      '<html><table data-x="1"><caption>План<tr><th rowspan=2>а<td><a href="/b">б</a><tr><td><ol><li>в</table>',
    ),
    writeRawWorkbook([{ name: 'Лист', rows: [['а', 1], ['б']] }]),
    text('№;Срок\n1;май\n'),
  ] as const;

  it('give content or a refusal, never another failure', { timeout: 60_000 }, async () => {
    const change = fc.record({ at: fc.nat(), with: fc.uint8Array({ minLength: 1, maxLength: 8 }) });
    const damaged = fc
      .tuple(fc.constantFrom(...good), fc.array(change, { maxLength: 4 }))
      .map(([bytes, changes]) => {
        const copy = Uint8Array.from(bytes);
        for (const { at, with: given } of changes) copy.set(given.subarray(0, 1), at % copy.length);
        return copy;
      });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })),
        fc.constantFrom('a.docx', 'a.html', 'a.csv', 'a'),
        async (bytes, name) => {
          await outcome(bytes, name);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of a document put together from any parts give content or a refusal', { timeout: 60_000 }, async () => {
    const piece = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>а</w:t>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tr>',
      '<w:tc>',
      '</w:tc>',
      '<w:tcPr><w:vMerge/></w:tcPr>',
      '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>',
      '<w:trPr><w:del/></w:trPr>',
      '<w:del>',
      '</w:del>',
      '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:fldChar w:fldCharType="end"/>',
      '<w:sdt>',
      '</w:sdt>',
      '<w:sdtContent>',
      '</w:sdtContent>',
      '<w:sdtPr><w:showingPlcHdr/></w:sdtPr>',
      '<w:hyperlink r:id="a">',
      '</w:hyperlink>',
      '<mc:AlternateContent>',
      '</mc:AlternateContent>',
      '<mc:Choice>',
      '</mc:Choice>',
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:body>',
      '</w:body>',
    );
    const wrap = fc.constantFrom(
      'p',
      'r',
      'tbl',
      'tr',
      'tc',
      'sdt',
      'sdtContent',
      'del',
      'ins',
      'txbxContent',
      'hyperlink',
      'mc',
    );
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(
          '<w:t>а</w:t>',
          '<w:tcPr><w:vMerge/></w:tcPr>',
          '<w:trPr><w:del/></w:trPr>',
          '<w:tab/>',
          '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
          '<w:fldChar w:fldCharType="begin"/>',
          '<w:fldChar w:fldCharType="end"/>',
          '<w:sdtPr><w:showingPlcHdr/></w:sdtPr>',
        ),
        fc
          .tuple(wrap, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, inside]) => `<w:${tag}>${inside.join('')}</w:${tag}>`),
      ),
    })).node;
    const pieces = fc
      .oneof(fc.array(tree, { maxLength: 6 }), fc.array(piece, { maxLength: 20 }))
      .map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(pieces, async (xml) => {
        const found = await body(xml);
        if (typeof found === 'object') shapeOf(found);
      }),
      { numRuns: 500 },
    );
  });

  it('of a page put together from any tags give content', { timeout: 60_000 }, async () => {
    const piece = fc.constantFrom(
      'а',
      ' ',
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '</td>',
      '<td rowspan=0>',
      '<td rowspan=2 colspan=3>',
      '<th>',
      '<caption>',
      '<thead>',
      '</thead>',
      '<tfoot>',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<a href="/x">',
      '</a>',
      '<ol>',
      '<li>',
      '</ol>',
      '<div>',
      '</div>',
      '<script>',
      '</script>',
      '<svg>',
      '</svg>',
      '<math>',
      '<template>',
      '</template>',
      '<select>',
      '</select>',
      '<br>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<frameset>',
      '<body>',
      '</html>',
      '<pre>',
      '<h2>',
      '<form>',
      '</form>',
      '<span style="mso-list:Ignore">',
      '</span>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (tags) => {
        const found = await outcome(text(tags.join('')), 'a.html');
        if (typeof found === 'string') throw new Error(found);
        for (const block of found.blocks) {
          if (block.kind !== 'table') continue;
          for (const { cells } of block.rows) {
            let end = 0;
            for (const { column, columns } of cells) {
              expect(column).toBeGreaterThanOrEqual(end);
              end = column + columns;
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
