/** The tally with item × total, summed up to every level, and alpha and item–rest correlations of the whole from it. */
import { alpha, itemRestCorrelation, workMoments } from '@orientir/core/solve-rates';
import { summarise, TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { section } from './section.mjs';

const [rows, items, groups] = process.argv.slice(2).map(Number);
const block = columnsOf(rows, items, groups, { missing: false });
const figures = await section(() => {
  const sum = new TallySum();
  sum.addBlock(block);
  const [work] = summarise(sum.tally());
  const moments = workMoments(work.groups.find(({ level }) => level === 'all').counts.complete);
  return [alpha(moments), ...moments.items.map((item) => itemRestCorrelation(moments, item))];
});
console.log(figures.map(({ estimate }) => estimate.toFixed(9)).join(' '));
