import { afterEach, describe, expect, it, vi } from 'vitest';
import { PATIENTLY } from '../../test/patiently.js';
import { planTable } from '../../test/sample-plan.js';
import { planExtras } from '../plan/more/index.js';
import { OrientirPlan } from '../plan/orientir-plan.js';
import { upgradePlans } from './upgrade.js';

OrientirPlan.extras = () => Promise.resolve(planExtras);
upgradePlans(document);

afterEach(() => {
  document.body.replaceChildren();
});

function add(markup: string): HTMLElement {
  const place = document.createElement('section');
  place.innerHTML = markup;
  document.body.append(place);
  return place;
}

describe('upgradePlans', () => {
  it('puts the element around the table, in its place, with what the table says', async () => {
    const table = planTable().replace('<table ', '<table data-src="" data-release="r.json" ');
    const place = add(`<h2>До</h2>${table}<p>После</p>`);
    await vi.waitFor(() => expect(place.querySelector('orientir-plan > table')).not.toBeNull(), PATIENTLY);
    expect(Array.from(place.children, ({ localName }) => localName)).toEqual(['h2', 'orientir-plan', 'p']);
    const element = place.querySelector('orientir-plan');
    expect(element?.src).toBeUndefined();
    expect(element?.release).toBe('r.json');
  });

  it('leaves other tables alone', async () => {
    const place = add('<table><tr><td>1</td></tr></table><table data-orientir="report"></table>');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(place.querySelector('orientir-plan')).toBeNull();
  });

  it('waits until a table comes near the window', async () => {
    const place = add(`<div style="height:5000px"></div>${planTable()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(place.querySelector('orientir-plan')).toBeNull();
    place.querySelector('table')?.scrollIntoView();
    await vi.waitFor(() => expect(place.querySelector('orientir-plan > table')).not.toBeNull(), PATIENTLY);
    scrollTo(0, 0);
  });

  it('upgrades once, also when the script runs twice and the page is moved into a wrapper', async () => {
    const place = add(planTable());
    upgradePlans(document);
    await vi.waitFor(() => expect(place.querySelector('orientir-plan > table')).not.toBeNull(), PATIENTLY);
    const wrapper = document.createElement('div');
    wrapper.append(...document.body.childNodes);
    document.body.append(wrapper);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.querySelectorAll('orientir-plan')).toHaveLength(1);
    const element = document.querySelector('orientir-plan');
    await vi.waitFor(
      () => expect(element?.shadowRoot?.querySelectorAll('button').length).toBeGreaterThan(2),
      PATIENTLY,
    );
  });

  it('keeps the table when the element breaks', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const create = vi.spyOn(document, 'createElement').mockImplementation(() => {
      throw new Error('no elements here');
    });
    const template = new DOMParser().parseFromString(planTable(), 'text/html').querySelector('table');
    document.body.append(document.adoptNode(template ?? document.body));
    await vi.waitFor(() => expect(console.error).toHaveBeenCalled(), PATIENTLY);
    create.mockRestore();
    expect(document.querySelector('body > table')).not.toBeNull();
  });
});
