import { parseDeadline, schoolYearOf } from '@orientir/core/calendar';
import type { FoundYear } from './document-title.js';
import { plainText } from './plain-text.js';
import type { PlanTable } from './plan-table.js';
import { columnAt } from './table-header.js';

/**
 * The school year in which every deadline lies that names its year itself; absent when none does, or when they lie in
 * several. `text` is the first of them.
 */
export function schoolYearOfDeadlines(tables: readonly PlanTable[]): FoundYear | undefined {
  let found: FoundYear | undefined;
  for (const text of new Set(tables.flatMap(deadlinesOf).filter((each) => /\d{4}/u.test(each)))) {
    const years = yearsOf(text);
    for (const schoolYear of years) {
      found ??= { schoolYear, text };
      if (found.schoolYear !== schoolYear) return undefined;
    }
  }
  return found;
}

/**
 * Whether the months of a plan run from August on: its first deadline lies in August, a later one in autumn, and the last
 * one does not come back to August. An August without a year is then the one before the school year.
 */
export function opensInAugust(tables: readonly PlanTable[]): boolean {
  const months = tables.flatMap(deadlinesOf).flatMap((text) => MONTH.exec(text.toLowerCase())?.[1] ?? []);
  const autumn = months.some((month) => /^(?:сент|окт|нояб)/u.test(month));
  return autumn && months[0] === 'август' && months.at(-1) !== 'август';
}

function deadlinesOf({ table, header }: PlanTable): readonly string[] {
  return table.rows
    .slice(header.end, header.end + MOST_ROWS)
    .flatMap(({ cells }) =>
      cells.flatMap(({ column, text }) =>
        header.columns[columnAt(header, column)]?.role === 'deadline' && text !== '' ? [plainText(text)] : [],
      ),
    );
}

/** School years of the first and last day of a date that means the same in every plan. */
function yearsOf(text: string): readonly string[] {
  const [one, other] = ANY_YEARS.map((schoolYear) => parseDeadline(text, { schoolYear }).deadline);
  if (one === undefined || JSON.stringify(one) !== JSON.stringify(other)) return [];
  if (one.kind !== 'date' && one.kind !== 'month' && one.kind !== 'range') return [];
  return [one.start, one.end].flatMap((day) => (day === undefined ? [] : [schoolYearOf(day)]));
}

const ANY_YEARS = ['2001/2002', '2014/2015'] as const;
const MONTH = /(январ|феврал|март|апрел|май|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)/u;
const MOST_ROWS = 500;
