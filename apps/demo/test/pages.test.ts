import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseFully, findingsJson, tablesOf } from '@orientir/core/analysis';
import { formatShare } from '@orientir/core/foundation';
import { planTemplate } from '@orientir/core/road-map';
import { formatTally, TallySum } from '@orientir/core/tally';
import { writeCsv } from '@orientir/formats/csv';
import { planDocx } from '@orientir/formats/plans';
import { inputFile, readInputs } from '@orientir/formats/readers';
import { chromiumLaunch } from '@orientir/test-chromium';
import { type Served, serveFolder } from '@orientir/test-chromium/serve-folder';
import { renderReport } from '@orientir/widgets/report';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import { makeSample } from 'orientir/sample';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The policy that our pages must hold on any site. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; frame-src 'self'";

let served: Served;
let address: string;
let browser: Browser;
let folder: string;
const sample = makeSample({ schools: 12, seed: 7 }).filter(
  ({ path }) => path.startsWith('2026/') && /Ф1|json/.test(path),
);

beforeAll(async () => {
  served = await serveFolder(fileURLToPath(new URL('../dist/', import.meta.url)), POLICY);
  ({ address } = served);
  browser = await chromium.launch(await chromiumLaunch());
  folder = await mkdtemp(join(tmpdir(), 'orientir-demo-'));
});
afterAll(async () => {
  await browser.close();
  served.close();
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
    const analysis = analyseFully(sum.tally());
    expect(await worksIn(frame)).toBe(analysis.assessments.length);
    const [hardest] = [...analysis.itemResults]
      .filter(
        (of) => of.level === 'all' && of.assessment.includes('математика') && of.solveRate.kind === 'known',
      )
      .sort((one, other) => estimate(one) - estimate(other));
    // Parts of the report come before the work's own section, which is the last of its work.
    const own = frame.locator('section[data-work*="математика"]').last();
    const row = own.locator('table').first().locator('tbody tr').first();
    expect((await row.locator('th').textContent())?.trim()).toBe(hardest?.item);
    // What was not reached yet is not drawn, and has no inner text.
    await row.scrollIntoViewIfNeeded();
    await expect
      .poll(() => row.evaluate((each) => each.checkVisibility({ contentVisibilityAuto: true })))
      .toBe(true);
    expect(await row.innerText()).toContain(formatShare(hardest === undefined ? 0 : estimate(hardest), 'ru'));

    await expect
      .poll(() => page.locator('#making').textContent())
      .toBe('Все файлы готовы, их можно сохранить.');
    const saved = async (name: RegExp) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const file = await download;
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const workbook = await saved(/книгу Excel/);
    expect(workbook.name).toBe('results.xlsx');
    const tables = await saved(/таблицы/);
    expect(tables.name).toBe('tables.zip');
    const { open: shared, private: closed } = tablesOf(analysis);
    const written = Object.entries(unzipSync(tables.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries([
        ...shared.map((table) => [`${table.name}.csv`, writeCsv(table)]),
        ...closed.map((table) => [`private/${table.name}.csv`, writeCsv(table)]),
        ['findings.json', findingsJson(analysis)],
      ]),
    );
    const counts = await saved(/подсчёты/);
    expect([counts.name, counts.bytes.toString()]).toEqual(['tally.json', formatTally(sum.tally())]);
    const report = await saved(/отчёт/);
    expect(report.name).toBe('report.html');
    expect(report.bytes.toString()).toContain('<h1');
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
    expect(await page.locator('#making').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /Сохранить/ }).count()).toBe(0);
    await page.close();
  });

  it('goes on from the choice of files when the work is called off by keyboard', async () => {
    const file = join(folder, 'any.csv');
    await writeFile(file, 'а\n1\n');
    const { page } = await open('/workbench.html');
    // The work never ends by itself.
    await page.route(/worker/, () => {});
    await page.locator('#files').setInputFiles([file]);
    await page.locator('#cancel').press('Enter');
    expect(await page.locator('#work').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('files');
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

describe('the publisher page', () => {
  it('leads from a Word document to a page of the school’s site', async () => {
    const template = planTemplate('measures-4', { language: 'ru', schoolYear: '2026/2027' });
    if (template === undefined) throw new Error('no template');
    const document = join(folder, 'План школы.docx');
    await writeFile(document, planDocx(template, { language: 'ru' }));
    const { page, wrong } = await open('/publisher.html');
    await page.locator('#file').setInputFiles([document]);
    await expect
      .poll(() => page.locator('#summary').textContent())
      .toContain(`мероприятий ${template.measures.length}`);
    expect(await page.locator('#cells tbody tr').count()).toBe(template.measures.length);

    const deadline = page.locator('#cells tbody tr').first().getByRole('textbox', { name: /Срок/ });
    await deadline.fill('до 1 октября');
    await deadline.blur();
    await expect
      .poll(() => page.locator('#cells tbody tr').first().locator('small').textContent())
      .toBe('понято: до 1 октября 2026 г.');
    await expect
      .poll(() => page.locator('orientir-plan tbody tr[data-id]').first().innerText())
      .toContain('до 1 октября');

    await page.locator('#base').fill('https://school.example/plan');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Скачать всё/ }).click();
    const files = unzipSync(await readFile(await (await download).path()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['instructions.html', 'plan.html', 'plan.docx', 'orientir.js']),
    );
    expect(wrong).toEqual([]);
    await page.close();

    // What a content system makes of the table, and the line in its template.
    const pasted = strFromU8(files['plan.html'] ?? new Uint8Array());
    const site = await browser.newPage();
    const asked: string[] = [];
    site.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await site.route('https://school.example/**', (route) => {
      const name = new URL(route.request().url()).pathname.replace('/plan/', '');
      if (name === '/about')
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': POLICY },
          body: `<!doctype html><html lang="ru"><title>План</title><link rel="icon" href="data:,"><script type="module" src="/plan/orientir.js"></script>${pasted}`,
        });
      const bytes = files[name];
      return bytes === undefined
        ? route.fulfill({ status: 404 })
        : route.fulfill({
            contentType: name.endsWith('.js') ? 'text/javascript' : 'application/json',
            body: Buffer.from(bytes),
          });
    });
    const faults: string[] = [];
    site.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    site.on('pageerror', (error) => faults.push(error.message));
    await site.goto('https://school.example/about');
    await site.locator('orientir-plan').getByRole('button', { name: 'Календарь', exact: true }).click();
    expect(await site.locator('orientir-plan table[data-orientir] tbody tr[data-id]').count()).toBe(
      template.measures.length,
    );
    expect(new Set(asked)).toEqual(
      new Set(['/about', '/plan/orientir.js', '/plan/orientir-plan-more.js', '/plan/plan.json']),
    );
    expect(faults).toEqual([]);
    await site.close();
  });

  it('says what is wrong with a file that is no plan', async () => {
    const { page } = await open('/publisher.html');
    const file = join(folder, 'notes.docx');
    await writeFile(file, 'PK\u0003\u0004не документ');
    await page.locator('#file').setInputFiles([file]);
    await expect.poll(() => page.locator('#doing').textContent()).toMatch(/notes\.docx/);
    expect(await page.locator('#result').isVisible()).toBe(false);
    await page.close();
  });

  it('does not publish what a site must not show', async () => {
    const file = join(folder, 'plan.csv');
    await writeFile(
      file,
      '№ п/п;Мероприятие;Срок;Ответственные\n1;Позвонить по номеру 8 912 345-67-89;до 1 октября;Классный руководитель\n',
    );
    const { page } = await open('/publisher.html');
    await page.locator('#file').setInputFiles([file]);
    await page.locator('#summary').waitFor();
    await page.getByRole('button', { name: /Скачать всё/ }).click();
    await expect.poll(() => page.locator('#problems').innerText()).toContain('Так публиковать нельзя');
    await page.close();
  });
});

