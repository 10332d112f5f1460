import { describe, expect, it } from 'vitest';
import {
  sampleFunnel,
  sampleItemCurves,
  sampleJournal,
  sampleScores,
  sampleSectionMap,
} from '../../test/sample-charts.js';
import { sampleDynamics, sampleQuadrant, sampleRadar } from '../../test/sample-series.js';
import { dynamicsHtml } from '../dynamics/index.js';
import { funnelHtml } from '../funnel/index.js';
import { itemCurvesHtml } from '../item-curves/index.js';
import { journalHtml } from '../journal/index.js';
import { quadrantHtml } from '../quadrant/index.js';
import { radarHtml } from '../radar/index.js';
import { scoresHtml } from '../scores/index.js';
import { sectionMapHtml } from '../section-map/index.js';

/** One mark or cell a line, so that a change is seen where it is. */
const readable = (html: string) =>
  html.replace(/(<(?:line|circle|rect|path|text|li|t[hd]|svg|p|details)\b)/g, '\n$1');

const HOSTILE = '<img src=x onerror=alert(1)>"\'';

describe('static charts', () => {
  it.each([
    ['section-map', sectionMapHtml(sampleSectionMap(4), 'ru')],
    ['section-map-narrow', sectionMapHtml(sampleSectionMap(2), 'en', { width: 300 })],
    ['funnel', funnelHtml(sampleFunnel(12), 'ru')],
    ['item-curves', itemCurvesHtml(sampleItemCurves(5), 'ru')],
    ['item-curves-by-mark', itemCurvesHtml(sampleItemCurves(2), 'en', { by: 'mark' })],
    ['scores', scoresHtml(sampleScores(8), 'ru')],
    ['journal', journalHtml(sampleJournal(6), 'ru')],
    ['quadrant', quadrantHtml(sampleQuadrant(24), 'ru')],
    ['quadrant-narrow', quadrantHtml(sampleQuadrant(3), 'en', { width: 300 })],
    ['dynamics', dynamicsHtml(sampleDynamics(6), 'ru')],
    ['dynamics-narrow', dynamicsHtml(sampleDynamics(3), 'en', { width: 300 })],
    ['radar', radarHtml(sampleRadar(7), 'ru')],
    ['radar-one-narrow', radarHtml(sampleRadar(4, 1), 'en', { width: 300 })],
  ])('%s is as it was', async (name, html) => {
    await expect(readable(html)).toMatchFileSnapshot(`./golden/${name}.html`);
  });

  it('never draws outside its box, nor a number that is none, at any width and size', () => {
    for (const width of [200, 320, 700, 1600])
      for (const size of [0, 1, 2, 60]) {
        const all = [
          sectionMapHtml(sampleSectionMap(size), 'ru', { width }),
          funnelHtml(sampleFunnel(size), 'ru', { width }),
          itemCurvesHtml(sampleItemCurves(size), 'ru', { width }),
          scoresHtml(sampleScores(size), 'ru', { width }),
          journalHtml(sampleJournal(size), 'ru', { width }),
          radarHtml(sampleRadar(size), 'ru', { width }),
          dynamicsHtml(sampleDynamics(size), 'ru', { width }),
          quadrantHtml(sampleQuadrant(size), 'ru', { width }),
          radarHtml(sampleRadar(size, 1), 'en', { width }),
        ].join('');
        expect(all).not.toMatch(/NaN|Infinity|undefined/);
        expect(all).not.toMatch(/(?:width|height|r)="-/);
      }
  });

  it('lets no name of a school become markup', () => {
    const map = sampleSectionMap(1);
    const html = sectionMapHtml(
      { ...map, units: map.units.map((unit) => ({ ...unit, name: HOSTILE })) },
      'ru',
    );
    expect(html).not.toContain('<img');
  });

  it('lets no name of an axis or a series become markup', () => {
    const radar = sampleRadar(3);
    const html = radarHtml(
      {
        ...radar,
        title: HOSTILE,
        axes: radar.axes.map((axis) => ({ ...axis, name: HOSTILE })),
        series: radar.series.map((series) => ({ ...series, name: HOSTILE })),
      },
      'ru',
    );
    expect(html).not.toContain('<img');
  });
});
