import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { fieldHistory } from './field-history.js';
import {
  activityCounts,
  isStale,
  latestEntries,
  recordActivity,
  recordEvent,
  recordMeasure,
} from './record-event.js';
import { rollUp } from './roll-up.js';

const plan = aPlan([aMeasure('m1'), aMeasure('m2')]);

describe('the record', () => {
  it('keeps every mark and knows the latest, as of a day', () => {
    const once = recordMeasure(plan, { measure: 'm1', status: 'done', date: '2025-10-01' }) ?? plan;
    const twice = recordMeasure(once, { measure: 'm1', status: 'notDone', date: '2025-11-01' }) ?? plan;
    expect(twice.record?.measures).toHaveLength(2);
    expect(latestEntries(twice).get('m1')?.status).toBe('notDone');
    expect(latestEntries(twice, '2025-10-15').get('m1')?.status).toBe('done');
    expect(latestEntries(twice, '2025-09-15').size).toBe(0);
    expect(recordMeasure(plan, { measure: 'm9', status: 'done', date: '2025-10-01' })).toBeUndefined();
  });

  it('counts activities for every school that took part', () => {
    const held = [
      ['s1', 's2'],
      ['s1', 's1'],
    ].reduce(
      (of, schools) => recordActivity(of, { kind: 'consultation', date: '2025-10-01', schools }),
      plan,
    );
    expect(activityCounts(held).get('consultation')).toEqual(
      new Map([
        ['s1', 2],
        ['s2', 1],
      ]),
    );
    expect(activityCounts(held).get('seminar')).toBeUndefined();
  });

  it('says that a plan is stale when results came after it was written', () => {
    expect(isStale(plan, '2026-05-20')).toBe(false);
    const result = recordEvent(plan, { event: 'submitted', date: '2025-09-01' });
    const submitted = result.kind === 'recorded' ? result.plan : plan;
    expect(isStale(submitted)).toBe(false);
    expect(isStale(submitted, '2025-09-01')).toBe(false);
    expect(isStale(submitted, '2025-09-02')).toBe(true);
    const valued = {
      ...submitted,
      record: { events: [], ...submitted.record, values: [{ indicator: 'i', value: 1, date: '2026-05-20' }] },
    };
    expect(isStale(valued)).toBe(true);
  });
});

describe('rollUp', () => {
  it('sums the plans of the schools up and says which schools have none', () => {
    const programme = aPlan([], { cohort: { schools: ['s1', 's2', 's3'], founder: 'Район' } });
    const done =
      recordMeasure({ ...plan, school: 's1' }, { measure: 'm1', status: 'done', date: '2025-10-01' }) ?? plan;
    const plans = [
      done,
      { ...plan, school: 's2', record: { events: [{ event: 'submitted' as const, date: '2025-11-01' }] } },
      { ...plan, school: 'x' },
    ];
    expect(rollUp(programme, plans)).toEqual({
      schools: 3,
      withoutPlan: ['s3'],
      notInCohort: ['x'],
      byState: { drafted: 2, submitted: 1 },
      measures: 6,
      byStatus: { done: 1, planned: 5 },
    });
    expect(rollUp(programme, plans, '2025-09-01')).toMatchObject({
      byState: { drafted: 3 },
      byStatus: { planned: 6 },
    });
  });
});

describe('fieldHistory', () => {
  it('tells the values of a field through the versions of a plan', () => {
    const versions = [
      { date: '2025-09-01', plan },
      { date: '2025-10-01', plan: aPlan([aMeasure('m1', { text: 'Иначе' }), aMeasure('m2')]) },
      { date: '2025-11-01', plan: aPlan([aMeasure('m2')]) },
      { date: '2025-12-01', plan: aPlan([aMeasure('m1', { text: 'Снова' }), aMeasure('m2')]) },
    ];
    expect(fieldHistory(versions, 'm1', 'text')).toEqual([
      { date: '2025-09-01', value: 'Мероприятие m1' },
      { date: '2025-10-01', value: 'Иначе' },
      { date: '2025-11-01' },
      { date: '2025-12-01', value: 'Снова' },
    ]);
    expect(fieldHistory(versions, 'm2', 'risks')).toEqual([]);
    expect(fieldHistory([], 'm1', 'text')).toEqual([]);
  });
});
