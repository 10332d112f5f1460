import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import '../define/risk.js';
import { PATIENTLY } from '../../test/patiently.js';
import { sampleRisk } from '../../test/sample-risk.js';
import type { OrientirRisk } from './orientir-risk.js';

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

async function mount(set: (table: OrientirRisk) => void, inside = ''): Promise<OrientirRisk> {
  const table = document.createElement('orientir-risk');
  table.innerHTML = inside;
  set(table);
  host.append(table);
  await table.updateComplete;
  return table;
}

const withSchools = (count: number) => (table: OrientirRisk) => {
  table.data = sampleRisk(count);
};

function all<Found extends Element = HTMLElement>(table: OrientirRisk, selector: string): readonly Found[] {
  return Array.from(table.shadowRoot?.querySelectorAll<Found>(selector) ?? []);
}

function one<Found extends Element = HTMLElement>(table: OrientirRisk, selector: string): Found {
  const [found] = all<Found>(table, selector);
  if (found === undefined) throw new Error(`no ${selector}`);
  return found;
}

const text = (table: OrientirRisk, selector: string) => all(table, selector)[0]?.textContent?.trim() ?? '';
const schools = (table: OrientirRisk) => all(table, 'tbody th').map((cell) => cell.textContent?.trim());

async function press(table: OrientirRisk, selector: string): Promise<void> {
  one(table, selector).click();
  await table.updateComplete;
}

