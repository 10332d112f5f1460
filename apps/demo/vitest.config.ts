import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes its time to load a page's parts.
    expect: { poll: { timeout: 20_000 } },
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Beside all the other tests it takes a browser a minute to start.
    hookTimeout: 180_000,
  },
});
