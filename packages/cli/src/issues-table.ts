import type { Table } from '@orientir/core/analysis';
import type { Issue } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';

/** `issues.csv`. */
export function issuesTable(issues: readonly Issue[]): Table {
  const text = (id: string) => ({ id, kind: 'text' as const });
  return {
    name: 'issues',
    columns: [
      text('file'),
      text('sheet'),
      { id: 'row', kind: 'count' },
      text('column'),
      text('code'),
      text('severity'),
      text('message_ru'),
      text('message_en'),
    ],
    rows: issues.map((of) => [
      of.file,
      of.sheet,
      of.row,
      of.column,
      of.code,
      of.severity,
      describeIssue(of, 'ru'),
      describeIssue(of, 'en'),
    ]),
  };
}