describe('<orientir-risk>', () => {
  it('has no fault that axe can find: data with evidence, one, none; light, dark, forced colours; both languages', async () => {
    for (const [count, lang, emulated] of [
      [14, 'ru', {}],
      [1, 'en', { colorScheme: 'dark' }],
      [0, 'ru', { colorScheme: 'light' }],
      [14, 'en', { forcedColors: 'active' }],
    ] as const) {
      host.lang = lang;
      await commands.emulate(emulated);
      const table = await mount(withSchools(count));
      if (count > 0) await press(table, 'tbody button');
      const { violations } = await axe.run(table, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      table.remove();
    }
  });

  it('sorts by the buttons in its headers, both ways, and says so', async () => {
    const table = await mount(withSchools(14));
    expect(all(table, '[aria-sort]')).toHaveLength(1);
    expect(one(table, '[aria-sort]').textContent?.trim()).toBe('Вывод');
    await press(table, 'thead th:nth-child(3) button');
    expect(one(table, 'thead th:nth-child(3)').getAttribute('aria-sort')).toBe('descending');
    expect(text(table, 'tbody td:nth-child(3)')).toBe('>\u00a099\u00a0%');
    const down = schools(table);
    await press(table, 'thead th:nth-child(3) button');
    expect(one(table, 'thead th:nth-child(3)').getAttribute('aria-sort')).toBe('ascending');
    expect(text(table, 'tbody td:nth-child(3)')).toBe('<\u00a01\u00a0%');
    expect(schools(table)).not.toEqual(down);
    // No order of several works would mean anything.
    expect(all(table, 'thead th:nth-child(6) button')).toHaveLength(0);
  });

  it('finds by text and by conclusion, and counts what is shown', async () => {
    const table = await mount(withSchools(14));
    expect(text(table, '[role=status]')).toBe('Показано 14 школ из 14.');
    const input = one<HTMLInputElement>(table, 'input');
    input.value = 'гимназия';
    input.dispatchEvent(new Event('input'));
    await table.updateComplete;
    expect(schools(table)).toHaveLength(1);
    expect(text(table, '[role=status]')).toBe('Показана 1 школа из 14.');
    input.value = '';
    input.dispatchEvent(new Event('input'));
    const select = one<HTMLSelectElement>(table, 'select');
    select.value = 'too-few';
    select.dispatchEvent(new Event('change'));
    await table.updateComplete;
    expect(text(table, '[role=status]')).toBe('Показаны 2 школы из 14.');
    expect(all(table, 'tbody tr').every((row) => row.textContent?.includes('слишком мало'))).toBe(true);
    input.value = 'гимназия';
    input.dispatchEvent(new Event('input'));
    await table.updateComplete;
    expect(text(table, '[role=status]')).toContain('Таких школ нет');
  });

  it('has room for the ring around the button of a school', async () => {
    const table = await mount(withSchools(4));
    const button = one(table, 'tbody button');
    button.focus();
    const ring = Number.parseFloat(getComputedStyle(button).outlineWidth);
    expect(ring).toBeGreaterThan(0);
    const edge = one(table, '.scroll').getBoundingClientRect().left;
    expect(button.getBoundingClientRect().left - edge).toBeGreaterThanOrEqual(ring);
  });

  it('says how many are found where more are found than shown, in both languages', async () => {
    const table = await mount(withSchools(300));
    const choose = async (of: string) => {
      const select = one<HTMLSelectElement>(table, 'select');
      select.value = of;
      select.dispatchEvent(new Event('change'));
      await table.updateComplete;
      return text(table, '[role=status]');
    };
    expect(text(table, '[role=status]')).toBe('Показано 40 школ из 300.');
    expect(await choose('undetermined')).toBe('Найдено 86 школ из 300, показано 40.');
    host.lang = 'en';
    await choose('');
    expect(await choose('undetermined')).toBe('86 found, 40 of 300 schools shown.');
  });

  it('shows the works of a school on demand, and tells the page', async () => {
    const table = await mount(withSchools(14));
    const heard: string[] = [];
    table.addEventListener('orientir-point', (event) => heard.push(event.point));
    expect(all(table, '.evidence')).toHaveLength(0);
    await press(table, 'tbody button');
    expect(one(table, 'tbody button').getAttribute('aria-expanded')).toBe('true');
    const id = one(table, 'tbody button').getAttribute('aria-controls') ?? '';
    expect(table.shadowRoot?.getElementById(id)?.textContent).toMatch(
      /Математика.*: низких результатов \d+ из \d+, \d+\u00a0%/,
    );
    expect(heard).toHaveLength(1);
    await press(table, 'tbody button');
    expect(all(table, '.evidence')).toHaveLength(0);
    expect(heard).toHaveLength(1);
  });

  it('keeps evidence with its school when the order changes', async () => {
    const table = await mount(withSchools(14));
    await press(table, 'tbody button');
    const [opened] = schools(table);
    await press(table, 'thead th:first-child button');
    await press(table, 'thead th:first-child button');
    expect(schools(table)[0]).not.toBe(opened);
    expect(one(table, '[aria-expanded=true]').textContent?.trim()).toBe(opened);
  });

  it('says every class by a word and a shape of its own', async () => {
    const table = await mount(withSchools(14));
    const seen = new Map(
      all(table, 'tbody td:nth-child(2)').map((cell) => [
        cell.textContent?.trim() ?? '',
        Array.from(
          cell.querySelectorAll('svg *'),
          (shape) => `${shape.tagName} ${shape.getAttribute('class')} ${shape.getAttribute('d') ?? ''}`,
        ).join(),
      ]),
    );
    expect(seen.size).toBe(4);
    expect(new Set(seen.values()).size).toBe(4);
    expect([...seen.keys()]).not.toContain('');
  });

  it('shows forty schools, and more on demand', async () => {
    const table = await mount(withSchools(60));
    expect(schools(table)).toHaveLength(40);
    await press(table, '.more');
    expect(schools(table)).toHaveLength(60);
    expect(all(table, '.more')).toHaveLength(0);
  });

  it('gives the focus to the table when the button for more rows goes', async () => {
    const table = await mount(withSchools(100));
    const focused = () => table.shadowRoot?.activeElement?.className;
    one(table, '.more').focus();
    await press(table, '.more');
    expect(focused()).toBe('more');
    await press(table, '.more');
    await vi.waitFor(() => expect(focused()).toBe('scroll'), PATIENTLY);
    expect(schools(table)).toHaveLength(100);
  });

  it('says on paper how many schools it shows', async () => {
    const table = await mount(withSchools(60));
    await commands.emulate({ media: 'print' });
    expect(one(table, '.status').checkVisibility()).toBe(true);
    expect(text(table, '.status')).toBe('Показано 40 школ из 60.');
    expect(one(table, '.more').checkVisibility()).toBe(false);
    await commands.emulate({ media: 'screen' });
  });

  it('loads, fails and tries again, keeping what stands inside', async () => {
    let answer: (response: Response) => void = () => {};
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
    const table = await mount((made) => {
      made.src = 'risk.json';
    }, '<p>Прежние числа</p>');
    expect(text(table, '[role=status]')).toBe('Загружаем данные…');
    answer(new Response('', { status: 500 }));
    await vi.waitFor(() => expect(text(table, '[role=alert]')).toContain('не загрузились'), PATIENTLY);
    expect(table.querySelector('p')?.checkVisibility()).toBe(true);
    await press(table, 'button');
    answer(Response.json(sampleRisk(3)));
    await vi.waitFor(() => expect(schools(table)).toHaveLength(3), PATIENTLY);
  });

  it('refuses another version politely, and says what would stand here', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ ...sampleRisk(1), version: 2 }));
    const table = await mount((made) => {
      made.src = 'newer.json';
    });
    await vi.waitFor(() => expect(text(table, '[role=alert]')).toContain('другой версии (2)'), PATIENTLY);
    expect(text(await mount(() => {}), '.message')).toMatch(/^Здесь буд/);
  });

  it('refuses what the page sets and cannot be read, keeping what stands inside', async () => {
    const table = await mount((made) => {
      Object.assign(made, { data: { ...sampleRisk(3), schools: [{}] } });
    }, '<p>Прежние числа</p>');
    expect(text(table, '[role=alert]')).toContain('не так, как ожидалось');
    expect(table.querySelector('p')?.checkVisibility()).toBe(true);
  });

  it('never makes the page scroll sideways; on narrow pages the evidence has what the table leaves out', async () => {
    const table = await mount(withSchools(14));
    await press(table, 'tbody button');
    for (const [width, fontSize, isNarrow] of [
      [320, '100%', true],
      [360, '200%', true],
      [1280, '100%', false],
    ] as const) {
      await page.viewport(width, 800);
      host.style.fontSize = fontSize;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(document.documentElement.scrollWidth, `${width}, ${fontSize}`).toBeLessThanOrEqual(width);
      expect(one(table, 'td.wide').checkVisibility()).toBe(!isNarrow);
      expect(one(table, '.narrow').checkVisibility()).toBe(isNarrow);
    }
    await page.viewport(320, 800);
    host.style.fontSize = '100%';
    const scroll = one(table, '.scroll');
    expect(scroll.scrollWidth).toBeLessThanOrEqual(scroll.clientWidth);
  });

  it('lets evidence be read without scrolling sideways where the table is wider than the page', async () => {
    await page.viewport(320, 800);
    host.style.fontSize = '200%';
    const table = await mount(withSchools(14));
    await press(table, 'tbody button');
    const scroll = one(table, '.scroll');
    expect(scroll.scrollWidth).toBeGreaterThan(scroll.clientWidth);
    expect(one(table, '.evidence').clientWidth).toBeLessThanOrEqual(scroll.clientWidth);
    host.style.fontSize = '100%';
  });

  it('keeps every shape and bar in forced colours', async () => {
    await commands.emulate({ forcedColors: 'active' });
    const table = await mount(withSchools(14));
    const ink = getComputedStyle(document.body).color;
    for (const shape of all(table, 'svg .shape, svg rect.bar'))
      expect(getComputedStyle(shape).fill).toBe(ink);
    for (const line of all(table, 'svg .outline')) expect(getComputedStyle(line).stroke).toBe(ink);
  });
});
