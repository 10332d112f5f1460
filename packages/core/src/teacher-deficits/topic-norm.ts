/**
 * What pupils of a given total have on a topic.
 *
 * @module
 */
import type { TopicSums } from './topic-sums.js';
import { countOf } from './topic-sums.js';

/** Points on the topic to expect of a pupil; index = total in half points. */
export type TopicNorm = Float64Array;

/**
 * The norm from the pupils of a reference group.
 *
 * Means by total, smoothed so that one point more in the total never means less on the topic, nor more than one point more: with
 * items that measure one thing both hold for the true means (Efron, 1965), and so one more correct answer always counts for the
 * pupil. Pooling of neighbours for both orders in turn, then what is left over is cut. Between totals that nobody has, and up to
 * both ends (no points at all, all points), it is straight.
 * @param most Points of all items of the topic; the length of `reference` says those of the whole work.
 * Edge cases: an empty reference gives a straight line. Source: Barlow et al. (1972), Statistical Inference under Order
 * Restrictions; Efron (1965), Annals of Mathematical Statistics 36, 272–279. Cost: a few passes over the totals.
 */
export function topicNorm(reference: TopicSums, most: number): TopicNorm {
  const top = reference.pupils.length - 1;
  const at: number[] = [];
  const weights: number[] = [];
  let means: number[] = [];
  reference.pupils.forEach((count, total) => {
    if (count === 0 || total === 0 || total === top) return;
    at.push(total);
    weights.push(count);
    means.push((reference.points[total] ?? 0) / count);
  });
  for (let round = 0; round < ROUNDS; round++) {
    means = pooled(means, weights);
    const others = pooled(
      means.map((mean, i) => (at[i] ?? 0) / 2 - mean),
      weights,
    );
    means = others.map((other, i) => (at[i] ?? 0) / 2 - other);
  }
  const norm = new Float64Array(top + 1);
  let from = 0;
  let value = 0;
  const lineTo = (total: number, wanted: number) => {
    const end = Math.min(Math.max(wanted, value), value + (total - from) / 2);
    for (let each = from; each <= total; each++)
      norm[each] = total === from ? end : value + ((end - value) * (each - from)) / (total - from);
    from = total;
    value = end;
  };
  means.forEach((mean, i) => {
    const total = at[i] ?? 0;
    // So that both ends can still be reached: no more than all points of the topic, no less than the rest leaves.
    lineTo(total, Math.min(most, Math.max(most - (top - total) / 2, mean)));
  });
  lineTo(top, most);
  return norm;
}

/** Points of a group on the topic above what the norm expects of pupils with such totals, per pupil. */
export function aboveNorm(group: TopicSums, norm: TopicNorm): number {
  let sum = 0;
  group.pupils.forEach((count, total) => {
    sum += (group.points[total] ?? 0) - count * (norm[total] ?? 0);
  });
  return sum / countOf(group);
}

/** Values in ascending order that are nearest to those given: neighbours in the wrong order share their mean. */
function pooled(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: { mean: number; weight: number; size: number }[] = [];
  values.forEach((mean, i) => {
    let block = { mean, weight: weights[i] ?? 0, size: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.mean > block.mean; last = blocks.at(-1)) {
      blocks.pop();
      const weight = last.weight + block.weight;
      block = {
        mean: (last.mean * last.weight + block.mean * block.weight) / weight,
        weight,
        size: last.size + block.size,
      };
    }
    blocks.push(block);
  });
  return blocks.flatMap(({ mean, size }) => Array.from({ length: size }, () => mean));
}

const ROUNDS = 8;
