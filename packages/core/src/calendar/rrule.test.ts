import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN, rules } from '../../test/oracle/calendar-deadlines.js';
import { expandRrule } from '../../test/oracle/calendar-rrule.js';
import { occurrences } from './occurrences.js';
import { parseDeadline } from './parse-deadline.js';
import { rruleOf } from './rrule.js';

const of = (phrase: string) => rruleOf(parseDeadline(phrase, { schoolYear: PLAN }).deadline);

describe('rruleOf', () => {
  it('gives the days of the occurrences', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const deadline = { kind: 'recurring', raw: '', rule } as const;
        const text = rruleOf(deadline);
        if (text === undefined) return;
        const options = { from: '2024-09-01', to: '2028-08-31', schoolYear: PLAN };
        const days = [...new Set(occurrences(deadline, options).map(({ due }) => due))];
        const [first] = days;
        if (first !== undefined) expect(expandRrule(text, first, options.to), text).toEqual(days);
      }),
      { numRuns: 1500 },
    );
  });

  it('writes weekly, monthly and yearly rules', () => {
    expect(of('по вторникам и четвергам')).toBe('FREQ=WEEKLY;BYDAY=TU,TH');
    expect(of('1 раз в 2 недели')).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=SU');
    expect(of('до 25 числа каждого месяца')).toBe('FREQ=MONTHLY;BYMONTHDAY=25');
    expect(of('до 30 числа каждого месяца')).toBe('FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1');
    expect(of('последняя пятница месяца')).toBe('FREQ=MONTHLY;BYDAY=-1FR');
    expect(of('ежегодно до 1 февраля')).toBe('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1');
    expect(of('ежемесячно, с сентября по май')).toBe('FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20250531');
  });

  it('is silent where only the school calendar knows, or where there are several in one interval', () => {
    for (const phrase of [
      '1 раз в четверть',
      'в каникулы',
      '2 раза в год',
      '2 раза в месяц',
      'сентябрь, май',
      'май',
    ]) {
      expect(of(phrase), phrase).toBeUndefined();
    }
  });
});
