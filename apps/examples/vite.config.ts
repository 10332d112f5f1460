import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { planHtml } from '@orientir/formats/plans';
import { defineConfig, type Plugin } from 'vite';
import { AS_OF, samplePlan } from './sample-plan.js';

const { resolve } = createRequire(import.meta.url);

/** What `orientir publish` writes for a plain page: the table, the plan as JSON and the scripts beside it. */
const published: Plugin = {
  name: 'published-plan',
  transformIndexHtml: (html) =>
    html.replace('<!--plan-table-->', () =>
      planHtml(samplePlan(), { language: 'ru', asOf: AS_OF, src: './plan.json' }),
    ),
  generateBundle() {
    for (const name of ['orientir.js', 'orientir-plan-more.js'])
      this.emitFile({
        type: 'asset',
        fileName: `plain/${name}`,
        source: readFileSync(resolve(`@orientir/widgets/${name}`)),
      });
    this.emitFile({ type: 'asset', fileName: 'plain/plan.json', source: JSON.stringify(samplePlan()) });
  },
};

export default defineConfig({
  base: './',
  plugins: [published],
  build: {
    target: 'es2022',
    // An inline script would break the policy that the pages are served with.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['plain', 'react'].map((page) => new URL(`${page}/index.html`, import.meta.url).pathname),
    },
  },
});
