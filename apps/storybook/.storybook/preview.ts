import '@orientir/widgets/define/solve-rates';
import type { Preview } from '@storybook/web-components-vite';

const preview: Preview = {
  parameters: { a11y: { test: 'error' }, layout: 'padded' },
  initialGlobals: { viewport: { value: undefined } },
};

export default preview;
