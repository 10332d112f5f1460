export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export { OrientirRadar } from './orientir-radar.js';
export type { RadarData, RadarOptions } from './radar-data.js';
export { checkRadarData, radarData } from './radar-data.js';
export { radarDrawing } from './radar-drawing.js';
export { radarHtml } from './radar-view.js';
