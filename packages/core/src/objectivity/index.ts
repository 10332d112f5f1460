export type { MedalCounts } from './medal-test.js';
export type {
  DoubtfulSchool,
  Objectivity,
  ObjectivityOptions,
  OwnOutcome,
  OwnResult,
  SeenPower,
} from './objectivity.js';
export { doubtfulSchools, objectivityOf } from './objectivity.js';
export type { SchoolMarkers } from './official-by-school.js';
export { officialBySchool } from './official-by-school.js';
export type { DataNeed, OfficialOutcome, OfficialRegion } from './official-markers.js';
export type {
  ObjectivityRules,
  OfficialMarker,
  OfficialRules,
  OwnRules,
  PowerAlternatives,
} from './rules.js';
export { objectivityRules, official2019, ownTests } from './rules.js';
export type { OwnTest, UntestedReason } from './test-column.js';
export {
  describeNeed,
  describeOfficialOutcome,
  describeOwnOutcome,
  describeTest,
  describeUntested,
} from './wording/describe.js';
export type { TestWords } from './wording/objectivity-words.js';
