/**
 * Topics of a work: their items, and what the whole input says about them.
 *
 * @module
 */
import type { MissingReason } from '../foundation/figure.js';
import type { TopicReason } from '../scaling/topic-guard.js';
import { topicGuard } from '../scaling/topic-guard.js';
import { pairPlace } from '../tally/item-products.js';
import type { AssessmentSummary } from '../tally/summarise.js';

/** Items of one section of the programme. */
export interface WorkTopic {
  readonly topic: string;
  /** Indices in the assessment. */
  readonly items: readonly number[];
  /** Points of all its items. */
  readonly most: number;
  readonly guard: TopicReason;
  /** Points on the topic for one more point in the total. */
  readonly slope: number;
  /** Of the points on the topic between pupils with equal totals. */
  readonly variance: number;
}

export interface WorkTopics {
  readonly topics: readonly WorkTopic[];
  /** Half points of all items. */
  readonly mostHalf: number;
}

/**
 * Topics of a work in the order of their first items, or why nothing can be said of any.
 *
 * Formula, from sums over all pupils with every item, s = points on the topic, T = total: slope cov(s, T) / var(T),
 * variance var(s) − cov(s, T)² / var(T). Missing: no section is named → `not-stated`; a maximum → `max-unknown`; shared
 * tally → `no-cross-table`; nobody with every item → `several-forms` or `no-complete`; all totals equal →
 * `no-variation`.
 */
export function workTopics({
  assessment,
  products,
  severalForms,
}: AssessmentSummary): WorkTopics | MissingReason {
  const bySection = new Map<string, number[]>();
  assessment.items.forEach(({ section }, index) => {
    if (section === undefined || section === '') return;
    const there = bySection.get(section);
    if (there === undefined) bySection.set(section, [index]);
    else there.push(index);
  });
  if (bySection.size === 0) return 'not-stated';
  if (severalForms) return 'several-forms';
  if (products === undefined) return 'no-cross-table';
  if (products.pupils < 2) return 'no-complete';
  const maxima = products.items.map((item) => assessment.items[item]?.maxPoints);
  if (!maxima.every((most) => most !== undefined)) return 'max-unknown';
  const { items, pupils } = products;
  const places = new Map(items.map((item, place) => [item, place]));
  const all = items.map((_, place) => place);
  const product = (one: number, other: number) =>
    (products.products[pairPlace(items.length, Math.min(one, other), Math.max(one, other))] ?? 0) / 4;
  const deviations = (one: readonly number[], other: readonly number[]) =>
    one.reduce(
      (sum, i) =>
        sum +
        other.reduce(
          (part, j) =>
            part + product(i, j) - ((products.sums[i] ?? 0) * (products.sums[j] ?? 0)) / 4 / pupils,
          0,
        ),
      0,
    );
  const ofTotal = deviations(all, all);
  if (!(ofTotal > NOISE * pupils)) return 'no-variation';
  const sections = [...bySection].map(([section, of]) => ({ section, items: of }));
  const guards = topicGuard(
    { n: pupils, items, sums: Array.from(products.sums, (half) => half / 2), product },
    sections,
  );
  return {
    topics: sections.map(({ section, items: of }, index) => {
      const own = of.flatMap((item) => places.get(item) ?? []);
      const withTotal = deviations(own, all);
      return {
        topic: section,
        items: of,
        most: own.reduce((sum, place) => sum + (maxima[place] ?? 0), 0),
        guard: guards[index]?.reason ?? 'no-items',
        slope: withTotal / ofTotal,
        variance: Math.max(0, deviations(own, own) - withTotal ** 2 / ofTotal) / (pupils - 1),
      };
    }),
    mostHalf: maxima.reduce((sum: number, most) => sum + (most ?? 0) * 2, 0),
  };
}

const NOISE = 1e-9;
