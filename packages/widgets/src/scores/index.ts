export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export { OrientirScores } from './orientir-scores.js';
export type { ScoresData } from './scores-data.js';
export { checkScoresData, scoresData } from './scores-data.js';
export { scoresHtml } from './scores-view.js';
