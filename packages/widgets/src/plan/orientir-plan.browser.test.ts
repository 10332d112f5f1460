import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import { PATIENTLY } from '../../test/patiently.js';
import { planTable } from '../../test/sample-plan.js';
import { defineOnce } from '../define/define-once.js';
import { planExtras } from './more/index.js';
import { OrientirPlan } from './orientir-plan.js';
import type { PlanFilterEvent, PlanLoadEvent, PlanViewEvent } from './plan-events.js';

let host: HTMLElement;

beforeEach(() => {
  defineOnce('orientir-plan', OrientirPlan);
  OrientirPlan.extras = () => Promise.resolve(planExtras);
  document.documentElement.lang = 'ru';
  document.title = 'План';
  host = document.createElement('main');
  document.body.append(host);
});
afterEach(() => {
  host.remove();
  location.hash = '';
  vi.unstubAllGlobals();
});

async function mount(
  set: (element: OrientirPlan) => void = () => {},
  inside = planTable(),
): Promise<OrientirPlan> {
  const element = document.createElement('orientir-plan');
  element.asOf = '2025-10-15';
  element.view = 'table';
  element.innerHTML = inside;
  set(element);
  host.append(element);
  await settle(element);
  return element;
}

async function settle(element: OrientirPlan): Promise<void> {
  await element.updateComplete;
  await vi.waitFor(() => expect(element.extras).toBeDefined(), PATIENTLY);
  await element.updateComplete;
}

const shadow = (element: OrientirPlan) => {
  if (element.shadowRoot === null) throw new Error('no shadow root');
  return element.shadowRoot;
};
const shownRows = (element: OrientirPlan) =>
  Array.from(element.querySelectorAll<HTMLElement>('tr[data-id]')).filter((row) => row.offsetHeight > 0)
    .length;
