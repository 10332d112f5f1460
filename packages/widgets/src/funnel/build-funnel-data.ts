import type { Analysis, TestResult } from '@orientir/core/analysis';
import { maxTotal } from '@orientir/core/assessment';
import type { Figure } from '@orientir/core/foundation';
import { known, missing } from '@orientir/core/foundation';
import type { FunnelLimits } from '@orientir/core/statistics';
import { funnelAround } from '@orientir/core/statistics';
import type { UnitsOptions } from '../chart/chart-data.js';
import { ALL, chartFacts, shareOf } from '../chart/chart-data.js';
import type { FunnelData, FunnelLimit, FunnelMeasure } from './funnel-data.js';

export interface FunnelOptions extends UnitsOptions {
  /** @defaultValue `solve-rate` */
  readonly measure?: FunnelMeasure;
}

/** Sizes at which the limits are drawn. */
const STEPS = 60;

/**
 * Takes the funnel out of an analysis; absent when it has no such work, or no figure for the group as a whole.
 *
 * Solve rates are of pupils with every item: mean total / maximum. One pupil's rate tells as much as p(1 − p) / variance
 * answers by yes or no, the variance being that of all pupils; so many answers take the place of pupils in the exact
 * limits of `funnelAround`.
 */
export function funnelData(
  analysis: Analysis,
  { level = 'school', names = new Map(), measure = 'solve-rate', ...options }: FunnelOptions,
): FunnelData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, ...facts } = found;
  const whole = options.whole ?? ALL;
  const maximum = maxTotal(of);
  const tests = analysis.testResults.filter(({ assessment }) => assessment === options.assessment);
  const all = tests.find((test) => test.level === whole.level && test.unit === whole.unit);
  const figure = (test: TestResult) => figureOf(test, measure, maximum);
  const target = all === undefined ? missing('no-pupils') : figure(all);
  if (all === undefined || target.kind === 'missing') return undefined;
  const share = target.estimate;
  const answers = measure === 'solve-rate' ? answersOfPupil(all, share, maximum) : 1;
  const units = tests.filter((test) => test.level === level).map((test) => ({ test, figure: figure(test) }));
  const groups = units.flatMap(({ figure: unit }) =>
    unit.kind === 'known' ? [{ count: unit.estimate * unit.n * answers, n: unit.n * answers }] : [],
  );
  const funnel = share > 0 && share < 1 ? funnelAround(groups, share) : undefined;
  return {
    schema: 'orientir.funnel',
    version: 1,
    ...facts,
    measure,
    target: share,
    units: units.map(({ test, figure: unit }) => ({
      id: test.unit,
      name: names.get(test.unit) ?? test.unit,
      ...shareOf(unit),
      ...(unit.kind === 'known' && funnel !== undefined
        ? { place: funnel.place(unit.estimate, unit.n * answers) }
        : {}),
    })),
    limits:
      funnel === undefined
        ? []
        : sizes(units.reduce((most, { figure: { n } }) => Math.max(most, n), 0)).map((n) =>
            limitOf(n, funnel.limits(n * answers)),
          ),
    ...(funnel?.spread === undefined ? {} : { overdispersion: funnel.spread.phi }),
    isWidened: funnel?.isWidened ?? false,
  };
}

function figureOf(test: TestResult, measure: FunnelMeasure, maximum: number | undefined): Figure {
  if (measure === 'pass') return test.passShare;
  if (measure === 'quality') return test.qualityShare;
  const { mean } = test;
  if (mean.kind === 'missing') return mean;
  if (maximum === undefined) return missing('max-unknown', mean.n);
  const share = mean.estimate / maximum;
  const { interval } = mean;
  return interval === undefined
    ? known(share, mean.n)
    : known(share, mean.n, {
        ...interval,
        low: Math.max(0, interval.low / maximum),
        high: Math.min(1, interval.high / maximum),
      });
}

/** At least one: no variance of shares exceeds p(1 − p). */
function answersOfPupil({ sd }: TestResult, share: number, maximum: number | undefined): number {
  if (sd.kind === 'missing' || sd.estimate === 0 || maximum === undefined) return 1;
  return Math.max(1, (share * (1 - share)) / (sd.estimate / maximum) ** 2);
}

function limitOf(n: number, { at95, at998 }: FunnelLimits): FunnelLimit {
  const inside = (value: number) => Math.max(0, Math.min(1, value));
  return {
    n,
    low95: inside(at95.low),
    high95: inside(at95.high),
    low998: inside(at998.low),
    high998: inside(at998.high),
  };
}

/** Whole numbers from 1 on, denser where the limits bend. */
function sizes(most: number): readonly number[] {
  if (most < 1) return [];
  const all = Array.from({ length: STEPS }, (_, i) => Math.max(1, Math.round(most * ((i + 1) / STEPS) ** 2)));
  return [...new Set(all)];
}
