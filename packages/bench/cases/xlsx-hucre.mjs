import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';
import { Checksum } from './checksum.mjs';

const [file] = process.argv.slice(2);
const found = new Checksum();
for await (const { values } of streamXlsxRows(readFileSync(file)))
  for (const value of values) found.add(value);
console.log(String(found));
