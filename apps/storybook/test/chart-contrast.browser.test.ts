/** Whether what a chart draws stands out three to one (WCAG 1.4.11), on every page that it may stand on. @module */
import '@orientir/widgets/define/directions';
import '@orientir/widgets/define/dynamics';
import '@orientir/widgets/define/quadrant';
import '@orientir/widgets/define/radar';
import '@orientir/widgets/define/risk';
import { html, render } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PATIENTLY } from '../src/patiently.js';
import { sampleDirections, sampleDynamics, sampleQuadrant, sampleRadar, sampleRisk } from '../src/samples.js';
import { framed, isTheme, THEMES } from '../src/themes.js';
import { contrastOn } from './contrast.js';

let host: HTMLElement;

beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(() => host.remove());

const charts = {
  'orientir-dynamics': html`<orientir-dynamics .data=${sampleDynamics(6, 1)}></orientir-dynamics>`,
  'orientir-radar': html`<orientir-radar .data=${sampleRadar(8, 1)}></orientir-radar>`,
  'orientir-quadrant': html`<orientir-quadrant .data=${sampleQuadrant(24)}></orientir-quadrant>`,
  'orientir-directions': html`<orientir-directions .data=${sampleDirections(7, 'Школа № 12')}></orientir-directions>`,
  'orientir-risk': html`<orientir-risk .data=${sampleRisk(8)}></orientir-risk>`,
};

const faded = (colour: string, opacity: string) =>
  `color-mix(in srgb, ${colour} ${Number(opacity) * 100}%, transparent)`;

/** Contrast of the line of a mark, or of its surface where it has none. */
function contrastOf(mark: Element): number {
  const { stroke, strokeOpacity, fill, fillOpacity } = getComputedStyle(mark);
  return contrastOn(mark, stroke === 'none' ? faded(fill, fillOpacity) : faded(stroke, strokeOpacity));
}

const MEANT =
  '.interval, .curve, .dot, .shape, .outline, .border, .target, .track, .cursor, rect.bar, svg text';

it.each(
  Object.keys(THEMES)
    .filter(isTheme)
    .flatMap((theme) => Object.entries(charts).map((chart) => [theme, ...chart] as const)),
)('%s page: <%s>', async (theme, tag, chart) => {
  render(framed(theme, chart), host);
  const marks = await vi.waitFor(() => {
    const root = host.querySelector(tag)?.shadowRoot;
    root?.querySelector('.plot')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    const found = Array.from(root?.querySelectorAll(MEANT) ?? []);
    expect(found.length).toBeGreaterThan(8);
    expect(tag === 'orientir-risk' || found.some((mark) => mark.matches('.cursor'))).toBe(true);
    return found;
  }, PATIENTLY);
  const faint = marks.flatMap((mark) => {
    const contrast = contrastOf(mark);
    return contrast >= 3 ? [] : [`${mark.getAttribute('class')}: ${contrast.toFixed(2)}`];
  });
  expect([...new Set(faint)]).toEqual([]);
});
