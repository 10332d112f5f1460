import { checkpointSchedules } from '@orientir/core/school-profile';
import { describe, expect, it } from 'vitest';
import { checkDynamicsData, checkpointDynamics, dynamicsHtml } from './index.js';

const { schedules } = checkpointSchedules([
  {
    school: 's1',
    indicator: 'Успеваемость',
    checkpoint: 'primary',
    date: '2025-09-20',
    planned: 0.6,
    measured: { share: 0.5, n: 60 },
  },
  { school: 's1', indicator: 'Успеваемость', checkpoint: 'final', planned: 0.7 },
]);

describe('checkpointDynamics', () => {
  it('has three steps, what was measured with its interval, and what was planned', () => {
    const [schedule] = schedules;
    if (schedule === undefined) throw new Error('no schedule');
    const data = checkpointDynamics(schedule, { schoolName: 'СОШ № 1', language: 'ru', source: 'школа' });
    expect(checkDynamicsData(JSON.parse(JSON.stringify(data)))).toEqual({ kind: 'data', data });
    expect(data.steps).toEqual([
      { id: 'primary', name: 'Первичный', date: '2025-09-20' },
      { id: 'intermediate', name: 'Промежуточный' },
      { id: 'final', name: 'Итоговый' },
    ]);
    const [measured, planned] = data.series;
    expect(measured?.values[0]).toMatchObject({ share: 0.5, n: 60, low: expect.any(Number) });
    expect(measured?.values[2]).toEqual({ n: 0, reason: 'not-entered' });
    expect(planned?.values.map(({ share }) => share)).toEqual([0.6, undefined, 0.7]);
    const html = dynamicsHtml(data, 'ru');
    for (const word of ['Успеваемость', 'План', 'не заполнено', 'Первичный, 20.09.2025'])
      expect(html).toContain(word);
    expect(html).not.toMatch(/undefined|NaN|n\s=\s0/);
  });
});
