import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../test/oracle/calendar-meaning.js';
import { describeDeadline } from './describe-deadline.js';
import { LONGEST_DEADLINE, parseDeadline } from './parse-deadline.js';

const read = (text: string, schoolYear = '2024/2025') => parseDeadline(text, { schoolYear });

/** Forms that stand in published programmes and road maps of 2018–2022, each with the year of its plan. */
const PUBLISHED: readonly (readonly [phrase: string, schoolYear: string, meaning: string])[] = [
  [
    'Один раз в четверть',
    '2021/2022',
    'recurring 2021-09-01..2021-10-29, 2021-11-08..2021-12-28, 2022-01-10..2022-03-18, 2022-03-28..2022-05-30',
  ],
  ['Сентябрь 2020 года', '2020/2021', 'month 2020-09-01..2020-09-30'],
  ['Ежегодно', '2020/2021', 'recurring FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=31 1 times'],
  ['Ежегодно сентябрь-октябрь', '2020/2021', 'recurring FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1 1 times'],
  ['Постоянно', '2020/2021', 'ongoing'],
  ['В течение 2020 г. и последующий период', '2020/2021', 'openEnded 2020-01-01..'],
  ['В течение года', '2020/2021', 'schoolYear 2020-09-01..2021-08-31'],
  ['на 2020-2021 учебный год', '2020/2021', 'schoolYear 2020-09-01..2021-08-31'],
  ['на новый период', '2020/2021', 'relative next-period'],
  ['ежегодный мониторинг', '2020/2021', 'recurring FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=31 1 times'],
  ['от 30.03.2020 г.', '2020/2021', 'date 2020-03-30'],
  ['(30.01.2019 – 01.02.2019)', '2018/2019', 'range 2019-01-30..2019-02-01'],
  ['2018/2019 учебного года', '2018/2019', 'schoolYear 2018-09-01..2019-08-31'],
  ['на долгосрочной основе в 2019/2020 учебном году', '2018/2019', 'schoolYear 2019-09-01..2020-08-31'],
  ['в соответствии с графиком', '2018/2019', 'schedule schedule'],
  ['в еженедельных ВКС', '2018/2019', 'recurring FREQ=WEEKLY;BYDAY=SU 52 times'],
  ['субботней школы', '2018/2019', 'recurring FREQ=WEEKLY;BYDAY=SA 53 times'],
  ['«__» _____ 2020 г.', '2020/2021', 'none date-incomplete'],
  ['в 2020/2021 учебном году', '2020/2021', 'schoolYear 2020-09-01..2021-08-31'],
  ['В период с 1 апреля по 31 августа 2020 года', '2019/2020', 'range 2020-04-01..2020-08-31'],
  ['В период с 26 по 31 августа', '2020/2021', 'range 2021-08-26..2021-08-31'],
  ['По состоянию на 15 сентября', '2020/2021', 'date 2020-09-15'],
  ['до 23 сентября 2020 года', '2020/2021', 'date ..2020-09-23'],
  ['на период 2020/2021 учебного года', '2020/2021', 'schoolYear 2020-09-01..2021-08-31'],
  ['за 2019/2020 учебный год', '2020/2021', 'schoolYear 2019-09-01..2020-08-31'],
  [
    'по итогам первой четверти, полугодия, третьей четверти, года',
    '2020/2021',
    'recurring ..2020-10-30, ..2020-12-25, ..2021-03-21, ..2021-05-30',
  ],
  ['по 1 модулю в месяц', '2020/2021', 'recurring FREQ=MONTHLY;BYMONTHDAY=-1 12 times'],
  ['минимум по 3 индивидуальной консультации', '2020/2021', 'none quantity'],
  ['своевременного принятия', '2020/2021', 'none quality'],
  ['на 2022/ 2023 учебный год', '2022/2023', 'schoolYear 2022-09-01..2023-08-31'],
  ['в течение ряда', '2022/2023', 'relative several-years'],
  ['постоянной', '2022/2023', 'ongoing'],
  ['(первичный, промежуточный, итоговый)', '2022/2023', 'recurring first, interim, final'],
  ['на 3 года', '2022/2023', 'relative years 2022-09-01..2025-08-31'],
  ['на следующие 3 года', '2022/2023', 'relative years 2023-09-01..2026-08-31'],
  ['прошлого учебного года', '2022/2023', 'relative previous-school-year 2021-09-01..2022-08-31'],
  ['', '2022/2023', 'none empty'],
  ['не менее, чем на 3%', '2022/2023', 'none quantity'],
];

