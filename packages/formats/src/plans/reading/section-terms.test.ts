import { mergeImported, planTemplate } from '@orientir/core/road-map';
import { describe, expect, it } from 'vitest';
import { exportPlan } from '../writing/index.js';
import { readPlanFile } from './read-plan.js';
import { sectionTerms } from './section-terms.js';

describe('sectionTerms', () => {
  it.each([
    ['Школьный уровень', { addressee: 'school' }],
    ['МУНИЦИПАЛЬНЫЙ  УРОВЕНЬ:', { addressee: 'municipality' }],
    ['МУНИЦИПАЛЬНЫЕ ОРГАНЫ УПРАВЛЕНИЯ ОБРАЗОВАНИЯ И МОЛОДЁЖНОЙ ПОЛИТИКИ', { addressee: 'municipality' }],
    ['ОБРАЗОВАТЕЛЬНЫЕ ОРГАНИЗАЦИИ', { addressee: 'school' }],
    ['На муниципальном (районном / городском) уровне', { addressee: 'municipality' }],
    ['Мероприятия на региональном уровне', { addressee: 'region' }],
    ['КАДРОВОЕ ОБЕСПЕЧЕНИЕ', { direction: 'Кадровое обеспечение' }],
    ['Работа с учителями', { direction: 'Работа с педагогами' }],
    ['Работа с обучающимися', { direction: 'Работа с обучающимися' }],
    ['Работа с родителями (законными представителями)', { direction: 'Взаимодействие с родителями' }],
    ['Методическая работа.', { direction: 'Методическая работа' }],
    ['«Развитие таланта»', { direction: 'Развитие таланта' }],
    ['Контроль', { direction: 'Контроль' }],
    ['Школьный уровень. Методическая работа', { addressee: 'school', direction: 'Методическая работа' }],
    [
      'Муниципальный уровень — работа с родителями',
      { addressee: 'municipality', direction: 'Взаимодействие с родителями' },
    ],
  ])('understands «%s»', (title, said) => {
    expect(sectionTerms(title)).toEqual(said);
  });

  it.each([
    '',
    'Мероприятия',
    'Сентябрь',
    'Федеральный уровень',
    'Школа молодого учителя',
    'Школы: проблемы и пути решения',
    'Повышение уровня школы',
    'Муниципальный этап олимпиады',
    'Работа с родителями и обучающимися',
    'Контроль посещаемости',
    'Методическая работа на муниципальном уровне',
    'Муниципальный уровень. Школьный уровень',
    'Школьный уровень. Работа с одарёнными детьми',
    'constructor',
    'Контроль '.repeat(100),
  ])('does not guess at «%s»', (title) => {
    expect(sectionTerms(title)).toEqual({});
  });
});

describe('sections of a template', () => {
  const plan = planTemplate('recommendations-6', { language: 'ru', schoolYear: '2025/2026' });
  const said = (of: typeof plan) =>
    of?.sections.map(({ title, addressee, direction }) => [title, addressee, direction]);

  it.each(['docx', 'html', 'xlsx'])('keep what they say through .%s', async (ending) => {
    if (plan === undefined) throw new Error('no template');
    const bytes = exportPlan(plan, `a.${ending}`, { language: 'ru', asOf: '2025-10-15' })?.bytes;
    const { plan: read } = await readPlanFile(bytes ?? new Uint8Array(), `a.${ending}`);
    expect(said(read)).toEqual(said(plan));
    expect(said(mergeImported(plan, read))).toEqual(said(plan));
  });

  it('keep through a document what only the plan says, where it is read over the plan', async () => {
    if (plan === undefined) throw new Error('no template');
    const drafted = {
      ...plan,
      sections: plan.sections.map((section) => ({
        ...section,
        title: `ВПР ${section.id}`,
        direction: 'Своё',
      })),
    };
    const bytes = exportPlan(drafted, 'a.docx', { language: 'ru', asOf: '2025-10-15' })?.bytes;
    const { plan: read } = await readPlanFile(bytes ?? new Uint8Array(), 'a.docx');
    expect(said(mergeImported(drafted, read))).toEqual(said(drafted));
  });
});

describe('headings of a published plan', () => {
  it('may say by attributes what their words do not', async () => {
    const page = (attributes: string) =>
      new TextEncoder().encode(
        `<table data-orientir="plan"><tr><th data-field="number">№</th><th data-field="text">Мероприятие</th></tr>
        <tr data-section="s1" ${attributes}><th colspan="2">Школы</th></tr><tr data-id="m1"><td>1</td><td>Семинар</td></tr></table>`,
      );
    const read = async (attributes: string) => (await readPlanFile(page(attributes), 'a.html')).plan.sections;
    expect(await read('data-addressee="region" data-direction="Своё"')).toEqual([
      { id: 's1', title: 'Школы', addressee: 'region', direction: 'Своё' },
    ]);
    expect(await read('data-addressee="село"')).toEqual([{ id: 's1', title: 'Школы', addressee: 'school' }]);
  });
});
