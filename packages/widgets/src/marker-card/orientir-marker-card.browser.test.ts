import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import '../define/marker-card.js';
import { PATIENTLY } from '../../test/patiently.js';
import { sampleMarkerCard } from '../../test/sample-profile.js';
import type { OrientirMarkerCard } from './orientir-marker-card.js';

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

async function mount(set: (card: OrientirMarkerCard) => void, inside = ''): Promise<OrientirMarkerCard> {
  const card = document.createElement('orientir-marker-card');
  card.innerHTML = inside;
  set(card);
  host.append(card);
  await card.updateComplete;
  return card;
}

const withMarkers = (count: number) => (card: OrientirMarkerCard) => {
  card.data = sampleMarkerCard(count);
};
const all = (card: OrientirMarkerCard, selector: string) =>
  Array.from(card.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []);
const text = (card: OrientirMarkerCard, selector: string) =>
  all(card, selector)[0]?.textContent?.trim() ?? '';

describe('<orientir-marker-card>', () => {
  it('has no fault that axe can find: data opened, none; light, dark, forced colours; both languages', async () => {
    for (const [count, lang, emulated] of [
      [4, 'ru', {}],
      [1, 'en', { colorScheme: 'dark' }],
      [0, 'ru', { colorScheme: 'light' }],
      [4, 'en', { forcedColors: 'active' }],
    ] as const) {
      host.lang = lang;
      await commands.emulate(emulated);
      const card = await mount(withMarkers(count));
      for (const details of all(card, 'details')) details.setAttribute('open', '');
      const { violations } = await axe.run(card, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      card.remove();
    }
  });

  it('opens what is known of a marker by keyboard, and tells the page which', async () => {
    const card = await mount(withMarkers(3));
    const heard: string[] = [];
    card.addEventListener('orientir-point', (event) => heard.push(event.point));
    const [, second] = all(card, '.markers summary');
    second?.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(heard).toEqual(['border-bunching|1']), PATIENTLY);
    expect(all(card, '.markers details[open] dt').map((each) => each.textContent)).toEqual([
      'Как сравнивали',
      'Что ещё даёт такие же числа',
      'Как проверить',
    ]);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(all(card, '.markers details[open]')).toHaveLength(0), PATIENTLY);
    expect(heard).toHaveLength(1);
  });

  it('has no heading over nothing where a marker names no other reasons', async () => {
    const data = sampleMarkerCard(1);
    const card = await mount((made) => {
      made.data = { ...data, markers: data.markers.map((marker) => ({ ...marker, exclusions: [] })) };
    });
    expect(all(card, '.markers dt').map((each) => each.textContent)).toEqual([
      'Как сравнивали',
      'Как проверить',
    ]);
  });

  it('has a table behind it with a header for every row and column', async () => {
    const card = await mount(withMarkers(4));
    const heads = all(card, 'thead th[scope=col]').length;
    const rows = all(card, 'tbody tr');
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row.children).toHaveLength(heads);
      expect(row.children[0]?.getAttribute('scope')).toBe('row');
      expect(Array.from(row.children, (cell) => cell.textContent?.trim()).every((cell) => cell !== '')).toBe(
        true,
      );
    }
    expect(text(card, '.lead')).toContain('нужен дополнительный анализ');
  });

  it('says that nothing was found, and what would stand here without data', async () => {
    expect(text(await mount(withMarkers(0)), '.lead')).toContain('Возможных признаков нет');
    expect(text(await mount(() => {}), '.message')).toMatch(/^Здесь будут возможные признаки/);
  });

  it('loads, fails and tries again, keeping what stands inside; refuses what it does not know', async () => {
    vi.stubGlobal('fetch', async (src: string) =>
      src === 'bad.json'
        ? new Response('', { status: 500 })
        : Response.json(src === 'newer.json' ? { ...sampleMarkerCard(1), version: 2 } : { schema: 'x' }),
    );
    for (const [src, words] of [
      ['bad.json', 'не загрузились'],
      ['newer.json', 'другой версии (2)'],
      ['wrong.json', 'не так, как ожидалось'],
    ] as const) {
      const card = await mount((made) => {
        made.src = src;
      }, '<p>Прежняя карточка</p>');
      await vi.waitFor(() => expect(text(card, '[role=alert]')).toContain(words), PATIENTLY);
      expect(card.querySelector('p')?.checkVisibility()).toBe(true);
    }
  });

  it('refuses what the page sets and cannot be read, keeping what stands inside', async () => {
    const card = await mount((made) => {
      Object.assign(made, { data: { ...sampleMarkerCard(1), markers: [{}] } });
    }, '<p>Прежняя карточка</p>');
    expect(text(card, '[role=alert]')).toContain('не так, как ожидалось');
    expect(card.querySelector('p')?.checkVisibility()).toBe(true);
  });

  it('never makes the page scroll sideways, from 320 px on, also with large text', async () => {
    const card = await mount(withMarkers(4));
    for (const details of all(card, 'details')) details.setAttribute('open', '');
    for (const [width, fontSize] of [
      [320, '100%'],
      [360, '200%'],
      [1280, '100%'],
    ] as const) {
      await page.viewport(width, 800);
      host.style.fontSize = fontSize;
      await card.updateComplete;
      expect(document.documentElement.scrollWidth, `${width}, ${fontSize}`).toBeLessThanOrEqual(width);
    }
  });

  it('keeps its shapes in forced colours', async () => {
    await commands.emulate({ forcedColors: 'active' });
    const card = await mount(withMarkers(3));
    const ink = getComputedStyle(document.body).color;
    for (const shape of all(card, 'svg .shape')) expect(getComputedStyle(shape).fill).toBe(ink);
    for (const line of all(card, 'svg .outline')) expect(getComputedStyle(line).stroke).toBe(ink);
    expect(all(card, 'svg .shape, svg .outline').length).toBe(3);
  });
});
