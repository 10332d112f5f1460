export { ChartPointEvent } from '../chart/chart-point-event.js';
export { OrientirRisk } from './orientir-risk.js';
export { riskSheet } from './risk-css.js';
export type { RiskData, RiskOptions, RiskSchool, RiskWork } from './risk-data.js';
export { checkRiskData, riskData } from './risk-data.js';
export { riskHtml } from './risk-html.js';
