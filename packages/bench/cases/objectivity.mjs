/** Doubtful results of the schools of one region, every outcome walked through. The summaries stand before the clock starts. */
import { objectivityOf } from '@orientir/core/objectivity';
import { summarise, TallySum } from '@orientir/core/tally';
import { columnsOf } from './columns.mjs';
import { section } from './section.mjs';

const [schools, subjects, years] = process.argv.slice(2).map(Number);
const PUPILS = 25;

const sum = new TallySum();
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
    sum.addBlock({ ...block, assessment, units, journalMark });
  }
}
const tally = sum.tally();
const summaries = summarise(tally);
const outcomes = await section(() => {
  let tested = 0;
  for (const { result } of objectivityOf(summaries, { shared: tally.shared }).own) {
    if (result.kind === 'tested') tested++;
  }
  return tested;
});
console.log(outcomes);
