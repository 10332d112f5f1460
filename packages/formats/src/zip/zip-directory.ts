/**
 * The directory of a zip file, read without the file: only its end and the directory itself.
 *
 * @module
 */
import type { ByteSource } from '../byte-source.js';
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';

/** A part inside the zip. */
export interface ZipEntry {
  /** Without a leading slash, `/` as separator. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Another part of the name has other contents: which of the two is meant nobody knows. */
  readonly repeated: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  /** Place of its local header. */
  readonly offset: number;
}

/** Parts by name in lower case: programs do not agree in the case of names. @throws {FileError} */
export async function zipDirectory(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const { at, size, entries, shift } = await directoryPlace(source);
  if (size > MAX_DIRECTORY || at < 0 || at + size > source.size) throw unreadable(DETAILS.directory());
  const bytes = await source.read(at, at + size);
  const view = viewOf(bytes);
  const found = new Map<string, ZipEntry>();
  let place = 0;
  for (let i = 0; i < entries && place + 46 <= bytes.length; i++) {
    if (view.getUint32(place, true) !== CENTRAL) throw unreadable(DETAILS.directory());
    const nameLength = view.getUint16(place + 28, true);
    const extraLength = view.getUint16(place + 30, true);
    const next = place + 46 + nameLength + extraLength + view.getUint16(place + 32, true);
    if (next > bytes.length) throw unreadable(DETAILS.directory());
    const name = partName(TEXT.decode(bytes.subarray(place + 46, place + 46 + nameLength)));
    const sizes = zip64Sizes(bytes.subarray(place + 46 + nameLength, place + 46 + nameLength + extraLength), [
      view.getUint32(place + 24, true),
      view.getUint32(place + 20, true),
      view.getUint32(place + 42, true),
    ]);
    const [, compressedSize = 0, offset = 0] = sizes;
    const key = name.toLowerCase();
    const crc = view.getUint32(place + 16, true);
    const before = found.get(key);
    if (before === undefined) {
      found.set(key, {
        name,
        method: view.getUint16(place + 10, true),
        encrypted: (view.getUint16(place + 8, true) & 1) === 1,
        repeated: false,
        crc,
        compressedSize,
        offset: offset + shift,
      });
    } else if (before.crc !== crc) found.set(key, { ...before, repeated: true });
    place = next;
  }
  return found;
}

/** Where the compressed bytes of a part begin. @throws {FileError} */
export async function contentPlace(
  source: ByteSource,
  { name, offset, compressedSize }: ZipEntry,
): Promise<number> {
  const header = await source.read(offset, offset + 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== LOCAL)
    throw unreadable(DETAILS.partDamaged(name));
  const place = offset + 30 + viewOf(header).getUint16(26, true) + viewOf(header).getUint16(28, true);
  if (place + compressedSize > source.size) throw unreadable(DETAILS.partCutOff(name));
  return place;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const MAX_DIRECTORY = 16 * 1024 * 1024;
const NOT_HERE = 0xffffffff;
const TEXT = new TextDecoder('utf-8');

interface DirectoryPlace {
  readonly at: number;
  readonly size: number;
  readonly entries: number;
  /** Bytes in front of the zip, as a self-extracting file has: places in the directory do not count them. */
  readonly shift: number;
}

async function directoryPlace(source: ByteSource): Promise<DirectoryPlace> {
  // A comment of at most 65,535 bytes may follow the end record.
  const from = Math.max(0, source.size - 65_557);
  const tail = await source.read(from, source.size);
  const view = viewOf(tail);
  for (let end = tail.length - 22; end >= 0; end--) {
    if (view.getUint32(end, true) !== END) continue;
    const size = view.getUint32(end + 12, true);
    const at = view.getUint32(end + 16, true);
    const entries = view.getUint16(end + 10, true);
    if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64) {
      const wide = await directoryPlace64(source, Number(view.getBigUint64(end - 12, true)));
      if (wide !== undefined) return wide;
    }
    const shift = from + end - size - at;
    if (shift < 0) continue;
    return { at: at + shift, size, entries, shift };
  }
  throw unreadable(DETAILS.noDirectory());
}

async function directoryPlace64(source: ByteSource, at: number): Promise<DirectoryPlace | undefined> {
  const record = await source.read(at, at + 56);
  if (record.length < 56 || viewOf(record).getUint32(0, true) !== END_64) return undefined;
  return {
    at: Number(viewOf(record).getBigUint64(48, true)),
    size: Number(viewOf(record).getBigUint64(40, true)),
    entries: Number(viewOf(record).getBigUint64(32, true)),
    shift: 0,
  };
}

/** Values that do not fit 32 bits stand in an extra field, in this order, and only those. */
function zip64Sizes(extra: Uint8Array, values: readonly number[]): readonly number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let place = at + 4;
    return values.map((value) => {
      if (value !== NOT_HERE || place + 8 > extra.length) return value;
      place += 8;
      return Number(view.getBigUint64(place - 8, true));
    });
  }
  return values;
}

function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
