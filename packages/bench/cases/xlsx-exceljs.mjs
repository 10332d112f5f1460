import ExcelJS from 'exceljs';
import { Checksum } from './checksum.mjs';

const [file] = process.argv.slice(2);
const found = new Checksum();
const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'ignore' });
for await (const sheet of reader) {
  for await (const row of sheet) row.eachCell((cell) => found.add(cell.value));
}
console.log(String(found));
