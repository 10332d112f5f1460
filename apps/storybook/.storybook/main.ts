import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../src/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  // The style of bvi is no valid CSS in places: the minifier refuses what browsers skip.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, cssMinify: false } }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
