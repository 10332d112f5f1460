import type { BrowserCommand } from 'vitest/node';

/** Lets a browser test switch forced colours of the reader's system. */
export const forceColours: BrowserCommand<[isForced: boolean]> = async (context, isForced) => {
  if (context.provider.name === 'playwright')
    await context.page.emulateMedia({ forcedColors: isForced ? 'active' : 'none' });
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    forceColours: (isForced: boolean) => Promise<void>;
  }
}
