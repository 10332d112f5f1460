/**
 * `npm run bench`: every case in a process of its own, ours and the peers in turn, three runs, the median. Speed is CPU
 * time (user + system, all threads); ratios to peers are what counts, for machines differ.
 *
 * `npm run bench -- xlsx tally` runs only these. `--write` puts the tables into docs/bench.md, which only a run of all can fill.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { tableChecksum } from './cases/table-checksum.mjs';
import { regionCsv, regionXlsx } from './data.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const cli = join(here, '..', 'cli', 'dist', 'orientir.js');
const words = process.argv.slice(2);
const chosen = words.filter((word) => !word.startsWith('--'));
const isWritten = words.includes('--write');
if (isWritten && chosen.length > 0) {
  console.log(`--write replaces all of docs/bench.md, so it needs all parts, not only ${chosen.join(', ')}`);
  process.exit(2);
}
const RUNS = 3;
const RATES = ['--tables', 'solve-rates,tests', '--force'];
/** What a process used is printed when it ends, by itself. */
const METER = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('used '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+u.maxRSS/1024+'\\n')})`;

const folder = mkdtempSync(join(tmpdir(), 'orientir-bench-'));
const lines = [];
try {
  const versions = ['hucre', 'read-excel-file', 'xlsx', 'exceljs', '@duckdb/node-api', 'highs'].map(
    (name) => `${name} ${versionOf(name)}`,
  );
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}; ${versions.join(', ')}`,
  );
  say(`CPU seconds of whole processes, median of ${RUNS}; ratio = ours / peer; goal met: yes or no.`);
  const parts = { xlsx, csv, tally, merge, million, analysis, risk, matching, browser, bytes, plans, page };
  for (const [name, part] of Object.entries(parts))
    if (chosen.length === 0 || chosen.includes(name)) await part();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (isWritten) {
  writeFileSync(
    join(root, 'docs', 'bench.md'),
    `# Speed\n\nWritten by \`npm run bench -- --write\`, ${new Date().toISOString().slice(0, 10)}.\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`,
  );
}

async function xlsx() {
  const file = await regionXlsx(join(folder, 'xlsx'), 50_000);
  const out = join(folder, 'out');
  title(`Workbook, 50,000 rows × 25 columns, ${Math.round(statSync(file).size / 1e6)} MB`);
  const found = await race({
    ours: ['cases/xlsx-ours.mjs', file],
    'ours: analyze, everything written': [cli, 'analyze', dirname(file), '--out', out],
    hucre: ['cases/xlsx-hucre.mjs', file],
    'read-excel-file': ['cases/xlsx-read-excel-file.mjs', file],
    'SheetJS dense': ['cases/xlsx-sheetjs.mjs', file],
    'exceljs stream': ['cases/xlsx-exceljs.mjs', file],
  });
  const peers = ['hucre', 'read-excel-file', 'SheetJS dense', 'exceljs stream'];
  equal(['ours', ...peers].map((name) => found[name].checksum));
  const fastest = Math.min(...peers.map((name) => found[name].cpu));
  const smallest = Math.min(...peers.map((name) => found[name].memory));
  ratio('reading / fastest peer', found.ours.cpu / fastest, 1 / 3);
  ratio('reading, memory / smallest peer', found.ours.memory / smallest, 1.2);
  ratio(
    'whole analyze / fastest peer merely reading',
    found['ours: analyze, everything written'].cpu / fastest,
    1,
  );
}

async function csv() {
  const file = await regionCsv(join(folder, 'region'), 300_000);
  const large = await regionCsv(join(folder, 'large'), 300_000, { classes: 16 });
  const larger = await regionCsv(join(folder, 'larger'), 1_200_000, { classes: 64 });
  const [few, all, four, sql] = ['few', 'all', 'four', 'sql'].map((name) => {
    const out = join(folder, name);
    mkdirSync(out);
    return out;
  });
  title('Region, csv, 300,000 pupils × 20 items, class … all pupils');
  const found = await race({
    'ours: solve-rates,tests': [cli, 'analyze', dirname(file), '--out', few, ...RATES],
    'ours: everything written': [cli, 'analyze', dirname(file), '--out', all, '--force'],
    'ours: 300,000 in large classes': [cli, 'analyze', dirname(large), '--out', four, ...RATES],
    'ours: 1,200,000 in as many classes': [cli, 'analyze', dirname(larger), '--out', four, ...RATES],
    DuckDB: ['cases/csv-duckdb.mjs', file, sql],
  });
  equal([tableChecksum(join(few, 'solve-rates.csv')), found.DuckDB.checksum]);
  ratio('solve-rates,tests / DuckDB', found['ours: solve-rates,tests'].cpu / found.DuckDB.cpu, 1);
  ratio('everything / DuckDB', found['ours: everything written'].cpu / found.DuckDB.cpu, 2);
  limit('memory, everything written, MB', found['ours: everything written'].memory, 500);
  // Of each pupil 16 bytes stay, in a table that is half full, to find duplicates over all files.
  const further =
    found['ours: 1,200,000 in as many classes'].memory - found['ours: 300,000 in large classes'].memory;
  limit('memory of a further row in classes that are there, bytes', (further * 2 ** 20) / 900_000, 64);
}

