/**
 * Schools with low results at the size of a country: a generator makes one work after the other, as a run over tallies does. What
 * making up the counts costs is taken off.
 */
import { omsk2025 } from '@orientir/core/assessment';
import { lowResults } from '@orientir/core/risk';

const [schools, subjects, years] = process.argv.slice(2).map(Number);
const NO_COUNTS = { keys: new Uint32Array(0), counts: new Uint32Array(0), from: 0, to: 0 };

function* summaries() {
  for (let subject = 0; subject < subjects; subject++) {
    for (let year = 0; year < years; year++) yield summary(subject, year);
  }
}

function summary(subject, year) {
  const keys = new Uint32Array(2 * schools);
  const counts = new Uint32Array(2 * schools);
  const groups = Array.from({ length: schools }, (_, school) => {
    const n = 8 + ((school * 7919) % 120);
    const level = 0.05 + 0.4 * (((school * 104_729) % 1000) / 1000) ** 2;
    const low = Math.min(n, Math.round(n * level + ((school * 31 + subject * 17 + year * 7) % 5) - 2));
    keys.set([16, 32], 2 * school);
    counts.set([Math.max(0, low), n - Math.max(0, low)], 2 * school);
    return {
      level: 'school',
      unit: `s${school}`,
      counts: {
        wrote: n,
        absent: 0,
        responses: NO_COUNTS,
        marks: { keys, counts, from: 2 * school, to: 2 * school + 2 },
      },
    };
  });
  const assessment = {
    id: `w-${subject}-${year}`,
    programme: 'ВПР',
    subject: `Предмет ${subject}`,
    grade: 5,
    schoolYear: `${2023 + year}/${2024 + year}`,
    items: [{ id: '1', maxPoints: 1 }],
  };
  return { assessment, severalForms: false, groups, teachers: [], groupings: [] };
}

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
const risks = lowResults(timed(summaries()), omsk2025);
const { cpu, wall } = clock();
console.log(`section ${cpu - made.cpu} ${wall - made.wall}`);
console.log(
  risks.length,
  risks.filter(({ listed }) => listed).length,
  risks.filter((of) => of.class === 'low').length,
);
