import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { remarksOf, shapeOf } from '../../../test/document-shape.js';
import { writeRawWorkbook } from '../../xlsx/write-raw-workbook.js';
import { readDocument } from '../read-document.js';
import { dateText } from './date-text.js';

const NS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function workbook(sheet: string, styles = '', links: Readonly<Record<string, string>> = {}): Uint8Array {
  const relations = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="x/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook ${NS}><sheets><sheet name="План" sheetId="1" r:id="a"/><sheet name="Тайна" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="worksheets/one.xml"/><Relationship Id="b" Target="/xl/worksheets/two.xml"/></Relationships>',
    ),
    'xl/worksheets/one.xml': strToU8(`<worksheet ${NS}>${sheet}</worksheet>`),
    'xl/worksheets/two.xml': strToU8(
      '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
    ),
    'xl/worksheets/_rels/one.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
  });
}

const row = (r: number, cells: Readonly<Record<string, string>>) =>
  `<row r="${r}">${Object.entries(cells)
    .map(([column, text]) =>
      /^\d+(\.\d+)?$/.test(text)
        ? `<c r="${column}${r}"><v>${text}</v></c>`
        : `<c r="${column}${r}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    )
    .join('')}</row>`;

describe('workbooks', () => {
  it('are tables with their rows as a person counts, hidden sheets left out', async () => {
    const content = await readDocument(
      workbook(
        `<sheetData>${row(2, { A: '№', C: ' Срок ' })}${row(3, {})}${row(5, { A: '1', B: '0.30000000000000004' })}</sheetData>`,
      ),
      'план.xlsx',
    );
    expect(content.blocks).toMatchObject([
      {
        kind: 'table',
        index: 1,
        name: 'План',
        rows: [
          {
            row: 2,
            cells: [
              { column: 0, text: '№' },
              { column: 2, text: 'Срок' },
            ],
          },
          {
            row: 5,
            cells: [
              { column: 0, text: '1' },
              { column: 1, text: '0.3' },
            ],
          },
        ],
      },
    ]);
    expect(remarksOf(content)).toEqual({ 'hidden-sheets': 1 });
  });

  it('resolve merged cells, also such as reach beyond the rows', async () => {
    const content = await readDocument(
      workbook(
        `<sheetData>${row(1, { A: 'План', B: 'лишнее' })}${row(2, { A: '1', B: 'а', C: 'б' })}${row(3, { B: 'в', D: 'г' })}${row(4, { D: 'д' })}</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A1048576"/><mergeCell ref="B3:C4"/><mergeCell ref="x"/></mergeCells>`,
      ),
      'план.xlsx',
    );
    expect(shapeOf(content)).toEqual([
      [['(4×1) План'], ['(1×3) 1', 'а', 'б'], ['^', '(2×2) в', 'г'], ['^', '(2×1) ^', 'д']],
    ]);
  });

  it('have their styles where the workbook says, whatever the part is called', async () => {
    const { 'xl/styles.xml': styles = new Uint8Array(), ...parts } = unzipSync(
      workbook(
        '<sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>приказ</t></is></c></row></sheetData>',
        '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>',
      ),
    );
    const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
    const moved = zipSync({
      ...parts,
      'вид.xml': styles,
      'xl/_rels/workbook.xml.rels': strToU8(
        relations.replace(
          '</Relationships>',
          '<Relationship Id="s" Type="x/styles" Target="../вид.xml"/></Relationships>',
        ),
      ),
    });
    const { blocks } = await readDocument(moved, 'план.xlsx');
    expect(blocks).toMatchObject([{ rows: [{ cells: [{ text: 'приказ', bold: true }] }] }]);
  });

  it('show dates and shares as a person sees them, bold text, links', async () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="mmmm\\ yyyy"/></numFmts><fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf fontId="1"/></cellXfs>`;
    const cells =
      '<c r="A1" s="1"><v>45901</v></c><c r="B1" s="2"><v>45901</v></c><c r="C1" s="3"><v>0.125</v></c><c r="D1" s="4" t="inlineStr"><is><t>приказ</t></is></c><c r="E1"><f>A2</f></c>';
    const content = await readDocument(
      workbook(
        `<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1" hidden="1">${cells}</row></sheetData><hyperlinks><hyperlink ref="D1" r:id="l"/><hyperlink ref="A1" r:id="m"/></hyperlinks>`,
        styles,
        { l: 'https://example.ru', m: 'javascript:x' },
      ),
      'план.xlsx',
    );
    expect(content.blocks).toMatchObject([
      {
        rows: [
          {
            cells: [
              { text: '01.09.2025', date: '2025-09-01', links: [] },
              { text: 'Сентябрь 2025', date: '2025-09-01' },
              { text: '13%', bold: false },
              { text: 'приказ', bold: true, links: [{ text: 'приказ', href: 'https://example.ru' }] },
            ],
          },
        ],
      },
    ]);
    expect(remarksOf(content)).toEqual({
      'formulas-without-value': 1,
      'hidden-columns': 1,
      'hidden-rows': 1,
      'hidden-sheets': 1,
      'unsafe-links': 1,
    });
  });

  it('are read as our own writers write them', async () => {
    const bytes = writeRawWorkbook([
      { name: 'Пусто', rows: [] },
      { name: 'Лист', rows: [['а', 1, { kind: 'date', year: 2026, month: 5, day: 9 }], [], [true]] },
    ]);
    const content = await readDocument(bytes, 'план.xlsx');
    expect(shapeOf(content)).toEqual([[['а', '1', '09.05.2026'], ['true']]]);
  });
});

describe('dateText', () => {
  it('shows dates by their format', () => {
    const date = { kind: 'date', year: 2025, month: 9, day: 1 } as const;
    const shown = (format: string) => dateText(date, format);
    expect(shown('dd.mm.yyyy')).toBe('01.09.2025');
    expect(shown('d/m/yy')).toBe('1/9/25');
    expect(shown('[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy')).toBe('1 сентября 2025 г.');
    expect(shown('[$-419]d mmmm yyyy "г."')).toBe('1 сентября 2025 г.');
    expect(shown('[$-409]mmm d, yyyy')).toBe('Sep 1, 2025');
    expect(shown('dd.mm.yyyy hh:mm:ss')).toBe('01.09.2025');
    expect(shown('ddd d mmm;@')).toBe('Пн 1 сен');
    expect(shown('ДД.ММ.ГГГГ')).toBe('01.09.2025');
    expect(shown('General')).toBe('01.09.2025');
    expect(shown('')).toBe('01.09.2025');
  });
});

describe('texts with columns', () => {
  it('are one table', async () => {
    const content = await readDocument(
      new TextEncoder().encode('№;Срок\n1;"май,\nиюнь"\n\n2;\n'),
      'план.csv',
    );
    expect(content).toMatchObject({ format: 'csv', remarks: [] });
    expect(content.blocks).toMatchObject([
      { kind: 'table', index: 1, rows: [{ row: 1 }, { row: 2 }, { row: 4 }] },
    ]);
    expect(shapeOf(content)).toEqual([[['№', 'Срок'], ['1', 'май,\nиюнь'], ['2']]]);
  });
});
