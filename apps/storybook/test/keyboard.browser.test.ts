/** Walks with real keys through every control of the plan. @module */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PATIENTLY } from '../src/patiently.js';
import { municipalRoadMap } from '../src/plan/sample-plans.js';
import type { ShownStory } from './show-story.js';
import { showStory } from './show-story.js';

let host: HTMLElement;
let base: HTMLBaseElement | undefined;

beforeEach(async () => {
  document.documentElement.lang = 'ru';
  host = document.createElement('div');
  document.body.append(host);
  await page.viewport(1280, 900);
});
afterEach(() => {
  host.remove();
  base?.remove();
  location.hash = '';
  vi.unstubAllGlobals();
});

/** Goes on by Tab to the first stop that fits; every stop on the way shows the focus and is on the page. */
async function tabTo({ shadow }: ShownStory, name: string | RegExp): Promise<HTMLElement> {
  for (let step = 0; step < 60; step++) {
    await userEvent.keyboard('{Tab}');
    const stop = shadow.activeElement ?? document.activeElement;
    if (!(stop instanceof HTMLElement)) throw new Error('the focus is lost');
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    expect([outlineStyle, Number.parseFloat(outlineWidth) >= 2], stop.outerHTML.slice(0, 80)).toEqual([
      'solid',
      true,
    ]);
    const { top, bottom } = stop.getBoundingClientRect();
    expect(bottom > 0 && top < innerHeight, `${stop.outerHTML.slice(0, 80)} is in sight`).toBe(true);
    const label = stop.getAttribute('aria-label') ?? stop.dataset.part ?? stop.textContent?.trim() ?? '';
    if (typeof name === 'string' ? label === name : name.test(label)) return stop;
  }
  throw new Error(`Tab never came to ${name}`);
}

it('search, filters, views, months and a link, in the order of the page', async () => {
  const shown = await showStory({ sample: municipalRoadMap }, host);
  const { plan, shadow } = shown;
  await userEvent.keyboard('{Tab}');
  expect(shadow.activeElement?.localName).toBe('input');
  await userEvent.keyboard('совещание');
  expect(plan.shown).toHaveLength(2);
  await userEvent.keyboard('{Control>}a{/Control}{Delete}');
  await tabTo(shown, 'responsible');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(plan.filter.responsible).toBe('Методический центр');
  await vi.waitFor(() => expect(plan.shown.length).toBeLessThan(13), PATIENTLY);
  await tabTo(shown, 'Календарь');
  await userEvent.keyboard('{Enter}');
  const month = () => shadow.querySelector('.list [role=status]')?.textContent;
  expect(month()).toContain('октябрь 2025');
  await tabTo(shown, 'Следующий месяц');
  await userEvent.keyboard('{Enter}');
  await plan.updateComplete;
  expect(month()).toContain('ноябрь 2025');
  expect(shadow.activeElement?.getAttribute('aria-label')).toBe('Следующий месяц');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await plan.updateComplete;
  expect(month()).toContain('октябрь 2025');
  const link = await tabTo(shown, /^1\.1\.2/);
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(shadow.querySelector('[data-current]')).not.toBeNull(), PATIENTLY);
  expect(location.hash).toBe(link.getAttribute('href'));
});

it('a link to a measure stays on the page where a base leads elsewhere', async () => {
  base = document.createElement('base');
  base.href = 'https://example.org/elsewhere/';
  document.head.append(base);
  const { plan, shadow } = await showStory({ sample: municipalRoadMap, view: 'list' }, host);
  shadow.querySelectorAll<HTMLElement>('.what a')[3]?.click();
  await vi.waitFor(() => expect(plan.current).toBe('m4'), PATIENTLY);
});
