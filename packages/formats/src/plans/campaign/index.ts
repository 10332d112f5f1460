export { isoDateOf } from './iso-date.js';
export type { JournalDefect, JournalRead } from './read-journal.js';
export { readJournal } from './read-journal.js';
export type { ReportDefect, ReportedMeasure } from './read-report-sheet.js';
export { readReportSheet } from './read-report-sheet.js';
