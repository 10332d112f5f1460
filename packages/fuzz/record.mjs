/** The table of last runs in docs/fuzz.md. */

const HEAD = '| Target | Date | Seed | Inputs | Seconds | Slowest, ms | Heap, MB | Findings |';

/** The page with the rows of these runs: they take the places of earlier rows of their targets. */
export function recorded(page, runs) {
  const lines = page.split('\n');
  const first = lines.indexOf(HEAD) + 2;
  if (first < 2) throw new Error('docs/fuzz.md has no table of runs');
  const after = lines.findIndex((line, at) => at >= first && !line.startsWith('|'));
  const rows = new Map(lines.slice(first, after).map((line) => [line.split('|')[1].trim(), line]));
  for (const run of runs) rows.set(run.name, rowOf(run));
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
  return [...lines.slice(0, first), ...sorted, ...lines.slice(after)].join('\n');
}

function rowOf({ name, date, seed, inputs, seconds, slowest, growth, findings }) {
  const heap = Math.round(growth);
  const cells = [name, date, seed, inputs.toLocaleString('en'), Math.round(seconds), Math.round(slowest)];
  return `| ${[...cells, heap > 0 ? `+${heap}` : heap || 0, findings].join(' | ')} |`;
}
