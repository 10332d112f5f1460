/** What every chart must do, whatever it draws. @module */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import '../define/funnel.js';
import '../define/item-curves.js';
import '../define/journal.js';
import '../define/coverage.js';
import '../define/capacity.js';
import '../define/partner-list.js';
import '../define/quadrant.js';
import '../define/directions.js';
import '../define/dynamics.js';
import '../define/radar.js';
import '../define/scores.js';
import '../define/section-map.js';
import { PATIENTLY } from '../../test/patiently.js';
import {
  sampleFunnel,
  sampleItemCurves,
  sampleJournal,
  sampleScores,
  sampleSectionMap,
} from '../../test/sample-charts.js';
import { sampleDirections } from '../../test/sample-profile.js';
import { sampleDynamics, sampleQuadrant, sampleRadar } from '../../test/sample-series.js';
import { sampleCapacity, sampleCoverage, samplePartnerList } from '../../test/sample-support.js';
import type { ChartElement } from './chart-element.js';

let host: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'ru';
  host = document.createElement('main');
  document.body.append(host);
});
afterEach(async () => {
  host.remove();
  vi.unstubAllGlobals();
  await commands.emulate({ forcedColors: 'none', colorScheme: 'light' });
  await page.viewport(1280, 800);
});

type AnyChart = ChartElement<unknown>;

const charts = [
  ['orientir-section-map', sampleSectionMap, 12],
  ['orientir-funnel', sampleFunnel, 30],
  ['orientir-item-curves', sampleItemCurves, 14],
  ['orientir-scores', sampleScores, 20],
  ['orientir-journal', sampleJournal, 12],
  ['orientir-radar', sampleRadar, 8],
  ['orientir-dynamics', sampleDynamics, 6],
  ['orientir-quadrant', sampleQuadrant, 24],
  ['orientir-directions', sampleDirections, 7],
  ['orientir-coverage', sampleCoverage, 6],
  ['orientir-capacity', sampleCapacity, 9],
  ['orientir-partner-list', samplePartnerList, 8],
] as const;

async function mount(tag: string, set: (chart: AnyChart) => void, inside = ''): Promise<AnyChart> {
  const chart = document.createElement(tag) as AnyChart;
  chart.innerHTML = inside;
  set(chart);
  host.append(chart);
  await settle(chart);
  return chart;
}

async function settle(chart: AnyChart): Promise<void> {
  await chart.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await chart.updateComplete;
}

function shadow(chart: AnyChart): ShadowRoot {
  if (chart.shadowRoot === null) throw new Error('no shadow root');
  return chart.shadowRoot;
}

const press = (chart: AnyChart, key: string) =>
  shadow(chart)
    .querySelector('.plot')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

const text = (chart: AnyChart, selector: string) =>
  shadow(chart).querySelector(selector)?.textContent?.trim() ?? '';

