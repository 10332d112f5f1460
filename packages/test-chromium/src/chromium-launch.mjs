/**
 * A Chromium for tests: `CHROMIUM_PATH`, else an installed Chromium or Chrome, else the one inside the npm package
 * `@sparticuz/chromium`, unpacked once into `node_modules/.cache`. `ORIENTIR_CHROMIUM=packaged` forces the last.
 *
 * @module
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds; a busy machine may take longer than the half minute that playwright waits. */
const SLOWEST_START = 120_000;

/** Launch options for playwright. */
export async function chromiumLaunch() {
  const given = process.env.CHROMIUM_PATH;
  const installed =
    process.env.ORIENTIR_CHROMIUM === 'packaged' ? undefined : INSTALLED.find((path) => existsSync(path));
  const executablePath = given ?? installed;
  const options =
    executablePath === undefined ? await packagedChromium() : { executablePath, args: ARGUMENTS };
  return { ...options, timeout: SLOWEST_START };
}

async function packagedChromium() {
  const require = createRequire(import.meta.url);
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const cache = join(bin, '..', '..', '..', '.cache', 'orientir-chromium');
  if (!existsSync(join(cache, 'chromium'))) await unpack(bin, cache);
  return {
    executablePath: join(cache, 'chromium'),
    // Not the arguments that the package recommends: they are for functions in a cloud, run everything in one process
    // that dies with its first page, and switch off the web security that our tests are about.
    args: [...ARGUMENTS, '--no-zygote', '--disable-setuid-sandbox', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(cache, 'al2023', 'lib'), cache].join(':'),
      FONTCONFIG_PATH: cache,
    },
  };
}

async function unpack(bin, cache) {
  const fresh = `${cache}-${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const inflate = async (name) => promisify(brotliDecompress)(await readFile(join(bin, name)));
  await writeFile(join(fresh, 'chromium'), await inflate('chromium.br'));
  await chmod(join(fresh, 'chromium'), 0o755);
  await untar(await inflate('swiftshader.tar.br'), fresh);
  await untar(await inflate('al2023.tar.br'), join(fresh, 'al2023'));
  await untar(await inflate('fonts.tar.br'), fresh);
  // The packaged configuration names folders of a cloud function; without a font the browser ends at once.
  await writeFile(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  // Two test runs may unpack at once: the first to finish wins.
  await rename(fresh, cache).catch(() => rm(fresh, { recursive: true, force: true }));
}

/** Reads a tar archive: plain files, folders and links, which is all that these archives hold. */
async function untar(archive, into) {
  const text = (from, length) => archive.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  await mkdir(into, { recursive: true });
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const prefix = text(at + 345, 155);
    const name = prefix === '' ? text(at, 100) : `${prefix}/${text(at, 100)}`;
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const type = String.fromCharCode(archive[at + 156]);
    const path = join(into, name);
    if (!path.startsWith(into)) throw new Error(`untar refuses ${name}`);
    if (type === '5') await mkdir(path, { recursive: true });
    else if (type === '2') {
      await mkdir(dirname(path), { recursive: true });
      await symlink(text(at + 157, 100), path);
    } else if (type === '0' || type === '\0') {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, archive.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
