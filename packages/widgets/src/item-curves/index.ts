export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { CurvePoint, ItemCurve, ItemCurvesData, ItemCurvesKind } from './item-curves-data.js';
export { checkItemCurvesData, itemCurvesData } from './item-curves-data.js';
export { itemCurvesHtml } from './item-curves-view.js';
export { OrientirItemCurves } from './orientir-item-curves.js';
