/** The tally with item × total and everything computed from it. */
import { analyse } from '@orientir/core/analysis';
import { TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { section } from './section.mjs';

const [rows, items, groups] = process.argv.slice(2).map(Number);
const block = columnsOf(rows, items, groups, { missing: false });
const { testResults, itemStatistics } = await section(() => {
  const sum = new TallySum();
  sum.addBlock(block);
  return analyse(sum.tally());
});
const all = testResults.find(({ level }) => level === 'all');
console.log(all.n ?? all.wrote, all.alpha.kind, itemStatistics[0].itemRestR.kind);
