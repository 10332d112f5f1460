/**
 * How often a list of schools with low results is right, in invented regions where the true shares are known. Prints markdown
 * tables, the same on every machine. Run after a build: node scripts/simulate-risk.mjs [regions]
 */
import { omsk2025 } from '../dist/assessment.js';
import { lowResults } from '../dist/risk.js';
import { betaQuantile, normalProbability } from '../dist/statistics.js';
import { add, empty, summarise } from '../dist/tally.js';
import { normalNumbers, printCalibration, printTable, randomNumbers } from './simulation.mjs';

/** Pupils of a class year, and how many schools of a large region have so many: half are small. */
const SIZES = [10, 15, 25, 50, 100, 200];
const MANY_OF_SIZE = 20;
const WORKS = ['Русский язык', 'Математика', 'История', 'Биология'].flatMap((subject, s) =>
  ['2024/2025', '2025/2026'].map((schoolYear) => ({
    id: `w${s}-${schoolYear.slice(0, 4)}`,
    programme: 'ВПР',
    subject,
    grade: 5,
    schoolYear,
    items: [{ id: '1', maxPoints: 1 }],
  })),
);
/** Logits: of all schools, of a school throughout, of a school on one subject, of a school on one work. */
const MEAN = -1.9;
const SCHOOL_SD = 0.7;
const SUBJECT_SD = 0.35;
const WORK_SD = 0.2;
const SD = Math.hypot(SCHOOL_SD, SUBJECT_SD, WORK_SD);
/** How true shares are distributed: as logits, or, on the same scale of levels, as a beta distribution of about the same mean and variance. */
const SHAPES = {
  logits: (level) => 1 / (1 + Math.exp(-(MEAN + level))),
  beta: (level) => betaQuantile(normalProbability(level / SD), 1.9, 10.3),
};

/** Schools of a region in which one is unlike all others. */
const LONE_AMONG = 60;

const regions = Number(process.argv[2] ?? 40);
const random = randomNumbers(20261127);
const normal = normalNumbers(random);
/** As many schools in all, in regions with so many of each size. */
const rowsOf = (shape, ofSize = MANY_OF_SIZE) =>
  Array.from({ length: (regions * MANY_OF_SIZE) / ofSize }, () => simulate(shape, ofSize)).flat();
const rows = rowsOf(SHAPES.logits);
const calibration = { of: 'schools', truth: 'truly low', isTrue: ({ isLow }) => isLow, percent };

console.log(`### Calibration: ${rows.length} schools of ${regions} regions\n`);
printCalibration(rows, calibration);
console.log('\n### The same where true shares have a beta distribution\n');
printCalibration(rowsOf(SHAPES.beta), calibration);
for (const ofSize of [4, 2, 1]) {
  console.log(`\n### The same in regions of ${ofSize * SIZES.length} schools\n`);
  printCalibration(rowsOf(SHAPES.logits, ofSize), calibration);
}
console.log('\n### The plain rule and the classes, by pupils in a class year\n');
printTable(
  [
    'pupils',
    'truly low',
    'listed, not truly low',
    'truly low, not listed',
    'class low, not truly low',
    'truly low, class not-low',
    'undetermined',
  ],
  [...SIZES, 'all'].map((size) => {
    const of = rows.filter((row) => size === 'all' || row.size === size);
    const truly = of.filter(({ isLow }) => isLow);
    const listed = of.filter((row) => row.listed);
    const low = of.filter((row) => row.class === 'low');
    return [
      size,
      percent(truly.length / of.length),
      percent(listed.filter(({ isLow }) => !isLow).length / listed.length),
      percent(truly.filter((row) => !row.listed).length / truly.length),
      percent(low.filter(({ isLow }) => !isLow).length / low.length),
      percent(truly.filter((row) => row.class === 'not-low').length / truly.length),
      percent(of.filter((row) => row.class === 'undetermined').length / of.length),
    ];
  }),
);

