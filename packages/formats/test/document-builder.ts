import { writeZip } from '../src/zip/write-zip.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export interface DocxParts {
  /** What stands in the body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Addresses outside by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly main?: string;
  /** Changes a part before it is packed; nothing leaves it out. */
  readonly change?: (name: string, xml: string) => string | Uint8Array | undefined;
}

/** Packs a .docx file from the xml of its parts. */
export function docx({ body, styles, numbering, links = {}, main = 'word/document.xml', change }: DocxParts) {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = [
    ...(styles === undefined ? [] : [relation('s', 'styles', 'styles.xml')]),
    ...(numbering === undefined ? [] : [relation('n', 'numbering', 'numbering.xml')]),
    ...Object.entries(links).map(([id, target]) =>
      relation(id, 'hyperlink', target, ' TargetMode="External"'),
    ),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('d', 'officeDocument', main)}</Relationships>`,
    [main]: `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:mc="${COMPATIBILITY}"><w:body>${body}<w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:body></w:document>`,
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    ...(styles === undefined
      ? {}
      : { [`${folder}styles.xml`]: `<w:styles xmlns:w="${WORD}">${styles}</w:styles>` }),
    ...(numbering === undefined
      ? {}
      : { [`${folder}numbering.xml`]: `<w:numbering xmlns:w="${WORD}">${numbering}</w:numbering>` }),
  };
  const encoder = new TextEncoder();
  return writeZip(
    Object.entries(parts).flatMap(([name, xml]) => {
      const whole = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;
      const changed = change === undefined ? whole : change(name, whole);
      if (changed === undefined) return [];
      return [{ name, bytes: typeof changed === 'string' ? encoder.encode(changed) : changed }];
    }),
  );
}

function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target.replaceAll('&', '&amp;')}"${more}/>`;
}

/** A run with a text; `properties` are the elements of its `rPr`. */
export function r(text: string, properties = ''): string {
  const shown = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${shown}</w:t></w:r>`;
}

/** A paragraph of runs or, where no tag is in it, of one text; `properties` are the elements of its `pPr`. */
export function p(inside = '', properties = ''): string {
  const content = inside === '' || inside.includes('<') ? inside : r(inside);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A cell of paragraphs or of one text. */
export function tc(inside = '', properties = ''): string {
  const content =
    inside.includes('<w:p') || inside.includes('<w:sdt') || inside.includes('<w:tbl') ? inside : p(inside);
  return `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<w:tc') || cell.startsWith('<w:sdt') ? cell : tc(cell))).join('')}</w:tr>`;
}

export function tbl(rows: readonly string[], properties = ''): string {
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;
}

/** The elements of `pPr` for a numbered paragraph. */
export function numbered(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** A level of a list. */
export function lvl(level: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function abstractNum(id: number, inside: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`;
}

export function num(id: number, list: number, inside = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${inside}</w:num>`;
}
