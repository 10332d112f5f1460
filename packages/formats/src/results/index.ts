export { resultsWorkbook } from './results-workbook.js';
export type { WorkbookInput } from './workbook-input.js';
