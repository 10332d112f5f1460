import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    foundation: 'src/foundation/index.ts',
    statistics: 'src/statistics/index.ts',
    assessment: 'src/assessment/index.ts',
    tally: 'src/tally/index.ts',
    'solve-rates': 'src/solve-rates/index.ts',
    disclosure: 'src/disclosure/index.ts',
    analysis: 'src/analysis/index.ts',
    schema: 'src/schema/index.ts',
  },
  format: ['esm'],
  platform: 'neutral',
  target: 'es2022',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
});
