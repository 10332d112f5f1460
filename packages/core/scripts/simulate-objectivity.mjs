/**
 * How often the tests of doubtful results reject, in invented regions where the truth is known. Prints markdown tables, the same
 * on every machine. Run after a build: node scripts/simulate-objectivity.mjs [regions]
 */
import { objectivityOf } from '../dist/objectivity.js';
import { add, empty, summarise } from '../dist/tally.js';
import { normalNumbers, randomNumbers } from './simulation.mjs';

const SIZES = [10, 15, 25, 50, 100, 200];
const SCHOOLS_OF_SIZE = 40;
const TWO_POINTS = 4;
const ONE_POINT = 16;
/** Logits: items of one point from easy to hard, then those of two points, each point a step of its own. */
const DIFFICULTIES = [
  ...Array.from({ length: ONE_POINT }, (_, item) => [-2 + (3.6 * item) / (ONE_POINT - 1)]),
  ...Array.from({ length: TWO_POINTS }, (_, item) => [-0.6 + 0.4 * item, 0.2 + 0.4 * item]),
];
/** The four easiest items are one section, the others four sections of easy and hard items. */
const SECTIONS = DIFFICULTIES.map((_, item) => (item < 4 ? 'I' : ['II', 'III', 'IV', 'V'][item % 4]));
const SCALE = [
  { mark: 2, min: 0 },
  { mark: 3, min: 8 },
  { mark: 4, min: 13 },
  { mark: 5, min: 19 },
];
const SCHOOL_SD = 0.5;
/** Of a school between two works; of items between schools (curricula). Logits. */
const CHANGE_SD = 0.15;
const CURRICULUM_SD = 0.25;
/** Of the pupils one step under a border of any school, lifted: the peak of the whole region. */
const REGION_LIFTED = 0.3;
const WORKS = [
  { id: 'vpr-4', programme: 'ВПР', grade: 4, schoolYear: '2024/2025' },
  { id: 'vpr-5', programme: 'ВПР', grade: 5, schoolYear: '2025/2026' },
  { id: 'vpr-8', programme: 'ВПР', grade: 8, schoolYear: '2024/2025' },
  { id: 'oge-9', programme: 'ОГЭ', grade: 9, schoolYear: '2025/2026' },
];
/** What is planted, in which work, and the tests that look for it. */
const PLANTS = {
  lifted: { work: 'vpr-5', tests: ['border-bunching'] },
  helped: { work: 'vpr-5', tests: ['item-slope'] },
  dictated: { work: 'vpr-5', tests: ['dispersion', 'identical-totals'] },
  journal: {
    work: 'vpr-5',
    tests: ['journal-shift', 'journal-marginals', 'journal-symmetry', 'journal-agreement', 'journal-gap'],
  },
  rise: { work: 'vpr-5', tests: ['rise'] },
  fall: { work: 'vpr-5', tests: ['fall'] },
  exam: { work: 'vpr-8', tests: ['vpr-oge'] },
  medals: { work: undefined, tests: ['medals-ege'] },
  // No sign of anything: the easiest section was not taught and stands there as 0.
  untaught: { work: 'vpr-5', tests: [] },
};
const KINDS = Object.keys(PLANTS);
const TESTS = KINDS.flatMap((kind) => PLANTS[kind].tests);
/** Share of schools with something planted, where anything is; each kind as often. */
const PLANTED_SCHOOLS = 0.2;

const regions = Number(process.argv[2] ?? 40);
const quiet = simulate(false, 20261127);
const planted = simulate(true, 20271127);
console.log('### Nothing planted: schools with p ≤ .05\n');
console.log(table((size, test) => quiet.share(size, test, 'all', 'p')));
console.log('\n### Nothing planted: flagged schools (q ≤ .05)\n');
console.log(table((size, test) => quiet.share(size, test, 'all', 'flag')));
console.log('\n### Planted in a fifth of the schools: p ≤ .05 where it is planted\n');
console.log(table((size, test) => planted.share(size, test, 'planted', 'p')));
console.log('\n### Planted in a fifth of the schools: flagged where it is planted\n');
console.log(table((size, test) => planted.share(size, test, 'planted', 'flag')));
console.log('\n### Planted in a fifth of the schools: p ≤ .05 where nothing is planted\n');
console.log(table((size, test) => planted.share(size, test, 'clean', 'p')));
console.log('\n### Planted in a fifth of the schools: flagged where nothing is planted\n');
console.log(table((size, test) => planted.share(size, test, 'clean', 'flag')));
console.log('\n### The easiest section was not taught: item-slope\n');
console.log(
  table((size, what) => planted.share(size, 'item-slope', 'untaught', what), ['p', 'flag'], 'item-slope'),
);

