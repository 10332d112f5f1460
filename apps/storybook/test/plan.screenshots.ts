/**
 * Pictures of a chosen few stories for people to look at, `npm run screenshots -w @orientir/storybook`. They are not
 * compared: letters come from the fonts of the system, so that pixels differ between machines. What can be said in words is
 * tested by the golden HTML, the contrasts and the widths.
 *
 * @module
 */
import { afterEach, beforeEach, it, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { PlanStory } from '../src/plan/plan-page.js';
import { municipalRoadMap } from '../src/plan/sample-plans.js';
import type { Theme } from '../src/themes.js';
import { showStory } from './show-story.js';

interface Picture {
  readonly name: string;
  readonly view: NonNullable<PlanStory['view']>;
  readonly width: 320 | 768 | 1280;
  readonly theme?: Theme;
  readonly isForced?: boolean;
}

const chosen: readonly Picture[] = [
  { name: 'list-320-light', view: 'list', width: 320 },
  { name: 'table-1280-dark', view: 'table', width: 1280, theme: 'dark' },
  { name: 'list-768-forced-colours', view: 'list', width: 768, isForced: true },
  { name: 'table-1280-low-vision-black', view: 'table', width: 1280, theme: 'black' },
  { name: 'timeline-768-light', view: 'timeline', width: 768 },
  { name: 'calendar-1280-light', view: 'calendar', width: 1280 },
];

let host: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'ru';
  document.body.style.margin = '0';
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(async () => {
  host.remove();
  vi.unstubAllGlobals();
  await commands.forceColours(false);
});

it.each(chosen)('$name', async ({ name, view, width, theme = 'light', isForced = false }) => {
  await page.viewport(width, 900);
  await commands.forceColours(isForced);
  await showStory({ sample: municipalRoadMap, view }, host, theme);
  await document.fonts.ready;
  await page.viewport(width, Math.ceil(host.getBoundingClientRect().height));
  await page.screenshot({ path: `../__screenshots__/${name}.png` });
});
