/**
 * Support for teachers: forms in, tables, letters and agendas out. What names teachers is for those who arrange the support.
 *
 * @module
 */
export { associationAgendas } from './agenda.js';
export { BANK_SOURCE_WORDS, BLOCK_WORDS, POLARITY_WORDS } from './bank-columns.js';
export { teacherLetters } from './letter.js';
export type { PersonRow } from './read-bank.js';
export { bankTable, gradesIn, readBank, readDeficitEntries, readPeople } from './read-bank.js';
export type { StaffingFormRow } from './read-staff.js';
export { readBurnout, readConferences, readStaffing } from './read-staff.js';
export type { SupportFile, SupportFiles, SupportRead, TeacherWithClasses } from './read-support.js';
export { readSupport } from './read-support.js';
export { teacherRoutes } from './route.js';
export type { StaffFigures } from './staff-tables.js';
export { staffTables, staffWorkbook } from './staff-tables.js';
export { assumptionsOf } from './staff-words.js';
export type { SupportDocument } from './support-document.js';
export type { CourseDue } from './support-forms.js';
export type { SupportGiven, SupportTables } from './support-tables.js';
export { supportTables } from './support-tables.js';
export { LEGAL_LIMIT } from './support-warning.js';
export { supportWorkbook } from './support-workbook.js';
