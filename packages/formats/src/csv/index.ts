export { decodeText } from './encoding.js';
export { readCsv } from './read-csv.js';
export { csvParts, writeCsv } from './write-csv.js';
