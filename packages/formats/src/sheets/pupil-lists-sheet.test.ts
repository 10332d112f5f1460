import type { PupilFactsGiven } from '@orientir/core/pupil-lists';
import { PupilFacts, pupilLists } from '@orientir/core/pupil-lists';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../test/invented-region.js';
import { readDocument } from '../document/index.js';
import { readPlanFile } from '../plans/index.js';
import { templates } from '../templates/index.js';
import { pupilListsDocx, pupilListsHtml } from './index.js';

const lists = (...given: readonly PupilFactsGiven[]) => pupilLists(given.map((each) => new PupilFacts(each)));
const SCHOOL = lists(
  {
    class: '7А',
    pupil: '70012',
    attendance: { lessons: 160, missed: 34 },
    failing: ['Алгебра', 'Физика'],
    disability: true,
  },
  { class: '7А', pupil: '70013', attendance: { lessons: 121, missed: 21 }, failing: [], disability: false },
  { class: '7Б', pupil: '70101', failing: [] },
);

const LEAVERS = lists(
  { class: '11А', pupil: '110012', failing: [], medalCandidate: true },
  { class: '11А', pupil: '110013', failing: ['Физика'], medalCandidate: false },
  { class: '11Б', pupil: '110101', failing: [], medalCandidate: true },
  { class: '11Б', pupil: '110102' },
  { class: '10А', pupil: '100001', failing: [] },
);

describe('lists of pupils as a page', () => {
  const html = pupilListsHtml(SCHOOL, 'ru');

  it('say the facts beside each code, and for whom the lists are above and below', () => {
    for (const text of [
      '<li>7А, код 70012: пропущено 34 из 160 уроков.</li>',
      '<li>7А, код 70013: пропущен 21 из 121 урока.</li>',
      '<li>7А, код 70012: не успевает по 2 предметам (Алгебра, Физика).</li>',
      '<li>7А, код 70012: внесено школой.</li>',
      '<li>Нет сведений: 1 ученик. Относится ли он сюда, сказать нельзя.</li>',
    ])
      expect(html).toContain(text);
    expect(html.indexOf('152-ФЗ')).toBeLessThan(html.indexOf('<h1>'));
    expect(html.lastIndexOf('152-ФЗ')).toBeGreaterThan(html.indexOf('<footer>'));
  });

  it('say the rule, that it is our own and no norm, and the plan of each category', () => {
    expect(html).toContain('пропущено от 10');
    expect(html).toContain('хотя бы по 1 предмету');
    expect(html).toContain('own');
    expect(html).toContain('Это не норма');
    expect(html.match(/orientir plan template pupil-categories/g)).toHaveLength(3);
    for (const section of ['Пропускают занятия', 'Не успевают', 'С ограниченными возможностями здоровья'])
      expect(html).toContain(`раздел «${section}»`);
  });

  it('count by class, and never give nothing known as none', () => {
    expect(html).toContain(
      '<th scope="row">7А</th><td>2</td><td>2</td><td>1</td><td>1</td></tr><tr><th scope="row">7Б</th><td>1</td><td>нет сведений</td><td>0</td><td>нет сведений</td>',
    );
    const unknown = pupilListsHtml(lists({ class: '7А', pupil: '1' }), 'ru');
    expect(unknown).not.toContain('никого');
    expect(pupilListsHtml(lists({ class: '7А', pupil: '1', failing: [] }), 'ru')).toContain('никого');
  });

  it('have likely medal winners in a part of their own after the three lists, and say what it is for', () => {
    const page = pupilListsHtml(LEAVERS, 'ru');
    const [before = '', part = ''] = page.split('<h2>Предполагаемые медалисты</h2>');
    expect(before).toContain('<h2>С ОВЗ</h2>');
    expect(before).not.toContain('<li>11А, код 110012');
    const [own = ''] = part.split('<h2>');
    for (const text of [
      'элективные курсы',
      'программы углублённого уровня',
      'факультативы',
      'не предсказывает',
    ])
      expect(own).toContain(text);
    expect(own.match(/<li>.*?<\/li>/g)).toEqual([
      '<li>11А, код 110012: внесено школой.</li>',
      '<li>11Б, код 110101: внесено школой.</li>',
      '<li>Нет сведений: 2 ученика. Относятся ли они сюда, сказать нельзя.</li>',
    ]);
    expect(part).toContain('раздел «Показывают высокие результаты»');
    expect(page.match(/orientir plan template pupil-categories/g)).toHaveLength(4);
    const english = pupilListsHtml(LEAVERS, 'en');
    expect(english).toContain('<h2>Likely medal winners</h2>');
    expect(english.replace(/1[01][АБ]|Физика/g, '')).not.toMatch(/[а-я]/i);
  });

  it('count likely medal winners by class, and say which number goes outside and where', () => {
    const page = pupilListsHtml(LEAVERS, 'ru');
    for (const row of [
      '<th scope="row">10А</th><td>1</td><td>нет сведений</td><td>0</td><td>нет сведений</td><td>нет сведений</td>',
      '<th scope="row">11А</th><td>2</td><td>нет сведений</td><td>1</td><td>нет сведений</td><td>1</td>',
      '<th scope="row">11Б</th><td>2</td><td>нет сведений</td><td>0; нет сведений: 1</td><td>нет сведений</td><td>1; нет сведений: 1</td>',
    ])
      expect(page).toContain(row);
    expect(page).toMatch(
      /столбец expected бланка [^.]*orientir template medals[^.]*\. [^.]*всего в списке 2\./,
    );
    const medals = templates.find(({ name }) => name === 'medals');
    expect(medals?.columns.map(({ id }) => id)).toContain('expected');
  });

  it('say nothing of medals where the school entered nothing, and «nobody» where it wrote no', () => {
    expect(html).not.toMatch(/медал/i);
    const none = pupilListsHtml(lists({ class: '11А', pupil: '1', medalCandidate: false }), 'ru');
    const [, part = ''] = none.split('<h2>Предполагаемые медалисты</h2>');
    expect(part.split('<h2>')[0]).toContain('<li>По этим сведениям — никого.</li>');
    expect(none).toContain('всего в списке 0');
  });

  it('escape what stands in the form, and speak English', () => {
    const hostile = lists({ class: HOSTILE, pupil: HOSTILE, failing: [HOSTILE] });
    expect(pupilListsHtml(hostile, 'ru')).not.toContain('<script');
    const english = pupilListsHtml(SCHOOL, 'en');
    expect(english).toContain('7А, code 70012: 34 of 160 lessons missed.');
    expect(english.replace(/7[АБ]|Алгебра|Физика/g, '')).not.toMatch(/[а-я]/i);
  });
});

