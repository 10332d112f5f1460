/**
 * Needs of support of teachers, as hypotheses: for the school and those who support it only.
 *
 * @module
 */
export type { BurnoutAnswer, BurnoutSummary } from './burnout.js';
export { BURNOUT_MINIMUM, burnoutSummary } from './burnout.js';
export type { DeficitRules, Severity } from './deficit-rules.js';
export { DEFICIT_RULES } from './deficit-rules.js';
export type { PrivateDeficitTable } from './deficit-table.js';
export { privateDeficitTable } from './deficit-table.js';
export type { DiagnosedDeficit, DiagnosticBlock, DiagnosticLevels, DiagnosticResult } from './diagnostics.js';
export { DIAGNOSTIC_BLOCKS, diagnosedDeficits } from './diagnostics.js';
export type { TopicJudgement } from './judge-topic.js';
export type { TeacherDeficitsFigures, TeacherDeficitsOptions, TopicDeficit } from './results-deficits.js';
export { TeacherDeficits, teacherDeficits } from './results-deficits.js';
export type { SupposedTopic } from './supposed-topics.js';
export { supposedTopics } from './supposed-topics.js';
export type { BankEntry, BankPerson, BankQuery, TargetGroup } from './teacher-bank.js';
export { entriesOfResults, TARGET_GROUPS, TeacherBank } from './teacher-bank.js';
export type { TeacherOfClasses } from './teachers-of-classes.js';
export { withTeachersOfClasses } from './teachers-of-classes.js';