async function tally() {
  const sizes = ['6000000', '17', '160000'];
  title('The tally alone, 6,000,000 rows × 17 items, 160,000 groups, in memory');
  const found = await race({
    'ours: counts and totals': ['cases/tally-ours.mjs', ...sizes],
    'ours: with sets of items not taught': ['cases/tally-ours.mjs', ...sizes, 'untaught'],
    'DuckDB: the same counts': ['cases/tally-duckdb.mjs', 'counts', ...sizes],
    'DuckDB: n, sum, sum of squares': ['cases/tally-duckdb.mjs', 'sums', ...sizes],
  });
  equal(Object.values(found).map(({ checksum }) => checksum));
  const { cpu } = found['ours: counts and totals'];
  ratio('ours / DuckDB, the same counts', cpu / found['DuckDB: the same counts'].cpu, 0.5);
  ratio('ours / DuckDB, sums only', cpu / found['DuckDB: n, sum, sum of squares'].cpu);
}

async function merge() {
  title('2,000 tallies of schools, 150 pupils × 20 items each');
  const found = await race({
    'reading and writing': ['cases/merge.mjs', 'texts', '2000'],
    merging: ['cases/merge.mjs', 'merge', '2000'],
  });
  ratio(
    'merging and writing the sum / reading and writing the parts',
    found.merging.cpu / found['reading and writing'].cpu,
    5,
  );
}

async function million() {
  title('Tally with item × total and analysis, 1,000,000 × 20, in memory');
  const found = await race({
    'one group': ['cases/million.mjs', '1000000', '20', '1'],
    '40,000 groups': ['cases/million.mjs', '1000000', '20', '40000'],
  });
  for (const [name, { cpu }] of Object.entries(found)) limit(`${name}, seconds`, cpu, 1.5);
}

async function browser() {
  const file = await regionCsv(join(folder, 'region'), 300_000);
  title('Chromium, 300,000 pupils from csv, in a worker');
  const { analysis } = await race({ analysis: ['cases/browser.mjs', file] });
  limit('seconds after the file is in memory', analysis.wall, 1.5);
  limit('longest time the page stood still, seconds', analysis.second, 0.1);
}

async function page() {
  title('Published plan of 300 measures in Chromium, its processor four times slower');
  const { plan } = await race({ plan: ['cases/plan-page.mjs'] });
  limit('slowest filter or view, seconds until it is drawn', plan.wall, 0.1);
}

