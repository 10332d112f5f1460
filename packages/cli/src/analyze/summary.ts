import type { Analysis } from '@orientir/core/analysis';
import type { ReadingRecord } from '@orientir/core/foundation';
import type { Tally } from '@orientir/core/tally';

/** `summary.json`. In public, pupils are counted only where every work shows them: a total less the others is the hidden one. */
export function summaryJson(
  tally: Tally,
  record: ReadingRecord,
  isPublic: boolean,
  { testResults }: Analysis,
): string {
  const { wrote, absent, schools } = countTally(tally);
  const isWholeShown = testResults.every((test) => test.level !== 'all' || test.wrote > 0);
  const sum = (field: 'rowsRead' | 'rowsAccepted' | 'rowsRejected' | 'warnings') =>
    record.files.reduce((total, file) => total + file[field], 0);
  const files = record.files.map((file) => ({
    file: file.file,
    layout: file.layout,
    rows_read: file.rowsRead,
    rows_accepted: file.rowsAccepted,
    rows_rejected: file.rowsRejected,
    warnings: file.warnings,
  }));
  const summary = {
    program: 'orientir',
    ...(isPublic ? {} : { files }),
    totals: {
      files: record.files.length,
      ...(isPublic
        ? {}
        : {
            rows_read: sum('rowsRead'),
            rows_accepted: sum('rowsAccepted'),
            rows_rejected: sum('rowsRejected'),
            warnings: sum('warnings'),
          }),
      assessments: tally.assessments.size,
      schools,
      ...(!isPublic || isWholeShown ? { wrote } : {}),
      ...(isPublic ? {} : { absent }),
    },
  };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

/** Pupils and schools of a tally. */
export function countTally(tally: Tally): {
  readonly wrote: number;
  readonly absent: number;
  readonly schools: number;
} {
  let wrote = 0;
  let absent = 0;
  const schools = new Set<string>();
  for (const { groups } of tally.assessments.values()) {
    for (const { unit, counts } of groups.values()) {
      wrote += counts.wrote;
      absent += counts.absent;
      if (unit.school !== undefined) schools.add(unit.school);
    }
  }
  return { wrote, absent, schools: schools.size };
}