describe.each(charts)('<%s>', (tag, sample, size) => {
  const withData = (count: number) => (chart: AnyChart) => {
    chart.data = sample(count);
  };

  it('has no fault that axe can find: data, one, none; light, dark, forced colours; both languages', async () => {
    for (const [count, lang, emulated] of [
      [size, 'ru', {}],
      [1, 'en', { colorScheme: 'dark' }],
      [0, 'ru', { colorScheme: 'light' }],
      [size, 'en', { forcedColors: 'active' }],
    ] as const) {
      host.lang = lang;
      await commands.emulate(emulated);
      const chart = await mount(tag, withData(count));
      const details = shadow(chart).querySelector('details');
      if (details !== null) details.open = true;
      const { violations } = await axe.run(chart, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      chart.remove();
    }
  });

  it('is walked with arrow keys, says each point, and tells the page', async () => {
    const chart = await mount(tag, withData(size));
    const heard: string[] = [];
    chart.addEventListener('orientir-point', (event) => heard.push(event.point));
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home'])
      press(chart, key);
    await settle(chart);
    expect(heard).toHaveLength(6);
    expect(heard[1]).toBe(heard[3]);
    expect(heard[0]).toBe(heard[5]);
    expect(new Set(heard).size).toBe(4);
    expect(shadow(chart).querySelectorAll('.cursor')).toHaveLength(1);
    expect(text(chart, '.status')).toMatch(/.+: .+\.$/);
    press(chart, 'Tab');
    expect(heard).toHaveLength(6);
  });

  it('has a table with a header for every row and column', async () => {
    const chart = await mount(tag, withData(size));
    const rows = shadow(chart).querySelectorAll('tbody tr');
    const heads = shadow(chart).querySelectorAll('thead th[scope=col]').length;
    expect(rows.length).toBeGreaterThanOrEqual(size);
    for (const row of rows) {
      expect(row.children).toHaveLength(heads);
      expect(row.children[0]?.getAttribute('scope')).toBe('row');
      expect(Array.from(row.children, (cell) => cell.textContent?.trim()).every((cell) => cell !== '')).toBe(
        true,
      );
    }
  });

  it('loads, fails and tries again, keeping what stands inside', async () => {
    let answer: (response: Response) => void = () => {};
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
    const chart = await mount(
      tag,
      (made) => {
        made.src = 'data.json';
      },
      '<p>Прежние числа</p>',
    );
    expect(text(chart, '[role=status]')).toBe('Загружаем данные…');
    answer(new Response('', { status: 500 }));
    await vi.waitFor(() => expect(text(chart, '[role=alert]')).toContain('не загрузились'), PATIENTLY);
    expect(chart.querySelector('p')?.checkVisibility()).toBe(true);
    shadow(chart).querySelector('button')?.click();
    await settle(chart);
    answer(Response.json(sample(3)));
    await vi.waitFor(() => expect(shadow(chart).querySelector('svg.chart')).not.toBeNull(), PATIENTLY);
  });

  it('refuses another version politely, and anything else clearly', async () => {
    vi.stubGlobal('fetch', async (src: string) =>
      Response.json(src === 'newer.json' ? { ...sample(1), version: 2 } : { units: 7 }),
    );
    for (const [src, words] of [
      ['newer.json', 'другой версии (2)'],
      ['wrong.json', 'не так, как ожидалось'],
    ] as const) {
      const chart = await mount(tag, (made) => {
        made.src = src;
      });
      await vi.waitFor(() => expect(text(chart, '[role=alert]')).toContain(words), PATIENTLY);
    }
  });

  it('refuses in the same words what the page sets, and a page that comes instead of a file', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>'));
    const { schema, ...rest } = sample(size);
    const sets: readonly ((made: AnyChart) => void)[] = [
      ...[{}, null, 'text', rest, { schema, version: 1 }].map((data) => (made: AnyChart) => {
        made.data = data;
      }),
      (made) => {
        made.src = 'page.html';
      },
    ];
    for (const set of sets) {
      const chart = await mount(tag, set, '<p>Прежние числа</p>');
      await vi.waitFor(
        () => expect(text(chart, '[role=alert]')).toContain('не так, как ожидалось'),
        PATIENTLY,
      );
      expect(chart.querySelector('p')?.checkVisibility()).toBe(true);
    }
    const newer = await mount(tag, (made) => {
      made.data = { ...sample(size), version: 2 };
    });
    expect(text(newer, '[role=alert]')).toContain('другой версии (2)');
  });

  it('says what would stand here, without data', async () => {
    expect(text(await mount(tag, () => {}), '.message')).toMatch(/^Здесь буд/);
  });

  it('never makes the page scroll sideways, from 320 px on, also with large text', async () => {
    const chart = await mount(tag, withData(size));
    for (const [width, fontSize] of [
      [320, '100%'],
      [360, '200%'],
      [1280, '100%'],
    ] as const) {
      await page.viewport(width, 800);
      host.style.fontSize = fontSize;
      await settle(chart);
      await settle(chart);
      expect(document.documentElement.scrollWidth, `${width}, ${fontSize}`).toBeLessThanOrEqual(width);
    }
  });

  it('keeps every letter and shape in forced colours', async () => {
    await commands.emulate({ forcedColors: 'active' });
    const chart = await mount(tag, withData(size));
    const ink = getComputedStyle(document.body).color;
    for (const shape of shadow(chart).querySelectorAll('svg text, svg .shape, svg .dot, svg rect.bar'))
      expect(getComputedStyle(shape).fill, shape.outerHTML).toBe(ink);
    for (const line of shadow(chart).querySelectorAll('svg .outline, svg .curve, svg .interval'))
      expect(getComputedStyle(line).stroke, line.outerHTML).toBe(ink);
  });

  it('survives being moved about the page', async () => {
    const chart = await mount(tag, withData(size));
    const wrapper = document.createElement('div');
    host.append(wrapper);
    wrapper.append(chart);
    await settle(chart);
    expect(shadow(chart).querySelector('svg.chart')).not.toBeNull();
  });
});

