import type { FullAnalysis } from './analysis.js';
import type { ReadinessResult } from './readiness.js';
import type { Cell, Table } from './table.js';

/**
 * `readiness.csv`: readiness for the next stage of school, classes too. `note`: method of the interval; `at-most` where
 * `met` and `share` are upper bounds, which have no interval: nobody knows which pupils solved several items together;
 * `item:` the item whose share it is; `without:` items without a figure; `target-unclear`; last `missed:` all classes
 * inside that miss the target. Inside lists items and classes are parted by `;` as well.
 */
export function readinessTable(analysis: Pick<FullAnalysis, 'readiness'>): Table {
  return {
    name: 'readiness',
    columns: [
      { id: 'assessment', kind: 'text' },
      { id: 'level', kind: 'text' },
      { id: 'unit', kind: 'text' },
      { id: 'indicator', kind: 'text' },
      { id: 'n', kind: 'count' },
      { id: 'met', kind: 'count' },
      { id: 'share', kind: 'share' },
      { id: 'low', kind: 'share' },
      { id: 'high', kind: 'share' },
      { id: 'target', kind: 'share' },
      { id: 'reason', kind: 'text' },
      { id: 'note', kind: 'text' },
    ],
    rows: {
      *[Symbol.iterator]() {
        for (const result of analysis.readiness) yield rowOf(result);
      },
    },
  };
}

function rowOf(of: ReadinessResult): readonly Cell[] {
  const { share } = of;
  const known = share.kind === 'known' ? share : undefined;
  const notes = [
    ...(known?.interval === undefined ? [] : [known.interval.method]),
    ...(of.isAtMost && known !== undefined ? ['at-most'] : []),
    ...(of.item === undefined ? [] : [`item:${of.item}`]),
    ...(of.withoutItems.length === 0 ? [] : [`without:${of.withoutItems.join(';')}`]),
    ...(of.isTargetUnclear ? ['target-unclear'] : []),
    ...(of.missed.length === 0 ? [] : [`missed:${of.missed.join(';')}`]),
  ];
  return [
    of.assessment,
    of.level,
    of.unit,
    of.indicator,
    share.n,
    known === undefined ? undefined : of.met,
    known?.estimate,
    known?.interval?.low,
    known?.interval?.high,
    of.target,
    share.kind === 'missing' ? share.reason : undefined,
    notes.length === 0 ? undefined : notes.join(';'),
  ];
}
