import { describe, expect, it } from 'vitest';
import { readPlanFile } from './read-plan.js';

const read = async (html: string) =>
  (await readPlanFile(new TextEncoder().encode(html), 'a.html', { schoolYear: '2025/2026' })).plan;

describe('pages that npm run fuzz made', () => {
  it('have no row before the first, when a layout table begins them', async () => {
    const plan = await read(
      '<table><tr><td><p>Рекомендовать школам:</p><ol><li>Провести семинар;</li><li>Обновить план.</li></ol></td></tr></table>',
    );
    expect(plan.measures.length).toBeGreaterThan(0);
    for (const { provenance } of plan.measures) expect(provenance?.row).toBeGreaterThan(0);
  });

  it('take no typed dates that contradict each other', async () => {
    const plan = await read(
      `<table data-orientir="plan"><tr><th data-field="text">Мероприятие</th><th data-field="deadline">Срок</th></tr>
      <tr data-id="m1"><td>Семинар</td><td data-kind="range" data-start="2250-09-01" data-end="2025-09-30">сентябрь</td></tr></table>`,
    );
    expect(plan.measures[0]?.deadline).toMatchObject({
      kind: 'month',
      start: '2025-09-01',
      end: '2025-09-30',
    });
  });

  it('have no sections without an id', async () => {
    const plan = await read(
      `<table data-orientir="plan"><tr><th data-field="text">Мероприятие</th><th data-field="deadline">Срок</th></tr>
      <tr data-section=""><th colspan="2">Раздел</th></tr><tr data-id="m1"><td>Семинар</td><td>май</td></tr></table>`,
    );
    for (const { id } of plan.sections) expect(id).not.toBe('');
  });

  it('have no row above that is not there', async () => {
    const plan = await read(
      `<table data-orientir="plan"><tr><th data-field="text">Мероприятие</th><th data-field="deadline">Срок</th></tr>
      <tr data-id="m1" data-parent="s4"><td>Семинар</td><td>май</td></tr><tr data-id="m2" data-parent="m1"><td>Показ</td><td>май</td></tr></table>`,
    );
    expect(plan.measures.map(({ parent }) => parent)).toEqual([undefined, 'm1']);
  });
});
