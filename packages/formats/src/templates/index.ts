export type { Template, TemplateColumn } from './templates.js';
export { templates, templateWorkbook } from './templates.js';
