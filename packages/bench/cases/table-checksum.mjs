/** The checksum of `csv-duckdb.mjs` over a solve-rates.csv of ours: rows, n, points, rates, ends of Wilson intervals. */
import { readFileSync } from 'node:fs';

export function tableChecksum(file) {
  const [head, ...lines] = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  const at = (name) => head.split(',').indexOf(name);
  const [n, points, max, rate, low, high] = ['n', 'points', 'max_points', 'solve_rate', 'low', 'high'].map(
    at,
  );
  const sums = [0, 0, 0, 0, 0, 0];
  for (const line of lines) {
    const cells = line.split(',');
    if (!(Number(cells[n]) > 0)) continue;
    sums[0]++;
    sums[1] += Number(cells[n]);
    sums[2] += Number(cells[points]);
    sums[3] += Number(cells[rate]);
    if (cells[max] !== '1') continue;
    sums[4] += Number(cells[low]);
    sums[5] += Number(cells[high]);
  }
  return sums.map((value) => value.toPrecision(9)).join(' ');
}
