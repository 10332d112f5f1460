import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { CellArea, SheetCell } from '../src/sheet.js';
import { columnName } from '../src/sheet.js';
import { serialOfDate } from '../src/xlsx/date-formats.js';
import { escapeXml } from '../src/xlsx/write-package.js';

/** How the program that wrote a workbook spells what all programs mean. */
export interface Dialect {
  readonly prefix: '' | 'x:';
  readonly addresses: boolean;
  readonly texts: 'shared' | 'inline' | 'formula' | 'rich';
  readonly quote: '"' | "'";
  readonly space: '' | ' ' | '\n  ';
  readonly comments: boolean;
  readonly cdata: boolean;
  readonly entities: boolean;
  readonly from1904: boolean;
  readonly level: 0 | 6;
  readonly spans: boolean;
  readonly reversed: boolean;
  readonly absoluteTargets: boolean;
}

/** As the commonest programs spell it. */
export const PLAIN: Dialect = {
  prefix: '',
  addresses: true,
  texts: 'shared',
  quote: '"',
  space: '',
  comments: false,
  cdata: false,
  entities: false,
  from1904: false,
  level: 6,
  spans: false,
  reversed: false,
  absoluteTargets: false,
};

export const anyDialect: fc.Arbitrary<Dialect> = fc.record({
  prefix: fc.constantFrom('', 'x:'),
  addresses: fc.boolean(),
  texts: fc.constantFrom('shared', 'inline', 'formula', 'rich'),
  quote: fc.constantFrom('"', "'"),
  space: fc.constantFrom('', ' ', '\n  '),
  comments: fc.boolean(),
  cdata: fc.boolean(),
  entities: fc.boolean(),
  from1904: fc.boolean(),
  level: fc.constantFrom(0, 6),
  spans: fc.boolean(),
  reversed: fc.boolean(),
  absoluteTargets: fc.boolean(),
});

export interface OddSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merged?: readonly CellArea[];
}

/** Writes sheets in a dialect. */
export function writeOddWorkbook(sheets: readonly OddSheet[], dialect: Dialect): Uint8Array {
  const { prefix: p, quote: q } = dialect;
  const shared = new Map<string, number>();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, dialect, shared);
  });
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<${p}sheet name=${q}${escapeXml(name)}${q} sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const base = dialect.absoluteTargets ? '/xl/' : '';
  const relations = [
    ...sheets.map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${RELATION}/worksheet" Target="${base}worksheets/sheet${i + 1}.xml"/>`,
    ),
    `<Relationship Id="rIdS" Type="${RELATION}/styles" Target="${base}styles.xml"/>`,
    `<Relationship Id="rIdT" Type="${RELATION}/sharedStrings" Target="${base}sharedStrings.xml"/>`,
  ];
  const xmlns = p === '' ? 'xmlns' : 'xmlns:x';
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/></Types>`;
  parts['_rels/.rels'] =
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`;
  parts['xl/workbook.xml'] =
    `<${p}workbook ${xmlns}="${MAIN}" xmlns:r="${RELATION}">${dialect.from1904 ? `<${p}workbookPr date1904="1"/>` : ''}<${p}sheets>${list.join('')}</${p}sheets></${p}workbook>`;
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
  parts['xl/sharedStrings.xml'] =
    `<${p}sst ${xmlns}="${MAIN}">${Array.from(shared.keys(), (text) => `<${p}si>${textXml(text, dialect, dialect.texts === 'rich')}</${p}si>`).join('')}</${p}sst>`;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(`${HEAD}${xml}`)])),
    { level: dialect.level },
  );
}

