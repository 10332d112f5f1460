/**
 * Files in and out. Results are recognised by the cells of their header; everything that is not accepted comes back
 * as an issue with its place.
 *
 * @module
 */

export type { ByteSource } from './byte-source.js';
export { readCsv, writeCsv } from './csv/index.js';
export { FileError } from './file-error.js';
export type { InputFile, InputsRead, ReadOptions } from './readers/index.js';
export { inputFile, inputFileOfBlob, readInputs } from './readers/index.js';
export { SchoolRegistry } from './schools/index.js';
export { templates, templateWorkbook } from './templates/index.js';
export { readWorkbook, writeWorkbook } from './xlsx/index.js';
