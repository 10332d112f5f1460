export { chartSheet } from '../chart/chart-css.js';
export { ChartPointEvent } from '../chart/chart-point-event.js';
export type { JournalData, JournalShares, JournalUnit } from './journal-data.js';
export { checkJournalData, journalData } from './journal-data.js';
export { journalHtml } from './journal-view.js';
export { OrientirJournal } from './orientir-journal.js';
