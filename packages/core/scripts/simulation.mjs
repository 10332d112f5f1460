/** What the simulations share: numbers that are the same on every machine, and tables in Markdown. */

/** Uniform on 0..1 (mulberry32). */
export function randomNumbers(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal (Box–Muller), two uniform ones for each. */
export function normalNumbers(random) {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Numbers stand on the right. */
export function printTable(head, rows) {
  for (const row of [head, head.map(() => '---:'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Bands of a probability and what was true in each: calibration. */
export function printCalibration(rows, { of, truth, isTrue, percent }) {
  const BANDS = [0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0001];
  printTable(
    ['probability', of, 'mean probability', truth],
    BANDS.slice(1).map((high, band) => {
      const inside = rows.filter(({ probability }) => probability >= BANDS[band] && probability < high);
      return [
        `${percent(BANDS[band])}–${percent(Math.min(1, high))}`,
        inside.length,
        percent(mean(inside.map(({ probability }) => probability))),
        percent(mean(inside.map((row) => (isTrue(row) ? 1 : 0)))),
      ];
    }),
  );
}
