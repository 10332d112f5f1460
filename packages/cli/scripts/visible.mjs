/**
 * How much of a sample region is still there in public, table by table, as the table of docs/disclosure.md.
 *
 * Usage: npm run visible -w orientir [-- schools]; after a build.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIGURES = {
  'solve-rates': ['solve_rate', 'full_share', 'zero_share'],
  tests: [
    ...['mean', 'sd', 'alpha', 'sem', 'share_2', 'share_3', 'share_4', 'share_5'],
    ...['below_minimum', 'lowered', 'confirmed', 'raised'],
  ],
  sections: ['solve_rate'],
};
const LEAST_PUPILS = 20;

const schools = process.argv[2] ?? '60';
const folder = mkdtempSync(join(tmpdir(), 'orientir-visible-'));
const at = (...path) => join(folder, ...path);
try {
  orientir('sample', '--schools', schools, '--out', at('in'));
  orientir('analyze', at('in'), '--out', at('whole'));
  orientir('analyze', at('in'), '--out', at('open'), '--public');
  const pupils = new Map(rowsOf('whole', 'tests').map((row) => [groupOf(row), Number(row.n)]));
  console.log(
    `| ${schools} schools | schools with ${LEAST_PUPILS} pupils or more | municipalities |\n|---|---|---|`,
  );
  for (const table of Object.keys(FIGURES)) {
    const isLarge = (row) => row.level === 'school' && (pupils.get(groupOf(row)) ?? 0) >= LEAST_PUPILS;
    const shares = [isLarge, (row) => row.level === 'municipality'].map((isMeant) => visible(table, isMeant));
    console.log(`| \`${table}.csv\` | ${shares.join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function visible(table, isMeant) {
  const count = (rows) =>
    rows
      .filter(isMeant)
      .reduce((sum, row) => sum + FIGURES[table].filter((figure) => row[figure] !== '').length, 0);
  const [whole, open] = [count(rowsOf('whole', table)), count(rowsOf('open', table))];
  return `${((open / whole) * 100).toFixed(1)} % of ${whole}`;
}

function groupOf({ assessment, level, unit }) {
  return [assessment, level, unit].join('|');
}

function orientir(...words) {
  const program = fileURLToPath(new URL('../dist/orientir.js', import.meta.url));
  try {
    execFileSync(process.execPath, [program, ...words], { stdio: 'pipe' });
  } catch (error) {
    // The sample has planted defects: rows that are refused give status 1.
    if (error.status !== 1) throw error;
  }
}

/** Rows as objects; cells of these tables hold no quotes inside quotes and no line breaks. */
function rowsOf(run, table) {
  const [columns, ...rows] = readFileSync(at(run, `${table}.csv`), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g), ([, quoted, bare]) => quoted ?? bare ?? ''),
    );
  return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ''])));
}