async function bytes() {
  title('Bytes of the statistics in a page');
  const { outputFiles } = await build({
    stdin: {
      contents: `export { analyse } from '@orientir/core/analysis'; export { TallySum } from '@orientir/core/tally';`,
      resolveDir: here,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const [{ contents }] = outputFiles;
  limit('kB gzip', gzipSync(contents, { level: 9 }).length / 1000, 15);
  say(`  kB brotli ${(brotliCompressSync(contents).length / 1000).toFixed(1)}`);
}

async function analysis() {
  title('Item comparisons, scaling and disclosure, from tallies');
  const goals = {
    'Mantel–Haenszel, 1,000,000 pupils × 20 items': ['mantel-haenszel', 1],
    'comparisons, 1,000 schools × 40 works × 20 items': ['comparisons', 2],
    'partial credit, 30,000 pupils × 30 items': ['partial-credit', 10],
    'disclosure check, 5,000 published cells': ['audit', 5],
  };
  const found = await race(
    Object.fromEntries(Object.entries(goals).map(([name, [what]]) => [name, ['cases/analysis.mjs', what]])),
  );
  for (const [name, [, most]] of Object.entries(goals)) limit(`${name}, CPU seconds`, found[name].cpu, most);
  const psych = itemAnalysisInR();
  if (psych === undefined) return say('  R with psych is not installed: no peer for the item analysis.');
  say(`  psych ${psych.version}, item analysis of the same data ${psych.cpu.toFixed(2).padStart(6)} s CPU`);
  ratio(
    'Mantel–Haenszel / item analysis of psych',
    found['Mantel–Haenszel, 1,000,000 pupils × 20 items'].cpu / psych.cpu,
    0.1,
  );
}

async function risk() {
  title('Schools with low results, and doubtful results, from summaries');
  const found = await race({
    'risk, 40,000 schools × 10 works × 3 years': ['cases/risk.mjs', '40000', '10', '3'],
    'risk, 60 schools × 5 works × 2 years, Chromium': ['cases/risk-browser.mjs'],
    'objectivity, 40,000 schools × 10 works × 3 years': ['cases/objectivity.mjs', '40000', '10', '3'],
    'three of these works made up, not looked at': ['cases/objectivity.mjs', '40000', '1', '3', 'made-up'],
  });
  const country = found['risk, 40,000 schools × 10 works × 3 years'];
  const doubtful = found['objectivity, 40,000 schools × 10 works × 3 years'];
  limit('risk and objectivity of the country, seconds', country.cpu + doubtful.cpu, 3);
  limit('risk alone, seconds', country.cpu, 3);
  limit('memory of risk, MB', country.memory, 500);
  const { memory } = found['three of these works made up, not looked at'];
  limit('memory of objectivity, without what making up the works takes, MB', doubtful.memory - memory, 500);
  const page = found['risk, 60 schools × 5 works × 2 years, Chromium'];
  limit('60 schools in a page that was just opened, seconds', page.wall, 0.05);
  limit('60 schools with another border after that, seconds', page.second, 0.05);
}

async function matching() {
  title('Teachers and offers: value of the plan, and the bound that the prices of seats prove');
  const town = ['300', '60', '2', '1'];
  const small = await race({
    'ours, 300 teachers × 60 offers': ['cases/matching.mjs', 'ours', ...town],
    greedy: ['cases/matching.mjs', 'greedy', ...town],
    'HiGHS (wasm), exact': ['cases/matching.mjs', 'highs', ...town],
  });
  const [value, bound] = numbers(small['ours, 300 teachers × 60 offers'].checksum);
  const [best] = numbers(small['HiGHS (wasm), exact'].checksum);
  const [greedy] = numbers(small.greedy.checksum);
  say(`  value: ours ${value}, bound ${bound}; greedy ${greedy}; optimum by HiGHS ${best}`);
  ratio(
    'CPU / HiGHS',
    small['ours, 300 teachers × 60 offers'].cpu / small['HiGHS (wasm), exact'].cpu,
    undefined,
  );
  const region = ['10000', '800', '6', '4'];
  const large = await race({
    'ours, 10,000 teachers × 800 offers': ['cases/matching.mjs', 'ours', ...region],
    greedy: ['cases/matching.mjs', 'greedy', ...region],
  });
  const ours = large['ours, 10,000 teachers × 800 offers'];
  const [got, most] = numbers(ours.checksum);
  const [simple] = numbers(large.greedy.checksum);
  say(`  value: ours ${got}, bound ${most}; greedy ${simple}; HiGHS does not answer within minutes`);
  limit('certified gap, percent of the bound', (100 * (most - got)) / most, 0.1);
  limit('CPU seconds', ours.cpu, 10);
  limit('memory, MB', ours.memory, 300);
  const { checksum: second, ...whole } = await child(['cases/matching.mjs', 'staged', ...region]);
  const [met, atMost] = numbers(second);
  say(`  the same in stages, once: ${whole.cpu.toFixed(0)} s CPU; all needs: value ${met}, bound ${atMost}`);
  limit('certified gap of all needs, percent of the bound', (100 * (atMost - met)) / atMost, 0.1);
  const { checksum, ...nation } = await child(['cases/matching.mjs', 'ours', '100000', '5000', '12', '12']);
  const [plan, ceiling] = numbers(checksum);
  say(
    `  100,000 × 5,000, once: value ${plan}, bound ${ceiling} (gap ${((100 * (ceiling - plan)) / ceiling).toFixed(3)} %), ${nation.cpu.toFixed(0)} s CPU, ${nation.memory.toFixed(0)} MB`,
  );
}

function numbers(text) {
  return text.split(' ').map(Number);
}

/** Once: it takes half a minute. */
function itemAnalysisInR() {
  const version = spawnSync('Rscript', ['-e', 'cat(as.character(packageVersion("psych")))'], {
    encoding: 'utf8',
  });
  if (version.status !== 0) return undefined;
  const { stdout } = spawnSync('Rscript', [join(here, 'cases', 'item-analysis.R')], { encoding: 'utf8' });
  const cpu = /^section (\S+)/m.exec(stdout)?.[1];
  return cpu === undefined ? undefined : { version: version.stdout.trim(), cpu: Number(cpu) };
}

async function plans() {
  title('Plans');
  const goals = {
    'a .docx of 2,000 rows read': ['docx', 1],
    '10,000 measures validated': ['validate', 0.2],
    'occurrences of 10,000 deadlines over three years': ['occurrences', 0.1],
    'coverage of 5,000 findings by 5,000 measures': ['coverage', 0.2],
  };
  const found = await race(
    Object.fromEntries(Object.entries(goals).map(([name, [what]]) => [name, ['cases/plans.mjs', what]])),
  );
  for (const [name, [, most]] of Object.entries(goals)) limit(`${name}, seconds`, found[name].wall, most);
}

async function race(cases) {
  const runs = new Map(Object.keys(cases).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, line] of Object.entries(cases)) runs.get(name).push(await child(line));
  }
  const found = {};
  for (const [name, of] of runs) {
    const median = (key) => of.map((each) => each[key]).sort((a, b) => a - b)[1];
    equal(of.map(({ checksum }) => checksum));
    found[name] = {
      cpu: median('cpu'),
      wall: median('wall'),
      memory: median('memory'),
      second: median('second'),
      checksum: of[0].checksum,
    };
    const { cpu, wall, memory } = found[name];
    say(
      `  ${name.padEnd(48)} ${cpu.toFixed(2).padStart(6)} s CPU ${wall.toFixed(2).padStart(6)} s ${memory.toFixed(0).padStart(6)} MB`,
    );
  }
  return found;
}

function child([script, ...rest]) {
  return new Promise((done, failed) => {
    const started = performance.now();
    const process_ = spawn(process.execPath, ['--import', METER, script, ...rest], { cwd: here });
    let printed = '';
    let errors = '';
    process_.stdout.on('data', (data) => {
      printed += data;
    });
    process_.stderr.on('data', (data) => {
      errors += data;
    });
    process_.on('close', (status) => {
      const used = /used (\S+) (\S+)/.exec(errors);
      if (used === null || status > (script === cli ? 1 : 0))
        return failed(new Error(`${script} ends with ${status}\n${errors}`));
      const section = /^section (\S+) (\S+)$/m.exec(printed);
      const browserTimes = /^browser (\S+) (\S+)$/m.exec(printed);
      done({
        cpu: Number((section ?? used)[1]),
        wall: Number(section?.[2] ?? browserTimes?.[1] ?? (performance.now() - started) / 1000),
        memory: Number(used[2]),
        second: Number(browserTimes?.[2] ?? 0),
        checksum: printed.replace(/^(section|browser) .*\n/gm, '').trim(),
      });
    });
  });
}

function equal(checksums) {
  if (new Set(checksums).size > 1) throw new Error(`results differ:\n${checksums.join('\n')}`);
}

function ratio(name, value, goal) {
  say(
    `  ${name}: ${value.toFixed(2)}${goal === undefined ? '' : `, goal ${goal.toFixed(2)}: ${value <= goal ? 'yes' : 'NO'}`}`,
  );
}

function limit(name, value, most) {
  say(`  ${name}: ${value.toFixed(2)}, goal ${most}: ${value <= most ? 'yes' : 'NO'}`);
}

function title(text) {
  say('');
  say(text);
}

function say(line) {
  console.log(line);
  lines.push(line);
}

function versionOf(name) {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = places.map((path) => join(path, name, 'package.json')).find((path) => existsSync(path));
  return JSON.parse(readFileSync(found ?? '', 'utf8')).version;
}
