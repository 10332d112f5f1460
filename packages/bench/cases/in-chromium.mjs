/** A page on this computer in Chromium: scripts of this folder, bundled, and files beside them. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '@orientir/test-chromium';
import { build } from 'esbuild';
import { chromium } from 'playwright';

const here = dirname(fileURLToPath(import.meta.url));

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    minify: true,
    external: ['node:*', 'hucre/xlsx'],
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * What `globalThis.measured` of the page resolves to.
 *
 * @param scripts - by name: file of this folder; `page.js` is what the page loads. @param folder - of other files.
 */
export async function measuredInChromium(scripts, folder = here) {
  const texts = Object.fromEntries(
    await Promise.all(
      Object.entries(scripts).map(async ([name, entry]) => [`/${name}`, await bundle(entry)]),
    ),
  );
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><script type="module" src="/page.js"></script>');
    } else if (texts[request.url] !== undefined) {
      response.setHeader('content-type', 'text/javascript');
      response.end(texts[request.url]);
    } else
      createReadStream(join(folder, request.url.slice(1)))
        .on('error', () => response.end())
        .pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(() => globalThis.measured);
  } finally {
    await browser.close();
    server.close();
  }
}
