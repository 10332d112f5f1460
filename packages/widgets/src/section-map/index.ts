export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export { OrientirSectionMap } from './orientir-section-map.js';
export type { SectionMapOrder } from './place-section-map.js';
export type { SectionMapCell, SectionMapData, SectionMapRow, SectionVerdict } from './section-map-data.js';
export { checkSectionMapData, sectionMapData } from './section-map-data.js';
export { sectionMapHtml } from './section-map-view.js';
