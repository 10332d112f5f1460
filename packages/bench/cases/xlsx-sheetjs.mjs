import { readFileSync } from 'node:fs';
import XLSX from 'xlsx';
import { Checksum } from './checksum.mjs';

const [file] = process.argv.slice(2);
const found = new Checksum();
const book = XLSX.read(readFileSync(file), { dense: true, cellFormula: false, cellHTML: false });
for (const row of book.Sheets[book.SheetNames[0]]) for (const cell of row ?? []) found.add(cell?.v);
console.log(String(found));
