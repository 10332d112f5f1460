/**
 * How often schools called resilient truly are above what their conditions let expect, in invented regions where that is known.
 * Prints markdown tables, the same on every machine. Run after a build: node scripts/simulate-context.mjs [regions]
 */
import {
  conditionsConclusion,
  contextOf,
  equalWeights,
  resilient as resilienceRules,
} from '../dist/context.js';
import { known } from '../dist/foundation.js';
import { add, empty, summarise } from '../dist/tally.js';
import { mean, normalNumbers, printCalibration, printTable, randomNumbers } from './simulation.mjs';

const SCHOOLS = 120;
/** Standard deviations between schools beyond their conditions, and of pupils inside schools. */
const SCHOOL_SD = 0.35;
const PUPIL_SD = 0.9;
const SLOPE = -0.3;
const RULES = { ...equalWeights, indicators: [{ id: 'single_parent', direction: 1, weight: 1 }] };
/** Works that each pupil writes, and how alike his results on them are. */
const CASES = [
  { works: 1, alike: 1 },
  { works: 4, alike: 0.8 },
  { works: 4, alike: 0.5 },
];

const regions = Number(process.argv[2] ?? 40);
const random = randomNumbers(20261128);
const normal = normalNumbers(random);

for (const { works, alike } of CASES) {
  const rows = Array.from({ length: regions }, () => region(works, alike)).flat();
  console.log(`\n### Works of a pupil: ${works}, correlation ${alike}; ${rows.length} schools\n`);
  printCalibration(rows, { of: 'schools', truth: 'truly above', isTrue: ({ isAbove }) => isAbove, percent });
  console.log('');
  printTable(
    [
      'pupils',
      'hard conditions',
      'truly above',
      'resilient',
      'resilient, not truly above',
      'interval holds the truth',
    ],
    [
      [5, 15],
      [16, 40],
      [41, 100],
    ].map(([from, to]) => {
      const of = rows.filter(({ n }) => n >= from && n <= to);
      const hard = of.filter(({ isHard }) => isHard);
      const resilient = hard.filter((row) => row.class === 'resilient');
      return [
        `${from}–${to}`,
        hard.length,
        hard.filter(({ isAbove }) => isAbove).length,
        resilient.length,
        resilient.filter(({ isAbove }) => !isAbove).length,
        percent(mean(of.map(({ isHeld }) => (isHeld ? 1 : 0)))),
      ];
    }),
  );
  console.log('');
  printTable(
    [
      'pupils',
      'schools',
      'hard-conditions',
      'truly under the mean of all',
      'below-expected',
      'truly under what is expected',
    ],
    [
      [5, 15],
      [16, 40],
      [41, 100],
    ].map(([from, to]) => {
      const of = rows.filter(({ n }) => n >= from && n <= to);
      const hard = of.filter(({ conclusion }) => conclusion === 'hard-conditions');
      const below = of.filter(({ conclusion }) => conclusion === 'below-expected');
      return [
        `${from}–${to}`,
        of.length,
        hard.length,
        hard.filter(({ isLow }) => isLow).length,
        below.length,
        below.filter(({ isAbove }) => !isAbove).length,
      ];
    }),
  );
}

function region(works, alike) {
  const schools = Array.from({ length: SCHOOLS }, (_, i) => ({
    school: `s${String(i).padStart(3, '0')}`,
    x: normal(),
    effect: SCHOOL_SD * normal(),
    n: 5 + Math.floor(random() * random() * 96),
  }));
  const pupils = schools.flatMap((school, unit) =>
    Array.from({ length: school.n }, () => ({
      unit,
      own: normal(),
      expected: SLOPE * school.x + school.effect,
    })),
  );
  let tally = empty();
  for (let work = 0; work < works; work++) {
    const totals = pupils.map(({ own, expected }) => {
      const result = expected + PUPIL_SD * (Math.sqrt(alike) * own + Math.sqrt(1 - alike) * normal());
      return Math.max(0, Math.min(30, Math.round(15 + 5 * result)));
    });
    tally = add(tally, block(work, schools, pupils, totals));
  }
  const passports = schools.map(({ school, x }) => ({
    school,
    indicators: new Map([['single_parent', known(0.5 + x / 20, 100)]]),
  }));
  const { schools: found } = contextOf(summarise(tally), passports, { rules: RULES });
  // Results are in standard deviations of all pupils.
  const unit = Math.sqrt(PUPIL_SD ** 2 + SLOPE ** 2 + SCHOOL_SD ** 2);
  return found.map((school, i) => {
    const { difference, probability, quadrant, class: of } = school;
    const { effect, n, x } = schools[i];
    const { low, high } = difference.interval ?? { low: 0, high: 0 };
    return {
      n,
      probability,
      class: of,
      isHard: quadrant.hard,
      conclusion: conditionsConclusion(school, { resilience: resilienceRules, minPupils: 1 }),
      isLow: SLOPE * x + effect < 0,
      isAbove: effect > 0,
      isHeld: effect / unit >= low && effect / unit <= high,
    };
  });
}

function block(work, schools, pupils, totals) {
  const n = pupils.length;
  const items = [0, 1, 2];
  return {
    assessment: {
      id: `w${work}`,
      programme: 'ВПР',
      subject: `Предмет ${work}`,
      grade: 5,
      schoolYear: '2025/2026',
      items: items.map((item) => ({ id: `${item + 1}`, maxPoints: 10 })),
    },
    rows: n,
    units: schools.map(({ school }) => ({ school })),
    unit: Uint32Array.from(pupils, ({ unit }) => unit),
    variants: [''],
    variant: new Uint16Array(n),
    teachers: [],
    teacher: new Uint32Array(n),
    points: items.map((item) =>
      Uint8Array.from(totals, (total) => 2 * Math.max(0, Math.min(10, total - 10 * item))),
    ),
    mark: new Uint8Array(n),
    journalMark: new Uint8Array(n),
    absent: new Uint8Array(n),
  };
}

function percent(share) {
  return Number.isNaN(share) ? '' : `${Math.round(share * 100)} %`;
}
