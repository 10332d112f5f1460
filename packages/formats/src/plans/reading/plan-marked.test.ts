import { describe, expect, it } from 'vitest';
import { codesOf, readPage } from '../../../test/plans-tables.js';

const HEAD =
  '<tr><th data-field="number">№</th><th data-field="text">Что делаем</th><th data-field="deadline">Когда</th><th data-field="responsible">Кто</th><th>Класс</th></tr>';
const plan = (rows: string, attributes = '') =>
  `<p>Меню</p><table data-orientir="plan" data-id="x7" data-kind="roadMap" data-level="school" data-school-year="2024/2025" ${attributes}><caption>Дорога вперёд</caption>${HEAD}${rows}</table>`;

describe('readPlan of a published plan', () => {
  it('takes what the table says about itself before what it looks like', async () => {
    const found = await readPage(
      plan(
        '<tr data-section="a" data-number="1."><th colspan="5">1. Кадры</th></tr>' +
          '<tr data-id="r1"><td>1.</td><td>РАЗДЕЛ</td><td data-kind="range" data-start="2024-09-01" data-end="2024-10-15">осенью</td><td>учителя химии, физики<br>ОО</td><td>9</td></tr>' +
          '<tr data-id="r2" data-parent="r1"><td></td><td>и далее</td><td data-kind="month" data-start="2025-05-01" data-end="2025-05-31">май</td><td></td><td></td></tr>' +
          '<tr data-section="b" data-parent="a"><th colspan="5">2024 год</th></tr>' +
          '<tr data-id="r3" data-section=""><td>1.</td><td>Собрать</td><td data-kind="none"></td><td></td><td></td></tr>',
      ) +
        '<table><tr><td>№</td><td>Мероприятия</td><td>Сроки</td></tr><tr><td>1</td><td>Чужое</td><td>май</td></tr></table>',
    );
    expect(found.plan).toMatchObject({
      id: 'x7',
      kind: 'roadMap',
      level: 'school',
      schoolYear: '2024/2025',
      title: 'Дорога вперёд',
      sections: [
        { id: 'a', number: '1.', title: 'Кадры' },
        { id: 'b', title: '2024 год', parent: 'a' },
      ],
      columns: [
        { field: 'number' },
        { field: 'text' },
        { field: 'deadline' },
        { field: 'responsible' },
        { header: 'Класс' },
      ],
    });
    expect(found.plan.measures).toMatchObject([
      {
        id: 'r1',
        text: 'РАЗДЕЛ',
        section: 'a',
        sectionPath: ['Кадры'],
        responsible: ['учителя химии, физики', 'ОО'],
        deadline: { kind: 'range', raw: 'осенью', start: '2024-09-01', end: '2024-10-15' },
      },
      { id: 'r2', text: 'и далее', parent: 'r1', deadline: { kind: 'month', start: '2025-05-01' } },
      { id: 'r3', sectionPath: [], deadline: { kind: 'none', reason: 'empty' } },
    ]);
    expect(found.plan.measures[2]?.section).toBeUndefined();
    expect(codesOf(found)).toEqual(['table-left-out']);
  });

  it('finds a heading that stands below what names it, and goes back to one', async () => {
    const row = (id: string, text: string) =>
      `<tr data-id="${id}"><td></td><td>${text}</td><td></td><td></td><td></td></tr>`;
    const found = await readPage(
      plan(
        '<tr data-section="c" data-parent="p"><th colspan="5">Часть</th></tr>' +
          row('m9', 'Одно') +
          '<tr data-section="p"><th colspan="5">Целое</th></tr>' +
          row('m2', 'Другое') +
          '<tr data-section="c" data-parent="p"><th colspan="5">Часть</th></tr>' +
          row('m1', 'Третье') +
          row('m1', 'Ещё'),
      ),
    );
    expect(found.plan.sections.map(({ id }) => id)).toEqual(['p', 'c']);
    expect(found.plan.measures.map(({ id, section }) => [id, section])).toEqual([
      ['m9', 'c'],
      ['m2', 'p'],
      ['m1', 'c'],
      ['m4', 'c'],
    ]);
    expect(codesOf(found)).toEqual(['id-duplicate']);
  });
});
