import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip, with whatever is wrong or odd about it. */
export interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** Content that is compressed already, with its real size and checksum. */
  readonly deflated?: { readonly bytes: Buffer; readonly size: number; readonly crc: number };
  readonly stored?: boolean;
  /** Sizes and checksum follow the content, as programs write that do not know them before. */
  readonly streamed?: 'with-signature' | 'without-signature';
  readonly zip64?: boolean;
  /** What the directory says instead of the truth. */
  readonly says?: {
    readonly crc?: number;
    readonly size?: number;
    readonly method?: number;
    readonly flags?: number;
  };
}

export interface ZipOddities {
  readonly before?: Buffer;
  readonly comment?: string;
  readonly entries?: number;
  readonly directoryAt?: number;
  readonly zip64?: boolean;
}

/** Writes a zip by hand. */
export function zip(
  parts: readonly Part[],
  { before = Buffer.alloc(0), comment = '', ...odd }: ZipOddities = {},
): Buffer {
  const chunks: Buffer[] = [before];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const { bytes, size, crc } = part.deflated ?? {
      bytes: part.stored === true ? part.content : deflateRawSync(part.content),
      size: part.content.length,
      crc: crc32(part.content),
    };
    const method = part.says?.method ?? (part.stored === true ? 0 : 8);
    const flags = (part.streamed === undefined ? 0 : 8) | (part.says?.flags ?? 0);
    const saidCrc = part.says?.crc ?? crc;
    const saidSize = part.says?.size ?? size;
    const hidden = part.streamed !== undefined;
    const local = header(30, [
      [0, 0x04034b50, 4],
      [4, 45, 2],
      [6, flags, 2],
      [8, method, 2],
      [14, hidden ? 0 : saidCrc, 4],
      [18, hidden ? 0 : bytes.length, 4],
      [22, hidden ? 0 : saidSize, 4],
      [26, name.length, 2],
    ]);
    const tail = hidden
      ? descriptor(crc, bytes.length, size, part.streamed === 'with-signature')
      : Buffer.alloc(0);
    const extra = part.zip64 === true ? zip64Extra(size, bytes.length, offset) : Buffer.alloc(0);
    const wide = part.zip64 === true;
    directory.push(
      header(46, [
        [0, 0x02014b50, 4],
        [4, 45, 2],
        [6, 45, 2],
        [8, flags, 2],
        [10, method, 2],
        [16, saidCrc, 4],
        [20, wide ? 0xffffffff : bytes.length, 4],
        [24, wide ? 0xffffffff : saidSize, 4],
        [28, name.length, 2],
        [30, extra.length, 2],
        [42, wide ? 0xffffffff : offset, 4],
      ]),
      name,
      extra,
    );
    chunks.push(local, name, bytes, tail);
    offset += local.length + name.length + bytes.length + tail.length;
  }
  const listed = Buffer.concat(directory);
  const count = odd.entries ?? parts.length;
  const wideEnd = odd.zip64 === true ? zip64End(count, listed.length, offset) : Buffer.alloc(0);
  const end = header(22, [
    [0, 0x06054b50, 4],
    [8, odd.zip64 === true ? 0xffff : count & 0xffff, 2],
    [10, odd.zip64 === true ? 0xffff : count & 0xffff, 2],
    [12, odd.zip64 === true ? 0xffffffff : listed.length, 4],
    [16, odd.zip64 === true ? 0xffffffff : (odd.directoryAt ?? offset), 4],
    [20, Buffer.byteLength(comment), 2],
  ]);
  return Buffer.concat([...chunks, listed, wideEnd, end, Buffer.from(comment)]);
}

function header(
  length: number,
  fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[],
): Buffer {
  const buffer = Buffer.alloc(length);
  for (const [at, value, bytes] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value >>> 0, at);
  }
  return buffer;
}

function descriptor(crc: number, compressed: number, size: number, signed: boolean): Buffer {
  const plain = header(12, [
    [0, crc, 4],
    [4, compressed, 4],
    [8, size, 4],
  ]);
  return signed ? Buffer.concat([header(4, [[0, 0x08074b50, 4]]), plain]) : plain;
}

function zip64Extra(size: number, compressed: number, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(compressed), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}

function zip64End(entries: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}
