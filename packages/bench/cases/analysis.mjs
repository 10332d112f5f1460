/** Item comparisons, scaling and the disclosure check at the size of a region. The tally stands before the clock starts. */
import { analyseFully } from '@orientir/core/analysis';
import { dif, netDifferences } from '@orientir/core/comparisons';
import { audit, publishedOf } from '@orientir/core/disclosure';
import { itemDifficulties, scoreCounts } from '@orientir/core/scaling';
import { merge, summarise, TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { section } from './section.mjs';

const maximaOf = ({ items }) => items.map(({ maxPoints }) => maxPoints);

function tallyOf(block) {
  const sum = new TallySum();
  sum.addBlock(block);
  return sum.tally();
}

/** The same work under another name, its units in other schools. */
function workOf(index, rows, groups) {
  const block = columnsOf(rows, 20, groups, { missing: false });
  return { ...block, assessment: { ...block.assessment, id: `work-${index}` } };
}

const [what] = process.argv.slice(2);
if (what === 'mantel-haenszel') {
  const block = columnsOf(1_000_000, 20, 2, { missing: false });
  const value = Uint32Array.from(
    { length: block.rows },
    (_, row) => 1 + ((row * 2_654_435_761) % 7 < 3 ? 1 : 0),
  );
  const [work] = summarise(tallyOf({ ...block, groupings: [{ column: 'sex', values: ['м', 'ж'], value }] }));
  const [one, other] = work.groupings.map(({ counts }) => counts.complete);
  const found = await section(() => [
    dif(one, other, maximaOf(block.assessment)),
    netDifferences(one, other, maximaOf(block.assessment)),
  ]);
  console.log(found[0].map(({ statistic }) => statistic.toFixed(6)).join(' '));
} else if (what === 'comparisons') {
  // A thousand schools of one class each, forty works.
  const works = Array.from({ length: 40 }, (_, index) => workOf(index, 25_000, 16_000 / 16));
  const tally = merge(
    ...works.map((block) =>
      tallyOf({ ...block, units: block.units.map((_, g) => ({ region: 'Р', school: `s${g}`, class: 'А' })) }),
    ),
  );
  const analysis = analyseFully(tally);
  const count = await section(() => {
    let rows = 0;
    for (const { q = 1 } of analysis.comparisonResults) rows += q <= 1 ? 1 : 0;
    return rows;
  });
  console.log(count);
} else if (what === 'partial-credit') {
  const block = columnsOf(30_000, 30, 1, { missing: false });
  const [work] = summarise(tallyOf(block));
  const { complete } = work.groups.find(({ level }) => level === 'all').counts;
  const scale = await section(() => itemDifficulties(scoreCounts(complete)));
  console.log(scale.items.map(({ difficulty }) => difficulty.estimate.toFixed(4)).join(' '));
} else {
  // About five thousand published cells: eighty schools of eight municipalities on a work of twenty items.
  const block = columnsOf(8000, 20, 80, { missing: false });
  const units = block.units.map((_, g) => ({ region: 'Р', municipality: `М${g % 8}`, school: `s${g}` }));
  const published = publishedOf(analyseFully(tallyOf({ ...block, units })));
  const cells = published.tables.reduce(
    (sum, { rows }) =>
      sum + [...rows].reduce((of, row) => of + row.filter((cell) => typeof cell === 'number').length, 0),
    0,
  );
  const report = await section(() => audit(published));
  if (cells < 5000) throw new Error(`only ${cells} cells`);
  console.log(report.recovered.length);
}
