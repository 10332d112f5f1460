import { unzipSync } from 'fflate';
import { FileError, unreadable } from '../file-error.js';

/** Parts larger than this are refused: no workbook of results is, and a zip bomb would fill the memory. */
const MAX_PART_BYTES = 512 * 1024 * 1024;

/** Inflates the parts of a workbook that hold cells. Names are without a leading slash, `/` as separator. */
export function packageParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length === 0) throw new FileError({ code: 'file-empty', parameters: {} });
  refuseOldFormats(bytes);
  const other = new Set<string>();
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const path = partName(name);
        if (!WANTED.test(path)) {
          other.add(path);
          return path === 'mimetype';
        }
        if (originalSize > MAX_PART_BYTES) throw unreadable(`${path}: ${Math.round(originalSize / 1e6)} MB`);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof FileError
      ? error
      : unreadable(error instanceof Error ? error.message : String(error));
  }
  const found = new Map(Object.entries(parts).map(([name, part]) => [partName(name), part]));
  const mimetype = found.get('mimetype');
  if (mimetype !== undefined && new TextDecoder().decode(mimetype).includes('opendocument')) {
    throw new FileError({ code: 'file-old-format', parameters: { format: '.ods' } });
  }
  if (other.has('word/document.xml'))
    throw new FileError({ code: 'file-old-format', parameters: { format: '.docx' } });
  if (other.has('xl/workbook.bin'))
    throw new FileError({ code: 'file-old-format', parameters: { format: '.xlsb' } });
  return found;
}

const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedstrings\.xml|[^_].*\.xml)$/i;
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function refuseOldFormats(bytes: Uint8Array): void {
  if (OLE2.every((byte, i) => bytes[i] === byte)) {
    throw contains(bytes, ENCRYPTED)
      ? new FileError({ code: 'file-encrypted', parameters: {} })
      : new FileError({ code: 'file-old-format', parameters: { format: '.xls' } });
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw unreadable('no zip signature');
}

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
