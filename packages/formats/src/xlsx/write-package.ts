/**
 * The zip and XML around written sheets. Own and small, because written files must be the same bytes for the same
 * content, and because the layouts of real exports need raw control over cells.
 *
 * @module
 */
import type { ZipPart } from '../zip/write-zip.js';
import { writeZip } from '../zip/write-zip.js';

/** A sheet; the XML of its part is made when it is written: that of a large sheet is long. */
export interface SheetPart {
  readonly name: string;
  readonly hidden?: boolean;
  /** Text, or UTF-8 with {@link HEADER} in front, which need only stay until that of the next sheet is asked for. */
  readonly xml: () => string | Uint8Array;
  /** `<definedName>` elements that belong to the sheet. */
  readonly definedNames?: string;
}

/** Zips the parts of a workbook. */
export function writePackage(sheets: readonly SheetPart[], styles: string, strings?: string): Uint8Array {
  const types = sheets.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${MAIN_TYPE}.worksheet+xml"/>`,
  );
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const names = sheets.map(({ definedNames = '' }) => definedNames).join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN_TYPE}.styles+xml"/>${strings === undefined ? '' : `<Override PartName="/xl/sharedStrings.xml" ContentType="${MAIN_TYPE}.sharedStrings+xml"/>`}${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${list.join('')}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_RELATIONS}">${relations.join('')}<Relationship Id="rIdStyles" Type="${RELATION}/styles" Target="styles.xml"/>${strings === undefined ? '' : `<Relationship Id="rIdStrings" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/>`}</Relationships>`,
    'xl/styles.xml': styles,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
  };
  return writeZip(zipParts(parts, sheets));
}

function* zipParts(parts: Readonly<Record<string, string>>, sheets: readonly SheetPart[]): Iterable<ZipPart> {
  const encoder = new TextEncoder();
  const part = (name: string, xml: string | Uint8Array) => ({
    name,
    bytes: typeof xml === 'string' ? encoder.encode(`${HEADER}${xml}`) : xml,
  });
  for (const [name, text] of Object.entries(parts)) yield part(name, text);
  for (const [i, { xml }] of sheets.entries()) yield part(`xl/worksheets/sheet${i + 1}.xml`, xml());
}

/** Text for an element or an attribute; characters that XML cannot hold become `_xHHHH_`. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      CONTROL,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Nothing to escape: most names and all numbers. */
const PLAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /^[^&<>"_\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]*$/;

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Characters that XML cannot hold: controls and halves of surrogate pairs. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
