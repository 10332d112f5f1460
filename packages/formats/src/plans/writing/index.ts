/**
 * A road map («дорожная карта») as files for people and for other programs. Same plan, same bytes.
 *
 * @module
 */
export { planDocx } from './docx/plan-docx.js';
export { exportPlan } from './export-plan.js';
export { planHtml } from './html/plan-html.js';
export { planPage } from './html/plan-page.js';
export { planCsv } from './plan-csv.js';
export type { PlanCalendar, PlanIcsOptions } from './plan-ics.js';
export { planIcs } from './plan-ics.js';
export { planJson, releaseJson } from './plan-json.js';
export type { PlanWritingOptions } from './plan-writing-options.js';
export { planXlsx } from './xlsx/plan-xlsx.js';
export type { ReportSheetOptions } from './xlsx/report-sheet.js';
export { reportSheet } from './xlsx/report-sheet.js';
