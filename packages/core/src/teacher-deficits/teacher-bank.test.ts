import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntry, BankPerson } from './index.js';
import { burnoutSummary, diagnosedDeficits, TeacherBank } from './index.js';

const person = (id: string, extra: Partial<BankPerson> = {}): BankPerson => ({
  id,
  role: 'teacher',
  subjects: ['Математика'],
  grades: [7, 8],
  groups: [],
  ...extra,
});
const entry = (of: string, extra: Partial<BankEntry> = {}): BankEntry => ({
  person: of,
  polarity: 'deficit',
  about: { kind: 'topic', topic: 'Дроби', subject: 'Математика' },
  source: 'results',
  date: '2026-05-20',
  evidence: ['vpr-2026-7-математика'],
  ...extra,
});

describe('TeacherBank', () => {
  const bank = new TeacherBank(
    [
      person('t1'),
      person('t2', { grades: [5], groups: ['young'] }),
      person('h1', { role: 'head', subjects: [], grades: [], school: 's1' }),
    ],
    [
      entry('t2', { severity: 3 }),
      entry('t1', { date: '2026-09-10', source: 'diagnostics', severity: 1 }),
      entry('t1', { severity: 2, until: '2027-01-15' }),
      entry('t1', {
        polarity: 'achievement',
        about: { kind: 'topic', topic: 'Задачи', subject: 'Математика' },
        source: 'contest',
      }),
      entry('h1', { about: { kind: 'block', block: 'legal' }, source: 'diagnostics', date: '2026-10-01' }),
    ],
  );
  const found = (query: Parameters<TeacherBank['find']>[0]) =>
    bank.find(query).map(({ person: id, source, polarity }) => `${id} ${source} ${polarity}`);

  it('answers «математика, 7–8 классы» as any other filter, in the order of ids', () => {
    expect(found({ subject: 'Математика', grades: [7, 8] })).toEqual([
      't1 results deficit',
      't1 diagnostics deficit',
      't1 contest achievement',
    ]);
    expect(found({ subject: 'Математика', polarity: 'achievement' })).toEqual(['t1 contest achievement']);
    expect(found({ group: 'young' })).toEqual(['t2 results deficit']);
    expect(found({ role: 'head', block: 'legal' })).toEqual(['h1 diagnostics deficit']);
    expect(found({ school: 's1', subject: 'Математика' })).toEqual([]);
    expect(found({})).toHaveLength(5);
  });

  it('knows what held on a day, what was before, and what another source confirmed', () => {
    expect(found({ topic: 'Дроби', at: '2026-06-01' })).toEqual(['t1 results deficit', 't2 results deficit']);
    expect(found({ topic: 'Дроби', at: '2027-01-15' })).toEqual([
      't1 diagnostics deficit',
      't2 results deficit',
    ]);
    const history = bank.history('t1', { kind: 'topic', topic: 'Дроби', subject: 'Математика' });
    expect(history.map(({ date, severity }) => [date, severity])).toEqual([
      ['2026-05-20', 2],
      ['2026-09-10', 1],
    ]);
    expect(bank.find({ topic: 'Дроби' }).map((each) => bank.confirmed(each))).toEqual([true, true, false]);
  });

  it('finds topics and subjects however they are spelt, and by the person where no subject was named', () => {
    expect(found({ person: 'h1' })).toEqual(['h1 diagnostics deficit']);
    expect(found({ subject: ' математика', topic: 'ДРОБИ', grades: [5] })).toEqual(['t2 results deficit']);
    const unnamed = entry('t2', { about: { kind: 'topic', topic: 'Учёт', subject: '' }, source: 'self' });
    const more = new TeacherBank([person('t2')], [unnamed]);
    expect(more.find({ subject: 'математика', topic: 'учет' })).toEqual([unnamed]);
    expect(more.find({ subject: 'Физика' })).toEqual([]);
  });

  it('lets what was said without a subject confirm what results suppose', () => {
    const said = entry('t1', {
      about: { kind: 'topic', topic: 'дроби', subject: '' },
      source: 'diagnostics',
      date: '2026-06-01',
    });
    const supposed = entry('t1');
    const other = entry('t1', { about: { kind: 'topic', topic: 'Дроби', subject: 'Физика' } });
    const both = new TeacherBank([], [said, supposed]);
    expect(both.confirmed(supposed)).toBe(true);
    expect(both.history('t1', supposed.about)).toEqual([supposed, said]);
    expect(new TeacherBank([], [other, supposed]).history('t1', supposed.about)).toEqual([supposed]);
  });

  it('takes an entry once: what is added again changes nothing', () => {
    const some = fc.record({
      person: fc.constantFrom('t1', 't2'),
      topic: fc.constantFrom('Дроби', 'дроби ', 'Чтение'),
      polarity: fc.constantFrom('deficit', 'achievement'),
      source: fc.constantFrom('results', 'self'),
      date: fc.constantFrom('2026-05-20', '2026-09-10'),
    });
    const entries = (of: readonly { topic: string }[]): readonly BankEntry[] =>
      of.map(({ topic, ...rest }) => entry('t1', { ...rest, about: { kind: 'topic', topic, subject: 'М' } }));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), fc.array(some, { maxLength: 6 }), (first, second) => {
        const whole = (of: readonly BankEntry[]) => new TeacherBank([], of);
        const there = whole([]).lacking(entries(first));
        const added = whole(there).lacking(entries(second));
        const both = [...there, ...added];
        expect(whole(both).lacking([...entries(first), ...entries(second)])).toEqual([]);
        const keys = both.map((of) =>
          [
            of.person,
            of.polarity,
            of.source,
            of.date,
            JSON.stringify(of.about).toLowerCase().replace(' ', ''),
          ].join(),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('is empty as JSON', () => {
    expect(JSON.stringify(bank)).toBe('{}');
  });
});

describe('diagnosedDeficits', () => {
  const result = { teacher: 't1', block: 'subject', most: 25, date: '2026-10-01' } as const;
  const levels = { id: 'l', verified: false, source: '', below: [0.8, 0.6, 0.4] } as const;

  it('takes severity from the levels that were given, and has none without them', () => {
    const severities = (points: readonly number[]) =>
      diagnosedDeficits(
        points.map((each) => ({ ...result, points: each })),
        levels,
      ).map((of) => (of.kind === 'known' ? of.severity : of.reason));
    expect(severities([25, 20, 19, 15, 14, 10, 9, 0, 26, -1])).toEqual([
      0,
      0,
      1,
      1,
      2,
      2,
      3,
      3,
      'refused',
      'refused',
    ]);
    expect(diagnosedDeficits([{ ...result, points: 9 }], undefined)).toEqual([
      { teacher: 't1', block: 'subject', date: '2026-10-01', kind: 'missing', reason: 'not-stated' },
    ]);
  });
});

describe('burnoutSummary', () => {
  const answers = (group: string, scores: readonly number[]) => scores.map((score) => ({ group, score }));

  it('tells means of groups, and of no group so small or so alike that a person would be known', () => {
    const { groups, all } = burnoutSummary([
      ...answers('b', [1, 2, 3, 4, 5, 6]),
      ...answers('a', [2, 2, 2, 2, 2]),
      ...answers('c', [1, 2]),
    ]);
    expect(
      groups.map(({ group, mean }) => [group, mean.kind === 'known' ? mean.estimate : mean.reason, mean.n]),
    ).toEqual([
      ['a', 'suppressed-homogeneous', 0],
      ['b', 3.5, 6],
      ['c', 'suppressed-small', 0],
    ]);
    expect(all).toMatchObject({ kind: 'known', n: 13 });
  });

  it('hides the mean of all where the only hidden group would follow from it', () => {
    const of = [...answers('b', [1, 2, 3, 4, 5, 6]), ...answers('c', [1, 2])];
    expect(burnoutSummary(of).all).toEqual({ kind: 'missing', reason: 'suppressed-complementary', n: 0 });
    expect(burnoutSummary(answers('c', [1, 2])).all).toMatchObject({ reason: 'suppressed-small' });
    expect(burnoutSummary([]).all).toMatchObject({ reason: 'not-entered' });
  });
});
