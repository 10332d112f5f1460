import { chromiumLaunch } from '@orientir/test-chromium';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { expect, it } from 'vitest';
import { matchingFingerprints } from './matching-fingerprints.js';

/** Recorded with Node 20.20; Node 22.23 and 24.21 gave the same. */
const RECORDED: readonly number[] = [3338807288, 2794241012, 2662563977, 3035324652];

it('gives the same plans, prices and bounds on every version of Node', () => {
  expect(matchingFingerprints()).toEqual(RECORDED);
});

it('gives the same plans, prices and bounds in Chromium', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { matchingFingerprints } from './matching-fingerprints.ts';",
      resolveDir: new URL('.', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
  });
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    expect(await page.evaluate('engine.matchingFingerprints()')).toEqual(RECORDED);
  } finally {
    await browser.close();
  }
});
