import { compareText } from '../foundation/order.js';
import type { DiagnosedDeficit } from './diagnostics.js';
import type { TeacherDeficits, TopicDeficit } from './results-deficits.js';
import { latestTopics } from './supposed-topics.js';

/** A cell; absent = missing, and `reason` says why. */
type Cell = string | number | undefined;

/** `private/deficits.csv`, in the shape of the tables of `/analysis`. */
export interface PrivateDeficitTable {
  readonly name: 'deficits';
  readonly columns: readonly { readonly id: string; readonly kind: 'text' | 'count' | 'share' }[];
  readonly rows: readonly (readonly Cell[])[];
}

const COLUMNS: PrivateDeficitTable['columns'] = [
  { id: 'teacher', kind: 'text' },
  { id: 'topic', kind: 'text' },
  { id: 'severity', kind: 'count' },
  { id: 'probability', kind: 'share' },
  { id: 'n', kind: 'count' },
  { id: 'source', kind: 'text' },
  { id: 'reason', kind: 'text' },
  { id: 'note', kind: 'text' },
];

/**
 * One row for each teacher and topic (of several school years the last one), and for each diagnosed block; ordered by
 * teacher, topic and source, by nothing else.
 *
 * `severity` 1..3; empty = `reason` says why: `no-hypothesis`, `no-deficit` or what is missing. `probability`: that the
 * drop reaches the border of this severity, of severity 1 where there is none; diagnosed deficits have none. `n`:
 * pupils with every item. `source`: `results` or `diagnostics`. `note`: `hypothesis`, ruleset and whether it is
 * verified, `subject:`, `year:`, `works:`, `drop:` with `low:` and `high:` (share of points below pupils with equal
 * totals, the teacher's own part), `school:` whether the school's part was taken away, `guard:`.
 */
export function privateDeficitTable(
  { figures }: TeacherDeficits,
  diagnosed: readonly DiagnosedDeficit[] = [],
): PrivateDeficitTable {
  const ruleset = `${figures.rules.id}:${figures.rules.verified ? 'verified' : 'unverified'}`;
  const rows = [
    ...latestTopics(figures).map((each) => ({ ...each, source: 'results', row: resultsRow(each, ruleset) })),
    ...diagnosed.map((each) => ({
      teacher: each.teacher,
      topic: each.block,
      source: 'diagnostics',
      row: diagnosedRow(each),
    })),
  ];
  return {
    name: 'deficits',
    columns: COLUMNS,
    rows: rows
      .sort(
        (one, other) =>
          compareText(one.teacher, other.teacher) ||
          compareText(one.topic, other.topic) ||
          compareText(one.source, other.source),
      )
      .map(({ row }) => row),
  };
}

function resultsRow(of: TopicDeficit, ruleset: string): readonly Cell[] {
  const { drop, judgement, guard } = of;
  const severity = judgement?.severity;
  const interval = drop.kind === 'known' ? drop.interval : undefined;
  return [
    of.teacher,
    of.topic,
    severity,
    judgement?.probabilities[(severity ?? 1) - 1],
    of.n,
    'results',
    drop.kind === 'missing' ? drop.reason : severity === undefined ? 'no-hypothesis' : undefined,
    [
      ...(severity === undefined ? [] : ['hypothesis']),
      ruleset,
      `subject:${of.subject}`,
      ...(of.schoolYear === undefined ? [] : [`year:${of.schoolYear}`]),
      `works:${of.assessments.length}`,
      ...(drop.kind === 'known' ? [`drop:${short(drop.estimate)}`, `school:${of.school}`] : []),
      ...(interval === undefined ? [] : [`low:${short(interval.low)}`, `high:${short(interval.high)}`]),
      ...(guard === undefined ? [] : [`guard:${guard}`]),
    ].join(';'),
  ];
}

function diagnosedRow(of: DiagnosedDeficit): readonly Cell[] {
  const severity = of.kind === 'known' && of.severity > 0 ? of.severity : undefined;
  return [
    of.teacher,
    of.block,
    severity,
    undefined,
    undefined,
    'diagnostics',
    of.kind === 'missing' ? of.reason : severity === undefined ? 'no-deficit' : undefined,
    [...(of.kind === 'known' ? [`share:${short(of.share)}`] : []), `date:${of.date}`].join(';'),
  ];
}

function short(value: number): number {
  return Number(value.toFixed(4));
}
