import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../statistics/intervals.js';
import type { CheckpointRow, PeriodCounts, PeriodRow, SchoolWork } from './index.js';
import {
  attendedShare,
  CHECKPOINTS,
  checkpointSchedules,
  MARKS,
  marksBeside,
  mergePeriods,
  NO_PERIODS,
  PERIODS,
  periodCounts,
  periodMarkShares,
} from './index.js';

const key = { schoolYear: '2025/2026', period: 'quarter-1', subject: 'Математика', grade: 5 } as const;
const row = (more: Partial<PeriodRow>): PeriodRow => ({ school: 's', ...key, ...more });
const work = (id: string, more: Partial<SchoolWork['assessment']>, two = 10, three = 10): SchoolWork => ({
  assessment: { id, programme: 'ВПР', subject: 'математика', grade: 5, schoolYear: '2025/2026', ...more },
  wrote: two + three,
  marks: { 2: two, 3: three, 4: 0, 5: 0 },
});

describe('attendance', () => {
  it('is the share of lessons attended; its interval counts pupils, not lessons', () => {
    const counts = periodCounts(row({ attendance: { pupils: 25, lessons: 1000, missed: 100 } }));
    expect(attendedShare(counts)).toEqual({
      kind: 'known',
      estimate: 0.9,
      n: 25,
      interval: { ...wilsonInterval(0.9, 25), method: 'wilson' },
    });
    expect(attendedShare(periodCounts(row({ attendance: { pupils: 0, lessons: 10, missed: 5 } })))).toEqual({
      kind: 'known',
      estimate: 0.5,
      n: 0,
    });
    expect(attendedShare(NO_PERIODS)).toMatchObject({ reason: 'not-entered' });
    expect(
      attendedShare(periodCounts(row({ attendance: { pupils: 3, lessons: 0, missed: 0 } }))),
    ).toMatchObject({ reason: 'no-pupils', n: 3 });
  });

  it('has shares of marks, or why there are none', () => {
    const counts = periodCounts(row({ marks: { 2: 1, 3: 4, 4: 3, 5: 2 } }));
    const shares = periodMarkShares(counts);
    expect(MARKS.map((mark) => shares[mark])).toMatchObject(
      [0.1, 0.4, 0.3, 0.2].map((estimate) => ({ kind: 'known', estimate, n: 10 })),
    );
    expect(periodMarkShares(periodCounts(row({})))[2]).toMatchObject({ reason: 'not-entered' });
    const none = periodCounts(row({ marks: { 2: 0, 3: 0, 4: 0, 5: 0 } }));
    expect(periodMarkShares(none)[5]).toMatchObject({ reason: 'no-marks' });
  });

  it('takes spaces around a subject for nothing', () => {
    const beside = marksBeside(key, periodCounts(row({ marks: { 2: 1, 3: 1, 4: 1, 5: 1 } })), [
      work('a', { subject: ' Математика ' }),
    ]);
    expect(beside.map(({ assessment }) => assessment.id)).toEqual(['a']);
  });

  it('stands beside works of the same year, subject and grade', () => {
    const works = [
      work('a', {}),
      work('a', {}, 0, 20),
      work('other-year', { schoolYear: '2024/2025' }),
      work('other-subject', { subject: 'Физика' }),
      work('other-grade', { grade: 6 }),
      work('exam', { programme: 'Диагностика' }, 0, 0),
    ];
    const counts = periodCounts(row({ marks: { 2: 1, 3: 9, 4: 5, 5: 5 } }));
    const [first, exam, ...others] = marksBeside(key, counts, works);
    expect(others).toEqual([]);
    expect(first?.assessment.id).toBe('a');
    expect(first?.work[2]).toMatchObject({ estimate: 0.25, n: 40 });
    expect(first?.difference[2]).toMatchObject({
      estimate: expect.closeTo(-0.2, 12),
      n: 20,
      interval: { method: 'newcombe' },
    });
    expect(exam?.difference[2]).toMatchObject({ reason: 'no-marks' });
    const all = { schoolYear: '2025/2026', period: 'year' } as const;
    expect(marksBeside(all, counts, works).map(({ assessment }) => assessment.id)).toEqual([
      'a',
      'other-subject',
      'other-grade',
      'exam',
    ]);
    expect(marksBeside(key, NO_PERIODS, works)[0]?.difference[2]).toMatchObject({ reason: 'not-entered' });
  });

  it('merges by addition: parts in any order give the whole', () => {
    const count = fc.integer({ min: 0, max: 40 });
    const someRow = fc
      .record({
        pupils: count,
        attended: count,
        missed: count,
        marks: fc.tuple(count, count, count, count),
        has: fc.tuple(fc.boolean(), fc.boolean()),
      })
      .map(({ pupils, attended, missed, marks: [two, three, four, five], has: [attendance, marks] }) =>
        row({
          ...(attendance ? { attendance: { pupils, lessons: attended + missed, missed } } : {}),
          ...(marks ? { marks: { 2: two, 3: three, 4: four, 5: five } } : {}),
        }),
      );
    const sum = (rows: readonly PeriodRow[]) =>
      rows.map(periodCounts).reduce<PeriodCounts>(mergePeriods, NO_PERIODS);
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 12 }), fc.nat(12), (rows, at) => {
        const whole = sum(rows);
        const [one, other] = [rows.slice(0, at), rows.slice(at)];
        expect(mergePeriods(sum(other), sum(one))).toEqual(whole);
        expect(sum(rows.toReversed())).toEqual(whole);
        expect(mergePeriods(NO_PERIODS, whole)).toEqual(whole);
        expect(whole.rows).toBe(rows.length);
        const shares = MARKS.map((mark) => periodMarkShares(whole)[mark]);
        if (shares.every((share) => share.kind === 'known'))
          expect(shares.reduce((total, share) => total + share.estimate, 0)).toBeCloseTo(1, 12);
        const attended = attendedShare(whole);
        if (attended.kind === 'known') {
          const parts = rows.flatMap(({ attendance }) => (attendance === undefined ? [] : [attendance]));
          const lessons = parts.reduce((total, part) => total + part.lessons, 0);
          const missed = parts.reduce((total, part) => total + part.missed, 0);
          expect(attended.estimate).toBeCloseTo(1 - missed / lessons, 12);
        }
      }),
    );
  });

  it('knows four ends in their order', () => {
    expect(PERIODS).toEqual(['quarter-1', 'half-year', 'quarter-3', 'year']);
  });
});

