import fc from 'fast-check';
import { NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '../../src/assessment/index.js';
import type { Row } from '../response-rows.js';

/** Maxima of the work of all generated rows. */
export const MAXIMA = [1, 2, 3, 1] as const;

const unit = fc.record(
  {
    region: fc.constantFrom('Р1', 'Р2'),
    municipality: fc.constantFrom('М1', 'М2', 'М3'),
    school: fc.constantFrom('s1', 's2', 's3', 's4', 's5'),
    class: fc.constantFrom('5А', '5Б'),
  },
  { requiredKeys: [] },
);

const code = (max: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: max * 2 }) },
    { weight: 1, arbitrary: fc.constantFrom(NOT_ATTEMPTED, NOT_TAUGHT, NOT_ADMINISTERED) },
  );

const mark = fc.constantFrom(0, 2, 3, 4, 5);

/** A pupil anywhere, in any state. */
const anyRow: fc.Arbitrary<Row> = fc.record({
  unit,
  variant: fc.constantFrom('1', '2'),
  teacher: fc.constantFrom('t1', 't2'),
  codes: fc.tuple(...MAXIMA.map(code)),
  mark,
  journalMark: mark,
  absent: fc.boolean(),
  sex: fc.constantFrom('m', 'f'),
});

export const anyRows = fc.array(anyRow, { maxLength: 60 });
