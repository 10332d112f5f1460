/** The invented data that the widgets' own tests draw: a story shows what a test looks at. @module */
// @boundaries-ignore data for tests are no part of the published package
export * from '../../../packages/widgets/test/sample-charts.js';
// @boundaries-ignore the same
export { sampleData } from '../../../packages/widgets/test/sample-data.js';
// @boundaries-ignore the same
export * from '../../../packages/widgets/test/sample-profile.js';
// @boundaries-ignore the same
export { sampleRisk } from '../../../packages/widgets/test/sample-risk.js';
// @boundaries-ignore the same
export * from '../../../packages/widgets/test/sample-series.js';
// @boundaries-ignore the same
export * from '../../../packages/widgets/test/sample-support.js';
