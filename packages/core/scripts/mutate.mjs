// Mutation testing room by room: `npm run mutate -- risk tally`, or all rooms of `ROOMS` without a name. A mutant of a
// room is tried by the room's own tests, its laws and its oracles only: what stands above would kill some more, slowly.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const FOLDER = '../../.stryker';
const asked = process.argv.slice(2);
const unknown = asked.filter((room) => !Object.hasOwn(ROOMS, room));
if (unknown.length > 0) {
  console.error(`no such room: ${unknown.join(', ')}; rooms: ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}
mkdirSync(FOLDER, { recursive: true });
const base = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const rooms = asked.length > 0 ? asked : Object.keys(ROOMS);
const failed = rooms.filter((room) => !mutated(room));
for (const room of rooms) {
  console.log(row(room));
}
process.exit(failed.length > 0 ? 1 : 0);

function mutated(room) {
  const config = `${FOLDER}/${room}.config.json`;
  const own = {
    ...base,
    mutate: [`src/${room}/**/*.ts`, '!src/**/*.test.ts', '!src/**/index.ts'],
    concurrency: Number(process.env.MUTATE_AT_ONCE ?? Math.max(1, cpus().length)),
    incrementalFile: `${FOLDER}/${room}.incremental.json`,
    jsonReporter: { fileName: `${FOLDER}/${room}.json` },
  };
  writeFileSync(config, JSON.stringify(own, null, 2));
  const tests = [`src/${room}/**/*.test.ts`, `test/{laws,oracle}/${room}.*.test.ts`, ...ROOMS[room]];
  return (
    spawnSync('npx', ['stryker', 'run', config], {
      stdio: 'inherit',
      env: { ...process.env, MUTATE_TESTS: tests.join('|') },
    }).status === 0
  );
}

/** One row of the table of docs/mutation.md. */
function row(room) {
  const report = JSON.parse(readFileSync(`${FOLDER}/${room}.json`, 'utf8'));
  const count = (status) =>
    Object.values(report.files)
      .flatMap((file) => file.mutants)
      .filter((mutant) => mutant.status === status).length;
  const [killed, late, survived, bare] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count);
  const score = (100 * (killed + late)) / (killed + late + survived + bare);
  return `| ${room} | ${score.toFixed(1)} % | ${killed} | ${late} | ${survived} | ${bare} |`;
}
