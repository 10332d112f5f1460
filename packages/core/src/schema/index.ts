export { assessmentSchema, parseAssessment } from './assessment.schema.js';
export { parseSchoolCalendar } from './calendar.schema.js';
export type { ParsedFindingRules } from './finding-rules.schema.js';
export { parseFindingRules } from './finding-rules.schema.js';
export type { Problem } from './problem.js';
export { parseRelease } from './release.schema.js';
export { parseRoadMap, ROAD_MAP_SCHEMA_ID, roadMapJsonSchema, roadMapSchema } from './road-map.schema.js';
export { tallySchema } from './tally.schema.js';
