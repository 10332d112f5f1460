/**
 * Opens an .xlsx file: the directory, the names of the sheets and what their cells refer to are read at once, the rows
 * when somebody wants them.
 *
 * @module
 */
import type { ByteSource } from '../byte-source.js';
import { FileError, unreadable } from '../file-error.js';
import type { SheetRows } from '../sheet.js';
import { DETAILS } from '../unreadable-detail.js';
import { folderOf, partOfType, relationships, relationshipsPart } from '../xml/relationships.js';
import { attribute, scanXml } from '../xml/xml-scanner.js';
import type { ZipEntry } from '../zip/zip-directory.js';
import { zipDirectory } from '../zip/zip-directory.js';
import { partText, utf8Pieces } from '../zip/zip-part.js';
import { dateStyles } from './date-formats.js';
import { mergedCells } from './merged-cells.js';
import type { WorkbookContext } from './row-cells.js';
import { SharedStrings } from './shared-strings.js';
import { SheetScanner } from './sheet-scanner.js';

/**
 * The sheets in the order of the workbook, hidden ones flagged.
 *
 * Values: text, numbers, booleans; numbers shown as dates as `SheetDate`; formulas by their stored value, else
 * `SheetFormula`; merged cells have their value in the first cell only.
 *
 * @throws {FileError} for an empty, damaged, encrypted file or one of another format.
 */
export async function openWorkbook(source: ByteSource): Promise<readonly SheetRows[]> {
  await refuseOldFormats(source);
  const parts = await zipDirectory(source);
  refuseOtherPackages(parts);
  const text = async (name: string): Promise<string | undefined> => {
    const entry = parts.get(name.toLowerCase());
    return entry === undefined ? undefined : partText(source, entry);
  };
  const mimetype = await text('mimetype');
  if (mimetype?.includes('opendocument') === true)
    throw new FileError({ code: 'file-old-format', parameters: { format: '.ods' } });
  // Programs lay the parts where they like; these say where the workbook is.
  const named = partOfType(relationships((await text('_rels/.rels')) ?? '', ''), 'officeDocument');
  const main = named !== undefined && parts.has(named.toLowerCase()) ? named : USUAL_WORKBOOK;
  const workbook = await text(main);
  if (workbook === undefined) throw unreadable(DETAILS.partMissing(named ?? main));
  const folder = folderOf(main);
  const related = relationships((await text(relationshipsPart(main))) ?? '', folder);
  const inFolder = (part: string) => (folder === '' ? part : `${folder}/${part}`);
  const partOr = (type: string, usual: string) => partOfType(related, type) ?? inFolder(usual);
  const dates = dateStyles((await text(partOr('styles', 'styles.xml'))) ?? '');
  const from1904 = /date1904\s*=\s*["'](1|true)["']/.test(workbook);
  const sharedEntry = parts.get(partOr('sharedStrings', 'sharedStrings.xml').toLowerCase());
  const strings =
    sharedEntry === undefined
      ? new SharedStrings()
      : await SharedStrings.read(utf8Pieces(source, sharedEntry));
  return listedSheets(workbook).map(({ name, hidden, relation }, index) => {
    const target = related.get(relation)?.target ?? inFolder(`worksheets/sheet${index + 1}.xml`);
    const entry = parts.get(target.toLowerCase());
    return {
      name,
      hidden,
      read: async (visit) => {
        if (entry === undefined) throw unreadable(DETAILS.partMissing(target));
        await readRows(source, entry, { strings, dates, from1904 }, visit);
      },
      merged: async () => (entry === undefined ? [] : mergedCells(source, entry)),
    };
  });
}

const USUAL_WORKBOOK = 'xl/workbook.xml';

async function readRows(
  source: ByteSource,
  entry: ZipEntry,
  context: WorkbookContext,
  visit: Parameters<SheetRows['read']>[0],
): Promise<void> {
  const scanner = new SheetScanner(context, (row) => {
    wanted = visit(row);
    return wanted;
  });
  let wanted = true;
  // After the last row the rest of the part is still read: only then is its checksum known.
  for await (const piece of utf8Pieces(source, entry)) {
    scanner.push(piece);
    if (!wanted) return;
  }
  scanner.end();
}

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
const SEARCHED_BYTES = 4 * 1024 * 1024;

async function refuseOldFormats(source: ByteSource): Promise<void> {
  if (source.size === 0) throw new FileError({ code: 'file-empty', parameters: {} });
  const first = await source.read(0, 4);
  if (!OLE2.every((byte, i) => first[i] === byte)) return;
  // The directory of such a file may stand anywhere in it; in an encrypted workbook it stands near one of the ends.
  const head = await source.read(0, Math.min(source.size, SEARCHED_BYTES));
  const tail = await source.read(Math.max(0, source.size - SEARCHED_BYTES), source.size);
  throw contains(head, ENCRYPTED) || contains(tail, ENCRYPTED)
    ? new FileError({ code: 'file-encrypted', parameters: {} })
    : new FileError({ code: 'file-old-format', parameters: { format: '.xls' } });
}

function refuseOtherPackages(parts: ReadonlyMap<string, ZipEntry>): void {
  const format = parts.has('word/document.xml')
    ? '.docx'
    : parts.has('xl/workbook.bin')
      ? '.xlsb'
      : undefined;
  if (format !== undefined) throw new FileError({ code: 'file-old-format', parameters: { format } });
}

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Each takes a millisecond or two, and a file of half a megabyte may list a hundred thousand. */
const MAX_SHEETS = 5000;

function listedSheets(workbook: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  scanXml(workbook, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      if (sheets.length === MAX_SHEETS) throw unreadable(DETAILS.sheets(MAX_SHEETS));
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        relation: attribute(attributes, 'id') ?? '',
      });
    },
  });
  return sheets;
}
