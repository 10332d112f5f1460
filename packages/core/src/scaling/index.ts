export type { Abilities, TotalsOfAbility } from './abilities.js';
export { abilitiesOf, totalsGivenAbility } from './abilities.js';
export type {
  CommonItem,
  ComparableDifficulties,
  ComparedItem,
  NotComparable,
  UnlinkedItem,
} from './comparable-difficulties.js';
export { comparableDifficulties } from './comparable-difficulties.js';
export type { ErrorsByTotal } from './errors-by-total.js';
export { binomialErrorsByTotal, errorsByTotal } from './errors-by-total.js';
export type {
  ItemDifficulty,
  ItemScale,
  NoScale,
  NoScaleReason,
  ScaledCategory,
  Threshold,
} from './item-difficulties.js';
export { itemDifficulties } from './item-difficulties.js';
export type { BorderAgreement, MarkAgreement } from './mark-agreement.js';
export { markAgreement } from './mark-agreement.js';
export type {
  NotCounted,
  ScaleNote,
  ScoreCategory,
  ScoreCounts,
  ScoreCountsOptions,
  ScoredItem,
} from './score-counts.js';
export { scoreCounts } from './score-counts.js';
export type { ProductSums, TopicGuard, TopicReason, WorkSection } from './topic-guard.js';
export { productSumsOfRows, topicGuard } from './topic-guard.js';
