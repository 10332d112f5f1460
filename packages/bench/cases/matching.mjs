/** Teachers and offers matched: prints the value of the plan and, where it knows one, a bound that no plan exceeds. */
import { match, matchInStages, verifyMatching } from '@orientir/core/matching';
import loadHighs from 'highs';
import { matchingProblem } from '../matching-problem.mjs';
import { section } from './section.mjs';

const [how, teachers, offers, subjects, municipalities] = process.argv.slice(2);
const problem = matchingProblem({
  teachers: Number(teachers),
  offers: Number(offers),
  subjects: Number(subjects),
  municipalities: Number(municipalities),
});
const ways = { ours, staged, greedy, highs };
console.log(await ways[how](problem));

async function ours() {
  const matching = await section(() => match(problem));
  const faults = verifyMatching(problem, matching);
  if (faults.length > 0) throw new Error(faults.join());
  return `${matching.value} ${matching.bound}`;
}

/** A whole match: severe needs, here three in ten, then all, then costs. Prints the second stage. */
async function staged() {
  const weights = problem.needWeight.toSorted();
  const severeFrom = weights[Math.floor(0.7 * weights.length)] ?? 0;
  const options = {
    severe: Int32Array.from(problem.needWeight, (weight) => (weight >= severeFrom ? 1 : 0)),
    floors: [],
  };
  const pairCost = Float64Array.from(problem.pairOffer, (offer, pair) =>
    (pair * 37) % 11 === 0 ? 0 : 5 + (offer % 16),
  );
  const result = await section(() => matchInStages({ ...problem, pairCost }, options));
  const faults = verifyMatching(result.problem, result.matching);
  if (faults.length > 0) throw new Error(faults.join());
  const [, { value, bound }] = result.stages;
  return `${value} ${bound}`;
}

/** The pair that adds most, again and again; sums of what pairs add now are looked at lazily. */
async function greedy() {
  const { needStart, needWeight, limit, places, slot, pairStart, pairOffer, pairMask } = problem;
  return section(() => {
    const covered = new Int32Array(limit.length);
    const taken = Array.from(limit, () => []);
    const left = places.slice();
    const worth = (t, mask) => {
      let sum = 0;
      for (let d = 0; d < needStart[t + 1] - needStart[t]; d++)
        if ((mask >> d) & 1) sum += needWeight[needStart[t] + d];
      return sum;
    };
    const queue = [];
    for (let t = 0; t < limit.length; t++)
      for (let p = pairStart[t]; p < pairStart[t + 1]; p++) queue.push({ t, p, gain: worth(t, pairMask[p]) });
    // A bucket for every gain: gains only fall.
    const most = queue.reduce((max, { gain }) => Math.max(max, gain), 0);
    const buckets = Array.from({ length: most + 1 }, () => []);
    for (const each of queue) buckets[each.gain].push(each);
    let value = 0;
    for (let gain = most; gain > 0; gain--)
      for (const each of buckets[gain]) {
        const { t, p } = each;
        const o = pairOffer[p];
        const now = worth(t, pairMask[p] & ~covered[t]);
        if (now < gain) {
          buckets[now].push(each);
          continue;
        }
        if (left[o] === 0 || taken[t].length === limit[t]) continue;
        if (slot[o] >= 0 && taken[t].some((other) => slot[other] === slot[o])) continue;
        left[o] -= 1;
        taken[t].push(o);
        covered[t] |= pairMask[p];
        value += now;
      }
    return `${value} -`;
  });
}

/** The whole model as a mixed-integer programme, by arrays. */
async function highs() {
  const { needStart, needWeight, limit, places, slot, pairStart, pairOffer, pairMask } = problem;
  const solver = await loadHighs();
  const pairs = pairOffer.length;
  const columns = pairs + needWeight.length;
  const rows = [];
  const upper = [];
  const row = (entries, most) => {
    rows.push(entries);
    upper.push(most);
  };
  const byOffer = Array.from(places, () => []);
  for (let t = 0; t < limit.length; t++) {
    const own = Array.from({ length: pairStart[t + 1] - pairStart[t] }, (_, i) => pairStart[t] + i);
    for (const p of own) byOffer[pairOffer[p]].push([p, 1]);
    for (let d = 0; d < needStart[t + 1] - needStart[t]; d++)
      row(
        [...own.filter((p) => (pairMask[p] >> d) & 1).map((p) => [p, -1]), [pairs + needStart[t] + d, 1]],
        0,
      );
    row(
      own.map((p) => [p, 1]),
      limit[t],
    );
    const slots = new Map();
    for (const p of own) {
      const time = slot[pairOffer[p]];
      if (time < 0) continue;
      slots.set(time, [...(slots.get(time) ?? []), [p, 1]]);
    }
    for (const entries of slots.values()) if (entries.length > 1) row(entries, 1);
  }
  byOffer.forEach((entries, o) => {
    row(entries, places[o]);
  });
  const starts = [0];
  for (const entries of rows) starts.push(starts.at(-1) + entries.length);
  const model = {
    numCols: columns,
    numRows: rows.length,
    sense: solver.constants.objectiveSense.maximize,
    colCost: Float64Array.from({ length: columns }, (_, c) => (c < pairs ? 0 : needWeight[c - pairs])),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: new Float64Array(rows.length).fill(-Infinity),
    rowUpper: Float64Array.from(upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((entries) => entries.map(([c]) => c))),
      values: Float64Array.from(rows.flatMap((entries) => entries.map(([, v]) => v))),
    },
    integrality: Int32Array.from({ length: columns }, (_, c) => (c < pairs ? 1 : 0)),
  };
  return section(() =>
    solver.withModel(model, (of) => {
      of.options.set({ output_flag: false });
      of.run();
      return `${Math.round(of.getObjectiveValue())} -`;
    }),
  );
}
