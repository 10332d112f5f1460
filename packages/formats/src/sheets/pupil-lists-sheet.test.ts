import type { PupilFactsGiven } from '@orientir/core/pupil-lists';
import { PupilFacts, pupilLists } from '@orientir/core/pupil-lists';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../test/invented-region.js';
import { readDocument } from '../document/index.js';
import { readPlanFile } from '../plans/index.js';
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
  it('are taken for no plan, in either form and language', async () => {
    for (const language of ['ru', 'en'] as const) {
      const html = new TextEncoder().encode(pupilListsHtml(SCHOOL, language));
      for (const [bytes, name] of [
        [pupilListsDocx(SCHOOL, language), 'lists.docx'],
        [html, 'lists.html'],
      ] as const)
        await expect(readPlanFile(bytes, name)).rejects.toMatchObject({
          refusal: { code: 'file-school-only' },
        });
    }
  });
});
