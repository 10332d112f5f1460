/** What paper shows of what is folded on the screen, of elements and of pages without script. @module */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import '../define/dynamics.js';
import '../define/marker-card.js';
import '../define/quadrant.js';
import { PATIENTLY } from '../../test/patiently.js';
import { sampleMarkerCard } from '../../test/sample-profile.js';
import { sampleRisk } from '../../test/sample-risk.js';
import { sampleDynamics, sampleQuadrant } from '../../test/sample-series.js';
import { markerCardHtml, markerCardSheet } from '../marker-card/index.js';
import { quadrantHtml } from '../quadrant/index.js';
import { riskHtml, riskSheet } from '../risk/index.js';
import { chartSheet } from './chart-css.js';

let host: HTMLElement;

beforeEach(async () => {
  document.documentElement.lang = 'ru';
  host = document.createElement('main');
  document.body.append(host);
  await commands.emulate({ media: 'print' });
});
afterEach(async () => {
  host.remove();
  await commands.emulate({ media: 'screen' });
  await page.viewport(1280, 800);
});

function plain(sheet: string, html: string): HTMLElement {
  host.innerHTML = `<style>${sheet}</style>${html}`;
  return host;
}

async function element(tag: string, data: object): Promise<ShadowRoot> {
  const made = Object.assign(document.createElement(tag), { data });
  host.append(made);
  return await vi.waitFor(() => {
    if (made.shadowRoot?.querySelector('figure') == null) throw new Error('nothing is shown');
    return made.shadowRoot;
  }, PATIENTLY);
}

/** Closed, and yet in full on paper. */
function printed(root: ParentNode, selector: string): readonly string[] {
  expect(root.querySelector('details')?.open).toBe(false);
  const found = Array.from(root.querySelectorAll<HTMLElement>(selector));
  return found.filter((each) => each.checkVisibility()).map((each) => each.textContent?.trim() ?? '');
}

describe('paper', () => {
  it('shows of each marker what else gives such figures and how to check', async () => {
    const card = sampleMarkerCard(2);
    for (const root of [
      plain(markerCardSheet(), markerCardHtml(card, 'ru')),
      await element('orientir-marker-card', card),
    ]) {
      const terms = printed(root, '.markers dt');
      expect(terms.filter((term) => term === 'Что ещё даёт такие же числа')).toHaveLength(2);
      expect(terms.filter((term) => term === 'Как проверить')).toHaveLength(2);
    }
  });

  it('shows the works of every school of the risk table', () => {
    const data = sampleRisk(6);
    const root = plain(riskSheet(), riskHtml(data, 'ru'));
    expect(printed(root, '.evidence')).toHaveLength(6);
  });

  it('names the points of the quadrant in its table, and prints every shape black', async () => {
    const data = sampleQuadrant(24);
    for (const root of [
      plain(chartSheet(), quadrantHtml(data, 'ru')),
      await element('orientir-quadrant', data),
    ]) {
      expect(printed(root, 'tbody th')).toHaveLength(24);
      for (const ring of root.querySelectorAll('svg .outline'))
        expect(getComputedStyle(ring).stroke).toBe('rgb(0, 0, 0)');
    }
  });

  it('draws anew for paper, and back, where the page is wider', async () => {
    await commands.emulate({ media: 'screen' });
    const root = await element('orientir-quadrant', sampleQuadrant(24));
    const width = () => root.querySelector<SVGSVGElement>('svg.chart')?.viewBox.baseVal.width;
    await vi.waitFor(() => expect(width()).toBeGreaterThan(1000), PATIENTLY);
    const before = width();
    dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    expect(width()).toBe(700);
    dispatchEvent(new Event('afterprint'));
    await Promise.resolve();
    expect(width()).toBe(before);
  });

  it('prints a drawing that scrolls on the screen as wide as the paper', async () => {
    await commands.emulate({ media: 'screen' });
    await page.viewport(360, 800);
    const root = await element('orientir-dynamics', sampleDynamics(12));
    const svg = root.querySelector('svg.chart');
    const right = () => Math.floor(svg?.getBoundingClientRect().right ?? Number.NaN);
    await vi.waitFor(() => expect(right()).toBeGreaterThan(360), PATIENTLY);
    await commands.emulate({ media: 'print' });
    expect(right()).toBeLessThanOrEqual(360);
  });
});
