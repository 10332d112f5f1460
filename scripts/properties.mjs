/**
 * Looks for inputs that property tests do not hold for: each is tried many times as often as in `npm test`, from another seed.
 *
 *     npm run properties                                   20 times the runs, a seed of the moment
 *     npm run properties -- --times 100 --seed 7 matching  those in files whose path has «matching»
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '20' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
let failed = false;
for (const name of readdirSync('packages')) {
  const folder = join('packages', name);
  const tests = testsIn(folder).filter((file) => positionals.every((part) => file.includes(part)));
  if (tests.length === 0) continue;
  console.log(`${folder}: ${tests.length} files, ${values.times} times the runs, seed ${seed}`);
  const { status } = spawnSync('npx', ['vitest', 'run', '--testTimeout=36000000', ...tests], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_TIMES: values.times, PROPERTY_SEED: seed },
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

/** Test files with properties, by path inside the package. */
function testsIn(folder) {
  return ['src', 'test'].flatMap((part) =>
    (existsSync(join(folder, part)) ? readdirSync(join(folder, part), { recursive: true }) : [])
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(part, file))
      .filter((file) => readFileSync(join(folder, file), 'utf8').includes("from 'fast-check'")),
  );
}
