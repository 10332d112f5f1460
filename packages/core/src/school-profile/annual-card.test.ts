import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../statistics/intervals.js';
import type { CardEntry, MarkCounts, SchoolWork } from './index.js';
import { annualCard, CARD_GROUPS, exitState, sixGroups } from './index.js';

const work = (
  id: string,
  schoolYear: string | undefined,
  marks: readonly [number, number, number, number],
  more: Partial<SchoolWork['assessment']> = {},
): SchoolWork => {
  const [two, three, four, five] = marks;
  const counts: MarkCounts = { 2: two, 3: three, 4: four, 5: five };
  return {
    assessment: {
      id,
      programme: 'ВПР',
      subject: 'Математика',
      grade: 5,
      items: [{ id: '1', maxPoints: 2 }],
      ...(schoolYear === undefined ? {} : { schoolYear }),
      ...more,
    },
    wrote: two + three + four + five,
    marks: counts,
  };
};
const entry = (schoolYear: string, counts: Readonly<Record<string, number>>, school = 's'): CardEntry => ({
  school,
  schoolYear,
  counts: new Map(Object.entries(counts)),
});
const cells = (entries: readonly CardEntry[], works: readonly SchoolWork[]) =>
  new Map(
    annualCard('s', entries, works, sixGroups).cells.map(({ indicator, figure }) => [indicator.id, figure]),
  );

describe('annual card', () => {
  it('has six groups, each with an indicator, and says that indicators are our choice', () => {
    expect(CARD_GROUPS).toHaveLength(6);
    expect([...new Set(sixGroups.indicators.map(({ group }) => group))].sort()).toEqual(
      [...CARD_GROUPS].sort(),
    );
    expect(sixGroups.verification).toBe('own');
  });

  it('counts short courses among those of extracurricular work, not among courses that teachers take', () => {
    const of = sixGroups.indicators.find(({ id }) => id === 'short_courses_share');
    expect(of).toMatchObject({ group: 'innovation', part: 'short_courses', of: 'courses' });
    expect(of?.name).toEqual({
      ru: 'Краткосрочные курсы среди курсов внеурочной деятельности',
      en: 'Short courses among those of extracurricular work',
    });
    expect(
      cells([entry('2025/2026', { courses: 20, short_courses: 5 })], []).get('short_courses_share'),
    ).toEqual({
      kind: 'known',
      estimate: 0.25,
      n: 20,
    });
  });

  it('has a reason in every cell of a school of which nothing is known', () => {
    const reasons = annualCard('s', [], [], sixGroups).cells.map(({ indicator, figure }) => [
      indicator.kind,
      figure.kind === 'missing' ? figure.reason : undefined,
    ]);
    for (const [kind, reason] of reasons)
      expect(reason).toBe(kind === 'computed' ? 'no-results' : 'not-entered');
  });

  it('computes results of the last year, with the fewest different pupils behind them', () => {
    const found = cells(
      [],
      [
        work('old', '2024/2025', [10, 0, 0, 0]),
        work('no-year', undefined, [10, 0, 0, 0]),
        work('a', '2025/2026', [5, 5, 6, 4]),
        work('b', '2025/2026', [3, 4, 2, 1], { subject: 'Русский язык' }),
        work('c', '2025/2026', [2, 4, 3, 1], { grade: 6 }),
      ],
    );
    // 40 papers: 10 twos, 17 fours and fives; at least 20 pupils of grade 5 and 10 of grade 6.
    expect(found.get('pass_share')).toMatchObject({ kind: 'known', estimate: 0.75, n: 30 });
    expect(found.get('quality_share')).toMatchObject({ kind: 'known', estimate: 17 / 40, n: 30 });
    expect(found.get('pass_share')).toMatchObject({
      interval: { ...wilsonInterval(0.75, 30), method: 'wilson' },
    });
    expect(cells([], [work('a', '2025/2026', [0, 0, 0, 0])]).get('pass_share')).toMatchObject({
      reason: 'no-marks',
    });
  });

  it('compares years only over the same items', () => {
    const before = work('w-25', '2024/2025', [10, 10, 0, 0]);
    const now = (more: Partial<SchoolWork['assessment']>) => work('w-26', '2025/2026', [4, 16, 0, 0], more);
    const change = (...works: readonly SchoolWork[]) => cells([], works).get('pass_change');
    expect(change(before, now({ sameItemsAs: 'w-25' }))).toMatchObject({
      kind: 'known',
      estimate: expect.closeTo(0.3, 12),
      n: 20,
      interval: { method: 'newcombe' },
    });
    expect(change(before, now({}))).toMatchObject({ reason: 'instrument-changed' });
    // The plan says that the items are the same, and they are not.
    const changed = now({ sameItemsAs: 'w-25', items: [{ id: '1', maxPoints: 3 }] });
    expect(change(before, changed)).toMatchObject({ reason: 'instrument-changed' });
    expect(change(before, now({ subject: ' математика ' }))).toMatchObject({ reason: 'instrument-changed' });
    expect(change(before, now({ grade: 6 }))).toMatchObject({ reason: 'no-results-before' });
    expect(change(now({}))).toMatchObject({ reason: 'no-results-before' });
    const older = work('w-24', '2023/2024', [10, 10, 0, 0]);
    expect(change(older, now({ sameItemsAs: 'w-24' }))).toMatchObject({ reason: 'no-results-before' });
    const empty = work('w-25', '2024/2025', [0, 0, 0, 0]);
    expect(change(empty, now({ sameItemsAs: 'w-25' }))).toMatchObject({ reason: 'no-marks' });
  });

  it('takes a work of another programme or subject for another procedure', () => {
    const before = (more: Partial<SchoolWork['assessment']>) =>
      work('w-25', '2024/2025', [10, 10, 0, 0], more);
    const others = [
      work('x', '2025/2026', [1, 1, 1, 1], { subject: 'История' }),
      work('y', '2025/2026', [1, 1, 1, 1]),
    ];
    const reason = (more: Partial<SchoolWork['assessment']>) => {
      const figure = cells([], [before(more), ...others]).get('pass_change');
      return figure?.kind === 'missing' ? figure.reason : figure;
    };
    expect([
      reason({}),
      reason({ programme: 'ОГЭ' }),
      reason({ subject: 'Физика' }),
      reason({ grade: 6 }),
    ]).toEqual(['instrument-changed', 'no-results-before', 'no-results-before', 'no-results-before']);
  });

  it('is of the last year that was entered, in whatever order, and of the first row of it', () => {
    const rows = [
      entry('2025/2026', { teachers: 20, highest_category: 5 }),
      entry('2025/2026', { teachers: 20, highest_category: 6 }),
      entry('2024/2025', { teachers: 20, highest_category: 7 }),
    ];
    expect(annualCard('s', rows, [], sixGroups).schoolYear).toBe('2025/2026');
    expect(cells(rows, []).get('highest_share')).toMatchObject({ estimate: 0.25 });
    expect(annualCard('s', [], [], sixGroups)).not.toHaveProperty('schoolYear');
  });

  it('takes what was entered for the last year; zero is a value, empty is none', () => {
    const found = cells(
      [
        entry('2024/2025', { teachers: 10, highest_category: 10 }),
        entry('2025/2026', {
          teachers: 20,
          highest_category: 5,
          no_category: 0,
          prescriptions: 0,
          prescriptions_done: 0,
          documents_required: 30,
          innovation_activities: 2,
        }),
        entry('2026/2027', { teachers: 1, highest_category: 1 }, 'x'),
      ],
      [],
    );
    expect(found.get('highest_share')).toEqual({ kind: 'known', estimate: 0.25, n: 20 });
    expect(found.get('no_category_share')).toEqual({ kind: 'known', estimate: 0, n: 20 });
    expect(found.get('first_share')).toEqual({ kind: 'missing', reason: 'not-entered', n: 20 });
    expect(found.get('carried_out_share')).toMatchObject({ reason: 'no-pupils' });
    expect(found.get('documents_share')).toEqual({ kind: 'missing', reason: 'not-entered', n: 30 });
    expect(found.get('activities')).toEqual({ kind: 'known', estimate: 2, n: 2 });
    expect(found.get('extracurricular')).toMatchObject({ reason: 'not-entered' });
  });
});

