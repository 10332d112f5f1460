/**
 * A published plan of 300 measures in Chromium with its processor four times slower: from the reader's action to the
 * moment when the frame with the result was drawn (what of a long list is below the window follows in later frames). Prints
 * the slowest of all filters and views, in seconds, of each the median of five.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { planTemplate } from '@orientir/core/road-map';
import { planHtml } from '@orientir/formats/plans';
import { chromiumLaunch } from '@orientir/test-chromium';
import { chromium } from 'playwright';

const MEASURES = 300;
const dist = fileURLToPath(new URL('../../widgets/dist/', import.meta.url));
const template = planTemplate('recommendations-6', { language: 'ru', schoolYear: '2025/2026' });
const plan = {
  ...template,
  measures: Array.from({ length: MEASURES }, (_, i) => ({
    ...template.measures[i % template.measures.length],
    id: `m${i + 1}`,
    number: `${i + 1}.`,
    deadline: { raw: 'до 20 числа', kind: 'date', end: `2026-0${(i % 6) + 1}-20` },
  })),
};
const server = createServer((request, response) => {
  if (request.url === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="ru"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/orientir.js"></script>${planHtml(plan, { language: 'ru' })}`,
    );
    return;
  }
  response.setHeader('content-type', 'text/javascript');
  response.end(readFileSync(dist + request.url.slice(1)));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await chromium.launch(await chromiumLaunch());
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(
    () => document.querySelector('orientir-plan')?.shadowRoot?.querySelectorAll('.views button').length === 5,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const found = await page.evaluate(async () => {
    const element = document.querySelector('orientir-plan');
    const { shadowRoot } = element;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    // A message sent in a frame comes after it was drawn.
    const drawn = () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    const times = {};
    const measure = async (name, act) => {
      await new Promise((done) => setTimeout(done, 400));
      await frame();
      const before = performance.now();
      act();
      await element.updateComplete;
      await frame();
      await drawn();
      times[name] = [...(times[name] ?? []), (performance.now() - before) / 1000];
    };
    const type = (text) => () => {
      const input = shadowRoot.querySelector('input');
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    const choose = (part, index) => () => {
      const select = shadowRoot.querySelector(`select[data-part=${part}]`);
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change'));
    };
    const buttons = () => [...shadowRoot.querySelectorAll('.views button')];
    for (let round = 0; round < 5; round++) {
      for (const [i, button] of buttons().entries()) {
        const view = button.textContent.trim();
        await measure(`view ${view}`, () => buttons()[i].click());
        await measure(`search in ${view}`, type('1'));
        await measure(`search taken back in ${view}`, type(''));
        await measure(`month in ${view}`, choose('month', 2));
        await measure(`all months in ${view}`, choose('month', 0));
      }
    }
    return Object.fromEntries(
      Object.entries(times).map(([name, all]) => [
        name,
        all.sort((a, b) => a - b)[Math.floor(all.length / 2)],
      ]),
    );
  });
  const [slowest, seconds] = Object.entries(found).sort(([, a], [, b]) => b - a)[0];
  if (process.argv.includes('--all')) console.error(found);
  console.log(`browser ${seconds} 0`);
  console.error(slowest);
} finally {
  await browser.close();
  server.close();
}
