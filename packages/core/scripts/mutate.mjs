// Mutation testing room by room: `npm run mutate -- risk tally`, or all rooms of `ROOMS` without a name; `risk/judge` is one
// file. A mutant of a room is tried by the room's own tests, its laws and its oracles only: what stands above would kill
// some more, slowly. File by file, since only what is being mutated is instrumented: inner loops that count how often they
// are entered take ten times as long, and every mutant of the room would wait for them. `MUTATE_TESTS='src/risk/judge*.test.ts'`
// before the command: by these tests only (several with |). They kill no more than all do, and sooner; asked again without, the
// rest is tried by all tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Rooms, and tests elsewhere that speak of them besides `test/{laws,oracle}/ROOM.*`. */
const ROOMS = {
  foundation: ['test/oracle/sha-256.oracle.test.ts'],
  statistics: [],
  tally: ['test/laws/sparse-counts.laws.test.ts', 'test/laws/count-block.laws.test.ts'],
  'solve-rates': ['test/oracle/item-analysis.oracle.test.ts'],
  comparisons: [],
  scaling: [],
  context: [],
  risk: [],
  objectivity: [],
  disclosure: [],
  matching: [],
  support: [],
  'school-profile': [],
};

/** In the order of the columns. */
const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];
const FOLDER = '../../.stryker';
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => filesOf(name).length === 0);
if (unknown.length > 0) {
  console.error(`no such room or file: ${unknown.join(', ')}; rooms: ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}
mkdirSync(FOLDER, { recursive: true });
const base = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const names = asked.length > 0 ? asked : Object.keys(ROOMS);
const results = names.map((name) => ({ name, counts: sum(filesOf(name).map(mutated)) }));
for (const { name, counts } of results) console.log(row(name, counts));
process.exit(results.every(({ counts }) => scoreOf(counts) >= base.thresholds.break) ? 0 : 1);

/** Files of a room, or the one file, without `.ts`, from `src`. */
function filesOf(name) {
  const [room] = name.split('/');
  if (!Object.hasOwn(ROOMS, room)) return [];
  return readdirSync(`src/${room}`, { recursive: true })
    .filter((file) => /^(?!(.*\/)?index\.ts$)(?!.*\.test\.ts$).*\.ts$/.test(file))
    .map((file) => `${room}/${file.slice(0, -'.ts'.length)}`)
    .filter((file) => name === room || name === file)
    .sort();
}

/** Mutants of a file by what became of them. */
function mutated(file) {
  const [room] = file.split('/');
  const name = file.replaceAll('/', '.');
  const config = `${FOLDER}/${name}.config.json`;
  const own = {
    ...base,
    mutate: [`src/${file}.ts`],
    concurrency: Number(process.env.MUTATE_AT_ONCE ?? Math.max(1, cpus().length)),
    thresholds: { ...base.thresholds, break: null },
    incrementalFile: `${FOLDER}/${name}.incremental.json`,
    jsonReporter: { fileName: `${FOLDER}/${name}.json` },
  };
  writeFileSync(config, JSON.stringify(own, null, 2));
  const ofRoom = [`src/${room}/**/*.test.ts`, `test/{laws,oracle}/${room}.*.test.ts`, ...ROOMS[room]];
  const tests = process.env.MUTATE_TESTS ?? ofRoom.join('|');
  const { status } = spawnSync('npx', ['stryker', 'run', config], {
    stdio: 'inherit',
    env: { ...process.env, MUTATE_TESTS: tests, PROPERTY_TIMES: '0.25' },
  });
  if (status !== 0) process.exit(1);
  const report = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
  const mutants = Object.values(report.files).flatMap((of) => of.mutants);
  return STATUSES.map((status) => mutants.filter((mutant) => mutant.status === status).length);
}

function sum(files) {
  return STATUSES.map((_, at) => files.reduce((all, counts) => all + counts[at], 0));
}

function scoreOf([killed, late, survived, bare]) {
  const all = killed + late + survived + bare;
  return all === 0 ? 100 : (100 * (killed + late)) / all;
}

/** One row of the table of docs/mutation.md. */
function row(name, counts) {
  return `| ${name} | ${scoreOf(counts).toFixed(1)} % | ${counts.join(' | ')} |`;
}
