export type { SizedUnit } from './hide-units.js';
export { hideUnits } from './hide-units.js';
export type { DisclosureRules } from './protect.js';
export { defaultDisclosureRules, protect } from './protect.js';
