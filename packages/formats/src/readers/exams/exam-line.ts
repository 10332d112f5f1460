/** The line above a table of a protocol that names its exam: `01 - Русский язык 2025.05.30`. @module */

export interface NamedExam {
  readonly code?: string;
  /** As written; empty where only a code stands there. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Reads an exam line: a code, a name and a day; the name may be missing. */
export function parseExamLine(text: string): NamedExam | undefined {
  const match = /^(\d{1,3})\s*[-–—−_]\s*(.*?)[\s(]*(\d{4}[.-]\d\d[.-]\d\d|\d\d\.\d\d\.\d{4})\)?\s*\.?$/u.exec(
    text,
  );
  if (match === null) return undefined;
  const [, code = '', name = '', day = ''] = match;
  const date = isoDay(day);
  return date === undefined ? undefined : { code: code.padStart(2, '0'), name: plainName(name), date };
}

/** Reads the cell «Экзамен» of a list of appeals: `Математика(2026.06.02)`, with or without a code. */
export function parseExamCell(text: string): NamedExam | undefined {
  const coded = parseExamLine(text);
  if (coded !== undefined) return coded;
  const match = /^(.+?)\s*\(?\s*(\d{4}[.-]\d\d[.-]\d\d|\d\d\.\d\d\.\d{4})\s*\)?$/u.exec(text);
  const date = isoDay(match?.[2] ?? '');
  return match === null || date === undefined ? undefined : { name: plainName(match[1] ?? ''), date };
}

/** `protocols/01_2025.06.09.xlsx` and the like; used only where no cell names the exam. */
export function examOfPath(path: string): NamedExam | undefined {
  return parseExamLine(path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]{3,4}$/i, ''));
}

function plainName(text: string): string {
  const name = text.replace(/[\s_–—-]+$/u, '').trim();
  return /\p{L}/u.test(name) ? name : '';
}

function isoDay(text: string): string | undefined {
  const parts = text.split(/[.-]/);
  const [year = '', month = '', day = ''] = parts[0]?.length === 4 ? parts : parts.toReversed();
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${month}-${day}` : undefined;
}
