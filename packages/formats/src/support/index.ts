/**
 * Support for teachers: forms in, tables, letters and agendas out. What names teachers is for those who arrange the support.
 *
 * @module
 */
export { associationAgendas } from './agenda.js';
export type { SupportDocument } from './letter.js';
export { teacherLetters } from './letter.js';
export type { SupportFile, SupportFiles, SupportRead } from './read-support.js';
export { readSupport } from './read-support.js';
export type { CourseDue } from './support-forms.js';
export type { SupportTables } from './support-tables.js';
export { supportTables } from './support-tables.js';
export { LEGAL_LIMIT } from './support-warning.js';
export { supportWorkbook } from './support-workbook.js';
