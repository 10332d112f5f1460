export type { Problem } from './assessment.schema.js';
export { assessmentSchema, parseAssessment } from './assessment.schema.js';
export { parseRoadMap, ROAD_MAP_SCHEMA_ID, roadMapJsonSchema, roadMapSchema } from './road-map.schema.js';
export { tallySchema } from './tally.schema.js';
