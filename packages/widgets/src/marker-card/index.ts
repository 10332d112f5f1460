export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { CardMarker, CardText, MarkerCardData, MarkerCardOptions } from './marker-card-data.js';
export { checkMarkerCardData, markerCardData } from './marker-card-data.js';
export { markerCardHtml, markerCardSheet } from './marker-card-html.js';
export { OrientirMarkerCard } from './orientir-marker-card.js';
