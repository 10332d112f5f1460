import { describe, expect, it } from 'vitest';
import { formColumn, formColumns } from './form-columns.js';

const COLUMNS = [
  formColumn('school', 'код школы', '', '', ''),
  formColumn('pupils', 'сколько учеников', '', '', ''),
];

describe('formColumns', () => {
  it('finds columns by id or by what people write, the first of two; names the others', () => {
    const row = ['Код школы *', 'pupils', 'Примечание', undefined, 'Pupils'];
    expect(formColumns({ rows: [['Сведения'], row] }, COLUMNS, 1)).toEqual({
      at: new Map([
        ['school', 0],
        ['pupils', 1],
      ]),
      unknown: [
        { at: 2, header: 'Примечание' },
        { at: 4, header: 'Pupils' },
      ],
      width: 5,
    });
  });

  it('does not repeat the whole of a cell that is too long for a header', () => {
    const cell = `школа;ученики;${'всё остальное;'.repeat(10)}Кузнецова`;
    const [unknown] = formColumns({ rows: [['school', cell]] }, COLUMNS).unknown;
    expect(unknown?.header).toMatch(/^школа;ученики;.*…$/);
    expect(unknown?.header.length).toBeLessThanOrEqual(60);
  });
});
