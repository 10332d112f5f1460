import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '@orientir/test-chromium';
import { type Served, serveFolder } from '@orientir/test-chromium/serve-folder';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_OF, samplePlan } from '../sample-plan.js';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html`;
const NO_LIT = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;
const COUNT = samplePlan().measures.length;

let browser: Browser;
const servers = new Map<string, Served>();

beforeAll(async () => {
  browser = await chromium.launch(await chromiumLaunch());
  for (const policy of [STRICT, TRUSTED, NO_LIT]) servers.set(policy, await serveFolder(DIST, policy));
});
afterAll(async () => {
  await browser.close();
  for (const { close } of servers.values()) close();
});

/** A page on the day of the sample that remembers what it must not do. */
async function open(
  policy: string,
  path: string,
): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const address = servers.get(policy)?.address ?? '';
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${address}/`))
      wrong.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(response.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.clock.setFixedTime(AS_OF);
  await page.goto(`${address}/${path}`);
  return { page, wrong };
}

const said = (page: Page, id: string) => page.locator(`#${id}`).textContent();

describe.each([
  { policy: STRICT, name: 'the strict policy' },
  { policy: TRUSTED, name: 'trusted types, of which lit-html is the only one' },
])('under $name', ({ policy }) => {
  it.each([
    { path: 'plain/index.html', first: '0', second: '1 (list)' },
    { path: 'react/index.html', first: 'table', second: 'list' },
  ])('$path filters, changes its view and hears both', async ({ path, first, second }) => {
    const { page, wrong } = await open(policy, path);
    const plan = page.locator('orientir-plan');
    await expect.poll(() => said(page, 'load')).toBe('table');
    expect((await plan.locator('[part=status]').innerText()).replace(/\s+/g, ' ')).toMatch(
      new RegExp(`^Выполнено 1 из ${COUNT}\\.`),
    );
    const rows = plan.locator('tbody tr[data-id]:visible');
    expect(await rows.count()).toBe(COUNT);

    await plan.getByLabel('Раздел').selectOption({ label: '2. Не успевают' });
    expect(await rows.count()).toBe(2);
    await expect.poll(() => said(page, 'shown')).toBe('2');
    await plan.getByLabel('Поиск').fill('Диагностика');
    await expect.poll(() => said(page, 'shown')).toBe('1');
    expect(await said(page, 'filters')).toBe('2');

    expect(await said(page, 'views')).toBe(first);
    await plan.getByRole('button', { name: 'Список', exact: true }).click();
    expect(await plan.locator('[part~=measure]:visible').count()).toBe(1);
    await expect.poll(() => said(page, 'views')).toBe(second);
    expect(await plan.getAttribute('view')).toBe('list');

    await page.getByRole('link', { name: 'мероприятие в плане' }).click();
    await plan.locator('[part~=measure][data-id=m2]').waitFor();
    expect(await plan.locator('[part~=measure]').count()).toBe(COUNT);
    expect(wrong).toEqual([]);
    await page.close();
  });
});

describe('a policy that does not name lit-html', () => {
  it('is heard of by these tests, and leaves the table as it is', async () => {
    const { page, wrong } = await open(NO_LIT, 'plain/index.html');
    await expect.poll(() => wrong.join('\n')).toMatch(/trusted-?types/i);
    expect(await page.locator('orientir-plan').count()).toBe(0);
    expect(await page.locator('table tbody tr[data-id]:visible').count()).toBe(COUNT);
    await page.close();
  });
});

describe('without script', () => {
  it('the plain page has the whole table', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${servers.get(STRICT)?.address}/plain/index.html`);
    expect(await page.locator('table[data-orientir=plan] tbody tr[data-id]:visible').count()).toBe(COUNT);
    await context.close();
  });
});

describe('every example', () => {
  it.each(['plain/index.html', 'react/index.html'])('%s has no fault that axe can find', async (path) => {
    const { page } = await open(STRICT, path);
    await expect.poll(() => said(page, 'load')).toBe('table');
    await page.evaluate(axe.source);
    const faults = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    );
    expect(faults).toEqual([]);
    await page.close();
  });
});
