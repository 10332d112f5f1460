import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    foundation: 'src/foundation/index.ts',
    statistics: 'src/statistics/index.ts',
    calendar: 'src/calendar/index.ts',
    assessment: 'src/assessment/index.ts',
    tally: 'src/tally/index.ts',
    'solve-rates': 'src/solve-rates/index.ts',
    scaling: 'src/scaling/index.ts',
    comparisons: 'src/comparisons/index.ts',
    objectivity: 'src/objectivity/index.ts',
    risk: 'src/risk/index.ts',
    context: 'src/context/index.ts',
    dynamics: 'src/dynamics/index.ts',
    disclosure: 'src/disclosure/index.ts',
    analysis: 'src/analysis/index.ts',
    'pupil-route': 'src/pupil-route/index.ts',
    'pupil-lists': 'src/pupil-lists/index.ts',
    'teacher-deficits': 'src/teacher-deficits/index.ts',
    partners: 'src/partners/index.ts',
    practices: 'src/practices/index.ts',
    'school-profile': 'src/school-profile/index.ts',
    matching: 'src/matching/index.ts',
    support: 'src/support/index.ts',
    'road-map': 'src/road-map/index.ts',
    drafting: 'src/drafting/index.ts',
    schema: 'src/schema/index.ts',
  },
  format: ['esm'],
  platform: 'neutral',
  target: 'es2022',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
  esbuildPlugins: [
    {
      // `export * as tally` makes an object of the whole room. Beside the room's own code it would keep bundlers from
      // leaving anything out, so it refers to the room's file.
      name: 'namespace-by-file',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/tally\/index\.js$/ }, ({ importer }) =>
          /src[\\/]index\.ts$/.test(importer) ? { path: './tally.js', external: true } : undefined,
        );
      },
    },
  ],
});
