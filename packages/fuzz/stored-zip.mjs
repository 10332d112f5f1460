/** Zips without packing, by the million: sums of parts that stay as they are count once. */
import { crc32 } from 'node:zlib';
import { strToU8 } from 'fflate';

const sums = new WeakMap();

/** Parts by name, in their order. */
export function storedZip(parts) {
  const chunks = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const title = strToU8(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local, 4, title, bytes);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    fields(central, 6, title, bytes);
    central.writeUInt32LE(offset, 42);
    chunks.push(local, title, bytes);
    directory.push(central, title);
    offset += local.length + title.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

/** What both headers of a part say: version, names in UTF-8, stored, no time, sum, sizes. */
function fields(into, at, title, bytes) {
  into.writeUInt16LE(20, at);
  into.writeUInt16LE(0x800, at + 2);
  into.writeUInt32LE(sumOf(bytes), at + 10);
  into.writeUInt32LE(bytes.length, at + 14);
  into.writeUInt32LE(bytes.length, at + 18);
  into.writeUInt16LE(title.length, at + 22);
}

function sumOf(bytes) {
  const known = sums.get(bytes);
  if (known !== undefined) return known;
  const sum = crc32(bytes);
  sums.set(bytes, sum);
  return sum;
}
