import * as z from 'zod';
import type { Deadline } from '../calendar/deadline.js';
import type { OneOrMore, Recurrence, Several } from '../calendar/recurrence.js';
import { DATE_PATTERN, SCHOOL_YEAR_PATTERN } from './text-patterns.js';

/** `YYYY-MM-DD`; whether there is such a day is checked afterwards. */
export function dateSchema(): z.ZodType<string> {
  return z.string().regex(DATE_PATTERN);
}

export function schoolYearTextSchema(): z.ZodType<string> {
  return z.string().regex(SCHOOL_YEAR_PATTERN);
}

/** A deadline of a plan: the source text and what it means. Called once: schemas that nobody uses are left out. */
export function deadlineSchema(): z.ZodType<Deadline> {
  const date = dateSchema();
  const raw = z.string();
  const bounds = { start: date, end: date };
  const closed = z.strictObject(bounds);
  const span = z.strictObject({ start: z.exactOptional(date), end: date });
  const window = z.exactOptional(
    z.union([z.strictObject({ start: date, end: z.exactOptional(date) }), z.strictObject({ end: date })]),
  );
  const amount = z.number().positive();
  const unit = z.enum([
    'hour',
    'day',
    'working-day',
    'week',
    'month',
    'quarter',
    'trimester',
    'module',
    'half-year',
    'calendar-quarter',
    'year',
  ]);
  const duration = { amount, unit };
  const relative = { raw, kind: z.literal('relative') };
  const depending = z.discriminatedUnion('anchor', [
    z.strictObject({
      ...relative,
      anchor: z.literal('event'),
      event: z.string(),
      offset: z.exactOptional(z.strictObject({ ...duration, direction: z.enum(['before', 'after']) })),
      window,
    }),
    z.strictObject({
      ...relative,
      anchor: z.literal('duration'),
      duration: z.strictObject(duration),
      window,
    }),
    z.strictObject({
      ...relative,
      anchor: z.enum(['need', 'request', 'agreement', 'at-once', 'next-period', 'several-years']),
      window,
    }),
    z.strictObject({
      ...relative,
      anchor: z.literal('years'),
      count: count(),
      from: z.enum(['plan', 'next']),
      window: closed,
    }),
    z.strictObject({
      ...relative,
      anchor: z.literal('previous-school-year'),
      schoolYear: schoolYearTextSchema(),
      window: closed,
    }),
  ]);
  const plain = z.discriminatedUnion('kind', [
    z.strictObject({ raw, kind: z.literal('date'), start: z.exactOptional(date), end: date }),
    z.strictObject({ raw, kind: z.enum(['range', 'month', 'calendarYear']), ...bounds }),
    z.strictObject({ raw, kind: z.literal('schoolYear'), ...bounds, schoolYear: schoolYearTextSchema() }),
    z.strictObject({ raw, kind: z.literal('ongoing'), window: z.exactOptional(span) }),
    z.strictObject({ raw, kind: z.literal('openEnded'), start: date }),
    z.strictObject({
      raw,
      kind: z.literal('schedule'),
      document: z.enum(['schedule', 'plan', 'timetable', 'order']),
    }),
    z.strictObject({
      raw,
      kind: z.literal('none'),
      reason: z.enum(['empty', 'quantity', 'quality', 'not-understood']),
    }),
    depending,
  ]);
  const recurring = [
    z.strictObject({ raw, kind: z.literal('recurring'), rule: periodicSchema(), window }),
    z.strictObject({ raw, kind: z.literal('recurring'), rule: listedSchema() }),
  ] as const;
  return z.union([plain, ...recurring]);
}

type Periodic = Exclude<Recurrence, { kind: 'set' | 'checkpoints' }>;

function periodicSchema(): z.ZodType<Periodic> {
  const interval = count();
  const times = count();
  const period = z.enum(['quarter', 'trimester', 'module', 'half-year']);
  const nths = oneOrMore(z.literal([1, 2, 3, 4, 5, -1]));
  const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
  const day = z.int().min(1).max(31);
  const monthDay = z.strictObject({ month: z.int().min(1).max(12), day });
  const everyPeriod = z.discriminatedUnion('at', [
    z.strictObject({ kind: z.literal('school-periods'), period, at: z.literal('within'), times }),
    z.strictObject({ kind: z.literal('school-periods'), period, at: z.enum(['end', 'start']) }),
    z.strictObject({ kind: z.literal('school-periods'), period, at: z.literal('day'), day }),
  ]);
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('daily'), interval }),
    z.strictObject({ kind: z.enum(['weekly', 'monthly', 'yearly']), interval, times }),
    z.strictObject({ kind: z.literal('weekdays'), interval, weekdays: oneOrMore(weekday) }),
    z.strictObject({
      kind: z.literal('month-days'),
      days: oneOrMore(z.strictObject({ first: z.exactOptional(day), last: day })),
    }),
    z.strictObject({ kind: z.literal('weekday-of-month'), nths, weekday }),
    z.strictObject({ kind: z.literal('week-of-month'), nths }),
    z.strictObject({
      kind: z.literal('quarterly'),
      times,
      day: z.exactOptional(z.strictObject({ day, month: z.enum(['last', 'next']) })),
    }),
    z.strictObject({
      kind: z.literal('yearly-windows'),
      windows: oneOrMore(z.strictObject({ start: z.exactOptional(monthDay), end: monthDay })),
    }),
    z.strictObject({
      kind: z.literal('numbered-periods'),
      period,
      numbers: oneOrMore(count()),
      at: z.enum(['within', 'end', 'start']),
    }),
    z.strictObject({ kind: z.literal('breaks') }),
    everyPeriod,
  ]);
}

function listedSchema(): z.ZodType<Extract<Recurrence, { kind: 'set' | 'checkpoints' }>> {
  const date = dateSchema();
  return z.union([
    z.strictObject({
      kind: z.literal('set'),
      spans: several(z.strictObject({ start: z.exactOptional(date), end: date })),
    }),
    z.strictObject({
      kind: z.literal('checkpoints'),
      names: several(
        z.enum([
          'first',
          'introductory',
          'entry',
          'starting',
          'preliminary',
          'interim',
          'boundary',
          'control',
          'repeated',
          'final',
          'concluding',
        ]),
      ),
    }),
  ]);
}

function count() {
  return z.int().min(1);
}

function oneOrMore<Of>(of: z.ZodType<Of>): z.ZodType<OneOrMore<Of>> {
  return z.tuple([of], of);
}

function several<Of>(of: z.ZodType<Of>): z.ZodType<Several<Of>> {
  return z.tuple([of, of], of);
}
