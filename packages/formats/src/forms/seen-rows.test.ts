import { expect, it } from 'vitest';
import { SeenRows } from './seen-rows.js';

it('says where a row stood before, as far as it is somewhere else', () => {
  const seen = new SeenRows();
  const place = { file: 'a.xlsx', sheet: '5А', row: 3 };
  expect(seen.before('one', place)).toBeUndefined();
  seen.add('one', { ...place, row: 2 });
  seen.add('one', place);
  expect(seen.before('two', place)).toBeUndefined();
  expect(seen.before('one', place)).toEqual({ firstRow: 2, firstSheet: '', firstFile: '' });
  expect(seen.before('one', { ...place, sheet: '5Б' })).toEqual({
    firstRow: 2,
    firstSheet: '5А',
    firstFile: '',
  });
  expect(seen.before('one', { ...place, file: 'b.xlsx' })).toEqual({
    firstRow: 2,
    firstSheet: '5А',
    firstFile: 'a.xlsx',
  });
  seen.add('csv', { file: 'a.csv', row: 2 });
  expect(seen.before('csv', { file: 'b.csv', row: 2 })).toEqual({
    firstRow: 2,
    firstSheet: '',
    firstFile: 'a.csv',
  });
});
