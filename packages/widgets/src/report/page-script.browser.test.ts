import { known, missing } from '@orientir/core/foundation';
import { afterEach, expect, it } from 'vitest';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';
import { sortable, table } from './table.js';
import { both, count, figureCell, intervalCell, signed } from './text.js';

afterEach(() => {
  document.body.innerHTML = '';
  document.documentElement.lang = 'ru';
});

/** A page with its script, as a browser opens it. */
function open(html: string): void {
  document.documentElement.lang = 'ru';
  document.body.innerHTML = `<style>${pageStyle}</style><button id="language" hidden data-en="Русский">English</button>${html}`;
  const script = document.createElement('script');
  script.textContent = pageScript;
  document.body.append(script);
}

function one<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

it('says everything in the other language: texts, names of regions, why a figure is missing', () => {
  const why = figureCell(missing('too-few'), count);
  open(
    table(both('Школы', 'Schools'), [sortable(both('Доля', 'Share'))], [`<tr>${why}</tr>`], both('а', 'a')),
  );
  const said = () => [
    one('caption', HTMLElement).textContent,
    one('.scroll', HTMLElement).ariaLabel,
    one('td', HTMLElement).title === one('td .hidden', HTMLElement).textContent,
  ];
  const inRussian = one('td', HTMLElement).title;
  expect(said()).toEqual(['Школы', 'а', true]);
  one('#language', HTMLElement).click();
  expect(said()).toEqual(['Schools', 'a', true]);
  expect(one('td', HTMLElement).title).not.toBe(inRussian);
  one('#language', HTMLElement).click();
  expect(said()).toEqual(['Школы', 'а', true]);
  expect(one('td', HTMLElement).title).toBe(inRussian);
});

it('sorts intervals by their lower end, whatever sign it has, and puts those that are not there last', () => {
  const figure = (low: number) => known(low + 0.2, 20, { low, high: low + 0.4, method: 't' });
  const cells = [figure(-0.1), figure(-0.9), missing('too-few'), figure(0.3), figure(0.05)].map((of, i) =>
    intervalCell(of, of.kind === 'missing' ? undefined : signed(of.interval?.low ?? i)),
  );
  open(
    table(
      both('Школы', 'Schools'),
      [sortable(both('Интервал', 'Interval'), false)],
      cells.map((cell) => `<tr>${cell}</tr>`),
      both('а', 'a'),
    ),
  );
  const order = () => Array.from(document.querySelectorAll('tbody td'), (cell) => cell.textContent);
  one('th button', HTMLElement).click();
  expect(one('th', HTMLElement).ariaSort).toBe('ascending');
  expect(order()).toEqual(['−0,90', '−0,10', '+0,05', '+0,30', '–']);
  one('th button', HTMLElement).click();
  expect(one('th', HTMLElement).ariaSort).toBe('descending');
  expect(order()).toEqual(['+0,30', '+0,05', '−0,10', '−0,90', '–']);
});

it('shows the work that a link leads to, whichever was chosen', () => {
  const works = ['Математика', 'русский'];
  open(
    `<nav>${works.map((work) => `<a href="#work-${work}">${work}</a>`).join('')}</nav><p hidden><select id="choice"><option value="">все</option>${works.map((work) => `<option>${work}</option>`).join('')}</select></p>${works.map((work) => `<section data-work="${work}" id="work-${work}">${work}</section>`).join('')}`,
  );
  const shown = () =>
    Array.from(document.querySelectorAll('section'), (of) => (of.checkVisibility() ? of.textContent : ''));
  const choice = one('#choice', HTMLSelectElement);
  choice.value = 'Математика';
  choice.dispatchEvent(new Event('change'));
  expect(shown()).toEqual(['Математика', '']);
  for (const [place, after] of [
    [1, ['Математика', '']],
    [2, ['', 'русский']],
  ] as const) {
    one(`nav a:nth-child(${place})`, HTMLElement).click();
    expect(shown()).toEqual(after);
  }
  expect(choice.value).toBe('русский');
  location.hash = '';
});
