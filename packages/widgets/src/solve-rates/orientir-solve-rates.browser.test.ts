import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import '../define/solve-rates.js';
import { PATIENTLY } from '../../test/patiently.js';
import { sampleData } from '../../test/sample-data.js';
import { defineOnce } from '../define/define-once.js';
import { OrientirSolveRates } from './orientir-solve-rates.js';
import { solveRatesTable } from './render-table.js';
import type { SolveRatesData } from './solve-rates-data.js';

let host: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'ru';
  host = document.createElement('main');
  document.body.append(host);
});
afterEach(() => {
  host.remove();
  vi.unstubAllGlobals();
});

async function mount(
  set: (element: OrientirSolveRates) => void = () => {},
  inside = '',
): Promise<OrientirSolveRates> {
  const element = document.createElement('orientir-solve-rates');
  element.innerHTML = inside;
  set(element);
  host.append(element);
  await settle(element);
  return element;
}

async function settle(element: OrientirSolveRates): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await element.updateComplete;
}

const withData = (data: SolveRatesData) => (element: OrientirSolveRates) => {
  element.data = data;
};
const shadow = (element: OrientirSolveRates) => {
  if (element.shadowRoot === null) throw new Error('no shadow root');
  return element.shadowRoot;
};
const text = (element: OrientirSolveRates, selector: string) =>
  shadow(element).querySelector(selector)?.textContent?.trim();

