import type { FindingRules } from '../assessment/finding-rules.js';
import type { TopicReason } from '../scaling/topic-guard.js';
import { topicGuard } from '../scaling/topic-guard.js';
import type { ItemProducts } from '../tally/item-products.js';
import { pairPlace } from '../tally/item-products.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import type { SectionContext, SectionGuard, SectionSpread, WorkSection } from './sections.js';
import { isWholeWork, sectionsOf } from './sections.js';

/** What the whole input says about the sections of a work. Cost: items². */
export function sectionContext(
  { assessment, products }: AssessmentSummary,
  rules: FindingRules,
  neverAttempted: ReadonlySet<string>,
): SectionContext {
  const sections = sectionsOf(assessment);
  return {
    assessment,
    sections,
    rules,
    neverAttempted,
    spreads: sections.map((section) => (products === undefined ? undefined : spreadOf(section, products))),
    guards: products === undefined ? sections.map(() => undefined) : guardsOf(sections, products),
  };
}

function guardsOf(
  sections: readonly WorkSection[],
  products: ItemProducts,
): readonly (SectionGuard | undefined)[] {
  const whole = sections.find(isWholeWork);
  const verdicts = topicGuard(
    {
      n: products.pupils,
      items: products.items,
      sums: Array.from(products.sums, (half) => half / 2),
      product: (i, j) =>
        (products.products[pairPlace(products.items.length, Math.min(i, j), Math.max(i, j))] ?? 0) / 4,
    },
    sections,
  );
  return verdicts.map(({ prmseSub, prmseTotal, verdict, reason }, index) =>
    sections.at(index) === whole || NOT_JUDGED.has(reason)
      ? undefined
      : { own: prmseSub, total: prmseTotal, reason, isFolded: verdict === 'fold' },
  );
}

/** These say that the data are no basis for a judgement, not that the section says nothing. */
const NOT_JUDGED: ReadonlySet<TopicReason> = new Set(['no-pupils', 'no-items', 'no-variation']);

function spreadOf({ items }: WorkSection, products: ItemProducts): SectionSpread | undefined {
  const places = items.map((item) => products.items.indexOf(item)).filter((place) => place !== -1);
  if (products.pupils < 2 || places.length < items.length) return undefined;
  const deviations = (one: number, other: number) =>
    (products.products[pairPlace(products.items.length, Math.min(one, other), Math.max(one, other))] ?? 0) -
    ((products.sums[one] ?? 0) * (products.sums[other] ?? 0)) / products.pupils;
  let own = 0;
  let all = 0;
  for (const one of places) {
    own += deviations(one, one);
    for (const other of places) all += deviations(one, other);
  }
  return own <= 0 ? undefined : { inflation: Math.max(0, all / own) };
}