describe.each([
  ['orientir-quadrant', sampleQuadrant, 24],
  ['orientir-funnel', sampleFunnel, 30],
  ['orientir-dynamics', sampleDynamics, 6],
  ['orientir-radar', sampleRadar, 8],
] as const)('points of <%s>', (tag, sample, size) => {
  it('are said under a mouse as at the keyboard, and a click or tap near one tells the page', async () => {
    const chart = await mount(tag, (made) => {
      made.data = sample(size);
    });
    const heard: string[] = [];
    chart.addEventListener('orientir-point', (event) => heard.push(event.point));
    for (const key of ['Home', 'ArrowRight', 'ArrowRight']) press(chart, key);
    await settle(chart);
    const sentence = text(chart, '.status');
    const cursor = shadow(chart).querySelector('.cursor')?.getBoundingClientRect();
    if (cursor === undefined) throw new Error('nothing is current');
    press(chart, 'Home');
    await settle(chart);
    expect(text(chart, '.status')).not.toBe(sentence);
    const at = (type: string, pointerType: string, aside: number) =>
      shadow(chart)
        .querySelector('svg.chart')
        ?.dispatchEvent(
          new PointerEvent(type, {
            pointerType,
            bubbles: true,
            composed: true,
            clientX: cursor.x + cursor.width / 2 + aside,
            clientY: cursor.y + cursor.height / 2,
          }),
        );
    at('pointermove', 'touch', 0);
    await settle(chart);
    expect(text(chart, '.status')).not.toBe(sentence);
    at('pointermove', 'mouse', 1);
    await settle(chart);
    expect(text(chart, '.status')).toBe(sentence);
    expect(heard).toHaveLength(4);
    press(chart, 'Home');
    at('click', 'touch', 2);
    await settle(chart);
    expect(text(chart, '.status')).toBe(sentence);
    expect(heard[5]).toBe(heard[2]);
    // Far from every point nothing is meant.
    press(chart, 'Home');
    at('click', 'touch', -5000);
    expect(heard).toHaveLength(7);
  });
});

