export { isTableOfText } from '../sheets-of-file.js';
export type { InputFile } from './input-file.js';
export { inputFile, inputFileOfBlob } from './input-file.js';
export { parseItemCode } from './item-code.js';
export type { PupilToRead } from './pupil-watch.js';
export { readInputs } from './read-inputs.js';
export type { InputsRead, ReadOptions, ReadProgress } from './read-options.js';
