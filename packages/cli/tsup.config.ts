import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { sample: 'src/sample/index.ts' },
    format: ['esm'],
    platform: 'neutral',
    target: 'es2022',
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  {
    entry: { orientir: 'src/orientir.ts' },
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
]);