describe('what single charts do', () => {
  it('the map sorts by evidence and shows more rows on demand', async () => {
    const chart = await mount('orientir-section-map', (made) => {
      made.data = sampleSectionMap(60);
    });
    expect(shadow(chart).querySelectorAll('tbody tr')).toHaveLength(40);
    shadow(chart).querySelector<HTMLButtonElement>('.more')?.click();
    await settle(chart);
    expect(shadow(chart).querySelectorAll('tbody tr')).toHaveLength(60);
    expect(shadow(chart).querySelector('.more')).toBeNull();
    const select = shadow(chart).querySelector('select');
    if (select === null) throw new Error('no order to choose');
    select.value = 'evidence';
    select.dispatchEvent(new Event('change'));
    await settle(chart);
    expect(chart.getAttribute('order')).toBe('evidence');
    const [first] = shadow(chart).querySelectorAll('tbody tr');
    expect(first?.textContent).toContain('недостаточно');
  });

  it('many years scroll along with the walk', async () => {
    await page.viewport(360, 800);
    const chart = await mount('orientir-dynamics', (made) => {
      made.data = sampleDynamics(20);
    });
    await settle(chart);
    const plot = shadow(chart).querySelector('.plot')?.getBoundingClientRect();
    const cursor = () => shadow(chart).querySelector('.cursor')?.getBoundingClientRect();
    for (const key of ['End', 'Home', 'ArrowRight', 'ArrowLeft']) {
      press(chart, key);
      await settle(chart);
      expect(cursor()?.left, key).toBeGreaterThanOrEqual((plot?.left ?? Number.NaN) - 1);
      expect(cursor()?.right, key).toBeLessThanOrEqual(1 + (plot?.right ?? Number.NaN));
    }
  });

  it('a word of 71 letters in a legend does not make the page scroll', async () => {
    await page.viewport(360, 800);
    const data = sampleDynamics(6);
    const chart = await mount('orientir-dynamics', (made) => {
      made.data = { ...data, series: data.series.map((of) => ({ ...of, name: 'ж'.repeat(71) })) };
    });
    await settle(chart);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('a numbered name stands in one column', async () => {
    await page.viewport(490, 800);
    const chart = await mount('orientir-radar', (made) => {
      const data = sampleRadar(5);
      made.data = {
        ...data,
        axes: data.axes.map((axis) => ({ ...axis, name: `${axis.name} и многое другое`.repeat(4) })),
      };
    });
    await settle(chart);
    const names = shadow(chart).querySelectorAll('.numbered li');
    expect(names).toHaveLength(5);
    for (const name of names) expect(name.getClientRects()).toHaveLength(1);
  });

  it('rows of the table alone are asked for beside it', async () => {
    const chart = await mount('orientir-quadrant', (made) => {
      made.data = sampleQuadrant(60);
    });
    const more = shadow(chart).querySelector<HTMLButtonElement>('.more');
    expect(more?.checkVisibility()).toBe(false);
    const details = shadow(chart).querySelector('details');
    if (details !== null) details.open = true;
    expect(more?.checkVisibility()).toBe(true);
    more?.click();
    await settle(chart);
    expect(shadow(chart).querySelectorAll('tbody tr')).toHaveLength(60);
  });

  it('the curves change from quarters to marks', async () => {
    const chart = await mount('orientir-item-curves', (made) => {
      made.data = sampleItemCurves(4);
    });
    const select = shadow(chart).querySelector('select');
    if (select === null) throw new Error('nothing to choose');
    select.value = 'mark';
    select.dispatchEvent(new Event('change'));
    await settle(chart);
    expect(text(chart, 'thead')).toContain('«5»');
    expect(text(chart, 'tbody')).toContain('нет учеников');
  });

  it('the funnel writes no name over another one', async () => {
    await page.viewport(1280, 800);
    const chart = await mount('orientir-funnel', (made) => {
      made.data = sampleFunnel(60);
    });
    await settle(chart);
    const boxes = Array.from(shadow(chart).querySelectorAll('svg .name'), (name) => ({
      text: name.textContent,
      box: name.getBoundingClientRect(),
    }));
    expect(boxes.length).toBeGreaterThan(10);
    const over = boxes.flatMap(({ text: one, box: a }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ box: b }) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2,
        )
        .map(({ text: other }) => [one, other]),
    );
    expect(over).toEqual([]);
  });

  it('the funnel names only units outside the outer limits, and says so', async () => {
    const data = sampleFunnel(30);
    const chart = await mount('orientir-funnel', (made) => {
      made.data = data;
    });
    const outside = data.units.filter(({ place }) => place?.endsWith('998')).length;
    expect(shadow(chart).querySelectorAll('svg .name').length).toBeLessThanOrEqual(outside + 1);
    expect(text(chart, '.note')).toContain('Сверхрассеяние');
    expect(text(chart, '.note')).toContain('не рейтинг');
  });
});
