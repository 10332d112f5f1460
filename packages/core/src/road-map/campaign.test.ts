import { describe, expect, it } from 'vitest';
import type { CampaignPlan, JournalEvent } from './campaign.js';
import { campaignStatus } from './campaign.js';
import type { PlanKind } from './codelists.js';

const steps = (...events: readonly JournalEvent[]) => events;
const approved = (plan: string, date: string, kind: PlanKind = 'roadMap'): CampaignPlan => ({
  plan,
  kind,
  events: steps(
    { event: 'drafted', date: '2025-08-20' },
    { event: 'submitted', date: '2025-08-26', role: 'school' },
    { event: 'agreed', date: '2025-09-01', role: 'methodicalCentre' },
    { event: 'approved', date, role: 'department' },
  ),
});
const returned = (plan: string): CampaignPlan => ({
  plan,
  school: `school of ${plan}`,
  kind: 'roadMap',
  events: steps(
    { event: 'submitted', date: '2025-08-26', role: 'school' },
    {
      event: 'returned',
      date: '2025-09-10',
      role: 'methodicalCentre',
      consultant: 'методист',
      due: '2025-09-23',
    },
  ),
});

describe('campaignStatus', () => {
  const plans = [
    ...Array.from({ length: 47 }, (_, i) => approved(`a${i}`, i < 20 ? '2025-09-05' : '2025-09-12')),
    approved('project', '2025-09-12', 'project'),
    ...Array.from({ length: 14 }, (_, i) => returned(`r${i}`)),
  ];

  it('counts a campaign as a report of practice does: 47 + 1 approved, 14 returned until the 23rd, 62 in all', () => {
    const status = campaignStatus(plans, '2025-09-15');
    expect(status).toMatchObject({
      asOf: '2025-09-15',
      total: 62,
      byState: { approved: 48, returned: 14 },
      byKind: { roadMap: 61, project: 1 },
      overdue: [],
      issues: [],
    });
    expect(status.due).toHaveLength(14);
    expect(status.due[0]).toEqual({
      plan: 'r0',
      school: 'school of r0',
      due: '2025-09-23',
      consultant: 'методист',
    });
    expect(status.burnUp).toEqual([
      { date: '2025-09-05', approved: 20 },
      { date: '2025-09-12', approved: 48 },
    ]);
  });

  it('counts the last day as in time and the next as late', () => {
    expect(campaignStatus(plans, '2025-09-23').overdue).toHaveLength(0);
    expect(campaignStatus(plans, '2025-09-24')).toMatchObject({ due: [], overdue: { length: 14 } });
  });

  it('knows nothing of later events', () => {
    expect(campaignStatus(plans, '2025-08-26').byState).toEqual({ submitted: 62 });
    expect(campaignStatus(plans, '2025-08-01').byState).toEqual({ drafted: 62 });
  });

  it('takes events by date, and those of one day as they stand', () => {
    const events = steps(
      { event: 'agreed', date: '2025-09-02' },
      { event: 'submitted', date: '2025-09-01' },
      { event: 'approved', date: '2025-09-02' },
    );
    expect(campaignStatus([{ plan: 'p', kind: 'plan', events }], '2025-10-01')).toMatchObject({
      byState: { approved: 1 },
      issues: [],
    });
  });

  it('reports steps that are left out and counts the later one', () => {
    const events = steps({ event: 'approved', date: '2025-09-02', row: 5 });
    expect(campaignStatus([{ plan: 'p', kind: 'plan', events }], '2025-10-01')).toMatchObject({
      byState: { approved: 1 },
      issues: [
        {
          plan: 'p',
          row: 5,
          severity: 'warning',
          problem: { code: 'steps-missing', steps: ['submitted', 'agreed'] },
        },
      ],
    });
  });

  it('leaves out what cannot be: a step after the end, a role that may not take it', () => {
    const events = steps(
      { event: 'submitted', date: '2025-09-01', role: 'department', row: 2 },
      { event: 'withdrawn', date: '2025-09-02', role: 'school', row: 3 },
      { event: 'approved', date: '2025-09-03', role: 'department', row: 4 },
    );
    const { byState, issues } = campaignStatus([{ plan: 'p', kind: 'plan', events }], '2025-10-01');
    expect(byState).toEqual({ withdrawn: 1 });
    expect(issues.map(({ row, severity, problem }) => `${row} ${severity} ${problem.code}`)).toEqual([
      '2 error role-not-permitted',
      '4 error event-not-permitted',
    ]);
  });
});
