/**
 * Schools with low results at the size of a country: a generator makes one work after the other, as a run over tallies does. What
 * making up the counts costs is taken off.
 */
import { omsk2025 } from '@orientir/core/assessment';
import { lowResults } from '@orientir/core/risk';
import { summaries } from './risk-summaries.mjs';

const [schools, subjects, years] = process.argv.slice(2).map(Number);
const made = { cpu: 0, wall: 0 };

function* timed(summaries) {
  for (;;) {
    const clock = clockOf();
    const { value, done } = summaries.next();
    const { cpu, wall } = clock();
    made.cpu += cpu;
    made.wall += wall;
    if (done) return;
    yield value;
  }
}

function clockOf() {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { cpu: (user + system) / 1e6, wall: (performance.now() - started) / 1e3 };
  };
}

const clock = clockOf();
const risks = lowResults(timed(summaries(schools, subjects, years)), omsk2025);
const { cpu, wall } = clock();
console.log(`section ${cpu - made.cpu} ${wall - made.wall}`);
console.log(
  risks.length,
  risks.filter(({ listed }) => listed).length,
  risks.filter((of) => of.class === 'low').length,
);
