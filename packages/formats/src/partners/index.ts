export type { PartnersWorkbookOptions } from './partners-workbook.js';
export { partnersWorkbook, proofText } from './partners-workbook.js';
export type { PlacesRead } from './read-places.js';
export { readPlaces } from './read-places.js';