const button = (element: OrientirPlan, name: string) => {
  const found = Array.from(shadow(element).querySelectorAll('button')).find(
    (each) => each.textContent?.trim() === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const select = (element: OrientirPlan, part: string) => {
  const found = shadow(element).querySelector<HTMLSelectElement>(`select[data-part=${part}]`);
  if (found === null) throw new Error(`no filter ${part}`);
  return found;
};

describe('<orientir-plan>', () => {
  it('leaves the table where it is and says what is done, due and overdue', async () => {
    const element = await mount();
    expect(element.querySelector('table')?.outerHTML.replaceAll(/ id="plan-m\d+"/g, '')).toBe(planTable());
    expect(shownRows(element)).toBe(12);
    expect(shadow(element).querySelector('.status')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Выполнено 1 из 12. Сейчас: 1. Срок прошёл, отметки нет: 1.',
    );
    expect(shadow(element).querySelector('.approval')?.textContent).toContain('План утверждён 12 сент. 2025');
  });

  it.each(['table', 'list', 'calendar', 'timeline', 'plain'] as const)(
    'has no fault that axe can find in the view %s, in both languages',
    async (view) => {
      for (const lang of ['ru', 'en']) {
        host.lang = lang;
        const element = await mount((each) => {
          each.view = view;
        });
        const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        element.remove();
      }
    },
  );

  it('filters by words, section, party, audience, state and month, and takes it all back', async () => {
    const element = await mount();
    const heard: (readonly [string, number])[] = [];
    element.addEventListener('orientir-filter', (event: PlanFilterEvent) =>
      heard.push([JSON.stringify(event.filter), event.shown]),
    );
    const search = shadow(element).querySelector('input');
    await userEvent.type(search ?? host, 'СПРАВКА');
    expect(shownRows(element)).toBe(1);
    expect(heard.at(-1)).toEqual(['{"query":"СПРАВКА"}', 1]);
    await userEvent.click(button(element, 'Показать всё'));
    expect(shownRows(element)).toBe(12);
    await userEvent.selectOptions(select(element, 'responsible'), 'Методический центр');
    expect(shownRows(element)).toBe(6);
    await userEvent.selectOptions(select(element, 'audience'), 'родители');
    expect(shownRows(element)).toBe(2);
    await userEvent.selectOptions(select(element, 'section'), 's0');
    expect(shownRows(element)).toBe(0);
    expect(shadow(element).textContent).toContain('По этим условиям мероприятий нет.');
    await userEvent.click(button(element, 'Показать всё'));
    await userEvent.selectOptions(select(element, 'state'), 'overdue');
    expect(shownRows(element)).toBe(1);
    expect(element.querySelectorAll('tr[data-section]:not([hidden])')).toHaveLength(1);
  });

  it('turns to the other views by keyboard and says so', async () => {
    const element = await mount();
    const heard: string[] = [];
    element.addEventListener('orientir-view', (event: PlanViewEvent) => heard.push(event.view));
    button(element, 'Таблица').focus();
    for (const name of ['Список', 'Календарь', 'Лента', 'Кратко']) {
      await userEvent.keyboard('{Tab}{Enter}');
      expect(shadow(element).activeElement?.textContent?.trim()).toBe(name);
      expect(button(element, name).getAttribute('aria-pressed')).toBe('true');
    }
    expect(heard).toEqual(['list', 'calendar', 'timeline', 'plain']);
    expect(element.querySelector('table')?.checkVisibility()).toBe(false);
  });

  it('shows evidence, progress of each section and a link to each measure in the list', async () => {
    const element = await mount((each) => {
      each.view = 'list';
    });
    const list = shadow(element).querySelector('[part=list]');
    expect(list?.querySelectorAll('li')).toHaveLength(12);
    expect(list?.querySelector('[role=heading]')?.textContent).toContain('Выполнено 1 из 3.');
    expect(list?.querySelector('li')?.textContent).toContain('Справка 0');
    expect(list?.querySelector<HTMLAnchorElement>('.what a')?.hash).toBe('#plan-m1');
  });

  it('follows a link to a measure, whatever was filtered', async () => {
    const element = await mount((each) => {
      each.filter = { query: 'нет такого' };
    });
    location.hash = '#plan-m9';
    await vi.waitFor(() => expect(element.current).toBe('m9'), PATIENTLY);
    await element.updateComplete;
    expect(shownRows(element)).toBe(12);
    const top = element.querySelector('#plan-m9')?.getBoundingClientRect().top ?? -1;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(innerHeight);
  });

  it('gives what is shown as a csv that no spreadsheet runs', async () => {
    const given: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((of) => {
      if (of instanceof Blob) given.push(of);
      return 'blob:none';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const first = 'Мероприятие 1: совещание, консультация и поездка в школу';
    const element = await mount(() => {}, planTable().replace(first, 'итог,=1+1,-x, +7, - слово'));
    button(element, 'Скачать таблицу (CSV)').click();
    const text = (await given[0]?.text()) ?? '';
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => !/^"[^\r]*"$/.test(line))).toEqual([]);
    expect(text).toContain(`"итог,'=1+1,'-x, +7, - слово"`);
    vi.restoreAllMocks();
  });

  it('prints the whole table and nothing else, whatever is shown', async () => {
    const element = await mount((each) => {
      each.filter = { query: 'справка' };
      each.view = 'list';
    });
    await commands.emulate({ media: 'print' });
    try {
      await vi.waitFor(() => expect(shownRows(element)).toBe(12), PATIENTLY);
      for (const selector of ['.bar', '.status', '.list', '.files'])
        expect(shadow(element).querySelector(selector)?.checkVisibility()).toBe(false);
    } finally {
      await commands.emulate({ media: 'screen' });
    }
    await vi.waitFor(
      () => expect(element.querySelectorAll('tr[data-id]:not([hidden])')).toHaveLength(1),
      PATIENTLY,
    );
  });

  describe('with more measures than it draws at once', () => {
    /** The page is never idle: nothing is drawn beyond the first rows. */
    const neverIdle = () => vi.stubGlobal('requestIdleCallback', () => 0);
    const rowsShown = (element: OrientirPlan) =>
      Array.from(element.querySelectorAll<HTMLElement>('tbody tr'))
        .filter((row) => !row.hidden)
        .map((row) => row.dataset.id ?? row.dataset.section);

    it.each(['table', 'list'] as const)('prints the whole table from the view %s', async (view) => {
      neverIdle();
      const element = await mount((each) => {
        each.view = view;
      }, planTable(60));
      const before = shownRows(element);
      expect(before).toBeLessThan(60);
      await commands.emulate({ media: 'print' });
      try {
        await vi.waitFor(() => expect(shownRows(element)).toBe(60), PATIENTLY);
      } finally {
        await commands.emulate({ media: 'screen' });
      }
      await vi.waitFor(() => expect(shownRows(element)).toBe(before), PATIENTLY);
    });

    it('has the whole table ready when the page says that it will be printed', async () => {
      neverIdle();
      const element = await mount((each) => {
        each.filter = { query: 'мероприятие 1' };
      }, planTable(60));
      const before = rowsShown(element);
      expect(before.length).toBeLessThan(64);
      dispatchEvent(new Event('beforeprint'));
      expect(rowsShown(element)).toHaveLength(64);
      await element.updateComplete;
      element.requestUpdate();
      await element.updateComplete;
      expect(rowsShown(element)).toHaveLength(64);
      dispatchEvent(new Event('afterprint'));
      expect(rowsShown(element)).toEqual(before);
    });

    it('draws no heading before its first row', async () => {
      neverIdle();
      const element = await mount(() => {}, planTable(60));
      expect(rowsShown(element)).toEqual(['s0', ...Array.from({ length: 12 }, (_, i) => `m${i + 1}`)]);
    });

    it.each(['table', 'list', 'timeline', 'plain'] as const)(
      'comes to the end in the view %s',
      async (view) => {
        const element = await mount((each) => {
          each.view = view;
        }, planTable(60));
        const drawn = () =>
          view === 'table'
            ? shownRows(element)
            : shadow(element).querySelectorAll('.list li, .line tbody tr').length;
        await vi.waitFor(() => expect(drawn()).toBe(60), PATIENTLY);
        if (view === 'table') expect(rowsShown(element)).toHaveLength(64);
      },
    );

    it('draws as far as the measure that a link leads to', async () => {
      neverIdle();
      const element = await mount((each) => {
        each.view = 'timeline';
      }, planTable(60));
      location.hash = '#plan-m50';
      await vi.waitFor(() => expect(element.view).toBe('list'), PATIENTLY);
      await element.updateComplete;
      const card = shadow(element).querySelector('[data-id=m50]');
      const top = card?.getBoundingClientRect().top ?? -1;
      expect(card?.hasAttribute('data-current')).toBe(true);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(innerHeight);
    });
  });

  it('shows of a heading that comes again only the one above a row that is left', async () => {
    const head = '<tr data-section="s"><th colspan="2">Раздел</th></tr>';
    const row = (id: string, text: string) => `<tr data-id="${id}"><td>${id}</td><td>${text}</td></tr>`;
    const element = await mount(
      () => {},
      `<table><thead><tr><th>№</th><th>Дело</th></tr></thead><tbody>${head}${row('a', 'первое')}${head}${row('b', 'второе')}</tbody></table>`,
    );
    element.filter = { query: 'второе' };
    await element.updateComplete;
    expect(Array.from(element.querySelectorAll<HTMLElement>('tbody tr'), ({ hidden }) => hidden)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('lives through being moved about the page', async () => {
    const element = await mount();
    const wrapper = document.createElement('div');
    host.append(wrapper);
    wrapper.append(element);
    host.append(element);
    await element.updateComplete;
    await userEvent.click(button(element, 'Список'));
    expect(shadow(element).querySelectorAll('.list li')).toHaveLength(12);
    location.hash = '#plan-m2';
    await vi.waitFor(() => expect(element.current).toBe('m2'), PATIENTLY);
  });

  it('shows no button for what it could not fetch', async () => {
    OrientirPlan.extras = () => Promise.reject(new Error('gone'));
    const element = document.createElement('orientir-plan');
    element.innerHTML = planTable();
    host.append(element);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(Array.from(shadow(element).querySelectorAll('button'), (each) => each.textContent)).toEqual([
      'Таблица',
      'Список',
    ]);
  });

  it('says what will stand here when there is nothing', async () => {
    const element = await mount(() => {}, '');
    expect(shadow(element).textContent).toContain('Здесь будет план.');
    const none = await mount(() => {}, planTable(0));
    expect(shadow(none).textContent).toContain('Здесь будет план.');
  });
});

describe('<orientir-plan src>', () => {
  const json = {
    schema: 'orientir.road-map',
    version: 1,
    id: 'p',
    title: 'Новый план',
    sections: [{ id: 's', number: 'I.', title: 'Раздел' }],
    measures: [
      {
        id: 'a',
        number: '1',
        text: 'Первое',
        section: 's',
        deadline: { raw: 'до 1 мая', kind: 'date', end: '2026-05-01' },
        responsible: ['Школа'],
      },
      {
        id: 'b',
        number: '2',
        text: 'Второе',
        deadline: { raw: 'постоянно', kind: 'ongoing' },
        responsible: [],
      },
    ],
    record: {
      events: [],
      measures: [
        {
          measure: 'a',
          status: 'done',
          date: '2026-04-01',
          evidence: [{ title: 'Акт', href: 'javascript:alert(1)' }],
        },
      ],
    },
  };

  async function load(answer: () => Response | Promise<Response>, inside = ''): Promise<OrientirPlan> {
    vi.stubGlobal('fetch', () => Promise.resolve().then(answer));
    const element = document.createElement('orientir-plan');
    const heard = new Promise<PlanLoadEvent>((resolve) => element.addEventListener('orientir-load', resolve));
    element.view = 'table';
    element.innerHTML = inside;
    element.src = 'plan.json';
    host.append(element);
    expect((await heard).outcome).toBe(element.outcome);
    await settle(element);
    return element;
  }

  it('makes the table of a plan', async () => {
    const element = await load(() => Response.json(json));
    expect(element.querySelector('caption')?.textContent).toBe('Новый план');
    expect(
      element.inTable?.plan.measures.map(({ id, section, kind, end, status }) => [
        id,
        section,
        kind,
        end,
        status,
      ]),
    ).toEqual([
      ['a', 's', 'date', '2026-05-01', 'done'],
      ['b', undefined, 'ongoing', undefined, undefined],
    ]);
    expect(element.innerHTML).not.toContain('javascript');
  });

  it('puts a newer plan in the place of the table', async () => {
    const element = await load(() => Response.json(json), planTable());
    expect(element.querySelectorAll('table')).toHaveLength(1);
    expect(shownRows(element)).toBe(2);
  });

  it('brings only new marks into a table of the same content, and keeps what the table has beyond it', async () => {
    const { contentHash } = await import('@orientir/core/road-map');
    const { record: _, ...content } = json;
    const table = `<table data-orientir="plan" data-hash="${contentHash(json)}"><caption>Новый план</caption>
<thead><tr><th data-field="text">Дело</th><th>Свой столбец</th><th data-field="status">Отметка</th></tr></thead>
<tbody><tr data-id="a"><td>Первое</td><td>своё</td><td></td></tr><tr data-id="b"><td>Второе</td><td>своё</td><td data-status="done" data-date="2025-01-01">выполнено</td></tr></tbody></table>`;
    expect(contentHash(content)).toBe(contentHash(json));
    const element = await load(() => Response.json(json), table);
    expect(element.inTable?.plan.measures.map(({ cells, status, date }) => [cells, status, date])).toEqual([
      [['Первое', 'своё', 'выполнено, 1 апр. 2026 г.\nАкт'], 'done', '2026-04-01'],
      [['Второе', 'своё', ''], undefined, undefined],
    ]);
  });

  it.each([
    ['nothing there', () => new Response('', { status: 404 }), 'План не загрузился.'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'План не загрузился.'],
    ['a page instead of a plan', () => new Response('<html>'), 'Файл плана устроен не так, как ожидалось.'],
    ['another document', () => Response.json({ schema: 'x' }), 'Файл плана устроен не так, как ожидалось.'],
    [
      'a later version',
      () => Response.json({ ...json, version: 2 }),
      'Файл плана устроен не так, как ожидалось.',
    ],
  ])('keeps the table and offers to try again: %s', async (_, answer, message) => {
    const element = await load(answer, planTable());
    expect(shadow(element).querySelector('[role=alert]')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      `${message} Показана сохранённая таблица на 15 окт. 2025 г. Попробовать ещё раз`,
    );
    expect(shownRows(element)).toBe(12);
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(json)));
    await userEvent.click(button(element, 'Попробовать ещё раз'));
    await vi.waitFor(() => expect(shownRows(element)).toBe(2), PATIENTLY);
    expect(shadow(element).querySelector('[role=alert]')).toBeNull();
  });

  it('compares a plan with its approved version and says what changed', async () => {
    const { contentHash } = await import('@orientir/core/road-map');
    const release = { schema: 'orientir.road-map-release', version: 1, plan: json, hash: contentHash(json) };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(release)));
    const element = document.createElement('orientir-plan');
    element.release = 'release.json';
    element.plan = json;
    host.append(element);
    await vi.waitFor(() => expect(element.check).toEqual({ isApproved: true, changes: [] }), PATIENTLY);
    element.plan = { ...json, title: 'План с другим названием' };
    await vi.waitFor(() => expect(element.check?.isApproved).toBe(false), PATIENTLY);
    expect(element.check?.changes).toEqual([
      'Изменён документ, название: было «Новый план», стало «План с другим названием».',
    ]);
    await settle(element);
    expect(shadow(element).querySelector('.approval')?.textContent).toContain('содержание плана изменилось');
  });
});
