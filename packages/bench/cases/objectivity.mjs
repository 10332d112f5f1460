/**
 * Doubtful results of the schools of one region, every outcome walked through. A generator makes one work after the other, as a run
 * over tallies does; the time that making them up costs is taken off, and with `made-up` behind the numbers they are only made, for their
 * memory.
 */
import { objectivityOf } from '@orientir/core/objectivity';
import { summarise, TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { sectionOver } from './section.mjs';

const [schools, subjects, years] = process.argv.slice(2).map(Number);
const onlyMade = process.argv[5] === 'made-up';
const PUPILS = 25;

function* summaries() {
  for (let subject = 0; subject < subjects; subject++) {
    for (let year = 0; year < years; year++) {
      const block = columnsOf(PUPILS * schools, 20, schools, { missing: false });
      const assessment = {
        ...block.assessment,
        id: `w-${subject}-${year}`,
        subject: `Предмет ${subject}`,
        grade: 5,
        schoolYear: `${2023 + year}/${2024 + year}`,
        markScale: [
          { mark: 2, min: 0 },
          { mark: 3, min: 14 },
          { mark: 4, min: 20 },
          { mark: 5, min: 25 },
        ],
      };
      const journalMark = block.journalMark.map((_, row) => 2 + (((row * 7919) % 13) >> 2));
      const units = Array.from({ length: schools }, (_, school) => ({ region: 'Р', school: `s${school}` }));
      const sum = new TallySum();
      sum.addBlock({ ...block, assessment, units, journalMark });
      yield* summarise(sum.tally());
    }
  }
}

const outcomes = sectionOver(summaries(), (made) => {
  let count = 0;
  if (onlyMade) for (const { groups } of made) count += groups.length;
  else
    for (const { result } of objectivityOf(made, { shared: false }).own)
      if (result.kind === 'tested') count++;
  return count;
});
console.log(outcomes);
