/**
 * `npm run release:dry`: what a release would publish, without publishing. In a clone of the last commit it lets
 * changesets set the versions, packs every public package, and prints versions, sizes, flags and the licences of all
 * that a user would install. Run after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ALLOWED = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const clone = mkdtempSync(join(tmpdir(), 'orientir-release-'));
const problems = [];

try {
  run('git', ['clone', '--quiet', '--local', root, clone], root);
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const names = readdirSync(join(root, 'packages')).filter((name) => !manifest(root, name).private);
  for (const name of names) {
    const dist = join(root, 'packages', name, 'dist');
    if (!existsSync(dist)) throw new Error(`${name} is not built: npm run build`);
    cpSync(dist, join(clone, 'packages', name, 'dist'), { recursive: true });
    const elements = join(root, 'packages', name, 'custom-elements.json');
    if (existsSync(elements)) cpSync(elements, join(clone, 'packages', name, 'custom-elements.json'));
  }
  const before = new Map(names.map((name) => [name, manifest(root, name).version]));
  run('npx', ['changeset', 'version'], clone);

  console.log('Packages');
  const versions = new Map(names.map((name) => [manifest(clone, name).name, manifest(clone, name).version]));
  for (const name of names) {
    const of = manifest(clone, name);
    const [packed] = JSON.parse(
      run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], join(clone, 'packages', name)),
    );
    const kb = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
    console.log(
      `  ${of.name.padEnd(18)} ${before.get(name)} → ${of.version}, ${kb(packed.size)} packed, ${kb(packed.unpackedSize)} unpacked, ${packed.files.length} files, provenance ${of.publishConfig?.provenance === true}, access ${of.publishConfig?.access}`,
    );
    const files = packed.files.map(({ path }) => path);
    for (const wanted of ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json']) {
      if (!files.includes(wanted)) problems.push(`${of.name} lacks ${wanted}`);
    }
    const stray = files.filter(
      (path) => /(^|\/)(test|src)\/|\.test\.|\.ts$/.test(path) && !path.endsWith('.d.ts'),
    );
    if (stray.length > 0) problems.push(`${of.name} would publish ${stray.slice(0, 3).join(', ')}`);
    if (of.publishConfig?.provenance !== true) problems.push(`${of.name} has no provenance`);
    if (of.license !== 'MIT') problems.push(`${of.name} has no licence`);
    for (const [dependency, range] of Object.entries(of.dependencies ?? {})) {
      const ours = versions.get(dependency);
      if (ours !== undefined && range !== ours && range !== `^${ours}`)
        problems.push(`${of.name} wants ${dependency} ${range}, not ${ours}`);
    }
  }

  console.log('\nLicences of everything that a user installs');
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  for (const [name, { version, license }] of [...installed(lock, names)].sort()) {
    console.log(`  ${`${name} ${version}`.padEnd(40)} ${license}`);
    if (!ALLOWED.test(license)) problems.push(`${name} has the licence ${license}`);
  }
} finally {
  rmSync(clone, { recursive: true, force: true });
}
for (const problem of problems) console.log(`PROBLEM: ${problem}`);
console.log(problems.length === 0 ? '\nNothing stands in the way of a release.' : '');
process.exitCode = problems.length === 0 ? 0 : 1;

function manifest(at, name) {
  return JSON.parse(readFileSync(join(at, 'packages', name, 'package.json'), 'utf8'));
}

/** Dependencies of the public packages and theirs, as the lock file has them. */
function installed(lock, names) {
  const found = new Map();
  const queue = names.flatMap((name) =>
    Object.keys(lock[`packages/${name}`].dependencies ?? {}).map((dependency) => [
      `packages/${name}`,
      dependency,
    ]),
  );
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [from, name] = next;
    const place = [`${from}/node_modules/${name}`, `node_modules/${name}`].find(
      (path) => lock[path] !== undefined,
    );
    if (place === undefined || lock[place].link === true || found.has(name)) continue;
    found.set(name, lock[place]);
    for (const dependency of Object.keys(lock[place].dependencies ?? {})) queue.push([place, dependency]);
  }
  return found;
}

function run(command, words, cwd) {
  return execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
