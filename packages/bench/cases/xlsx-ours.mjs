import { open } from 'node:fs/promises';
import { openWorkbook } from '@orientir/formats/xlsx';
import { Checksum } from './checksum.mjs';

const [file] = process.argv.slice(2);
const handle = await open(file);
const { size } = await handle.stat();
const source = {
  size,
  read: async (from, to) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
    await handle.read(bytes, 0, bytes.length, from);
    return bytes;
  },
  passingPieces: async function* (from, to) {
    const bytes = new Uint8Array(524_288);
    for (let at = from; at < to; ) {
      const { bytesRead } = await handle.read(bytes, 0, Math.min(bytes.length, to - at), at);
      at += bytesRead;
      yield bytes.subarray(0, bytesRead);
    }
  },
};
const found = new Checksum();
for (const sheet of await openWorkbook(source)) {
  await sheet.read((row) => {
    for (let column = 0; column < row.width; column++) found.add(row.cell(column));
    return true;
  });
}
await handle.close();
console.log(String(found));
