export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { CheckpointDynamicsOptions } from './checkpoint-dynamics.js';
export { checkpointDynamics } from './checkpoint-dynamics.js';
export type { BreakReason, DynamicsData, DynamicsOptions, DynamicsStep } from './dynamics-data.js';
export { checkDynamicsData, dynamicsData } from './dynamics-data.js';
export { dynamicsHtml } from './dynamics-view.js';
export { OrientirDynamics } from './orientir-dynamics.js';
