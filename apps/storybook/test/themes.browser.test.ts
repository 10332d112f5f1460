import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { Theme } from '../src/themes.js';
import { THEMES } from '../src/themes.js';
import { planStories, showStory } from './show-story.js';

let host: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'ru';
  document.title = 'План';
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(async () => {
  host.remove();
  vi.unstubAllGlobals();
  await commands.forceColours(false);
  await page.viewport(1280, 900);
});

const themes: readonly Theme[] = ['light', 'dark', 'black', 'white', 'blue'];

async function faults(): Promise<readonly unknown[]> {
  const { violations } = await axe.run(host, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  ]);
}

describe('stories of the plan', () => {
  it('names every theme of the toolbar', () => {
    expect(Object.keys(THEMES)).toEqual(themes);
  });

  it.each(planStories)(
    '%s: axe finds nothing in any theme, nor with forced colours',
    async (name, story) => {
      const shown = await showStory(story, host);
      // Every row of three hundred is like the others: axe looks at them once.
      for (const theme of name === 'Many' ? themes.slice(0, 1) : themes) {
        shown.paint(theme);
        expect(await faults(), theme).toEqual([]);
      }
      shown.paint('light');
      await commands.forceColours(true);
      expect(await faults(), 'forced colours').toEqual([]);
    },
    30_000,
  );

  it.each(planStories)('%s: the page never scrolls sideways, from 320 px on', async (_, story) => {
    const { plan, paint } = await showStory(story, host);
    for (const width of [320, 768, 1280]) {
      await page.viewport(width, 900);
      for (const theme of ['light', 'black'] as const) {
        paint(theme);
        await plan.updateComplete;
        expect(document.documentElement.scrollWidth, `${width}, ${theme}`).toBeLessThanOrEqual(width);
      }
    }
  });
});
