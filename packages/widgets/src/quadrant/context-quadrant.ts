import type { ContextAnalysis } from '@orientir/core/context';
import type { Figure } from '@orientir/core/foundation';
import type { ChartOrigin } from '../chart/chart-data.js';
import { shareOf } from '../chart/chart-data.js';
import type { ChartMeasure } from '../chart/measures.js';
import type { QuadrantData, QuadrantSchool, ResultLevel } from './quadrant-data.js';

export interface ContextQuadrantOptions extends ChartOrigin {
  readonly unitName: string;
  /** What the shares are of. */
  readonly measure: ChartMeasure | string;
  /** Shares 0..1 of the schools by id: those of one work, so that they can be compared. */
  readonly shares: ReadonlyMap<string, Figure>;
  /** Name of the index of conditions. */
  readonly contextName: string;
  /** Names of schools as people know them; a school without one keeps its id. */
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * Schools that `contextOf` judged, with a share of one work. Name only schools that the reader may see.
 *
 * Results are low in the lower third of the shares and high in the upper one; a school whose interval crosses a border is
 * `undetermined`. Conditions are hard from the least index that `contextOf` calls hard. Absent when it calls none hard, or fewer
 * than three schools have a share: then there are no quadrants.
 */
export function contextQuadrant(
  { schools }: ContextAnalysis,
  { unitName, measure, shares, contextName, names = new Map(), source, synthetic }: ContextQuadrantOptions,
): QuadrantData | undefined {
  const known = schools.flatMap(({ school }) => {
    const figure = shares.get(school);
    return figure?.kind === 'known' ? [figure.estimate] : [];
  });
  const indices = schools.flatMap(({ index }) => (index.kind === 'known' ? [index.estimate] : []));
  const hard = schools.flatMap(({ index, quadrant }) =>
    index.kind === 'known' && quadrant?.hard === true ? [index.estimate] : [],
  );
  if (hard.length === 0 || known.length < FEWEST) return undefined;
  const sorted = known.sort((one, other) => one - other);
  const lowBelow = sorted[Math.floor(sorted.length / 3)] ?? 0;
  const highFrom = sorted[Math.ceil((2 * sorted.length) / 3)] ?? 1;
  const borders = { lowBelow, highFrom };
  return {
    schema: 'orientir.quadrant',
    version: 1,
    unit: { name: unitName },
    measure,
    context: {
      name: contextName,
      from: Math.min(...indices),
      to: Math.max(...indices),
      hardFrom: Math.min(...hard),
    },
    borders,
    schools: schools.map(({ school, index }): QuadrantSchool => {
      const figure = shares.get(school);
      return {
        id: school,
        name: names.get(school) ?? school,
        ...(index.kind === 'known' ? { context: index.estimate } : {}),
        ...(figure === undefined
          ? { n: 0, reason: 'no-pupils' }
          : { ...shareOf(figure), result: levelOf(figure, borders) }),
      };
    }),
    ...(source === undefined ? {} : { source }),
    ...(synthetic === true ? { synthetic } : {}),
  };
}

const FEWEST = 3;

function levelOf(figure: Figure, { lowBelow, highFrom }: QuadrantData['borders']): ResultLevel {
  if (figure.kind === 'missing' || figure.interval === undefined) return 'undetermined';
  const { low, high } = figure.interval;
  if (high < lowBelow) return 'low';
  if (low >= highFrom) return 'high';
  return low >= lowBelow && high < highFrom ? 'middle' : 'undetermined';
}
