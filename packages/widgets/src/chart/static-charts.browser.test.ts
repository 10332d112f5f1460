/** Charts without script, as the browser lays them out. @module */
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { sampleFunnel, sampleSectionMap } from '../../test/sample-charts.js';
import { sampleDirections } from '../../test/sample-profile.js';
import { sampleDynamics, sampleQuadrant, sampleRadar } from '../../test/sample-series.js';
import { directionsHtml } from '../directions/index.js';
import { dynamicsHtml } from '../dynamics/index.js';
import { funnelHtml } from '../funnel/index.js';
import { quadrantHtml } from '../quadrant/index.js';
import { radarHtml } from '../radar/index.js';
import { sectionMapHtml } from '../section-map/index.js';
import { chartSheet } from './chart-css.js';

afterEach(async () => {
  document.body.replaceChildren();
  await page.viewport(1280, 800);
});

describe.each([
  ['radar', radarHtml(sampleRadar(7), 'ru')],
  ['dynamics', dynamicsHtml(sampleDynamics(12), 'ru')],
  ['quadrant', quadrantHtml(sampleQuadrant(24), 'ru')],
  ['directions', directionsHtml(sampleDirections(7, 'Школа № 12'), 'ru')],
  ['funnel', funnelHtml(sampleFunnel(30), 'ru')],
  ['section map', sectionMapHtml(sampleSectionMap(12), 'ru')],
])('%s without script', (_, html) => {
  it('has one drawing with letters of 11 px at least, and the page does not scroll sideways', async () => {
    document.body.innerHTML = `<style>${chartSheet()}</style>${html}`;
    for (const width of [360, 600, 660, 1280]) {
      await page.viewport(width, 800);
      const shown = Array.from(document.querySelectorAll<SVGSVGElement>('svg.chart')).filter((svg) =>
        svg.checkVisibility(),
      );
      expect(shown, `${width}`).toHaveLength(1);
      const letters = shown.flatMap((svg) =>
        Array.from(
          svg.querySelectorAll('text'),
          (text) =>
            Number.parseFloat(getComputedStyle(text).fontSize) *
            (svg.getBoundingClientRect().width / svg.viewBox.baseVal.width),
        ),
      );
      expect(Math.min(...letters), `${width}`).toBeGreaterThan(11);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      // Names of axes or breaks stand beside the drawing that has their numbers.
      for (const list of document.querySelectorAll<HTMLElement>('ol.numbered'))
        expect(list.checkVisibility()).toBe(list.className.includes('wide') === width > 650);
    }
  });
});
