import type { BrowserCommand } from 'vitest/node';

/** What a test may pretend about the reader's system. */
export interface Emulated {
  readonly forcedColors?: 'active' | 'none';
  readonly colorScheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

/** Lets a browser test switch forced colours, dark mode and print. */
export const emulate: BrowserCommand<[Emulated]> = async (context, emulated) => {
  if (context.provider.name === 'playwright') await context.page.emulateMedia(emulated);
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulate: (emulated: Emulated) => Promise<void>;
  }
}
