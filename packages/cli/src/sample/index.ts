export type { SampleFile, SampleOptions } from './make-sample.js';
export { makeSample } from './make-sample.js';
