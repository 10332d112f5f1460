/**
 * Knows what the program wrote itself: results of an earlier run, or of somebody else's, that lie among the inputs.
 *
 * @module
 */
import { isRecord } from '@orientir/core/foundation';

/** Whether a header in small letters is that of a table of ours: every table of figures ends by the reason of what is missing. */
export function isOwnTable(headers: readonly string[]): boolean {
  const text = headers.join();
  return /^(?:assessment|school),.*,reason,note$/.test(text) || text.startsWith(ISSUES);
}

const ISSUES = 'file,sheet,row,column,code,severity,message_ru,message_en';

/** Whether sheets of these names are those of `results.xlsx`. */
export function isOwnWorkbook(sheets: readonly string[]): boolean {
  return OWN_SHEETS.some((own) => own.every((name) => sheets.includes(name)));
}

/** Sheets that stand in every such workbook, by language. */
const OWN_SHEETS: readonly (readonly string[])[] = [
  ['Работы', 'Школы', 'На что обратить внимание', 'Файлы', 'Что не принято'],
  ['Assessments', 'Schools', 'What deserves attention', 'Files', 'What was not accepted'],
];

/** Whether a document is `summary.json` or `findings.json`. */
export function isOwnDocument(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isFinding);
  return isRecord(value) && value.program === 'orientir' && isRecord(value.totals);
}

function isFinding(value: unknown): boolean {
  return isRecord(value) && ['id', 'kind', 'level', 'severity', 'evidence'].every((field) => field in value);
}
