export { pageScript as reportScript } from './page-script.js';
export { pageStyle as reportStyle } from './page-style.js';
export type { ReportAssets } from './render-report.js';
export { renderReport } from './render-report.js';
export type { ReportInput } from './report-input.js';
