/**
 * Indicators of a drafted measure, with baseline, target and checkpoints, and the figures behind them.
 *
 * @module
 */
import type { Finding } from '../analysis/analysis.js';
import type { FigureReference, Indicator } from '../road-map/road-map.js';
import type { DraftContext } from './draft-context.js';
import { dateBy } from './draft-dates.js';
import type { ToldFigure } from './draft-words.js';
import type { FindingGroup } from './finding-groups.js';

const MOST_INDICATORS = 3;
const LEVELS = ['all', 'region', 'municipality', 'school'];

/** Indicators of a group: its figures at the widest level, the lowest first. */
export function indicatorsOf(
  group: FindingGroup,
  context: DraftContext,
): { readonly list: readonly Indicator[]; readonly told: readonly ToldFigure[] } {
  const { words, name, figureOf, titleOf } = context;
  const level = LEVELS.find((each) => group.findings.some((finding) => finding.level === each));
  const work = titleOf(group.assessment);
  const found = group.findings
    .filter((finding) => finding.level === level && finding.kind !== 'low-section')
    .flatMap((finding) =>
      referencesOf(finding)
        .slice(0, 1)
        .map((reference) => ({ finding, reference })),
    )
    .flatMap(({ finding, reference }) => {
      const wanted = group.kind === 'journal-gap' ? { ...reference, figure: 'confirmed' } : reference;
      const figure = figureOf({ table: wanted.table, key: keyOf(wanted), figure: wanted.figure });
      return figure?.kind === 'known' ? [{ finding, reference: wanted, figure }] : [];
    })
    .sort((one, other) =>
      group.kind === 'not-taught'
        ? other.figure.estimate - one.figure.estimate
        : one.figure.estimate - other.figure.estimate,
    )
    .slice(0, MOST_INDICATORS);
  const list = found.map(({ reference, figure }, i): Indicator => {
    // The plan of a school is about that school.
    const about =
      context.unit?.level === 'school' ? work : `${work}; ${name(reference.level, reference.unit)}`;
    const item = reference.item ?? '';
    const isCount = group.kind === 'not-taught';
    return {
      id: `i${i + 1}`,
      name:
        group.kind === 'low' || group.kind === 'weak-item'
          ? words.solveRate(item, about)
          : isCount
            ? words.notTaughtPupils(item, about)
            : words.confirmedMarks(about),
      unit: isCount ? 'count' : 'share',
      baseline: {
        value: figure.estimate,
        n: figure.n,
        ...(figure.interval === undefined ? {} : { low: figure.interval.low, high: figure.interval.high }),
        source: group.assessment.id,
      },
      target: isCount
        ? { comparator: 'atMost', value: 0, of: 'value', date: dateBy('endOfYear', context) }
        : {
            comparator: 'atLeast',
            value: roundUp(figure.interval?.high ?? figure.estimate),
            of: 'value',
            date: dateBy('endOfYear', context),
          },
      checkpoints: [
        { name: words.midYear, date: dateBy('midYear', context) },
        { name: words.endOfYear, date: dateBy('endOfYear', context) },
      ],
      figure: reference,
    };
  });
  const told = found.map(
    ({ finding, reference, figure }): ToldFigure => ({
      ...(reference.item === undefined ? {} : { item: reference.item }),
      unit: name(reference.level, reference.unit),
      figure,
      ...(finding.probability === undefined ? {} : { probability: finding.probability }),
    }),
  );
  return { list, told };
}

/** The figures that a finding rests on. */
export function referencesOf(finding: Finding): readonly FigureReference[] {
  return finding.evidence.map(({ table, figure }) => ({
    table,
    assessment: finding.assessment ?? '',
    level: finding.level,
    unit: finding.unit,
    ...(table === 'tests' || finding.item === undefined ? {} : { item: finding.item }),
    figure,
  }));
}

function keyOf({ assessment, level, unit, item }: FigureReference): string {
  return [assessment, level, unit, ...(item === undefined ? [] : [item])].join('|');
}

/** To whole hundredths: a plan that promises 0.4731 promises too much. */
function roundUp(share: number): number {
  return Math.min(1, Math.ceil(share * 100 - 1e-9) / 100);
}
