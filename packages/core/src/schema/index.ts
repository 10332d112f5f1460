export type { Problem } from './assessment.schema.js';
export { assessmentSchema, parseAssessment } from './assessment.schema.js';
export { tallySchema } from './tally.schema.js';
