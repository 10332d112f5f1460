import { describe, expect, it } from 'vitest';
import { parseSchoolCalendar } from './calendar.schema.js';

const written = {
  schoolYear: '2025/2026',
  start: '2025-09-01',
  end: '2026-05-26',
  breaks: [
    { name: 'autumn', start: '2025-10-25', end: '2025-11-04' },
    { name: 'winter', start: '2025-12-31', end: '2026-01-11' },
    { name: 'spring', start: '2026-03-28', end: '2026-04-05' },
  ],
  source: 'Приказ школы от 25.08.2025 № 12',
};

describe('parseSchoolCalendar', () => {
  it('completes what follows from the breaks', () => {
    const parsed = parseSchoolCalendar(written);
    if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.remarks).toEqual([]);
    expect(parsed.calendar).toMatchObject({
      id: 'own-2025/2026',
      scheme: ['quarters'],
      verification: 'verified',
      periods: [
        { kind: 'quarter', number: 1, start: '2025-09-01', end: '2025-10-24' },
        { number: 2, start: '2025-11-05', end: '2025-12-30' },
        { number: 3, start: '2026-01-12', end: '2026-03-27' },
        { number: 4, start: '2026-04-06', end: '2026-05-26' },
      ],
    });
  });

  it('keeps periods as they are written, and school years in the ways people write them', () => {
    const periods = [{ kind: 'trimester', number: 1, start: '2025-09-01', end: '2025-11-16' }];
    expect(parseSchoolCalendar({ ...written, schoolYear: '2025-2026', periods })).toMatchObject({
      kind: 'calendar',
      calendar: { schoolYear: '2025/2026', periods, scheme: ['trimesters'] },
    });
  });

  it.each([
    ['a date that does not exist', { end: '2026-02-30' }, 'start', /такой даты нет/],
    ['a year that is none', { schoolYear: '2025' }, 'schoolYear', /не учебный год/],
    [
      'a wrong name of a break',
      { breaks: [{ name: 'осень', start: '', end: '' }] },
      'breaks.0.name',
      /«осень».*autumn/,
    ],
    ['a word that means nothing', { holidays: [] }, 'holidays', /такого поля не бывает/],
    [
      'a break that ends before it begins',
      { breaks: [written.breaks[0], { name: 'winter', start: '2026-01-11', end: '2025-12-31' }] },
      'breaks.1',
      /^зимние каникулы: конец раньше начала/,
    ],
    [
      'quarters that overlap',
      {
        periods: [
          { kind: 'quarter', number: 1, start: '2025-09-01', end: '2025-10-24' },
          { kind: 'quarter', number: 2, start: '2025-10-20', end: '2025-12-30' },
        ],
      },
      'periods.1',
      /^четверть 2: пересекается/,
    ],
    ['breaks that give no periods', { breaks: written.breaks.slice(0, 2) }, 'periods', /перечислите/],
  ])('refuses %s and names its place', (_, more, path, ru) => {
    expect(parseSchoolCalendar({ ...written, ...more })).toMatchObject({
      kind: 'refused',
      problems: [{ path, ru: expect.stringMatching(ru) }],
    });
  });

  it.each([
    ['lessons end before the last break', { end: '2025-09-01' }],
    [
      'a break lies in another one',
      { breaks: [...written.breaks.slice(1), { name: 'autumn', start: '2026-01-01', end: '2026-01-08' }] },
    ],
  ])('refuses breaks whose periods would end before they start: %s', (_, of) => {
    const parsed = parseSchoolCalendar({ ...written, ...of });
    expect(parsed).toMatchObject({ kind: 'refused', problems: [{ path: 'breaks' }] });
  });

  it('only remarks what is odd', () => {
    const breaks = [{ ...written.breaks[0], end: '2025-10-28' }, ...written.breaks.slice(1)];
    expect(parseSchoolCalendar({ ...written, breaks })).toMatchObject({
      kind: 'calendar',
      remarks: [{ code: 'break-too-short' }],
    });
  });
});
