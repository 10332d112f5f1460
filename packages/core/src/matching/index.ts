/**
 * Gives out places: who takes part in what, so that needs met weigh as much as possible, with a proof of how much more could be
 * possible. Plain mathematics on columns of whole numbers: seekers are teachers here and schools that look for a partner there.
 *
 * @module
 */
export type { Floor, FloorOutcome } from './floors.js';
export { gainsOfOneMore } from './gain-of-one-more.js';
export type { Matching } from './match.js';
export { match } from './match.js';
export type { MatchingProblem } from './matching-problem.js';
export { ANY_TIME, MOST_NEEDS, NO_LIMIT, withValues } from './matching-problem.js';
export { SeekerChoices } from './seeker-choices.js';
export type { StagedMatching, StageOptions, StageResult } from './stages.js';
export { matchInStages } from './stages.js';
export type { MatchingFault } from './verify.js';
export { verifyMatching } from './verify.js';
