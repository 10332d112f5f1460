import type { MeasureEntry, RoadMap } from '@orientir/core/road-map';
import { planTemplate } from '@orientir/core/road-map';

/** The day on which the marks were counted. */
export const AS_OF = '2026-10-15';

const MARKS: readonly MeasureEntry[] = [
  {
    measure: 'm1',
    status: 'done',
    date: '2026-10-05',
    evidence: [{ title: 'Справка по итогам', href: '/files/spravka.pdf' }],
  },
  { measure: 'm2', status: 'underWay', date: '2026-10-12' },
];

/** The plan of an invented school: a template with two marks. */
export function samplePlan(): RoadMap {
  const plan = planTemplate('pupil-categories', { language: 'ru', schoolYear: '2026/2027' });
  if (plan === undefined) throw new Error('there is no such template');
  return { ...plan, record: { events: [], measures: MARKS } };
}
