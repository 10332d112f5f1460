export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { FunnelOptions } from './build-funnel-data.js';
export { funnelData } from './build-funnel-data.js';
export type { FunnelData, FunnelLimit, FunnelMeasure, FunnelPlace, FunnelPoint } from './funnel-data.js';
export { checkFunnelData } from './funnel-data.js';
export { funnelHtml } from './funnel-view.js';
export { OrientirFunnel } from './orientir-funnel.js';
