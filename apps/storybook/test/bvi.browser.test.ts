/** The plan under the script for low vision that many school sites have. @module */
import bviScript from 'bvi/dist/js/bvi.js?url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PATIENTLY } from '../src/patiently.js';
import { municipalRoadMap } from '../src/plan/sample-plans.js';
import { contrastOn } from './contrast.js';
import type { ShownStory } from './show-story.js';
import { showStory } from './show-story.js';

declare global {
  interface Window {
    readonly isvek: {
      readonly Bvi: new (options: Readonly<Record<string, unknown>>) => unknown;
    };
  }
}

let shown: ShownStory;

beforeAll(async () => {
  await page.viewport(1280, 900);
  document.documentElement.lang = 'ru';
  const host = document.createElement('div');
  const opener = document.createElement('button');
  opener.className = 'bvi-open';
  document.body.append(opener, host);
  shown = await showStory({ sample: municipalRoadMap }, host);
  keepCookies();
  const script = document.createElement('script');
  script.src = bviScript;
  const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
  document.head.append(script);
  await loaded;
  new window.isvek.Bvi({ target: '.bvi-open', theme: 'black', fontSize: 24, speech: false });
  opener.click();
  // The script moves all that the page has into a wrapper.
  await vi.waitFor(
    () => expect(document.querySelector('.bvi-body orientir-plan')).toBe(shown.plan),
    PATIENTLY,
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** The script asks for cookies of `host:port`, which browsers refuse where there is a port, as there is in tests. */
function keepCookies(): void {
  const jar = new Map<string, string>();
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => Array.from(jar, (pair) => pair.join('=')).join('; '),
    set: (cookie: string) => {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    },
  });
}

const ROOTS = () => [shown.shadow, shown.plan];

/** Elements with words of their own that are on the page. */
function texts(): readonly Element[] {
  return ROOTS()
    .flatMap((root) => Array.from(root.querySelectorAll('*')))
    .filter(
      (element) =>
        !['STYLE', 'OPTION'].includes(element.tagName) &&
        element.checkVisibility() &&
        Array.from(element.childNodes).some((node) => node instanceof Text && node.data.trim() !== ''),
    );
}

function paleTexts(): readonly unknown[] {
  return texts().flatMap((element) => {
    const { color, opacity } = getComputedStyle(element);
    const contrast = contrastOn(element, color) * Number(opacity);
    const isOff = element instanceof HTMLButtonElement && element.disabled;
    return contrast >= 4.5 || isOff ? [] : [[element.outerHTML.slice(0, 120), color, contrast]];
  });
}

function paleControls(): readonly unknown[] {
  return Array.from(shown.shadow.querySelectorAll('input, select, button:not(:disabled)')).flatMap(
    (control) => {
      const { borderTopColor, borderTopWidth } = getComputedStyle(control);
      const contrast = contrastOn(control, borderTopColor);
      return contrast >= 3 && borderTopWidth !== '0px' ? [] : [[control.outerHTML.slice(0, 120), contrast]];
    },
  );
}

function paleOptions(): readonly unknown[] {
  return Array.from(shown.shadow.querySelectorAll('option')).flatMap((option) => {
    const contrast = contrastOn(option, getComputedStyle(option).color);
    return contrast >= 4.5 ? [] : [[option.textContent, contrast]];
  });
}

describe.each(['black', 'white', 'blue', 'brown', 'green'] as const)('theme %s of bvi, 24 px', (theme) => {
  beforeAll(() => {
    document.querySelector<HTMLElement>(`.bvi-theme-${theme}`)?.click();
    expect(document.querySelector('.bvi-body')?.getAttribute('data-bvi-theme')).toBe(theme);
  });

  it.each(['table', 'list', 'calendar', 'timeline', 'plain'] as const)(
    'words, controls and their options are legible in the view %s',
    async (view) => {
      shown.plan.view = view;
      await shown.plan.updateComplete;
      expect(texts().length).toBeGreaterThan(20);
      expect(paleTexts()).toEqual([]);
      expect(paleControls()).toEqual([]);
      expect(paleOptions()).toEqual([]);
    },
  );

  it('shows bars and the focus', async () => {
    shown.plan.view = 'timeline';
    await shown.plan.updateComplete;
    const bar = shown.shadow.querySelector('.line path');
    if (bar === null) throw new Error('no bar');
    expect(contrastOn(bar, getComputedStyle(bar).fill)).toBeGreaterThanOrEqual(3);
    await userEvent.click(shown.shadow.querySelector('input') ?? document.body);
    await userEvent.keyboard('{Tab}');
    const focused = shown.shadow.activeElement ?? document.body;
    const { outlineColor, outlineStyle } = getComputedStyle(focused);
    expect(outlineStyle).toBe('solid');
    expect(contrastOn(focused, outlineColor)).toBeGreaterThanOrEqual(3);
  });
});

it('takes the size of the letters that the reader chose', () => {
  for (const name of ['input', 'select', 'button', '.status'])
    expect(getComputedStyle(shown.shadow.querySelector(name) ?? document.body).fontSize, name).toBe('24px');
});

it('still searches, filters and turns after the page was moved', async () => {
  const { plan, shadow } = shown;
  plan.view = 'table';
  await userEvent.fill(shadow.querySelector('input') ?? document.body, 'совещание');
  expect(plan.shown.length).toBe(2);
  await userEvent.click(shadow.querySelector('.status button') ?? document.body);
  expect(plan.shown.length).toBe(13);
  await userEvent.click(shadow.querySelector('.views button:nth-of-type(2)') ?? document.body);
  expect(shadow.querySelectorAll('.list li')).toHaveLength(13);
  location.hash = '#plan-m5';
  await vi.waitFor(() => expect(plan.current).toBe('m5'), PATIENTLY);
  location.hash = '';
});
