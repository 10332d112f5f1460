import { afterEach, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { PATIENTLY } from '../../test/patiently.js';
import { pageStyle } from './page-style.js';
import { sortable, table } from './table.js';
import { both } from './text.js';

afterEach(async () => {
  await commands.emulate({ media: 'screen' });
  document.body.innerHTML = '';
});

function page(html: string): void {
  document.body.innerHTML = `<style>${pageStyle}</style>${html}`;
}

function one(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

const seen = (selector: string) => {
  const { height } = one(selector).getBoundingClientRect();
  return one(selector).checkVisibility({ contentVisibilityAuto: true }) && height > 0;
};

it('prints evidence that is folded on the screen, and of lists of schools what they are', async () => {
  page(
    '<details class="paper"><summary>4 работы</summary><p id="works">Математика</p></details><details class="list"><summary id="list">Школы (35)</summary><p id="school">СОШ</p></details><details><summary id="table">Показать таблицей</summary></details>',
  );
  expect(['#works', '#list', '#school', '#table'].map(seen)).toEqual([false, true, false, true]);
  await commands.emulate({ media: 'print' });
  expect(['#works', '#list', '#school', '#table'].map(seen)).toEqual([true, true, false, false]);
});

it('draws sections as they come near, with the rings of focus at their edges, and prints all', async () => {
  page(
    '<section><h2>Первый</h2><p id="near" style="height:20000px"></p></section><section><h2 id="far">Далёкий</h2></section>',
  );
  const isDrawn = (selector: string) => one(selector).checkVisibility({ contentVisibilityAuto: true });
  await vi.waitFor(() => expect(['#near', '#far'].map(isDrawn)).toEqual([true, false]), PATIENTLY);
  const aside = one('#near').getBoundingClientRect().left - one('section').getBoundingClientRect().left;
  expect(aside).toBeGreaterThanOrEqual(4);
  await commands.emulate({ media: 'print' });
  await vi.waitFor(() => expect(['#near', '#far'].map(isDrawn)).toEqual([true, true]), PATIENTLY);
});

it('shows short tables whole, and prints long ones whole too', async () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `<tr><td>${i}<br>б<br>в</td></tr>`);
  const of = (n: number) =>
    table(both('Школы', 'Schools'), [sortable(both('№', 'No'))], rows(n), both('а', 'a'));
  const isCut = () => {
    const { scrollHeight, clientHeight } = one('.scroll');
    return scrollHeight > clientHeight + 1;
  };
  page(of(25));
  expect(isCut()).toBe(false);
  page(of(26));
  expect(isCut()).toBe(true);
  await commands.emulate({ media: 'print' });
  expect(isCut()).toBe(false);
});
