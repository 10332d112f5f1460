import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConferenceRow } from './index.js';
import { conferenceAttendance } from './index.js';

const row = (date: string, topic: string, school: string, attended?: boolean): ConferenceRow => ({
  date,
  topic,
  school,
  ...(attended === undefined ? {} : { attended }),
});

describe('conferenceAttendance', () => {
  it('counts conferences of a school, once however many of its teachers were there', () => {
    const { schools, conferences } = conferenceAttendance([
      row('2026-10-01', 'Дроби', 's1', false),
      row('2026-10-01', 'дроби', 's1', true),
      row('2026-10-08', 'Дроби', 's1', false),
      row('2026-10-15', 'Чтение', 's1'),
      row('2026-10-01', 'Дроби', 's2', false),
      row('2026-10-15', 'Чтение', 's3'),
    ]);
    expect(schools).toEqual([
      { school: 's1', invited: 3, share: { kind: 'known', estimate: 0.5, n: 2 } },
      { school: 's2', invited: 1, share: { kind: 'known', estimate: 0, n: 1 } },
      { school: 's3', invited: 1, share: { kind: 'missing', reason: 'not-entered', n: 0 } },
    ]);
    expect(conferences.map(({ date, topic, share }) => [date, topic, share.n])).toEqual([
      ['2026-10-01', 'Дроби', 2],
      ['2026-10-08', 'Дроби', 1],
      ['2026-10-15', 'Чтение', 0],
    ]);
  });

  it('does not depend on the order of rows, and a visit more never lowers a share', () => {
    const any = fc.record(
      {
        date: fc.constantFrom('2026-10-01', '2026-10-08'),
        topic: fc.constantFrom('Дроби', 'дроби', 'Чтение'),
        school: fc.constantFrom('s1', 's2'),
        attended: fc.boolean(),
      },
      { requiredKeys: ['date', 'topic', 'school'] },
    );
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 10 }), fc.nat(9), (rows, at) => {
        const one = conferenceAttendance(rows);
        expect(conferenceAttendance([...rows].reverse())).toEqual(one);
        const changed = rows.map((each, i) => (i === at % rows.length ? { ...each, attended: true } : each));
        conferenceAttendance(changed).schools.forEach(({ share, invited }, s) => {
          const before = one.schools[s];
          expect(invited).toBe(before?.invited);
          expect(share.n).toBeLessThanOrEqual(invited);
          if (before?.share.kind === 'known' && share.kind === 'known')
            expect(share.estimate).toBeGreaterThanOrEqual(before.share.estimate);
        });
      }),
    );
  });
});
