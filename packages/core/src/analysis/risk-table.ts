/**
 * Schools with low results as a table and as findings.
 *
 * @module
 */
import type { MissingReason } from '../foundation/figure.js';
import type { SchoolRisk } from '../risk/low-results.js';
import type { Finding, FullAnalysis } from './analysis.js';
import { findingIdentity } from './findings.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { lazily, table } from './table-rows.js';

const RISK: Columns = [
  ['school', 'text'],
  ['ruleset', 'text'],
  ['listed', 'text'],
  ['class', 'text'],
  ['probability', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['triggered', 'text'],
  ['distance_to_exit', 'count'],
  ['stability', 'count'],
];

/**
 * `risk.csv`. `low`, `high`: interval of the share of low results over all works of the last year that count, which stands in
 * `note` as `share:`; `note` names works that do not count as `left-out:work=reason`. With marks that depend on untaught items
 * `listed` is empty where the plain rule depends on them, `probability` is the smallest, and `note` has `share:low..high`,
 * `uncertain:pupils` and `probability-at-most:`; the reason `marks-uncertain` says that `listed` or `class` would need the marks.
 */
export function riskTable(analysis: Pick<FullAnalysis, 'schoolRisks'>): Table {
  return table(
    'risk',
    RISK,
    lazily(() => analysis.schoolRisks),
    riskRow,
  );
}

function riskRow(of: SchoolRisk): readonly Cell[] {
  const { share, uncertain } = of;
  const known = share.kind === 'known' ? share : undefined;
  const interval = uncertain?.share?.interval ?? known?.interval;
  const notes = [
    ...(known === undefined ? [] : [`share:${known.estimate}`]),
    ...(uncertain?.share === undefined ? [] : [`share:${uncertain.share.low}..${uncertain.share.high}`]),
    interval?.method ?? '',
    ...(uncertain === undefined ? [] : [`uncertain:${uncertain.pupils}`]),
    ...(uncertain?.probabilityAtMost === undefined
      ? []
      : [`probability-at-most:${uncertain.probabilityAtMost}`]),
    ...of
      .cells()
      .flatMap(({ assessment, leftOut }) =>
        leftOut === undefined ? [] : [`left-out:${assessment}=${leftOut}`],
      ),
  ].filter((note) => note !== '');
  return [
    of.school,
    of.ruleset,
    of.listed === undefined ? undefined : of.listed ? 'yes' : 'no',
    of.class,
    of.probability,
    interval?.low,
    interval?.high,
    of.triggered.length === 0 ? undefined : of.triggered.join(';'),
    of.distanceToExit,
    of.stability,
    riskReason(of),
    notes.length === 0 ? undefined : notes.join(';'),
  ];
}

/** Why figures of a school are missing, or what they depend on; absent where nothing is missing. */
export function riskReason({ class: of, share, uncertain }: SchoolRisk): MissingReason | undefined {
  if (of === 'too-few') return 'too-few';
  if (uncertain === undefined) return share.kind === 'missing' ? share.reason : undefined;
  return uncertain.decides ? 'marks-uncertain' : undefined;
}

/**
 * Schools that a ruleset lists or that are probably low: of high severity where both say so. What is probable is said beside
 * it, so that a list is not taken for knowledge.
 */
export function lowResultsFindings(risks: readonly SchoolRisk[]): readonly Finding[] {
  return risks.flatMap((of): readonly Finding[] => {
    const isLow = of.class === 'low';
    if (!of.listed && !isLow) return [];
    const group = { level: 'school', unit: of.school } as const;
    return [
      {
        ...findingIdentity('low-results', group, of.ruleset),
        kind: 'low-results',
        severity: of.listed && isLow ? 'high' : of.class === 'not-low' ? 'low' : 'medium',
        ...(of.probability === undefined ? {} : { probability: of.probability }),
        evidence: [{ table: 'risk', key: [of.school, of.ruleset].join('|'), figure: 'probability' }],
      },
    ];
  });
}
