import type { Deadline } from '@orientir/core/calendar';
import { schoolYearBounds } from '@orientir/core/calendar';
import type { RoadMap } from '@orientir/core/road-map';
import { sync } from 'node-ical';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEADLINES } from '../../../test/plan-writing-arbitrary.js';
import { aMeasure, EMPTY, SAMPLE } from '../../../test/plan-writing-sample.js';
import { dueDays } from './deadline-days.js';
import { planIcs } from './plan-ics.js';

const OPTIONS = { language: 'ru' } as const;

const planWith = (...deadlines: readonly (string | Deadline)[]): RoadMap => ({
  ...EMPTY,
  schoolYear: '2025/2026',
  measures: deadlines.map((deadline, i) =>
    typeof deadline === 'string'
      ? aMeasure(`m${i}`, `Дело ${i}`, deadline)
      : aMeasure(`m${i}`, `Дело ${i}`, '', { deadline }),
  ),
});

const isoDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Events as another program sees them: all their days. */
function eventsOf(text: string) {
  return Object.values(sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const listed = 'rdate' in event ? event.rdate : undefined;
    const raw = typeof listed === 'object' && listed !== null && 'val' in listed ? listed.val : '';
    const more = String(raw).match(/\d{8}/g) ?? [];
    const days =
      event.rrule === undefined
        ? [isoDay(event.start)]
        : event.rrule.all().map((day) => day.toISOString().slice(0, 10));
    return [
      {
        uid: event.uid,
        allDay: event.datetype === 'date',
        days: [...days, ...more.map((day) => day.replace(/(....)(..)(..)/, '$1-$2-$3'))],
        end: isoDay(event.end),
      },
    ];
  });
}

describe('planIcs', () => {
  // The other program takes days for midnights of the place where it runs, and west of Greenwich loses the last one.
  beforeAll(() => vi.stubEnv('TZ', 'UTC'));
  afterAll(() => vi.unstubAllEnvs());

  it('writes the calendar to the letter', async () => {
    await expect(planIcs(SAMPLE, OPTIONS).text).toMatchFileSnapshot('golden/plan.ics');
  });

  it('counts what has no day and leaves it out', () => {
    const { events, leftOut, text } = planIcs(SAMPLE, OPTIONS);
    expect([events, leftOut]).toEqual([5, 1]);
    expect(text).not.toContain('Консультации родителей');
    expect(planIcs(planWith('постоянно', '', 'по графику'), OPTIONS)).toMatchObject({
      events: 0,
      leftOut: 3,
    });
  });

  it('shows a day as a day, a short stretch as it is, a long one by its last day', () => {
    const { text } = planIcs(
      planWith('до 1 октября', '16–20 февраля', 'сентябрь', 'сентябрь – ноябрь'),
      OPTIONS,
    );
    expect(eventsOf(text).map(({ days, end, allDay }) => [days, end, allDay])).toEqual([
      [['2025-10-01'], '2025-10-02', true],
      [['2026-02-16'], '2026-02-21', true],
      [['2025-09-01'], '2025-10-01', true],
      [['2025-11-30'], '2025-12-01', true],
    ]);
    expect(text.replaceAll('\r\n ', '')).toContain('Период: 01.09.2025 – 30.11.2025');
  });

  it.each(DEADLINES)('falls due on the same days for another program: «%s»', (phrase) => {
    const plan = planWith(phrase);
    const [measure] = plan.measures;
    if (measure?.deadline.kind !== 'recurring') return;
    const expected = new Set(dueDays(measure.deadline, '2025/2026', {}).map(({ due }) => due));
    const [event] = eventsOf(planIcs(plan, OPTIONS).text);
    expect(event?.days).toEqual([...expected]);
    expect(event?.days.at(-1)?.localeCompare(schoolYearBounds('2025/2026').end)).toBeLessThanOrEqual(0);
  });

  it('keeps ids and times from run to run', () => {
    const events = eventsOf(planIcs(SAMPLE, OPTIONS).text);
    expect(events.map(({ uid }) => uid)).toEqual(
      ['m1', 'm2', 'm2-a', 'm3', 'm5'].map((id) => `zarechny-2025/${id}@orientir`),
    );
    expect(new Set(planIcs(SAMPLE, OPTIONS).text.match(/DTSTAMP:.*/g))).toEqual(
      new Set(['DTSTAMP:20250828T000000Z']),
    );
    expect(planIcs(planWith('до 1 мая'), OPTIONS).text).toContain('DTSTAMP:20250901T000000Z');
    expect(planIcs(SAMPLE, { ...OPTIONS, stamp: '2026-01-02' }).text).toContain('DTSTAMP:20260102T000000Z');
  });

  it('leaves out a day that does not exist', () => {
    const { events, leftOut } = planIcs(
      planWith({ kind: 'date', raw: '30 февраля', end: '2026-02-30' }),
      OPTIONS,
    );
    expect([events, leftOut]).toEqual([0, 1]);
  });

  it('shortens a long summary and says everything in the description', () => {
    const text = 'слово '.repeat(100).trim();
    const calendar = planIcs(
      { ...EMPTY, measures: [aMeasure('a', text, 'до 1 мая 2026 г.', { number: '7' })] },
      OPTIONS,
    ).text;
    const plain = calendar.replaceAll('\r\n ', '');
    expect(/SUMMARY:(.*)\r/.exec(plain)?.[1]).toMatch(/^7 слово .* слово…$/);
    expect(plain).toContain(`DESCRIPTION:${text}\\nСрок: до 1 мая 2026 г.`);
  });
});