describe('lists of pupils as a document', () => {
  it('hold the same, the same bytes every time, the warning on every page', async () => {
    const docx = pupilListsDocx(SCHOOL, 'ru');
    expect(pupilListsDocx(SCHOOL, 'ru')).toEqual(docx);
    const text = JSON.stringify(await readDocument(docx, 'lists.docx'));
    expect(text).toContain('7А, код 70012: пропущено 34 из 160 уроков.');
    expect(text).toContain('152-ФЗ');
  });
  it('hold the part about medals, whose paragraphs stand before its items', async () => {
    const text = JSON.stringify(await readDocument(pupilListsDocx(LEAVERS, 'ru'), 'lists.docx'));
    const places = [
      'не успевает по 1 предмету',
      'элективные курсы',
      'столбец expected',
      '11А, код 110012: внесено школой.',
    ].map((each) => text.lastIndexOf(each));
    expect(places[0]).toBeGreaterThan(0);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });
  it('are taken for no plan, in either form and language', async () => {
    for (const [language, of] of [
      ['ru', SCHOOL],
      ['en', SCHOOL],
      ['ru', LEAVERS],
      ['en', LEAVERS],
    ] as const) {
      const html = new TextEncoder().encode(pupilListsHtml(of, language));
      for (const [bytes, name] of [
        [pupilListsDocx(of, language), 'lists.docx'],
        [html, 'lists.html'],
      ] as const)
        await expect(readPlanFile(bytes, name)).rejects.toMatchObject({
          refusal: { code: 'file-school-only' },
        });
    }
  });
});
