export type * from './foundation/index.js';
