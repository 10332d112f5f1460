export type { DynamicsRules } from './dynamics-rules.js';
export { ownDynamics } from './dynamics-rules.js';
export type { ChangeVerdict, SchoolChange } from './school-change.js';
export type { DynamicsOptions, SchoolDynamics, SchoolOverYears } from './school-dynamics.js';
export { schoolDynamics } from './school-dynamics.js';
export type { StablyHigh } from './stably-high.js';
