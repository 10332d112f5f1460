import { describe, expect, it } from 'vitest';
import { describeDeadline } from './describe-deadline.js';

const of = (phrase: string, schoolYear = '2020/2021') => describeDeadline(phrase, { schoolYear });

describe('describeDeadline', () => {
  it('gives only the end of «до»', () => {
    expect(of('до 23 сентября 2020 года')).toEqual({
      raw: 'до 23 сентября 2020 года',
      kind: 'date',
      end: '2020-09-23',
      occurrences: [{ due: '2020-09-23' }],
      issues: [],
    });
  });

  it('keeps the whole of a stretch that began before the others', () => {
    expect(of('май, в течение года').occurrences).toEqual([
      { start: '2021-05-01', due: '2021-05-31' },
      { start: '2020-09-01', due: '2021-08-31' },
    ]);
  });

  it('gives one occurrence of a single date, even outside the plan’s year', () => {
    expect(of('май 2030').occurrences).toEqual([{ start: '2030-05-01', due: '2030-05-31' }]);
    expect(of('август, январь').occurrences).toEqual([
      { start: '2020-08-01', due: '2020-08-31' },
      { start: '2021-01-01', due: '2021-01-31' },
    ]);
  });

  it('gives the occurrences of a rule in the plan’s year', () => {
    expect(of('Ежегодно сентябрь-октябрь')).toMatchObject({
      kind: 'recurring',
      rrule: 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1',
      occurrences: [{ start: '2020-09-01', due: '2020-10-31' }],
    });
  });

  it('gives nothing sure for what it does not understand, and says so in both languages', () => {
    expect(of('«__» _____ 2020 г.')).toEqual({
      raw: '«__» _____ 2020 г.',
      kind: 'none',
      occurrences: [],
      issues: [
        {
          code: 'date-incomplete',
          severity: 'error',
          at: 1,
          text: '__',
          ru: 'Дата не заполнена: «__». Впишите день, месяц и год.',
          en: 'The date is not filled in: "__". Write day, month and year.',
        },
        {
          code: 'date-incomplete',
          severity: 'error',
          at: 5,
          text: '_____',
          ru: 'Дата не заполнена: «_____». Впишите день, месяц и год.',
          en: 'The date is not filled in: "_____". Write day, month and year.',
        },
      ],
    });
  });
});
