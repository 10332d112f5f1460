export type {
  Assessment,
  CodifierEntry,
  EarlierTopic,
  Item,
  ItemLevel,
  MarkBorder,
  MarkCondition,
  MarkScale,
  PointStep,
  ScaleOrigin,
  Skill,
  TestScores,
} from './assessment.js';
export { assessmentTitle, assessmentTitles } from './assessment-title.js';
export { choiceColumn, isChoiceColumn, NO_CHOICE, optionText } from './choices.js';
export { earlierTopics, earlierTopicsText } from './earlier-topics.js';
export type { Corridor, CorridorBorders, FindingRules, Verification } from './finding-rules.js';
export { fioko2026, fipiClassic, RULESETS } from './finding-rules.js';
export type { IntegersOfPercents, PartsOf } from './integers-of-percents.js';
export { integersOfPercents } from './integers-of-percents.js';
export type { Contradiction } from './join-assessments.js';
export { isContradiction, joinAssessments } from './join-assessments.js';
export type { LowResultsCondition, LowResultsRules, ProcedureFilter } from './low-results-rules.js';
export { hse3yBoth, LOW_RESULTS_RULESETS, lowResultsRulesTitle, omsk2025 } from './low-results-rules.js';
export {
  isScaleOfAnotherWork,
  markOfTotal,
  markWithConditions,
  maxTotal,
  pointStepOf,
} from './mark-scale.js';
export type { PassedRule, ReadinessRule, TaggedSkillsRule } from './readiness-rules.js';
export { READINESS_RULES } from './readiness-rules.js';
export type { ResponseBlock, Unit } from './responses.js';
export { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from './responses.js';
export type {
  StatedItem,
  StatedJournal,
  StatedJournalParts,
  StatedLevel,
  StatedMark,
  StatedMarks,
  StatedResult,
  StatedScores,
} from './stated-results.js';
export type { TestScoreRules } from './test-score-rules.js';
export { ege2026, minimumOf, TEST_SCORE_RULESETS } from './test-score-rules.js';
