export { parseItemCode } from './item-code.js';
export type { InputFile, InputsRead, ReadOptions, ReadProgress } from './read-inputs.js';
export { inputFile, inputFileOfBlob, readInputs } from './read-inputs.js';
