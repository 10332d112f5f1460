import { readSheet } from 'read-excel-file/node';
import { Checksum } from './checksum.mjs';

const [file] = process.argv.slice(2);
const found = new Checksum();
for (const row of await readSheet(file)) for (const value of row) found.add(value);
console.log(String(found));
