/**
 * Plans as JSON in a real page, in the element `<orientir-plan>`. The law: nothing runs, nothing is fetched, nothing is
 * thrown; the page holds a plain table with a row for each measure, or a message and no table.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { planTemplate } from '@orientir/core/road-map';
import { planJson } from '@orientir/formats/plans';
import { chromiumLaunch } from '@orientir/test-chromium';
import { chromium } from 'playwright';
import { mutateJson } from './mutate.mjs';

const HOSTILE = [
  '<img src=x onerror="globalThis.ran=1">',
  '<script>globalThis.ran=1</script>',
  'javascript:globalThis.ran=1',
  '"><svg onload=globalThis.ran=1>',
  '\u202eнаоборот\u2066\u200b',
  '{{constructor.constructor("globalThis.ran=1")()}}',
  '__proto__',
  'data:text/html,<script>1</script>',
];
const marked = ['recommendations-6', 'measures-4', 'pupil-categories'].map((name) => {
  const plan = planTemplate(name, { language: 'ru', schoolYear: '2025/2026' });
  const [first] = plan.measures;
  return planJson({
    ...plan,
    measures: plan.measures.slice(0, 3),
    record: {
      events: [{ event: 'approved', date: '2025-09-10', hash: 'sha256:0' }],
      measures: [
        {
          measure: first?.id ?? '',
          status: 'done',
          date: '2025-10-01',
          evidence: [{ title: 'Акт', href: 'https://example.org/a' }],
        },
      ],
    },
  });
});

let page;
let browser;
let server;

async function open() {
  const dist = fileURLToPath(new URL('../widgets/dist/', import.meta.url));
  server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html');
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; connect-src 'self'",
      );
      response.end(
        '<!doctype html><html lang="ru"><link rel="icon" href="data:,"><script type="module" src="/orientir.js"></script><body>',
      );
      return;
    }
    response.setHeader('content-type', 'text/javascript');
    response.end(readFileSync(dist + request.url.slice(1)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  browser = await chromium.launch(await chromiumLaunch());
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(() => customElements.whenDefined('orientir-plan'));
  await page.evaluate(prepare);
}

/** Runs in the page. */
function prepare() {
  const faults = [];
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => faults.push(violatedDirective));
  const allowed = new Set(['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'br', 'a']);
  globalThis.tryPlan = async (text) => {
    let plan = text;
    try {
      plan = JSON.parse(text);
    } catch {}
    const element = document.createElement('orientir-plan');
    element.view = 'list';
    const loaded = new Promise((done) => element.addEventListener('orientir-load', done, { once: true }));
    element.plan = plan ?? undefined;
    document.body.replaceChildren(element);
    if (plan === null || plan === undefined) return undefined;
    await loaded;
    await element.updateComplete;
    const table = element.querySelector('table');
    for (const each of element.querySelectorAll('*')) {
      if (!allowed.has(each.localName)) faults.push(`element ${each.localName}`);
      for (const { name } of each.attributes)
        if (!/^(data-[a-z-]+|scope|colspan|href|id|hidden)$/.test(name)) faults.push(`attribute ${name}`);
      if (each.localName === 'a' && !/^(https?|mailto):$/.test(each.protocol)) faults.push(each.href);
    }
    for (const each of element.shadowRoot.querySelectorAll('a[href]'))
      if (!/^(https?|mailto):$/.test(each.protocol)) faults.push(each.href);
    if (element.shadowRoot.querySelector('script, iframe, img, object'))
      faults.push('an element in the view');
    if (element.outcome === 'wrong') {
      if (table !== null || !element.shadowRoot.querySelector('[role=alert]')) faults.push('no message');
    } else {
      const measures = plan.measures;
      const rows = table.querySelectorAll('tbody tr[data-id]').length;
      const wanted = Array.isArray(measures)
        ? measures.filter((of) => typeof of === 'object' && of !== null && !Array.isArray(of)).length
        : 0;
      if (rows !== wanted) faults.push(`${rows} rows of ${wanted} measures`);
    }
    if (globalThis.ran !== undefined) faults.push('it ran');
    return faults.length === 0 ? undefined : faults.splice(0).join('; ');
  };
  /** The first plan with a fault, and how long the slowest took. */
  globalThis.tryPlans = async (texts) => {
    let longest = 0;
    for (const [place, text] of texts.entries()) {
      const before = performance.now();
      const fault = await globalThis.tryPlan(text);
      longest = Math.max(longest, performance.now() - before);
      if (fault !== undefined) return { place, fault, longest };
    }
    return { longest };
  };
}

export const PAGE_TARGETS = {
  'plan page': {
    input: (random) => {
      const text = mutateJson(random.of(marked), random);
      if (random.below(2) === 0) return text;
      // A text of the document becomes a hostile one.
      const texts = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
      const { 0: one, index } = random.of(texts) ?? { 0: '', index: 0 };
      return text.slice(0, index) + JSON.stringify(random.of(HOSTILE)) + text.slice(index + one.length);
    },
    // Sending a plan to the browser takes longer than showing it, so many are sent at once.
    together: 50,
    check: async (texts) => {
      if (page === undefined) await open();
      const { place, fault, longest } = await page.evaluate((of) => globalThis.tryPlans(of), texts);
      if (fault === undefined) return longest;
      throw Object.assign(new Error(`${fault}: ${texts[place].slice(0, 300)}`), { place });
    },
    end: async () => {
      await browser?.close();
      server?.close();
    },
  },
};
