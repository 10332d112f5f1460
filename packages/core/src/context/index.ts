export type { ContextIndicator, ContextRules, ResilienceRules } from '../assessment/context-rules.js';
export { equalWeights, resilient } from '../assessment/context-rules.js';
export type { ConditionsConclusion } from './conditions-conclusion.js';
export { conditionsConclusion } from './conditions-conclusion.js';
export type { ContextIndex, ContextScale, LeftOutIndicator, SchoolPassport } from './context-index.js';
export type {
  ContextAnalysis,
  ContextOptions,
  Quadrant,
  ResilienceClass,
  SchoolContext,
} from './context-of.js';
export { contextOf } from './context-of.js';
export type { GroupGap } from './group-gaps.js';
export { groupGaps } from './group-gaps.js';
export type { SchoolResult } from './school-results.js';
