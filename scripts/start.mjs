/**
 * `npm start`: builds what is needed, makes the sample region, runs the main job on it and serves report and demo
 * pages on this computer only. `--once` ends after checking that every page answers.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const region = join(root, 'sample', 'region');
const results = join(root, 'sample', 'out');
const cli = join(root, 'packages', 'cli', 'dist', 'orientir.js');
const once = process.argv.includes('--once');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; frame-src 'self'";
/** The report is one file that must open from disk, so its style and script stand inside it. */
const REPORT = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";

console.log('Собираем программу…');
await run('npx', [
  'turbo',
  'run',
  'build',
  '--filter=orientir',
  '--filter=@orientir/demo',
  '--output-logs=errors-only',
]);
if (!existsSync(join(region, 'passports.csv'))) await run(process.execPath, [cli, 'sample', '--out', region]);
// Exit status 1 is expected: the sample has planted defects that must be refused.
const passports = join(region, 'passports.csv');
await run(process.execPath, [cli, 'analyze', region, '--passport', passports, '--out', results], [0, 1]);

const server = createServer((request, response) => {
  answer(request.url ?? '/').then(
    ({ status, headers, body }) => {
      response.writeHead(status, headers);
      response.end(body);
    },
    () => {
      response.writeHead(500);
      response.end();
    },
  );
});
const port = await listen(Number(process.env.PORT ?? 4173));
const address = `http://127.0.0.1:${port}`;
const pages = {
  Отчёт: '/report/',
  'Рабочее место аналитика': '/workbench.html',
  'Опубликовать план': '/publisher.html',
  'План на странице школы': '/school-plan.html',
  'Страница школы': '/school.html',
};
console.log('');
for (const [name, path] of Object.entries(pages)) console.log(`${name}: ${address}${path}`);

if (once) {
  for (const path of ['/', ...Object.values(pages)]) {
    const { status } = await fetch(address + path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  }
  console.log('Все страницы отвечают.');
  server.close();
} else {
  console.log('\nОстановить: Ctrl+C');
}

async function answer(url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const [base, rest, policy] = path.startsWith('/report/')
    ? [join(results, 'report'), path.slice('/report'.length), REPORT]
    : [join(root, 'apps', 'demo', 'dist'), path, STRICT];
  const file = normalize(join(base, rest.endsWith('/') ? `${rest}index.html` : rest));
  if (!file.startsWith(base + sep) || !(await isFile(file)))
    return { status: 404, headers: {}, body: 'Not found' };
  const headers = {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body: await readFile(file) };
}

async function isFile(path) {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

function listen(wanted) {
  return new Promise((resolve, reject) => {
    const attempt = (port) => {
      server.once('error', (error) => {
        if (error.code === 'EADDRINUSE' && port < wanted + 50) attempt(port + 1);
        else reject(error);
      });
      server.listen(port, '127.0.0.1', () => resolve(port));
    };
    attempt(wanted);
  });
}

function run(command, words, allowed = [0]) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
    const child = spawn(command, words, {
      cwd: root,
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    });
    child.on('exit', (code) =>
      allowed.includes(code ?? -1) ? resolve() : reject(new Error(`${command} ${words.join(' ')}: ${code}`)),
    );
  });
}
