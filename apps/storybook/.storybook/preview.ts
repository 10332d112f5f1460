import '@orientir/widgets/define/dynamics';
import '@orientir/widgets/define/funnel';
import '@orientir/widgets/define/item-curves';
import '@orientir/widgets/define/journal';
import '@orientir/widgets/define/coverage';
import '@orientir/widgets/define/capacity';
import '@orientir/widgets/define/partner-list';
import '@orientir/widgets/define/directions';
import '@orientir/widgets/define/marker-card';
import '@orientir/widgets/define/plan';
import '@orientir/widgets/define/quadrant';
import '@orientir/widgets/define/radar';
import '@orientir/widgets/define/risk';
import '@orientir/widgets/define/scores';
import '@orientir/widgets/define/section-map';
import '@orientir/widgets/define/solve-rates';
import manifest from '@orientir/widgets/custom-elements.json';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { framed, isTheme, THEMES } from '../src/themes.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [(story, { globals }) => framed(isTheme(globals.theme) ? globals.theme : 'light', story())],
  globalTypes: {
    theme: {
      description: 'Страница вокруг',
      toolbar: {
        title: 'Тема',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: Object.entries(THEMES).map(([value, title]) => ({ value, title })),
      },
    },
  },
  initialGlobals: { theme: 'light', viewport: { value: undefined } },
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    viewport: {
      options: Object.fromEntries(
        [320, 768, 1280].map((width) => [
          `w${width}`,
          { name: `${width} px`, styles: { width: `${width}px`, height: '900px' } },
        ]),
      ),
    },
  },
};

export default preview;
