import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    readers: 'src/readers/index.ts',
    csv: 'src/csv/index.ts',
    xlsx: 'src/xlsx/index.ts',
    results: 'src/results/index.ts',
    document: 'src/document/index.ts',
    partners: 'src/partners/index.ts',
    passport: 'src/passport/index.ts',
    practices: 'src/practices/index.ts',
    plans: 'src/plans/index.ts',
    profile: 'src/profile/index.ts',
    pupils: 'src/pupils/index.ts',
    schools: 'src/schools/index.ts',
    sheets: 'src/sheets/index.ts',
    support: 'src/support/index.ts',
    templates: 'src/templates/index.ts',
  },
  format: ['esm'],
  platform: 'neutral',
  target: 'es2022',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
});