function simulate(isPlanted, seed) {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  const counts = new Map();
  const count = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let region = 0; region < regions; region++) {
    const schools = SIZES.flatMap((size) =>
      Array.from({ length: SCHOOLS_OF_SIZE }, (_, index) => ({
        id: `${size}-${index}`,
        size,
        level: SCHOOL_SD * normal(),
        plant: isPlanted && random() < PLANTED_SCHOOLS ? KINDS[Math.floor(random() * KINDS.length)] : 'none',
      })),
    );
    let tally = empty();
    for (const work of WORKS) tally = add(tally, blockOf(work, schools, random, normal));
    const medals = schools.map(({ id, size, plant }) => {
      const holders = Math.max(1, Math.round(size / 10));
      const chance = plant === 'medals' ? 0.7 : 0.15 + 0.1 * random();
      let unconfirmed = 0;
      for (let i = 0; i < holders; i++) if (random() < chance) unconfirmed++;
      return { school: id, schoolYear: '2025/2026', holders, unconfirmed };
    });
    const bySchool = new Map(schools.map((school) => [school.id, school]));
    for (const { school, assessment, test, result } of objectivityOf(summarise(tally), {
      shared: tally.shared,
      medals,
    }).own) {
      const { size, plant } = bySchool.get(school);
      const kind = KINDS.find((each) => PLANTS[each].tests.includes(test));
      if (assessment !== PLANTS[kind].work) continue;
      const group =
        plant === 'none' ? 'clean' : plant === kind ? 'planted' : plant === 'untaught' ? plant : undefined;
      const groups = group === undefined ? [] : isPlanted ? [group] : ['all'];
      for (const each of groups) {
        count(`${size} ${test} ${each}`);
        if (result.kind !== 'tested') continue;
        if (result.p <= 0.05) count(`${size} ${test} ${each} p`);
        if (result.flag) count(`${size} ${test} ${each} flag`);
      }
    }
  }
  return {
    share: (size, test, group, what) => {
      const of = counts.get(`${size} ${test} ${group}`) ?? 0;
      return of === 0
        ? '–'
        : `${((100 * (counts.get(`${size} ${test} ${group} ${what}`) ?? 0)) / of).toFixed(1)} %`;
    },
  };
}

/** One work of all schools of a region. */
function blockOf(work, schools, random, normal) {
  const rows = [];
  schools.forEach((school, unit) => {
    const plant = PLANTS[school.plant]?.work === work.id ? school.plant : 'none';
    const curriculum = DIFFICULTIES.map(() => CURRICULUM_SD * normal());
    let level = school.level + CHANGE_SD * normal();
    if (plant === 'rise' || plant === 'exam') level += 1;
    if (plant === 'fall') level -= 1;
    const sheet = DIFFICULTIES.map((steps, item) => answer(steps, curriculum[item], level + 0.3, random));
    for (let pupil = 0; pupil < school.size; pupil++) {
      const ability = level + normal();
      let points = DIFFICULTIES.map((steps, item) => answer(steps, curriculum[item], ability, random));
      // Two of five pupils write what was dictated, with a slip here and there.
      if (plant === 'dictated' && random() < 0.4) {
        points = sheet.map((of, item) => (random() < 0.03 ? points[item] : of));
      }
      // A fifth of the pupils is helped with the six hardest items of one point.
      if (plant === 'helped' && random() < 0.2) {
        for (let item = ONE_POINT - 6; item < ONE_POINT; item++) points[item] = 1;
      }
      if (plant === 'untaught') {
        points = points.map((of, item) => (SECTIONS[item] === 'I' ? 0 : of));
      }
      lift(points, REGION_LIFTED, random);
      if (plant === 'lifted') lift(points, 0.6, random);
      const total = points.reduce((sum, of) => sum + of, 0);
      // The journal knows the pupil, with errors, and is half a mark more generous.
      const noise = plant === 'journal' ? 2.5 : 0.7;
      const generous = plant === 'journal' ? 1.8 : 0.5;
      const known = ability + noise * normal() + generous;
      const journal = known < -1.2 ? 2 : known < 0.1 ? 3 : known < 1.3 ? 4 : 5;
      rows.push({ unit, points, journal, mark: markOf(total) });
    }
  });
  return {
    assessment: {
      ...work,
      subject: 'Математика',
      items: DIFFICULTIES.map((steps, item) => ({
        id: `${item + 1}`,
        maxPoints: steps.length,
        section: SECTIONS[item],
      })),
      markScale: SCALE,
    },
    rows: rows.length,
    units: schools.map(({ id }) => ({ region: 'Область', school: id })),
    unit: Uint32Array.from(rows, ({ unit }) => unit),
    variants: [''],
    variant: new Uint16Array(rows.length),
    teachers: [],
    teacher: new Uint32Array(rows.length),
    points: DIFFICULTIES.map((_, item) => Uint8Array.from(rows, ({ points }) => 2 * points[item])),
    mark: Uint8Array.from(rows, ({ mark }) => mark),
    journalMark: Uint8Array.from(rows, ({ journal }) => journal),
    absent: new Uint8Array(rows.length),
  };
}

/** A pupil one point under a border gets it with this chance, on the first item that has points left. */
function lift(points, chance, random) {
  const total = points.reduce((sum, of) => sum + of, 0);
  if (!SCALE.some(({ min }) => min > 0 && min - 1 === total) || random() >= chance) return;
  const item = points.findIndex((of, place) => of < DIFFICULTIES[place].length);
  points[item]++;
}

/** Partial credit model. */
function answer(steps, shift, ability, random) {
  let exponent = 0;
  const weights = [1];
  for (const step of steps) {
    exponent += ability - step - shift;
    weights.push(Math.exp(exponent));
  }
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let points = 0; points < weights.length; points++) {
    left -= weights[points];
    if (left <= 0) return points;
  }
  return steps.length;
}

function markOf(total) {
  return SCALE.reduce((mark, border) => (total >= border.min ? border.mark : mark), 2);
}

function table(cell, rows = TESTS, first = 'test') {
  const head = [first, ...SIZES];
  return [
    head,
    head.map(() => '---'),
    ...rows.map((test) => [test, ...SIZES.map((size) => cell(size, test))]),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}
