export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { ContextQuadrantOptions } from './context-quadrant.js';
export { contextQuadrant } from './context-quadrant.js';
export { OrientirQuadrant } from './orientir-quadrant.js';
export type { QuadrantData, QuadrantSchool, ResultLevel } from './quadrant-data.js';
export { checkQuadrantData } from './quadrant-data.js';
export { quadrantHtml } from './quadrant-view.js';
