/** Schools with low results at the size of a country: a generator makes one work after the other, as a run over tallies does. */
import { omsk2025 } from '@orientir/core/assessment';
import { lowResults } from '@orientir/core/risk';
import { summaries } from './risk-summaries.mjs';
import { sectionOver } from './section.mjs';

const [schools, subjects, years] = process.argv.slice(2).map(Number);
const risks = sectionOver(summaries(schools, subjects, years), (made) => lowResults(made, omsk2025));
console.log(
  risks.length,
  risks.filter(({ listed }) => listed).length,
  risks.filter((of) => of.class === 'low').length,
);
