import { html, render } from 'lit';
import { expect, it } from 'vitest';
import { sampleData } from '../../test/sample-data.js';
import { placeSolveRates } from '../solve-rates/place-solve-rates.js';
import { marksToLit } from './render-lit.js';
import { chartToString } from './render-string.js';

it('both renderers draw the same picture', () => {
  const chart = placeSolveRates(sampleData(7), {
    width: 500,
    fontSize: 14,
    order: 'item',
    missing: () => 'нет данных',
    share: (share) => `${Math.round(share * 100)} %`,
    current: '3',
  });
  const asText = document.createElement('div');
  asText.innerHTML = chartToString(chart, 'chart');
  const byLit = document.createElement('div');
  render(html`<svg class="chart">${marksToLit(chart.marks)}</svg>`, byLit);
  const shapes = (of: HTMLElement) =>
    Array.from(of.querySelectorAll('svg *'), (shape) => [
      shape.tagName,
      shape.textContent,
      ...Array.from(shape.attributes, ({ name, value }) => `${name}=${value}`).sort(),
    ]);
  expect(shapes(byLit)).toEqual(shapes(asText));
  expect(shapes(byLit).length).toBeGreaterThan(30);
});
