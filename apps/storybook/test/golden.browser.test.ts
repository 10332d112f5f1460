/** What the element makes of a table, word for word. @module */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PlanStory } from '../src/plan/plan-page.js';
import { inEnglish, noMeasures, oneMeasure, programme } from '../src/plan/sample-plans.js';
import { showStory } from './show-story.js';

let host: HTMLElement;

beforeEach(async () => {
  document.documentElement.lang = 'ru';
  host = document.createElement('div');
  document.body.append(host);
  await page.viewport(1280, 900);
});
afterEach(() => {
  host.remove();
  vi.unstubAllGlobals();
});

const chosen: readonly (readonly [name: string, story: PlanStory])[] = [
  ['one-measure-table', { sample: oneMeasure }],
  ['one-measure-list', { sample: oneMeasure, view: 'list' }],
  ['programme-timeline', { sample: programme, view: 'timeline' }],
  ['english-plain', { sample: inEnglish, view: 'plain', lang: 'en' }],
  ['empty', { sample: noMeasures }],
  ['failed', { src: './нет-такого-файла.json' }],
];

/** Without the marks that Lit leaves, one element a line. */
function readable(html: string): string {
  return `${html
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .replace(
      / ?(<(?:p|div|section|ul|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|label|select|option|button|slot|svg)\b)/g,
      '\n$1',
    )
    .trim()}\n`;
}

describe('golden HTML', () => {
  it.each(chosen)('%s', async (name, story) => {
    const { plan, shadow } = await showStory(story, host);
    await expect(
      `<!-- light -->\n${readable(plan.innerHTML)}<!-- shadow -->\n${readable(shadow.innerHTML)}`,
    ).toMatchFileSnapshot(`./golden/${name}.html`);
  });
});
