/** 2,000 tallies of schools: reading and writing their texts, and merging them. */
import { formatTally, parseTally, TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { section } from './section.mjs';

const [mode, schools] = process.argv.slice(2);
const texts = Array.from({ length: Number(schools) }, (_, school) => {
  const sum = new TallySum();
  const block = columnsOf(150, 20, 6);
  const shifted = block.points.map((column) => column.map((_, row) => column[(row + school * 7) % 150]));
  sum.addBlock({
    ...block,
    units: block.units.map((unit) => ({ ...unit, school: `s${school}` })),
    points: shifted,
  });
  return formatTally(sum.tally());
});
const read = () => texts.map((text) => parseTally(text).tally);
const result =
  mode === 'merge'
    ? await (async () => {
        const tallies = read();
        return section(() => {
          const sum = new TallySum();
          for (const tally of tallies) sum.addTally(tally);
          return formatTally(sum.tally()).length;
        });
      })()
    : await section(() => read().reduce((length, tally) => length + formatTally(tally).length, 0));
console.log(result > 0 ? `${texts.length} tallies` : '');
