/**
 * How often hypotheses about teachers are right, in invented regions where the truth is known. Prints markdown tables, the same on
 * every machine. Run after a build: node scripts/simulate-teacher-deficits.mjs [regions]
 */
import { add, empty, summarise } from '../dist/tally.js';
import { DEFICIT_RULES, teacherDeficits } from '../dist/teacher-deficits.js';
import { normalNumbers, randomNumbers } from './simulation.mjs';

/** Pupils of a teacher; a school has one to four teachers. */
const SIZES = [10, 25, 50, 100];
const SCHOOLS = 60;
const TOPICS = 4;
const ITEMS_OF_TOPIC = 6;
/** Logits, by topic; items of a topic stand evenly around it. */
const TOPIC_DIFFICULTY = [-1.1, -0.8, -0.55, -0.3];
const ITEM_SPREAD = 0.4;
/** Of school means, of teachers' classes around them, of pupils; logits. */
const SCHOOL_SD = 0.5;
const TEACHER_SD = 0.3;
const PUPIL_SD = 1;
/** Of a topic in a whole school: programme, textbook. */
const SCHOOL_TOPIC_SD = 0.25;
const PLANTED = 0.15;
/** Share of teachers with one weak topic, where there are any. */
const PLANTED_TEACHERS = 0.25;

const WORLDS = [
  { name: 'One ability behind all topics', ownShare: 0 },
  { name: 'Topics with abilities of their own (half of the variance between pupils)', ownShare: 0.5 },
];
const RULES = [
  { name: 'default', rules: DEFICIT_RULES },
  {
    name: 'silenced by the total',
    rules: { ...DEFICIT_RULES, silencedBy: [...DEFICIT_RULES.silencedBy, 'total-says-more'] },
  },
];
const BINS = [0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.98, 1.0000001];

const regions = Number(process.argv[2] ?? 25);
for (const [place, world] of WORLDS.entries()) {
  const quiet = simulate(world, false, 20261127 + place);
  const planted = simulate(world, true, 20271127 + place);
  console.log(`### ${world.name}\n`);
  console.log(
    `First column: no teacher has a weak topic. The others: one topic of every fourth teacher is ${PLANTED * 100} points lower.\n`,
  );
  console.log(
    '| pupils | nobody weak: alarms | other topics: alarms | weak topics found | of severity 2–3 | found, silenced by the total | found, school not known | alarms, school not known |',
  );
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const size of SIZES) {
    console.log(
      `| ${[
        size,
        quiet.share(size, 'default fine'),
        planted.share(size, 'default fine'),
        planted.share(size, 'default weak'),
        planted.share(size, 'severe weak'),
        planted.share(size, 'silenced by the total weak'),
        planted.share(size, 'no school weak'),
        planted.share(size, 'no school fine'),
      ].join(' | ')} |`,
    );
  }
  console.log('\n| probability of severity 1 | topics | mean probability | truly 5 points lower or more |');
  console.log('| ---: | ---: | ---: | ---: |');
  planted.bins.forEach(({ n, sum, weak }, bin) => {
    if (n === 0) return;
    console.log(
      `| ${percent(BINS[bin], 0)}–${percent(Math.min(1, BINS[bin + 1]), 0)} | ${n} | ${percent(sum / n)} | ${percent(weak / n)} |`,
    );
  });
  console.log(`\nMean error of the drop of weak topics with 100 pupils: ${percent(planted.bias)}.\n`);
}