describe('parseDeadline', () => {
  it.each(PUBLISHED)('reads the published «%s» of %s', (phrase, schoolYear, meaning) => {
    expect(meaningOf(phrase, schoolYear)).toBe(meaning);
  });

  it('keeps the source text to the letter', () => {
    for (const raw of ['  До 1 Октября ', 'ежемесячно\n', '??', '']) expect(read(raw).deadline.raw).toBe(raw);
  });

  it('takes August from the year before when the plan was written in it', () => {
    const late = { schoolYear: '2020/2021', asOf: '2020-08-20' };
    expect(parseDeadline('с 26 по 31 августа', late).deadline).toMatchObject({
      start: '2020-08-26',
      end: '2020-08-31',
    });
    expect(parseDeadline('май', late).deadline).toMatchObject({ start: '2021-05-01' });
  });

  it('knows the current quarter only when it knows the day', () => {
    expect(read('до конца четверти').deadline).toMatchObject({
      kind: 'relative',
      event: 'до конца четверти',
    });
    const options = { schoolYear: '2024/2025', asOf: '2024-11-20' };
    expect(parseDeadline('до конца четверти', options).deadline).toMatchObject({
      kind: 'date',
      end: '2024-12-28',
    });
  });

  it('says where the words are that it did not understand', () => {
    expect(read('сентябрь, кроме выходных').issues).toEqual([
      { code: 'words-not-understood', severity: 'error', at: 10, text: 'кроме выходных' },
    ]);
    expect(read('до 31\u00a0ноября').issues).toMatchObject([{ at: 3, text: '31\u00a0ноября' }]);
  });

  it('keeps a deadline without dates beside words that it did not understand', () => {
    const { deadline, issues } = read('постоянно, заместитель директора');
    expect(deadline.kind).toBe('ongoing');
    expect(issues).toMatchObject([{ code: 'words-not-understood', severity: 'warning' }]);
  });

  it('warns where the dates come from a calendar that nobody published', () => {
    const { deadline, issues } = read('I четверть', '2030/2031');
    expect(deadline).toMatchObject({ kind: 'range', start: '2030-09-02' });
    expect(issues).toMatchObject([{ code: 'calendar-nominal', severity: 'warning', text: 'I четверть' }]);
  });

  it('counts by the calendar of the school', () => {
    const calendar = {
      id: 'own',
      schoolYear: '2024/2025',
      scheme: ['quarters'],
      start: '2024-09-02',
      end: '2025-05-30',
      periods: [{ kind: 'quarter', number: 1, start: '2024-09-02', end: '2024-10-25' }],
      breaks: [{ name: 'autumn', start: '2024-10-26', end: '2024-11-03' }],
      source: 'order of the school',
      verification: 'verified',
    } as const;
    const options = { schoolYear: '2024/2025', calendars: [calendar] };
    expect(parseDeadline('I четверть', options).deadline).toMatchObject({ end: '2024-10-25' });
    expect(parseDeadline('осенние каникулы', options).deadline).toMatchObject({ end: '2024-11-03' });
    expect(parseDeadline('до конца года', options).deadline).toMatchObject({ end: '2025-05-30' });
    expect(parseDeadline('I триместр', options).issues).toMatchObject([{ code: 'period-not-in-calendar' }]);
    expect(parseDeadline('I четверть 2025/2026 уч. года', options).deadline).toMatchObject({
      start: '2025-09-01',
    });
  });

  it('refuses a malformed school year or day: that is the caller’s fault', () => {
    expect(() => read('май', '2024')).toThrow(RangeError);
    expect(() => read('май', '2024/2026')).toThrow(RangeError);
    expect(() => parseDeadline('май', { schoolYear: '2024/2025', asOf: '20.08.2024' })).toThrow(RangeError);
  });

  it('never passes off as a date what it did not understand, never throws, and is quick', () => {
    const pieces = fc.constantFrom(
      ...'до с по к на за в и или не позднее 1 15 31 2024 2025/2026 I IV - – / , ; ( ) . « » __ сентября май четверть полугодие года учебный неделя среда каждый раз ежемесячно в течение конец начало первая последняя каникулы числа месяца до до до ВПР педсовет 10:00 01.10.2024 31.12.9999 0001 9999 % № каждого ежегодно раза кроме перед осень прошлого нового'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join(' ')),
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (phrase) => {
        const { deadline, issues } = read(phrase);
        expect(deadline.raw).toBe(phrase);
        const failed = issues.some(({ severity }) => severity === 'error');
        expect(deadline.kind === 'none' && deadline.reason === 'not-understood').toBe(failed);
        for (const { at, text: words } of issues) expect(phrase.slice(at, at + words.length)).toBe(words);
        const { start, end, occurrences } = describeDeadline(phrase, { schoolYear: '2024/2025' });
        if (start !== undefined && end !== undefined) expect(start <= end).toBe(true);
        if (failed) expect([start, end, occurrences]).toEqual([undefined, undefined, []]);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no time that grows faster than the text', () => {
    for (const piece of [
      '1, ',
      'до ',
      'май-',
      'по итогам ',
      '(',
      'раз в ',
      '«',
      '1.',
      'первая и ',
      '_',
      'каждый ',
      'i',
      '-',
    ]) {
      const longest = piece.repeat(Math.floor(LONGEST_DEADLINE / piece.length));
      expect(read(longest).deadline.raw, piece).toBe(longest);
    }
    const { deadline, issues } = read('май '.repeat(LONGEST_DEADLINE));
    expect(deadline).toMatchObject({ kind: 'none', reason: 'not-understood' });
    expect(issues).toMatchObject([{ code: 'text-too-long' }]);
  });
});
