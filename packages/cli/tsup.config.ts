import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { orientir: 'src/orientir.ts' },
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
  clean: true,
});
