/**
 * Practices and events: forms in, a workbook out.
 *
 * @module
 */
export { practicesWorkbook } from './practices-workbook.js';
export { readEvents, readPractices, readTopicNeeds } from './read-practices.js';
