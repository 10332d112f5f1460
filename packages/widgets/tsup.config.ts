import type { Options } from 'tsup';
import { defineConfig } from 'tsup';

/** Files for pages: everything inside, and Cyrillic as it is, since escapes would triple its bytes. */
const forPages: Options = {
  platform: 'browser',
  target: 'es2022',
  minify: true,
  noExternal: [/.*/],
  splitting: false,
  clean: false,
  banner: { js: '/*! MIT; Lit BSD-3-Clause */' },
  esbuildOptions: (options) => {
    options.charset = 'utf8';
    options.legalComments = 'none';
  },
  define: { 'process.env.NODE_ENV': '"production"' },
};

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      geometry: 'src/geometry/index.ts',
      report: 'src/report/index.ts',
      'solve-rates': 'src/solve-rates/index.ts',
      'section-map': 'src/section-map/index.ts',
      funnel: 'src/funnel/index.ts',
      'item-curves': 'src/item-curves/index.ts',
      scores: 'src/scores/index.ts',
      journal: 'src/journal/index.ts',
      risk: 'src/risk/index.ts',
      radar: 'src/radar/index.ts',
      quadrant: 'src/quadrant/index.ts',
      dynamics: 'src/dynamics/index.ts',
      support: 'src/support/index.ts',
      directions: 'src/directions/index.ts',
      'marker-card': 'src/marker-card/index.ts',
      plan: 'src/plan/index.ts',
      'define/section-map': 'src/define/section-map.ts',
      'define/funnel': 'src/define/funnel.ts',
      'define/item-curves': 'src/define/item-curves.ts',
      'define/scores': 'src/define/scores.ts',
      'define/journal': 'src/define/journal.ts',
      'define/risk': 'src/define/risk.ts',
      'define/radar': 'src/define/radar.ts',
      'define/quadrant': 'src/define/quadrant.ts',
      'define/dynamics': 'src/define/dynamics.ts',
      'define/coverage': 'src/define/coverage.ts',
      'define/capacity': 'src/define/capacity.ts',
      'define/partner-list': 'src/define/partner-list.ts',
      'define/directions': 'src/define/directions.ts',
      'define/marker-card': 'src/define/marker-card.ts',
      'define/plan': 'src/define/plan.ts',
      'define/solve-rates': 'src/define/solve-rates.ts',
    },
    format: ['esm'],
    platform: 'neutral',
    target: 'es2022',
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  { ...forPages, format: ['esm'], entry: { 'orientir-all': 'src/define/all.ts' } },
  {
    ...forPages,
    format: ['esm'],
    entry: { orientir: 'src/enhance/orientir.ts', 'orientir-plan-more': 'src/plan/more/index.ts' },
  },
  {
    ...forPages,
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    entry: { 'orientir.classic': 'src/enhance/orientir.classic.ts' },
  },
  {
    ...forPages,
    banner: {},
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    entry: {
      'orientir-embed': 'src/embed/orientir-embed.ts',
      'orientir-frame': 'src/embed/orientir-frame.ts',
    },
  },
]);
