/**
 * What kind of file some bytes are.
 *
 * @module
 */
import type { ByteSource } from '../byte-source.js';
import { FileError, unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';
import type { ZipEntry } from '../zip/zip-directory.js';
import { zipDirectory } from '../zip/zip-directory.js';
import { partText } from '../zip/zip-part.js';
import { otherFormatOf } from './other-formats.js';

export type FileKind =
  | { readonly kind: 'docx' | 'xlsx'; readonly parts: ReadonlyMap<string, ZipEntry> }
  | { readonly kind: 'html' | 'csv' };

/** Decides by the bytes; the name helps only where they could be both. @throws {FileError} for what cannot be read. */
export async function fileKind(source: ByteSource, fileName: string): Promise<FileKind> {
  if (source.size === 0) throw new FileError({ code: 'file-empty', parameters: {} });
  const head = await source.read(0, Math.min(source.size, HEAD_BYTES));
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6]))
    return packageKind(source);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw await oldOfficeFile(source, fileName);
  const start = new TextDecoder(utf16Of(head) ?? 'latin1')
    .decode(head)
    .replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '')
    .trimStart();
  const other = otherFormatOf(start);
  if (other !== undefined) throw otherFormat(other);
  const extension = extensionOf(fileName);
  if (PAGE_NAMES.has(extension)) return { kind: 'html' };
  if ((TEXT_NAMES.has(extension) ? WHOLE_PAGE : PAGE).test(start)) return { kind: 'html' };
  if (start.startsWith('<?xml')) throw unreadable(DETAILS.otherXml());
  return { kind: 'csv' };
}

const HEAD_BYTES = 4096;
const TEXT_NAMES: ReadonlySet<string> = new Set(['csv', 'tsv', 'txt', 'tab']);
const PAGE_NAMES: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml']);
const WHOLE_PAGE = /^(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html[\s>])/i;
const PAGE =
  /^(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html[\s>])|^<(?:!--|[a-z])|<(?:body|table|tbody|tr)[\s>]/i;

function extensionOf(fileName: string): string {
  return fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, i) => bytes[i] === byte);
}

async function packageKind(source: ByteSource): Promise<FileKind> {
  const parts = await zipDirectory(source);
  const text = async (name: string): Promise<string> => {
    const entry = parts.get(name);
    return entry === undefined ? '' : partText(source, entry);
  };
  const types = await text('[content_types].xml');
  const names = [...parts.keys()];
  if (/wordprocessingml[\w.]*\.main\+xml|ms-word\.[\w.]*main\+xml/.test(types))
    return { kind: 'docx', parts };
  if (parts.has('xl/workbook.xml')) return { kind: 'xlsx', parts };
  if (names.some((name) => name.startsWith('word/'))) return { kind: 'docx', parts };
  if (types.includes('presentationml')) throw otherFormat('.pptx');
  if (types !== '' || names.some((name) => name.startsWith('xl/'))) return { kind: 'xlsx', parts };
  const mimetype = await text('mimetype');
  const [, document] = /opendocument\.(text|spreadsheet|presentation)/.exec(mimetype) ?? [];
  if (document !== undefined) throw otherFormat(OPEN_DOCUMENTS.get(document) ?? '.odt');
  if (mimetype.startsWith('application/epub')) throw otherFormat('.epub');
  throw unreadable(DETAILS.otherInside());
}

const OPEN_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['text', '.odt'],
  ['spreadsheet', '.ods'],
  ['presentation', '.odp'],
]);

function otherFormat(format: string): FileError {
  return new FileError({ code: 'file-old-format', parameters: { format } });
}

/** Files of Office before 2007, and encrypted ones: names in their directory tell them apart. */
async function oldOfficeFile(source: ByteSource, fileName: string): Promise<FileError> {
  const latin = new TextDecoder('latin1');
  const head = latin.decode(await source.read(0, Math.min(source.size, SEARCHED_BYTES)));
  const tail = latin.decode(await source.read(Math.max(0, source.size - SEARCHED_BYTES), source.size));
  const has = (name: string): boolean => {
    const wide = [...name].join('\0');
    return head.includes(wide) || tail.includes(wide);
  };
  if (has('EncryptedPackage')) return new FileError({ code: 'file-encrypted', parameters: {} });
  if (has('WordDocument')) return otherFormat('.doc');
  if (has('PowerPoint Document')) return otherFormat('.ppt');
  if (has('Workbook') || has('Book')) return otherFormat('.xls');
  return otherFormat(extensionOf(fileName) === 'xls' ? '.xls' : '.doc');
}

const SEARCHED_BYTES = 4 * 1024 * 1024;