describe('special control', () => {
  const control = {
    school: 's',
    owner: 'методист',
    since: '2025-09-01',
    reason: 'стабильно низкие результаты',
  } as const;
  type Risk =
    Parameters<typeof exitState>[1] extends ReadonlyMap<string, readonly (infer One)[]> ? One : never;
  const low: Risk = { ruleset: 'a', class: 'low', listed: true };
  const unsure: Risk = { ruleset: 'b', class: 'undetermined', listed: false };
  const fine: Risk = { ruleset: 'c', class: 'not-low', listed: false };
  const few: Risk = { ruleset: 'd', class: 'too-few', listed: false };

  it.each([
    ['not-listed', [low], { kind: 'not-fulfilled' }],
    ['not-listed', [unsure], { kind: 'fulfilled' }],
    ['not-listed', [few], { kind: 'unknown', reason: 'too-few' }],
    ['not-low', [unsure], { kind: 'unknown', reason: 'undetermined' }],
    ['not-low', [fine], { kind: 'fulfilled' }],
    ['not-low', [low], { kind: 'not-fulfilled' }],
    ['not-low', [unsure, low, fine], { kind: 'not-fulfilled' }],
    ['not-low', [fine, unsure], { kind: 'unknown', reason: 'undetermined' }],
    ['not-low', [fine, few], { kind: 'unknown', reason: 'too-few' }],
    ['not-low', [], { kind: 'unknown', reason: 'no-results' }],
  ] as const)('%s: %j', (exit, risks, expected) => {
    expect(exitState({ ...control, exit }, new Map([['s', risks]]))).toEqual(expected);
  });

  it('asks the ruleset that it names', () => {
    const risks = new Map([['s', [low, fine]]]);
    expect(exitState({ ...control, exit: 'not-low', ruleset: 'c' }, risks)).toEqual({ kind: 'fulfilled' });
    expect(exitState({ ...control, exit: 'not-low', ruleset: 'z' }, risks)).toEqual({
      kind: 'unknown',
      reason: 'ruleset-unknown',
    });
  });
});