describe('the plan on a school page', () => {
  it('is read aloud as a table with headers, beside controls that have names', async () => {
    const { page } = await open('/school-plan.html');
    await page.locator('orientir-plan').getByRole('button', { name: 'Лента' }).waitFor();
    const read = await page.locator('orientir-plan').ariaSnapshot();
    for (const part of [
      /- search "Отбор":/,
      /- searchbox "Поиск"/,
      /- combobox "Состояние"/,
      /- group "Вид":/,
      /- button "Таблица" \[pressed\]/,
      /- status: .*Выполнено 2 из \d+/,
      /- table ".+":/,
      /- columnheader "Сроки?( исполнения)?"/,
      /- row "1\.? .+":/,
    ])
      expect(read).toMatch(part);
    await page.close();
  });

  it('is upgraded in place under the strict policy, and is a complete table without script', async () => {
    const { page, wrong } = await open('/school-plan.html');
    await page.locator('orientir-plan').getByRole('button', { name: 'Лента' }).waitFor();
    expect(await page.locator('orientir-plan > table[data-orientir=plan]').count()).toBe(1);
    expect(wrong).toEqual([]);
    await page.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${address}/school-plan.html`);
    expect(await plain.locator('table[data-orientir=plan] tbody tr').first().isVisible()).toBe(true);
    await context.close();
  });
});

describe('every page', () => {
  it('has no fault of accessibility that axe can find', async () => {
    const report = await makeReport();
    const pages = [
      '/index.html',
      '/workbench.html',
      '/school.html',
      '/publisher.html',
      '/school-plan.html',
    ].map((path) => address + path);
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
    renderReport({ analysis: analyseFully(sum.tally()), record, schoolNames: new Map(), language: 'ru' }),
  );
  return file;
}

function estimate(of: { readonly solveRate: { readonly kind: string; readonly estimate?: number } }): number {
  return of.solveRate.estimate ?? Number.NaN;
}

/** Works that the report tells of; each has several parts. */
async function worksIn(frame: FrameLocator): Promise<number> {
  const works = await frame
    .locator('section[data-work]')
    .evaluateAll((sections) => sections.map((section) => section.getAttribute('data-work')));
  return new Set(works).size;
}
