export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { DirectionRow, DirectionsData, DirectionsOptions } from './directions-data.js';
export { checkDirectionsData, directionsData } from './directions-data.js';
export { directionsHtml } from './directions-view.js';
export { OrientirDirections } from './orientir-directions.js';
