import { expect, it } from 'vitest';
import { dateStyles } from './date-formats.js';

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
