import { NOT_ADMINISTERED, NOT_TAUGHT } from '@orientir/core/assessment';
import { TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { section } from './section.mjs';

const [rows, items, groups] = process.argv.slice(2, 5).map(Number);
const missing = process.argv[5] === 'untaught' ? NOT_TAUGHT : NOT_ADMINISTERED;
const block = columnsOf(rows, items, groups, { missing });
const tally = await section(() => {
  const sum = new TallySum({ crossTables: false });
  sum.addBlock(block);
  return sum.tally();
});
// The sums that SQL computes, out of the counts: pupils, points, squares, complete pupils, their points.
const sums = [0, 0, 0, 0, 0];
for (const { counts } of tally.assessments.get('columns').groups.values()) {
  const { responses, complete } = counts;
  for (let i = responses.from; i < responses.to; i++) {
    const code = responses.keys[i] & 255;
    if (code > 250) continue;
    sums[0] += responses.counts[i];
    sums[1] += (responses.counts[i] * code) / 2;
    sums[2] += (responses.counts[i] * code * code) / 4;
  }
  if (complete === undefined) continue;
  for (let i = complete.totals.from; i < complete.totals.to; i++) {
    sums[3] += complete.totals.counts[i];
    sums[4] += (complete.totals.counts[i] * (complete.totals.keys[i] & 16_383)) / 2;
  }
}
console.log(sums.join(' '));
