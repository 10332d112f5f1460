export { decodeText, readCsv } from './read-csv.js';
export { writeCsv } from './write-csv.js';
