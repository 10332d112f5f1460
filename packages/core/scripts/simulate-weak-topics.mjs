/**
 * How often rules call a topic of a school weak, in invented regions where the truth is known. Prints markdown tables, the same
 * on every machine. Run after a build: node scripts/simulate-weak-topics.mjs [regions]
 */
import { netDifferences, rateDifference, subtractComplete, subtractScores } from '../dist/comparisons.js';
import { productSumsOfRows, topicGuard } from '../dist/scaling.js';
import { itemScores, probabilityBelow } from '../dist/solve-rates.js';
import { benjaminiHochberg } from '../dist/statistics.js';
import { add, empty, summarise } from '../dist/tally.js';
import { normalNumbers, randomNumbers } from './simulation.mjs';

const SIZES = [10, 15, 25, 50, 100, 200];
const SCHOOLS_OF_SIZE = 40;
const TOPICS = 4;
const ITEMS_OF_TOPIC = 6;
/** Logits, by topic; items of a topic stand evenly around it. */
const TOPIC_DIFFICULTY = [-1.1, -0.8, -0.55, -0.3];
const ITEM_SPREAD = 0.4;
/** Of school means; of pupils around them; logits. */
const SCHOOL_SD = 0.5;
const PUPIL_SD = 1;
/** Border of the corridor for basic items: fioko-2026. */
const BORDER = 0.57;
const PLANTED = 0.15;
/** Share of schools with one weak topic, where there are any. */
const PLANTED_SCHOOLS = 0.25;
const RULES = ['raw', 'probable', 'gap', 'gapBh', 'net', 'netBh', 'netBhGuard'];

const WORLDS = [
  { name: 'One ability behind all topics', ownShare: 0 },
  { name: 'Topics with abilities of their own (half of the variance between pupils)', ownShare: 0.5 },
];

const regions = Number(process.argv[2] ?? 40);
for (const [place, world] of WORLDS.entries()) {
  const quiet = simulate(world, false, 20261127 + place);
  const planted = simulate(world, true, 20271127 + place);
  console.log(`### ${world.name}\n`);
  console.log(`Topics that the guard reports: ${percent(quiet.reported / quiet.judged)}.\n`);
  console.log('No school has a weak topic; topics called weak (schools with at least one):\n');
  console.log(
    table((size) => RULES.map((rule) => `${quiet.topics(size, rule)} (${quiet.schools(size, rule)})`)),
  );
  console.log('\nThe same, only topics whose true rate is not under the border:\n');
  console.log(
    table((size) => ['raw', 'probable'].map((rule) => quiet.above(size, rule)), ['raw', 'probable']),
  );
  console.log(`\nOne topic of every fourth school is ${PLANTED * 100} points lower; such topics found:\n`);
  console.log(table((size) => RULES.map((rule) => planted.found(size, rule))));
  console.log('');
}

