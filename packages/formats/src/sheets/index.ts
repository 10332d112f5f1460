/**
 * Sheets for schools, subject associations and, inside a school, pupils, as documents and pages.
 *
 * @module
 */
export type { AssociationOptions } from './association-sheet.js';
export { associationSheet } from './association-sheet.js';
export type { SheetOptions } from './compose-sheet.js';
export { dynamicsCard } from './dynamics-card.js';
export { pupilListsDocx, pupilListsHtml } from './pupil-lists-sheet.js';
export { pupilSheetDocx, pupilSheetHtml } from './pupil-sheet.js';
export type { ConditionSums, PassportSheetOptions } from './school-passport-sheet.js';
export { conditionSums, schoolPassportSheet } from './school-passport-sheet.js';
export { schoolSheet } from './school-sheet.js';
export { sheetDocx } from './sheet-docx.js';
export { sheetHtml } from './sheet-html.js';
export type { RadarShares, SheetList, SheetModel, SheetTable } from './sheet-model.js';
export type { SheetUnits } from './sheet-units.js';
export { sheetUnits } from './sheet-units.js';
