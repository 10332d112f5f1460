export type { Mark, PlacedChart } from './marks.js';
export { chartToString } from './render-string.js';
export type { LinearScale } from './scale.js';
export { linearScale, niceTicks } from './scale.js';
