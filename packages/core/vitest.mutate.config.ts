import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: (process.env.MUTATE_TESTS ?? 'src/**/*.test.ts').split('|'),
    setupFiles: ['test/fewer-runs.ts'],
  },
});
