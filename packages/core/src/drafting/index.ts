export type { DraftOptions } from './draft-context.js';
export type { FigureOf } from './draft-figures.js';
export { figuresOfAnalysis } from './draft-figures.js';
export { draftRoadMap } from './draft-road-map.js';
export type { FilledIndicator, NewResults, Progress } from './indicator-progress.js';
export { FEWEST_PUPILS, fillIndicators, progressOf, recordValues } from './indicator-progress.js';
export { recommendationsByAudience } from './recommendations.js';
export type { SupportPlanned } from './support-measures.js';
