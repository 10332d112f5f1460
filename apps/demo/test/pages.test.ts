import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '@orientir/core/analysis';
import { formatShare } from '@orientir/core/foundation';
import { TallySum } from '@orientir/core/tally';
import { inputFile, readInputs } from '@orientir/formats/readers';
import { chromiumLaunch } from '@orientir/test-chromium';
import { renderReport } from '@orientir/widgets/report';
import axe from 'axe-core';
import { makeSample } from 'orientir/sample';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStrictly } from './serve-strictly.js';

let server: Server;
let address: string;
let browser: Browser;
let folder: string;
const sample = makeSample({ schools: 12, seed: 7 }).filter(
  ({ path }) => path.startsWith('2026/') && /Ф1|json/.test(path),
);

beforeAll(async () => {
  ({ server, address } = await serveStrictly());
  browser = await chromium.launch(await chromiumLaunch());
  folder = await mkdtemp(join(tmpdir(), 'orientir-demo-'));
});
afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

/** A page that remembers what it must not do. */
async function open(path: string): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(address) && protocol !== 'blob:' && protocol !== 'about:')
      wrong.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(address + path);
  return { page, wrong };
}

describe('the workbench', () => {
  it('makes the report of dropped files without sending anything or breaking the policy', async () => {
    const files = await Promise.all(
      sample.map(async ({ path, bytes }) => {
        const file = join(folder, path.replaceAll('/', ' '));
        await writeFile(file, bytes);
        return file;
      }),
    );
    const { page, wrong } = await open('/workbench.html');
    await page.locator('#files').setInputFiles(files);
    const frame = page.frameLocator('#report');
    await frame.locator('h1').waitFor();
    await expect.poll(() => page.locator('#summary').textContent()).toMatch(/работ учеников/);

    const sum = new TallySum();
    await readInputs(
      sample.map(({ path, bytes }) => inputFile(path.replaceAll('/', ' '), bytes)),
      {
        onTally: (part) => sum.addTally(part),
      },
    );
    const analysis = analyse(sum.tally());
    expect(await frame.locator('section[data-work]').count()).toBe(analysis.assessments.length);
    const [hardest] = [...analysis.itemResults]
      .filter(
        (of) => of.level === 'all' && of.assessment.includes('математика') && of.solveRate.kind === 'known',
      )
      .sort((one, other) => estimate(one) - estimate(other));
    const row = frame.locator('section[data-work*="математика"] table').first().locator('tbody tr').first();
    expect((await row.locator('th').textContent())?.trim()).toBe(hardest?.item);
    expect(await row.innerText()).toContain(formatShare(hardest === undefined ? 0 : estimate(hardest), 'ru'));

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /книгу Excel/ }).click();
    expect((await download).suggestedFilename()).toBe('results.xlsx');
    await frame.getByRole('button', { name: 'English' }).click();
    expect(await frame.locator('h1').textContent()).toBe('Results of assessments');
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('says what is wrong with files that are no results', async () => {
    const file = join(folder, 'notes.csv');
    await writeFile(file, 'дата,заметка\n1,проверить\n');
    const { page } = await open('/workbench.html');
    await page.locator('#files').setInputFiles([file]);
    await expect
      .poll(() => page.locator('#summary').textContent())
      .toBe('Ни одного пригодного файла с результатами');
    expect(await page.locator('#problems').textContent()).toContain('не найдена строка заголовков');
    expect(await page.locator('#report').isVisible()).toBe(false);
    await page.close();
  });
});

describe('the school page', () => {
  it('shows the chart from the table inside, under the strict policy', async () => {
    const { page, wrong } = await open('/school.html');
    const element = page.locator('orientir-solve-rates');
    await element.locator('svg.chart .dot').first().waitFor();
    const rows = await element.locator('table[data-orientir] tbody tr').count();
    expect(rows).toBeGreaterThan(10);
    expect(await element.locator('svg.chart .dot').count()).toBe(rows);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('is a complete table without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/school.html`);
    expect(await page.locator('table[data-orientir] tbody tr').first().isVisible()).toBe(true);
    await context.close();
  });
});

describe('every page', () => {
  it('has no fault of accessibility that axe can find', async () => {
    const report = await makeReport();
    const pages = ['/index.html', '/workbench.html', '/school.html'].map((path) => address + path);
    for (const url of [...pages, `file://${report}`]) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.evaluate(axe.source);
      const faults = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      );
      expect([url, faults]).toEqual([url, []]);
      await page.close();
    }
  });
});

/** Writes the report of the sample to a file, as the command line does. */
async function makeReport(): Promise<string> {
  const sum = new TallySum();
  const record = await readInputs(
    sample.map(({ path, bytes }) => inputFile(path, bytes)),
    {
      onTally: (part) => sum.addTally(part),
    },
  );
  const file = join(folder, 'report.html');
  await writeFile(
    file,
    renderReport({ analysis: analyse(sum.tally()), record, schoolNames: new Map(), language: 'ru' }),
  );
  return file;
}

function estimate(of: { readonly solveRate: { readonly kind: string; readonly estimate?: number } }): number {
  return of.solveRate.estimate ?? Number.NaN;
}
