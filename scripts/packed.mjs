/**
 * Packs all packages, installs the tarballs in an empty project, and uses them as strangers would: from Node, through
 * a bundler, in a worker, on the command line. Run after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a page may load for tallies and their analysis, without reading files. */
const STATISTICS_BYTES = 15_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'orientir-packed-'));

/** What a command printed; a status other than those allowed is an error. */
function run(command, words, { cwd = folder, allowed = [0] } = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  if (!allowed.includes(status))
    throw new Error(`${command} ${words.join(' ')} ends with ${status}\n${stdout}${stderr}`);
  return stdout;
}

try {
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs);
  for (const name of ['core', 'formats', 'widgets', 'cli']) {
    run('npm', ['pack', '--silent', '--pack-destination', tarballs], { cwd: join(root, 'packages', name) });
  }
  const packed = readdirSync(tarballs).map((name) => join(tarballs, name));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, type: 'module' }),
  );
  run('npm', ['install', '--no-audit', '--no-fund', '--silent', 'esbuild@0.28.2', ...packed]);

  const example =
    /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'packages/formats/README.md'), 'utf8'))?.[1] ?? '';
  writeFileSync(join(folder, 'example.ts'), example);
  run('npx', ['esbuild', 'example.ts', '--format=esm', '--outfile=example.mjs']);
  check('Node, ESM', run('node', ['example.mjs']), example);

  writeFileSync(join(folder, 'require.cjs'), "console.log(typeof require('@orientir/core').analyse);");
  const required = run('node', ['--experimental-require-module', '--no-warnings', 'require.cjs']).trim();
  if (required !== 'function') throw new Error(`require gives ${required}`);
  report('Node, require');

  run('npx', [
    'esbuild',
    'example.ts',
    '--bundle',
    '--format=esm',
    '--platform=neutral',
    '--main-fields=module,main',
    '--outfile=bundle.mjs',
  ]);
  check('bundler', run('node', ['bundle.mjs']), example);

  writeFileSync(
    join(folder, 'statistics.js'),
    "export { analyse } from '@orientir/core/analysis'; export { TallySum } from '@orientir/core/tally';",
  );
  run('npx', ['esbuild', 'statistics.js', '--bundle', '--minify', '--format=esm', '--outfile=page.js']);
  const bytes = gzipSync(readFileSync(join(folder, 'page.js')), { level: 9 }).length;
  if (bytes > STATISTICS_BYTES) throw new Error(`the statistics weigh ${bytes} bytes in a page`);
  report(`statistics in a page, ${bytes} bytes gzip`);

  writeFileSync(
    join(folder, 'worker.mjs'),
    "import { Worker } from 'node:worker_threads'; new Worker(new URL('./bundle.mjs', import.meta.url));",
  );
  check('worker', run('node', ['worker.mjs']), example);

  run('npx', ['orientir', 'sample', '--out', 'region', '--schools', '4']);
  const analysed = run(
    'npx',
    ['orientir', 'analyze', 'region/2026', '--out', 'out', '--tables', 'tests,report'],
    { allowed: [1] },
  );
  if (!analysed.includes('Отчёт')) throw new Error(analysed);
  report('command line');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function check(name, printed, example) {
  const expected = [...example.matchAll(/^\/\/ => (.*)$/gm)].map((match) => match[1]).join('\n');
  if (printed.trim() !== expected) throw new Error(`${name} printed:\n${printed}\nexpected:\n${expected}`);
  report(name);
}

function report(name) {
  console.log(`packed packages work: ${name}`);
}