describe('checkpoints', () => {
  const at = (checkpoint: CheckpointRow['checkpoint'], more: Partial<CheckpointRow> = {}): CheckpointRow => ({
    school: 's',
    indicator: 'успеваемость',
    checkpoint,
    ...more,
  });

  it('are always three in their order, whatever the order of the rows', () => {
    const { schedules, problems } = checkpointSchedules([
      at('final', { planned: 0.9, date: '2026-05-20' }),
      at('primary', { planned: 0.6, measured: { share: 0.5, n: 100 }, date: '2025-09-20' }),
      at('primary', { school: 'x' }),
      at('intermediate', { planned: 0.6, measured: { share: 0.8, n: 100 } }),
    ]);
    expect(problems).toEqual([]);
    expect(schedules.map(({ school }) => school)).toEqual(['s', 'x']);
    expect(schedules[0]?.points.map(({ checkpoint }) => checkpoint)).toEqual(CHECKPOINTS);
    expect(schedules[0]?.points.map(({ reached }) => reached)).toEqual(['no', 'yes', 'undetermined']);
    expect(schedules[0]?.points[0]).toMatchObject({
      date: '2025-09-20',
      planned: { estimate: 0.6 },
      measured: { estimate: 0.5, n: 100, interval: { method: 'wilson' } },
    });
    expect(schedules[1]?.points[2]).toMatchObject({
      planned: { reason: 'not-entered' },
      measured: { reason: 'not-entered' },
      reached: 'undetermined',
    });
  });

  it('leave open what an interval does not decide, or a measurement without pupils', () => {
    const reached = (share: number, n: number) =>
      checkpointSchedules([at('primary', { planned: 0.5, measured: { share, n } })]).schedules[0]?.points[0]
        .reached;
    expect([reached(0.52, 50), reached(0.9, 0), reached(0.9, 50), reached(0.1, 50)]).toEqual([
      'undetermined',
      'undetermined',
      'yes',
      'no',
    ]);
  });

  it('may fall on one day; each is dated by all before it', () => {
    const codes = (...rows: readonly CheckpointRow[]) =>
      checkpointSchedules(rows).problems.map(({ problem }) => problem);
    const dated = (checkpoint: CheckpointRow['checkpoint'], date?: string) =>
      at(checkpoint, date === undefined ? {} : { date });
    expect(codes(dated('primary', '2025-09-20'), dated('intermediate', '2025-09-20'))).toEqual([]);
    expect(
      codes(dated('primary', '2025-09-20'), dated('intermediate'), dated('final', '2025-09-19')),
    ).toEqual([{ code: 'too-early', date: '2025-09-19', before: 'primary', beforeDate: '2025-09-20' }]);
    expect(codes(dated('primary'), dated('final', '2025-09-19'))).toEqual([]);
  });

  it('skip the one right before them, and only by a measurement', () => {
    const measured = { measured: { share: 0.5, n: 10 } };
    const codes = (...rows: readonly CheckpointRow[]) =>
      checkpointSchedules(rows).problems.map(({ problem }) => problem);
    expect(codes(at('intermediate', measured), at('final', measured))).toEqual([
      { code: 'skipped', before: 'primary' },
    ]);
    expect(codes(at('primary', measured), at('final', measured))).toEqual([
      { code: 'skipped', before: 'intermediate' },
    ]);
    expect(codes(at('final', { planned: 0.5 }))).toEqual([]);
    const [schedule] = checkpointSchedules([at('primary', measured)]).schedules;
    expect(schedule?.points[0]).toMatchObject({
      planned: { reason: 'not-entered' },
      reached: 'undetermined',
    });
  });

  it('are reached where the whole interval is, its lower end included', () => {
    const { low, high } = wilsonInterval(0.5, 40);
    const reached = (planned: number) =>
      checkpointSchedules([at('primary', { planned, measured: { share: 0.5, n: 40 } })]).schedules[0]
        ?.points[0].reached;
    expect([reached(low), reached(high), reached(low + 1e-9), reached(high + 1e-9)]).toEqual([
      'yes',
      'undetermined',
      'undetermined',
      'no',
    ]);
  });

  it('refuse a second row and a date before the former checkpoint, and tell of what was skipped', () => {
    const rows = [
      at('primary', { date: '2025-09-20', measured: { share: 0.5, n: 10 } }),
      at('primary', { date: '2025-09-21' }),
      at('final', { date: '2025-09-19', measured: { share: 0.5, n: 10 } }),
    ];
    const { schedules, problems } = checkpointSchedules(rows);
    expect(problems.map(({ row: of, problem }) => [rows.indexOf(of), problem])).toEqual([
      [1, { code: 'twice' }],
      [2, { code: 'too-early', date: '2025-09-19', before: 'primary', beforeDate: '2025-09-20' }],
    ]);
    expect(schedules[0]?.points[2].measured).toMatchObject({ reason: 'not-entered' });
    const skipped = checkpointSchedules([at('final', { measured: { share: 0.5, n: 10 } })]);
    expect(skipped.problems.map(({ problem }) => problem)).toEqual([
      { code: 'skipped', before: 'intermediate' },
    ]);
    expect(skipped.schedules[0]?.points[2].measured).toMatchObject({ estimate: 0.5 });
  });
});