console.log(`\n### One school unlike the ${LONE_AMONG - 1} others: ${regions} regions each\n`);
printTable(
  ['others', 'the school', 'listed', 'low', 'undetermined', 'not-low', 'others listed', 'others low'],
  [
    ...[0.02, 0.05].flatMap((others) => [
      [others, '35–75 % on all works', () => 0.35 + 0.4 * random()],
      [
        others,
        '35–75 % on one subject, else like the others',
        (subject) => (subject === WORKS[0].subject ? 0.35 + 0.4 * random() : others),
      ],
      [others, '15–25 % on all works', () => 0.15 + 0.1 * random()],
    ]),
    [0.45, '2–10 % on all works', () => 0.02 + 0.08 * random()],
  ].map(([others, words, own]) => {
    const all = Array.from({ length: regions }, () => withOutlying(others, own)).flat();
    const of = all.filter(({ isOutlying }) => isOutlying);
    const rest = all.filter(({ isOutlying }) => !isOutlying);
    const share = (rows, is) => percent(rows.filter(is).length / rows.length);
    return [
      percent(others),
      words,
      share(of, (row) => row.listed),
      ...['low', 'undetermined', 'not-low'].map((name) => share(of, (row) => row.class === name)),
      share(rest, (row) => row.listed),
      share(rest, (row) => row.class === 'low'),
    ];
  }),
);

function simulate(shareAt, ofSize) {
  return judged(
    SIZES.flatMap((size) =>
      Array.from({ length: ofSize }, (_, index) => {
        const level = SCHOOL_SD * normal();
        const bySubject = new Map(WORKS.map(({ subject }) => [subject, 0]));
        for (const subject of bySubject.keys()) bySubject.set(subject, SUBJECT_SD * normal());
        const shares = WORKS.map(({ subject }) =>
          shareAt(level + bySubject.get(subject) + WORK_SD * normal()),
        );
        return { id: `${size}-${index}`, size, shares };
      }),
    ),
  );
}

/** Schools of 10 to 59 pupils that hardly differ, and one among them that does. */
function withOutlying(others, own) {
  return judged(
    Array.from({ length: LONE_AMONG }, (_, index) => ({
      id: `school-${index}`,
      size: 10 + ((index * 7) % 50),
      isOutlying: index === 0,
      shares: WORKS.map(({ subject }) => (index === 0 ? own(subject) : others * (0.8 + 0.4 * random()))),
    })).map((school, index) => (index === 0 ? { ...school, size: 10 + Math.floor(50 * random()) } : school)),
  );
}

function judged(schools) {
  let tally = empty();
  WORKS.forEach((work, w) => {
    tally = add(tally, blockOf(work, schools, w));
  });
  const risks = lowResults(summarise(tally), omsk2025);
  const byId = new Map(risks.map((risk) => [risk.school, risk]));
  return schools.map(({ id, size, shares, isOutlying }) => ({
    ...byId.get(id),
    size,
    isOutlying,
    isLow: isTrulyLow(shares),
  }));
}

/** The ruleset applied to the true shares. */
function isTrulyLow(shares) {
  const low = WORKS.map(({ subject, schoolYear }, w) => ({ subject, schoolYear, low: shares[w] >= 0.3 }));
  const now = low.filter(({ schoolYear, low: is }) => is && schoolYear === '2025/2026');
  const before = new Set(
    low.flatMap(({ subject, schoolYear, low: is }) => (is && schoolYear === '2024/2025' ? [subject] : [])),
  );
  return now.length >= 2 || now.some(({ subject }) => before.has(subject));
}

function blockOf(assessment, schools, w) {
  const unit = schools.flatMap(({ size }, school) => new Array(size).fill(school));
  const n = unit.length;
  const zeros = () => new Uint8Array(n);
  return {
    assessment,
    rows: n,
    units: schools.map(({ id }) => ({ school: id })),
    unit: Uint32Array.from(unit),
    variants: [''],
    variant: new Uint16Array(n),
    teachers: [],
    teacher: new Uint32Array(n),
    points: [zeros().fill(2)],
    mark: Uint8Array.from(unit, (school) => (random() < schools[school].shares[w] ? 2 : 4)),
    journalMark: zeros(),
    absent: zeros(),
  };
}

function percent(share) {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}
