/** CRC-32 of bytes that come in pieces: by zlib in Node, else eight bytes at a step (Kounavis & Berry 2008). */
export function crc32(bytes: Uint8Array, before = 0): number {
  return native === undefined ? crc32InSteps(bytes, before) : native(bytes, before);
}

const native = globalThis.process?.getBuiltinModule?.('node:zlib')?.crc32;

export function crc32InSteps(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    const word =
      crc ^
      ((bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24));
    crc =
      (T7[word & 255] ?? 0) ^
      (T6[(word >>> 8) & 255] ?? 0) ^
      (T5[(word >>> 16) & 255] ?? 0) ^
      (T4[word >>> 24] ?? 0) ^
      (T3[bytes[at + 4] ?? 0] ?? 0) ^
      (T2[bytes[at + 5] ?? 0] ?? 0) ^
      (T1[bytes[at + 6] ?? 0] ?? 0) ^
      (T0[bytes[at + 7] ?? 0] ?? 0);
  }
  for (; at < bytes.length; at++) crc = (T0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const T0 = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
const T1 = shifted(T0);
const T2 = shifted(T1);
const T3 = shifted(T2);
const T4 = shifted(T3);
const T5 = shifted(T4);
const T6 = shifted(T5);
const T7 = shifted(T6);

function shifted(table: Int32Array): Int32Array {
  return table.map((crc) => (crc >>> 8) ^ (T0[crc & 255] ?? 0));
}