describe('<orientir-solve-rates>', () => {
  it('asks the question, names unit and year, and says what the line means', async () => {
    const element = await mount(withData(sampleData(8)));
    expect(text(element, '.title')).toBe('Какие задания решены хуже, чем в среднем (Заречный район)?');
    expect(text(element, '.subtitle')).toBe('МБОУ СОШ № 3 · ВПР · Математика · 5\u00a0класс · 2025/2026');
    expect(text(element, '.note')).toContain('48\u00a0учеников');
    expect(shadow(element).querySelectorAll('svg.chart .dot')).toHaveLength(8);
    expect(shadow(element).querySelectorAll('svg.chart .comparator')).toHaveLength(16);
  });

  it('has no fault that axe can find, with 0, 1 and 40 items, in both languages', async () => {
    for (const [count, lang] of [
      [0, 'ru'],
      [1, 'ru'],
      [40, 'en'],
    ] as const) {
      host.lang = lang;
      const element = await mount(withData(sampleData(count)));
      const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      element.remove();
    }
  });

  it('has the whole chart as a table', async () => {
    const element = await mount(withData(sampleData(3)));
    const rows = Array.from(shadow(element).querySelectorAll('tbody tr'), (row) =>
      Array.from(row.children, (cell) => cell.textContent?.trim()),
    );
    expect(rows[0]).toEqual([
      '1',
      'Числа и дроби',
      '48',
      '90\u00a0%',
      '77–100\u00a0%',
      '98\u00a0%',
      '94\u00a0%',
    ]);
    expect(rows).toHaveLength(3);
  });

  it('is walked with arrow keys, says each item, and tells the page', async () => {
    const element = await mount(withData(sampleData(3)));
    const heard: string[] = [];
    element.addEventListener('orientir-item', (event) => heard.push(event.item));
    const plot = shadow(element).querySelector<HTMLElement>('.plot');
    plot?.focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'End']) {
      plot?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
    await settle(element);
    expect(heard).toEqual(['1', '2', '1', '3']);
    expect(text(element, '.status')).toMatch(/^Задание 3, Геометрия: 15\s%/);
    expect(shadow(element).querySelectorAll('.cursor')).toHaveLength(1);
  });

  it('orders the items by gap to the first comparator', async () => {
    const element = await mount((made) => {
      made.data = sampleData(4);
      made.order = 'gap';
    });
    const labels = Array.from(shadow(element).querySelectorAll('svg .label'), (label) => label.textContent);
    expect(labels.slice(0, 2)).toEqual(['3', '1']);
  });

  it('shows a missing figure as a gap with its reason', async () => {
    const data = sampleData(2);
    const [first] = data.items;
    const element = await mount(
      withData({
        ...data,
        items: [{ id: first?.id ?? '', n: 0, reason: 'not-taught' }, ...data.items.slice(1)],
      }),
    );
    expect(text(element, 'svg .missing')).toBe('нет данных: тема ещё не пройдена');
    expect(shadow(element).querySelectorAll('svg.chart .dot')).toHaveLength(1);
  });

  it('reads the plain table inside it, and is empty without data', async () => {
    const element = await mount(() => {}, solveRatesTable(sampleData(5), 'ru'));
    expect(shadow(element).querySelectorAll('svg.chart .dot')).toHaveLength(5);
    expect(text(element, '.subtitle')).toContain('МБОУ СОШ № 3');
    const nothing = await mount();
    expect(text(nothing, '.message')).toContain('Пока данных нет');
  });

  it('loads src, says so, and offers a second try after an error', async () => {
    let answer: (response: Response) => void = () => {};
    vi.stubGlobal(
      'fetch',
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve;
        }),
    );
    const element = await mount((made) => {
      made.src = 'data.json';
    });
    expect(text(element, '[role=status]')).toBe('Загружаем данные…');
    answer(new Response('', { status: 500 }));
    await vi.waitFor(() => expect(text(element, '[role=alert]')).toContain('не загрузились'), PATIENTLY);
    shadow(element).querySelector('button')?.click();
    await settle(element);
    answer(Response.json(sampleData(4)));
    await vi.waitFor(() => expect(shadow(element).querySelectorAll('.dot')).toHaveLength(5), PATIENTLY);
  });

  it('refuses another version politely, and anything else clearly', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ ...sampleData(1), version: 2 }));
    const newer = await mount((made) => {
      made.src = 'newer.json';
    });
    await vi.waitFor(() => expect(text(newer, '[role=alert]')).toContain('другой версии (2)'), PATIENTLY);
    vi.stubGlobal('fetch', async () => Response.json({ items: 7 }));
    const wrong = await mount((made) => {
      made.src = 'wrong.json';
    });
    await vi.waitFor(() => expect(text(wrong, '[role=alert]')).toContain('не так, как ожидалось'), PATIENTLY);
  });

  it('survives being moved about the page, as low-vision scripts do, and a second definition', async () => {
    const element = await mount(withData(sampleData(3)));
    const wrapper = document.createElement('div');
    host.append(wrapper);
    wrapper.append(element);
    await settle(element);
    expect(shadow(element).querySelectorAll('svg.chart .dot')).toHaveLength(3);
    expect(() => defineOnce('orientir-solve-rates', OrientirSolveRates)).not.toThrow();
  });

  it('is drawn once the page shows it, when it was hidden while loading', async () => {
    host.style.display = 'none';
    const element = await mount(withData(sampleData(3)));
    host.style.display = '';
    host.style.width = '320px';
    await vi.waitFor(
      () => expect(shadow(element).querySelector('svg.chart')?.getAttribute('viewBox')).toMatch(/^0 0 320 /),
      PATIENTLY,
    );
  });

  it('stays inside a phone with text at 200 %', async () => {
    await page.viewport(360, 800);
    host.style.fontSize = '200%';
    const element = await mount(withData(sampleData(12)));
    await settle(element);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    await page.viewport(1280, 800);
  });

  it('keeps every shape visible in forced colours', async () => {
    await commands.emulate({ forcedColors: 'active' });
    const element = await mount(withData(sampleData(2)));
    const fill = (selector: string) => {
      const shape = shadow(element).querySelector(selector);
      return shape === null ? '' : getComputedStyle(shape).fill;
    };
    const canvas = getComputedStyle(document.body).color;
    expect(fill('.dot')).toBe(canvas);
    expect(fill('text')).toBe(canvas);
    await commands.emulate({ forcedColors: 'none' });
  });
});
