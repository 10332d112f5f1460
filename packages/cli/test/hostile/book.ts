/** A workbook from its xml, in which anything can be put in the place of a part. */
import type { Part, ZipOddities } from './zip.js';
import { zip } from './zip.js';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const HEADER = ['school', 'class', 'pupil', '1', '2', '3'];
export const PUPILS = 6;
export const TABLE: readonly (readonly string[])[] = [
  HEADER,
  ...Array.from({ length: PUPILS }, (_, i) => ['s1', '5А', `x${i + 1}`, '1', String(i % 2), String(i % 3)]),
];

export interface Book {
  readonly sheet?: string | Buffer;
  readonly strings?: string | Buffer;
  readonly workbook?: string | Buffer;
  readonly styles?: string;
  readonly part?: Partial<Part>;
  readonly more?: readonly Part[];
  readonly odd?: ZipOddities;
  readonly rename?: (name: string) => string;
}

export function book({
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

export function rows(
  cellOf: (text: string, row: number, column: number) => string = inline,
): readonly string[] {
  return TABLE.map(
    (row, r) => `<row r="${r + 1}">${row.map((text, c) => cellOf(text, r, c)).join('')}</row>`,
  );
}

const at = (row: number, column: number) => `${'ABCDEFGH'[column]}${row + 1}`;
const inline = (text: string, row: number, column: number) =>
  /^\d$/.test(text) && row > 0
    ? `<c r="${at(row, column)}"><v>${text}</v></c>`
    : `<c r="${at(row, column)}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const sheetOf = (of: readonly string[], before = '') =>
  `<worksheet ${NS}>${before}<sheetData>${of.join('')}</sheetData></worksheet>`;

export const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const ROOT = `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
export const WORKBOOK = `<workbook ${NS} xmlns:r="${RELATION}"><sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`;
export const RELATIONS = `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`;

export function shared(xmlOf: (text: string) => string): Book {
  const texts = [...new Set(TABLE.flat())];
  return {
    strings: `<sst ${NS}>${texts.map(xmlOf).join('')}</sst>`,
    sheet: sheetOf(rows((text, r, c) => `<c r="${at(r, c)}" t="s"><v>${texts.indexOf(text)}</v></c>`)),
  };
}
