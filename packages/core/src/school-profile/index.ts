/**
 * What a school says of itself, what is known of it beside that, and how far it is: risk profile, SWOT, directions, stages,
 * cross-check, annual card, special control, attendance, checkpoints.
 *
 * @module
 */
export type { AnnualCard, CardCell, CardEntry } from './annual-card.js';
export { annualCard } from './annual-card.js';
export type { MarksBeside, Period, PeriodCounts, PeriodKey, PeriodRow } from './attendance.js';
export {
  attendedShare,
  marksBeside,
  mergePeriods,
  NO_PERIODS,
  PERIODS,
  periodCounts,
  periodMarkShares,
} from './attendance.js';
export type { CardGroup, CardIndicator, CardRules } from './card-rules.js';
export { CARD_GROUPS, sixGroups } from './card-rules.js';
export type {
  Checkpoint,
  CheckpointFigures,
  CheckpointProblem,
  CheckpointRow,
  CheckpointSchedule,
} from './checkpoints.js';
export { CHECKPOINTS, checkpointSchedules } from './checkpoints.js';
export type { CrossChecked, CrossCheckRule, Exclusion, Judgement, Statement } from './cross-check.js';
export { crossCheck } from './cross-check.js';
export { CROSS_CHECK_RULES } from './cross-check-rules.js';
export type { DirectionChoice, DirectionRules, DirectionTally } from './directions.js';
export { directionChoice, directionTally, sevenDirections } from './directions.js';
export type { RiskFactor, RiskFactorRules } from './risk-factors.js';
export { riskProfile500 } from './risk-factors.js';
export type { FactorRating, ProfiledFactor, RiskProfile, Significance } from './risk-profile.js';
export { riskProfile, SIGNIFICANCES } from './risk-profile.js';
export type { Bilingual, Named, RuleSource } from './rule-source.js';
export type { Mark, MarkCounts, RiskFact, SchoolFacts, SchoolWork } from './school-facts.js';
export { MARKS, markTotal } from './school-facts.js';
export type { ExitRule, ExitState, SpecialControl } from './special-control.js';
export { EXIT_RULES, exitState, rulesetsOf } from './special-control.js';
export type { DoneStage, StageProblem, StageRecord, StageRules } from './stages.js';
export { omskStages, StageProgress, stageProgress } from './stages.js';
export type { SwotEntry, SwotKind } from './swot.js';
export { emptySwotKinds, SWOT_KINDS, SWOT_TOPICS } from './swot.js';
