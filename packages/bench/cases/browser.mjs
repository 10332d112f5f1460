/**
 * The analysis of a csv in Chromium, in a worker as the workbench does it. Prints seconds from the moment the file is
 * in memory until the tables of solve rates exist, and the longest time the page stood still.
 */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '@orientir/test-chromium';
import { build } from 'esbuild';
import { chromium } from 'playwright';

const [file] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const bundle = async (entry) => {
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
};
const scripts = {
  '/page.js': await bundle('browser-page.js'),
  '/worker.js': await bundle('browser-worker.js'),
};
const server = createServer((request, response) => {
  if (request.url === '/') {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><script type="module" src="/page.js"></script>');
  } else if (scripts[request.url] !== undefined) {
    response.setHeader('content-type', 'text/javascript');
    response.end(scripts[request.url]);
  } else
    createReadStream(join(dirname(file), request.url.slice(1)))
      .on('error', () => response.end())
      .pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await chromium.launch(await chromiumLaunch());
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const { seconds, stood, checksum } = await page.evaluate(() => globalThis.measured);
  console.log(`browser ${seconds} ${stood}`);
  console.log(checksum);
} finally {
  await browser.close();
  server.close();
}