function simulate({ ownShare }, isPlanted, seed) {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  const counts = new Map();
  const count = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const bins = BINS.slice(1).map(() => ({ n: 0, sum: 0, weak: 0 }));
  const errors = { n: 0, sum: 0 };
  for (let region = 0; region < regions; region++) {
    const teachers = [];
    for (let school = 0; school < SCHOOLS; school++) {
      const level = SCHOOL_SD * normal();
      const ofSchool = TOPIC_DIFFICULTY.map(() => SCHOOL_TOPIC_SD * normal());
      for (let each = 0; each <= school % 4; each++) {
        const size = SIZES[Math.floor(random() * SIZES.length)];
        const own = level + TEACHER_SD * normal();
        const weak = isPlanted && random() < PLANTED_TEACHERS ? Math.floor(random() * TOPICS) : -1;
        const extra = ofSchool.map(
          (of, topic) => of + (topic === weak ? extraDifficulty(own, topic, of) : 0),
        );
        teachers.push({
          id: `t${school}-${each}`,
          school: `s${school}`,
          size,
          weak,
          rows: rowsOf(size, own, extra, ownShare, random, normal),
        });
      }
    }
    const summaries = summarise(add(empty(), blockOf(teachers)));
    const schoolOf = new Map(teachers.map(({ id, school }) => [id, school]));
    const byId = new Map(teachers.map((teacher) => [teacher.id, teacher]));
    const each = (found, name) => {
      for (const { teacher, topic, judgement, drop } of found.figures.topics) {
        const { size, weak } = byId.get(teacher);
        const isWeak = Number(topic) === weak;
        const kind = isWeak ? 'weak' : 'fine';
        count(`${size} ${name} ${kind} all`);
        if (judgement?.severity !== undefined) count(`${size} ${name} ${kind}`);
        if (name !== 'default') continue;
        count(`${size} severe ${kind} all`);
        if (judgement?.severity > 1) count(`${size} severe ${kind}`);
        if (judgement === undefined) continue;
        const bin = bins[BINS.findLastIndex((from) => from <= judgement.probabilities[0])];
        bin.n++;
        bin.sum += judgement.probabilities[0];
        if (isWeak) bin.weak++;
        if (isWeak && size === 100) {
          errors.n++;
          errors.sum += drop.estimate - PLANTED;
        }
      }
    };
    for (const { name, rules } of RULES) each(teacherDeficits(summaries, { schoolOf, rules }), name);
    each(teacherDeficits(summaries), 'no school');
  }
  return {
    bins,
    bias: errors.n === 0 ? 0 : errors.sum / errors.n,
    share: (size, what) =>
      percent((counts.get(`${size} ${what}`) ?? 0) / (counts.get(`${size} ${what} all`) ?? 1)),
  };
}

function rowsOf(size, level, extra, ownShare, random, normal) {
  return Array.from({ length: size }, () => {
    const common = Math.sqrt(1 - ownShare) * PUPIL_SD * normal();
    return TOPIC_DIFFICULTY.flatMap((difficulty, topic) => {
      const ability = level + common + Math.sqrt(ownShare) * PUPIL_SD * normal();
      return offsets().map((offset) =>
        random() < solved(ability - difficulty - offset - extra[topic]) ? 1 : 0,
      );
    });
  });
}

function offsets() {
  return Array.from({ length: ITEMS_OF_TOPIC }, (_, i) => ITEM_SPREAD * (i - (ITEMS_OF_TOPIC - 1) / 2));
}

function solved(logit) {
  return 1 / (1 + Math.exp(-logit));
}

/** Mean solve rate of the topic over pupils of a class of this level. */
function trueRate(level, topic, extra) {
  let sum = 0;
  let weights = 0;
  for (let z = -4; z <= 4.001; z += 0.1) {
    const weight = Math.exp((-z * z) / 2);
    weights += weight;
    for (const offset of offsets())
      sum +=
        (weight * solved(level + PUPIL_SD * z - TOPIC_DIFFICULTY[topic] - offset - extra)) / ITEMS_OF_TOPIC;
  }
  return sum / weights;
}

/** Logits that lower the topic by PLANTED from where the school has it. */
function extraDifficulty(level, topic, base) {
  const target = trueRate(level, topic, base) - PLANTED;
  let low = 0;
  let high = 6;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (trueRate(level, topic, base + middle) > target) low = middle;
    else high = middle;
  }
  return low;
}

function blockOf(teachers) {
  const rows = teachers.flatMap(({ rows: own, id, school }) => own.map((points) => ({ points, id, school })));
  const units = [...new Set(rows.map(({ school }) => school))];
  const unitAt = new Map(units.map((school, i) => [school, i]));
  const ids = teachers.map(({ id }) => id);
  const idAt = new Map(ids.map((id, i) => [id, i + 1]));
  const zeros = () => new Uint8Array(rows.length);
  return {
    assessment: {
      id: 'work',
      programme: 'ВПР',
      subject: 'Математика',
      schoolYear: '2025/2026',
      items: Array.from({ length: TOPICS * ITEMS_OF_TOPIC }, (_, i) => ({
        id: `${i + 1}`,
        maxPoints: 1,
        section: `${Math.floor(i / ITEMS_OF_TOPIC)}`,
      })),
    },
    rows: rows.length,
    units: units.map((school) => ({ school })),
    unit: Uint32Array.from(rows, ({ school }) => unitAt.get(school)),
    variants: [''],
    variant: new Uint16Array(rows.length),
    teachers: ids,
    teacher: Uint32Array.from(rows, ({ id }) => idAt.get(id)),
    points: Array.from({ length: TOPICS * ITEMS_OF_TOPIC }, (_, item) =>
      Uint8Array.from(rows, ({ points }) => 2 * points[item]),
    ),
    mark: zeros(),
    journalMark: zeros(),
    absent: zeros(),
  };
}

function percent(share, digits = 1) {
  return `${(share * 100).toFixed(digits)} %`;
}
