import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      geometry: 'src/geometry/index.ts',
      report: 'src/report/index.ts',
      'solve-rates': 'src/solve-rates/index.ts',
      'define/solve-rates': 'src/define/solve-rates.ts',
    },
    format: ['esm'],
    platform: 'neutral',
    target: 'es2022',
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  {
    // One file with everything in it, for a plain script tag of type module.
    entry: { 'orientir-all': 'src/define/solve-rates.ts' },
    format: ['esm'],
    platform: 'browser',
    target: 'es2022',
    minify: true,
    noExternal: [/.*/],
    splitting: false,
    // Cyrillic as it is: escapes would triple its bytes.
    esbuildOptions: (options) => {
      options.charset = 'utf8';
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  },
]);