function simulate({ ownShare }, isPlanted, seed) {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  const counts = new Map();
  const count = (size, what, by = 1) => {
    const key = `${size} ${what}`;
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  let reported = 0;
  let judged = 0;
  for (let region = 0; region < regions; region++) {
    const schools = SIZES.flatMap((size) =>
      Array.from({ length: SCHOOLS_OF_SIZE }, () => {
        const level = SCHOOL_SD * normal();
        const weak = isPlanted && random() < PLANTED_SCHOOLS ? Math.floor(random() * TOPICS) : -1;
        const extra = TOPIC_DIFFICULTY.map((_, topic) =>
          topic === weak ? extraDifficulty(level, topic) : 0,
        );
        return { size, level, weak, rows: rowsOf(size, level, extra, ownShare, random, normal) };
      }),
    );
    const guards = topicGuard(productSumsOfRows(schools.flatMap(({ rows }) => rows)), sections());
    judged += TOPICS;
    reported += guards.filter(({ verdict }) => verdict === 'report').length;
    const { whole, bySchool } = groupsOf(schools);
    schools.forEach((school, place) => {
      const verdicts = verdictsOf(bySchool.get(`${place}`), whole, guards);
      count(school.size, 'schools');
      for (const rule of RULES) {
        if (verdicts[rule].some((isWeak, topic) => isWeak && topic !== school.weak)) {
          count(school.size, `${rule} schools`);
        }
      }
      for (let topic = 0; topic < TOPICS; topic++) {
        const kind = topic === school.weak ? 'weak' : 'fine';
        count(school.size, kind);
        const isAbove = kind === 'fine' && trueRate(school.level, topic, 0) >= BORDER;
        if (isAbove) count(school.size, 'above');
        for (const rule of RULES) {
          if (!verdicts[rule][topic]) continue;
          count(school.size, `${rule} ${kind}`);
          if (isAbove) count(school.size, `${rule} above`);
        }
      }
    });
  }
  const share = (size, what, of) =>
    percent((counts.get(`${size} ${what}`) ?? 0) / (counts.get(`${size} ${of}`) ?? 0));
  return {
    reported,
    judged,
    topics: (size, rule) => share(size, `${rule} fine`, 'fine'),
    schools: (size, rule) => share(size, `${rule} schools`, 'schools'),
    above: (size, rule) => share(size, `${rule} above`, 'above'),
    found: (size, rule) => share(size, `${rule} weak`, 'weak'),
  };
}

/** Verdicts of each rule on each topic of one school. */
function verdictsOf(school, whole, guards) {
  const net = netDifferences(subtractComplete(whole.complete, school.complete), school.complete, maxima());
  const gaps = school.scores.map((scores, topic) =>
    rateDifference(scores, subtractScores(whole.scores[topic], scores), ITEMS_OF_TOPIC),
  );
  const isLower = ({ difference }) => difference?.kind === 'known' && difference.estimate < 0;
  const gapQ = benjaminiHochberg(gaps.map(({ p }) => p));
  const netQ = benjaminiHochberg(net.map((each) => (each.kind === 'known' ? each.p : undefined)));
  const netBh = net.map((each, topic) => isLower(each) && netQ[topic] < 0.05);
  return {
    raw: school.scores.map(({ n, sum }) => sum / (n * ITEMS_OF_TOPIC) < BORDER),
    probable: school.scores.map((scores) => probabilityBelow(scores, ITEMS_OF_TOPIC, BORDER) >= 0.9),
    gap: gaps.map((each) => isLower(each) && each.p < 0.05),
    gapBh: gaps.map((each, topic) => isLower(each) && gapQ[topic] < 0.05),
    net: net.map((each) => isLower(each) && each.p < 0.05),
    netBh,
    netBhGuard: netBh.map((isWeak, topic) => isWeak && guards[topic].verdict === 'report'),
  };
}

/** Counts of the region and of its schools; a topic stands as one item of six points. */
function groupsOf(schools) {
  const rows = schools.flatMap(({ rows: own }, school) => own.map((points) => ({ points, school })));
  const zeros = () => new Uint8Array(rows.length);
  const block = {
    assessment: {
      id: 'work',
      programme: 'ВПР',
      subject: 'Математика',
      items: maxima().map((maxPoints, topic) => ({ id: `${topic + 1}`, maxPoints })),
    },
    rows: rows.length,
    units: schools.map((_, school) => ({ school: `${school}` })),
    unit: Uint32Array.from(rows, ({ school }) => school),
    variants: [''],
    variant: new Uint16Array(rows.length),
    teachers: [],
    teacher: new Uint32Array(rows.length),
    points: sections().map(({ items }) =>
      Uint8Array.from(rows, ({ points }) => 2 * items.reduce((sum, item) => sum + points[item], 0)),
    ),
    mark: zeros(),
    journalMark: zeros(),
    absent: zeros(),
  };
  const figures = ({ counts }) => ({ complete: counts.complete, scores: itemScores(counts, maxima()) });
  const { groups } = summarise(add(empty(), block))[0];
  return {
    whole: figures(groups.find(({ level }) => level === 'all')),
    bySchool: new Map(
      groups.filter(({ level }) => level === 'school').map((group) => [group.unit, figures(group)]),
    ),
  };
}

function rowsOf(size, level, extra, ownShare, random, normal) {
  return Array.from({ length: size }, () => {
    const common = Math.sqrt(1 - ownShare) * normal();
    return extra.flatMap((more, topic) => {
      const own = ownShare === 0 ? 0 : Math.sqrt(ownShare) * normal();
      const ability = level + PUPIL_SD * (common + own) - more;
      return difficultiesOf(topic).map((difficulty) => (random() < chance(ability - difficulty) ? 1 : 0));
    });
  });
}

/** What makes the true rate of a topic lower by {@link PLANTED}: bisection. */
function extraDifficulty(level, topic) {
  const wanted = Math.max(0.01, trueRate(level, topic, 0) - PLANTED);
  let low = 0;
  let high = 10;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (trueRate(level, topic, middle) > wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** Mean over normal pupils of a school of this level. */
function trueRate(level, topic, extra) {
  let sum = 0;
  let weights = 0;
  for (let z = -4; z <= 4; z += 0.25) {
    const weight = Math.exp((-z * z) / 2);
    weights += weight;
    for (const difficulty of difficultiesOf(topic)) {
      sum += (weight * chance(level + PUPIL_SD * z - extra - difficulty)) / ITEMS_OF_TOPIC;
    }
  }
  return sum / weights;
}

function difficultiesOf(topic) {
  return Array.from(
    { length: ITEMS_OF_TOPIC },
    (_, item) => TOPIC_DIFFICULTY[topic] + ITEM_SPREAD * (item - (ITEMS_OF_TOPIC - 1) / 2),
  );
}

function sections() {
  return TOPIC_DIFFICULTY.map((_, topic) => ({
    section: `${topic + 1}`,
    items: Array.from({ length: ITEMS_OF_TOPIC }, (_each, item) => topic * ITEMS_OF_TOPIC + item),
  }));
}

function maxima() {
  return TOPIC_DIFFICULTY.map(() => ITEMS_OF_TOPIC);
}

function chance(logit) {
  return 1 / (1 + Math.exp(-logit));
}

function table(cells, columns = RULES) {
  const names = {
    raw: 'a: raw rate',
    probable: 'b: P ≥ 0.9',
    gap: 'c: gap',
    gapBh: 'c: gap, BH',
    net: 'c: net gap',
    netBh: 'c: net gap, BH',
    netBhGuard: 'd: net gap, BH, guard',
  };
  const head = ['pupils', ...columns.map((rule) => names[rule])];
  return [head, head.map(() => '---'), ...SIZES.map((size) => [size, ...cells(size)])]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
