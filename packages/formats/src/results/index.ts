export type { WorkbookInput } from './results-workbook.js';
export { resultsWorkbook } from './results-workbook.js';