function sheetXml({ rows, merged = [] }: OddSheet, dialect: Dialect, shared: Map<string, number>): string {
  const { prefix: p, quote: q, space } = dialect;
  const lines = rows.map((row, r) => {
    const cells = row.flatMap((cell, c) => cellXml(cell, r, c, dialect, shared));
    const address = dialect.addresses ? ` r=${q}${r + 1}${q}` : '';
    const spans = dialect.spans ? ` spans="1:${row.length}" ht="15" x14ac:dyDescent="0.25"` : '';
    const inside = dialect.addresses && dialect.reversed ? cells.reverse() : cells;
    const comment = dialect.comments ? '<!-- a > b <row> -->' : '';
    return `${space}<${p}row${address}${spans}>${comment}${inside.join(space)}</${p}row>`;
  });
  const xmlns = p === '' ? 'xmlns' : 'xmlns:x';
  const areas = merged.map((area) => `${space}<${p}mergeCell ref=${q}${referenceOf(area)}${q}/>`);
  const mergedXml = merged.length === 0 ? '' : `<${p}mergeCells>${areas.join('')}</${p}mergeCells>`;
  return `<${p}worksheet ${xmlns}="${MAIN}" xmlns:x14ac="urn:x"><${p}dimension ref="A1:XFD1048576"/><${p}cols><${p}col min="1" max="3" width="9"/></${p}cols><${p}sheetData>${lines.join('')}${space}</${p}sheetData>${mergedXml}<${p}pageMargins left="0.7"/></${p}worksheet>`;
}

function referenceOf({ firstRow, lastRow, firstColumn, lastColumn }: CellArea): string {
  return `${columnName(firstColumn)}${firstRow + 1}:${columnName(lastColumn)}${lastRow + 1}`;
}

function cellXml(
  cell: SheetCell,
  r: number,
  c: number,
  dialect: Dialect,
  shared: Map<string, number>,
): readonly string[] {
  const { prefix: p, quote: q } = dialect;
  const open = (attributes: string) =>
    `<${p}c${dialect.addresses ? ` r=${q}${columnName(c)}${r + 1}${q}` : ''}${attributes}>`;
  const valued = (attributes: string, value: string) => [
    `${open(attributes)}<${p}v>${value}</${p}v></${p}c>`,
  ];
  if (cell === undefined) return dialect.addresses ? [] : [`<${p}c/>`];
  if (typeof cell === 'number') return valued('', String(cell));
  if (typeof cell === 'boolean') return valued(` t=${q}b${q}`, cell ? '1' : '0');
  if (typeof cell === 'object') {
    if (cell.kind === 'error') return valued(` t=${q}e${q}`, escapeXml(cell.text));
    if (cell.kind === 'formula') return [`${open('')}<${p}f>SUM(A1)</${p}f></${p}c>`];
    return valued(` s=${q}1${q}`, String(serialOfDate(cell) - (dialect.from1904 ? 1462 : 0)));
  }
  if (dialect.texts === 'formula') {
    return [`${open(` t=${q}str${q}`)}<${p}f>A1</${p}f><${p}v>${content(cell, dialect)}</${p}v></${p}c>`];
  }
  if (dialect.texts === 'inline') {
    return [`${open(` t=${q}inlineStr${q}`)}<${p}is>${textXml(cell, dialect, false)}</${p}is></${p}c>`];
  }
  const index = shared.get(cell) ?? shared.size;
  shared.set(cell, index);
  return valued(` t=${q}s${q}`, String(index));
}

function textXml(text: string, dialect: Dialect, rich: boolean): string {
  const { prefix: p } = dialect;
  const run = (part: string) => `<${p}t xml:space="preserve">${content(part, dialect)}</${p}t>`;
  if (!rich || text.length < 2) return run(text);
  const half = [...text].slice(0, 1).join('');
  return `<${p}r><${p}rPr><${p}b/></${p}rPr>${run(half)}</${p}r><${p}r>${run(text.slice(half.length))}</${p}r><${p}rPh sb="0" eb="1"><${p}t>нет</${p}t></${p}rPh>`;
}

function content(text: string, { cdata, entities }: Dialect): string {
  if (
    cdata &&
    !text.includes(']]>') &&
    escapeXml(text).replaceAll(/&\w+;/g, '').length <= text.length &&
    !text.includes('_x')
  )
    return `<![CDATA[${text}]]>`;
  if (!entities) return escapeXml(text);
  return Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
