import type { Indicator, Measure } from '../road-map/road-map.js';
import type { DraftContext } from './draft-context.js';
import { dateBy } from './draft-dates.js';

/** A measure before it has its number and section. */
export type DraftedMeasure = Pick<Measure, 'text' | 'deadline' | 'responsible'> &
  Partial<Pick<Measure, 'audience' | 'findings' | 'supports' | 'reason' | 'indicators' | 'activity'>>;

/** Something that is to be done so many times until the middle of the year. */
export function countOf(name: string, times: number, context: DraftContext): Indicator {
  const date = dateBy('midYear', context);
  return {
    id: 'i1',
    name,
    unit: 'count',
    baseline: { value: 0 },
    target: { comparator: 'atLeast', value: times, of: 'value', date },
    checkpoints: [{ name: context.words.midYear, date }],
  };
}
