/**
 * `npm run fuzz`: a million damaged inputs for each target, the same ones for the same seed.
 *
 *     npm run fuzz -- [targets…] [--inputs 1000000] [--seed 1] [--write]
 *
 * A worker for each target; the parent ends one that stands still. `--write` puts the results into the table of docs/fuzz.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Random } from './random.mjs';
import { recorded } from './record.mjs';

const STANDSTILL = 20_000;
const BATCH = 2000;
const LEAK = 150;

if (isMainThread) await main();
else await work(workerData);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  });
  const { TARGETS } = await import('./targets.mjs');
  const names = positionals.length > 0 ? positionals : Object.keys(TARGETS);
  const unknown = names.find((name) => !Object.hasOwn(TARGETS, name));
  if (unknown !== undefined) {
    console.log(`no target ${unknown}; there are: ${Object.keys(TARGETS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const inputs = Number(values.inputs);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed) || seed < 0) {
    console.log(`--inputs ${values.inputs} --seed ${values.seed}: whole numbers are needed, inputs from 1`);
    process.exitCode = 2;
    return;
  }
  const runs = [];
  const date = new Date().toISOString().slice(0, 10);
  let failed = 0;
  const queue = [...names];
  await Promise.all(
    Array.from({ length: Math.max(1, Math.min(names.length, cpus().length)) }, async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const result = await run({ name, inputs, seed });
        runs.push({ ...result.run, date, seed });
        console.log(result.line);
        for (const finding of result.findings) {
          failed++;
          console.log(`  ${finding}`);
        }
      }
    }),
  );
  if (values.write && failed === 0) {
    const page = fileURLToPath(new URL('../../docs/fuzz.md', import.meta.url));
    writeFileSync(page, recorded(readFileSync(page, 'utf8'), runs));
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

function run(job) {
  return new Promise((done) => {
    const started = performance.now();
    const worker = new Worker(new URL(import.meta.url), { workerData: job });
    const findings = [];
    let inputs = 0;
    let slowest = 0;
    let growth = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      if (performance.now() - last < STANDSTILL) return;
      findings.push(`stands still after input ${inputs}`);
      worker.terminate();
    }, 1000);
    worker.on('message', (message) => {
      last = performance.now();
      ({ inputs, slowest, growth } = message);
      if (message.finding !== undefined && findings.length < 20) findings.push(message.finding);
    });
    worker.on('error', (error) => findings.push(String(error.stack)));
    worker.on('exit', () => {
      clearInterval(watch);
      if (growth > LEAK) findings.push(`memory grew by ${growth.toFixed(0)} MB`);
      const seconds = (performance.now() - started) / 1000;
      done({
        findings,
        run: { name: job.name, inputs, seconds, slowest, growth, findings: findings.length },
        line: `${job.name.padEnd(16)} ${String(inputs).padStart(8)} inputs ${seconds.toFixed(0).padStart(5)} s, slowest ${slowest.toFixed(0).padStart(4)} ms, heap ${growth >= 0 ? '+' : ''}${growth.toFixed(0)} MB, ${findings.length} findings`,
      });
    });
  });
}

async function work({ name, inputs, seed }) {
  const { TARGETS } = await import('./targets.mjs');
  const { input, check, end, together = 1 } = TARGETS[name];
  let slowest = 0;
  let told = performance.now();
  let base;
  let growth = 0;
  for (let i = 0; i < inputs; i += together) {
    // Each input has a seed of its own, so that a finding can be tried alone.
    const made = Array.from({ length: Math.min(together, inputs - i) }, (_, k) =>
      input(new Random(seed * 1_000_003 + i + k)),
    );
    const before = performance.now();
    let finding;
    let longest;
    try {
      longest = await check(together === 1 ? made[0] : made);
    } catch (error) {
      finding = `${name} input ${i + (error.place ?? 0)} (seed ${seed}): ${error.stack?.split('\n').slice(0, 4).join(' ')}`;
    }
    // Of inputs that are tried together the target says itself how long one took.
    slowest = Math.max(slowest, together === 1 ? performance.now() - before : (longest ?? 0));
    const done = i + made.length;
    if (Math.floor(done / BATCH) > Math.floor(i / BATCH)) {
      const heap = process.memoryUsage().heapUsed / 1e6;
      // The lowest of the first tenth against the lowest since.
      if (i < inputs / 10) base = Math.min(base ?? heap, heap);
      growth = i > inputs * 0.8 ? Math.min(growth || heap - (base ?? heap), heap - (base ?? heap)) : 0;
    }
    if (finding === undefined && done < inputs && performance.now() - told < 1000) continue;
    told = performance.now();
    parentPort.postMessage({ inputs: done, slowest, growth, finding });
  }
  await end?.();
}
