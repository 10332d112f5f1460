import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOfSerial, dateStyles, serialOfDate } from './date-formats.js';

it('takes a format for a date where it shows a day, a year or the name of a month', () => {
  const codes = [
    'dd\\.mm\\.yyyy',
    'mmmm',
    'ДД.ММ.ГГГГ',
    '0.00" день"',
    '[Red]0.0',
    'mm:ss',
    'Standard',
    'General',
  ];
  const formats = codes.map(
    (code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = codes.map((_, i) => `<xf numFmtId="${170 + i}"/>`);
  const xml = `<styleSheet><numFmts>${formats.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
  expect(dateStyles(xml)).toEqual([true, true, true, false, false, false, false, false]);
});

it('does not look long for the end of a bracket', () => {
  const xml = (code: string) =>
    `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`;
  const start = performance.now();
  expect(dateStyles(xml('['.repeat(200_000)))).toEqual([false]);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(dateStyles(xml(`${'[$-419]'.repeat(30)}dd`))).toEqual([true]);
});

it('turns day numbers into the days that spreadsheets show, and back', () => {
  // ECMA-376, part 1, 18.17.4.1: both systems, their first and last days.
  expect(dateOfSerial(1, false)).toEqual({ kind: 'date', year: 1900, month: 1, day: 1 });
  expect(dateOfSerial(59, false)).toEqual({ kind: 'date', year: 1900, month: 2, day: 28 });
  expect(dateOfSerial(61, false)).toEqual({ kind: 'date', year: 1900, month: 3, day: 1 });
  expect(dateOfSerial(2_958_465, false)).toEqual({ kind: 'date', year: 9999, month: 12, day: 31 });
  expect(dateOfSerial(1, true)).toEqual({ kind: 'date', year: 1904, month: 1, day: 2 });
  expect(dateOfSerial(39_448.75, false)).toEqual({ kind: 'date', year: 2008, month: 1, day: 1 });
  for (const none of [0, 0.5, -1, 2_958_466]) expect(dateOfSerial(none, false)).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const date = dateOfSerial(serial, false);
      expect(date && serialOfDate(date)).toBe(serial);
    }),
  );
});
