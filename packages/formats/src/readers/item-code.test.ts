import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemCodesOfHeader, itemKey, parseItemCode } from './item-code.js';

describe('parseItemCode', () => {
  it('reads every spelling that files have', () => {
    const read = Object.fromEntries(
      [
        '1',
        '9.1',
        '9,1',
        '5(1)',
        '4К1',
        '4k1',
        '11.3 k1 (2б)',
        '1 (2б)',
        '1 (2 балла)',
        ' 12.2 (1 б.) ',
        '1К1',
      ].map((text) => {
        const code = parseItemCode(text);
        return [text, `${code?.code}${code?.maxPoints === undefined ? '' : `/${code.maxPoints}`}`];
      }),
    );
    expect(read).toEqual({
      '1': '1',
      '9.1': '9.1',
      '9,1': '9.1',
      '5(1)': '5(1)',
      '4К1': '4K1',
      '4k1': '4K1',
      '11.3 k1 (2б)': '11.3K1/2',
      '1 (2б)': '1/2',
      '1 (2 балла)': '1/2',
      ' 12.2 (1 б.) ': '12.2/1',
      '1К1': '1K1',
    });
  });

  it('reads no item number out of other headers', () => {
    for (const text of ['Вариант', 'Класс', 'К1', '', '2026 год', 'Итого баллов'])
      expect(parseItemCode(text)).toBeUndefined();
  });

  it('reads its own canonical spelling back unchanged', () => {
    const code = fc.tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.option(fc.integer({ min: 1, max: 12 })),
      fc.option(fc.integer({ min: 1, max: 5 })),
    );
    fc.assert(
      fc.property(code, ([major, minor, criterion]) => {
        const text = `${major}${minor === null ? '' : `.${minor}`}${criterion === null ? '' : `K${criterion}`}`;
        expect(parseItemCode(text)?.code).toBe(text);
        expect(itemKey(text.replace('K', 'К').replace('.', ','))).toBe(text);
      }),
    );
  });
});

describe('itemCodesOfHeader', () => {
  const codes = (...cells: Parameters<typeof itemCodesOfHeader>[0]) =>
    itemCodesOfHeader(cells).map((code) => code?.code);
  const date = (day: number, month: number) => ({ kind: 'date' as const, year: 2026, month, day });

  it('turns dates back into item numbers, day first, as a Russian spreadsheet made them', () => {
    expect(codes('1', date(3, 1), date(3, 2), '4')).toEqual(['1', '3.1', '3.2', '4']);
    expect(codes('2', '03.янв', '2026-02-03', '4')).toEqual(['2', '3.1', '3.2', '4']);
  });

  it('decides by the neighbours when day and month can be read both ways', () => {
    expect(codes('1.2', date(3, 1), '2')).toEqual(['1.2', '1.3', '2']);
    expect(codes('2.2', date(3, 1), '3.2')).toEqual(['2.2', '3.1', '3.2']);
  });

  it('gives 3.10 back its zero', () => {
    expect(codes('3.8', '3.9', 3.1, 3.11)).toEqual(['3.8', '3.9', '3.10', '3.11']);
    expect(codes('3', 3.1)).toEqual(['3', '3.1']);
  });
});
