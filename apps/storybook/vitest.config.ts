import { chromiumLaunch } from '@orientir/test-chromium';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { forceColours } from './test/emulate.command.js';

const launchOptions = await chromiumLaunch();

/** Anew for each project: vitest writes into it. */
const browser = () => ({
  enabled: true,
  headless: true,
  api: { host: '127.0.0.1' },
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [storybookTest({ configDir: new URL('.storybook', import.meta.url).pathname })],
        // The first story waits for all that its page loads, beside the other packages' tests on two processors.
        test: { name: 'stories', testTimeout: 60_000, browser: browser() },
      },
      {
        test: {
          name: 'pages',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          include: ['test/**/*.browser.test.ts'],
          browser: { ...browser(), commands: { forceColours } },
        },
      },
      {
        test: {
          name: 'screenshots',
          include: ['test/**/*.screenshots.ts'],
          browser: {
            ...browser(),
            // Vitest makes a page that is larger than the window smaller, and takes no more than the window shows.
            provider: playwright({
              launchOptions,
              contextOptions: { viewport: { width: 1300, height: 6000 } },
            }),
            commands: { forceColours },
          },
        },
      },
    ],
  },
});
