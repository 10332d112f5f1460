import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyseFully } from '../analysis/analyse-fully.js';
import type { FullAnalysis, ItemResult } from '../analysis/analysis.js';
import { add, empty } from '../tally/index.js';
import { Attacker, audit, auditPart } from './audit.js';
import type { Block } from './hidden-figures.js';
import { HiddenFigures } from './hidden-figures.js';
import { hideFigures } from './hide-figures.js';
import { publishedOf } from './published-of.js';
import { defaultDisclosureRules as rules } from './rules.js';
import { WorkPublication } from './work-publication.js';

const BLOCKS = ['test', 'core', 'mark-2', 'mark-3', 'confirmed', 'item', 'full', 'zero'] as const;
const ofItem = (block: Block) => block === 'item' || block === 'full' || block === 'zero';

const pupil = fc.record({
  codes: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 2, 3, 4, 254))),
  mark: fc.integer({ min: 2, max: 4 }),
  journalMark: fc.integer({ min: 2, max: 4 }),
});
const region = fc
  .array(
    fc.record({
      municipality: fc.constantFrom('М', 'Н', undefined),
      pupils: fc.array(pupil, { minLength: 4, maxLength: 25 }),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((schools) =>
    schools.flatMap(({ municipality, pupils }, i) =>
      pupils.map((each) => ({
        unit: { region: 'Р', ...(municipality === undefined ? {} : { municipality }), school: `s${i}` },
        ...each,
      })),
    ),
  );
/** Steps of hiding: which group, what of it, which item. */
const steps = fc.array(
  fc.array(fc.tuple(fc.nat(), fc.constantFrom(...BLOCKS), fc.constantFrom('1', '2', '3')), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 5 },
);

function publicPart(rows: Parameters<typeof aBlock>[1]) {
  const sectioned = anAssessment([2, 2, undefined]);
  const items = sectioned.items.map((item, i) => ({ ...item, section: i < 2 ? 'Числа' : 'Слова' }));
  const analysis = analyseFully(add(empty(), aBlock({ ...sectioned, items }, rows)));
  const tests = analysis.testResults.filter(({ level }) => level !== 'class');
  const whole: FullAnalysis = { ...analysis, testResults: tests, findings: analysis.findings };
  return {
    whole,
    results: analysis.itemResults.atLevels('school', 'municipality', 'region', 'all'),
  };
}

const plain = (analysis: FullAnalysis) => ({
  items: [...analysis.itemResults],
  statistics: analysis.itemStatistics,
  tests: analysis.testResults,
  sections: analysis.sectionResults,
  findings: analysis.findings,
});

describe('a publication that is hidden step by step', () => {
  it('is what it would be if all were hidden at once, and so is what the attacker finds', () => {
    let found = 0;
    fc.assert(
      fc.property(region, steps, (rows, of) => {
        const { whole, results } = publicPart(rows);
        const hidden = new HiddenFigures();
        const publication = new WorkPublication(whole, results, hidden, rules);
        const attacker = new Attacker(publication.published(), rules);
        attacker.attack(publication.published());
        for (const step of of) {
          for (const [at, block, item] of step) {
            const place = whole.testResults[at % whole.testResults.length];
            if (place === undefined) continue;
            hidden.hide(block, place, ofItem(block) ? item : undefined, 'suppressed-complementary');
          }
          const replaced = publication.hideAgain(hidden.takeChanges().places);
          const anew = hideFigures(whole, results, hidden, rules);
          expect(plain(publication.analysis())).toEqual(plain(anew));
          const { recovered } = attacker.attack(publication.published(), replaced);
          expect(recovered).toEqual(audit(publishedOf(anew, whole.testResults)).recovered);
          found += recovered.length;
          const only = new Set(['1', '3']);
          expect(auditPart(publication.part(only), rules).recovered).toEqual(
            auditPart(partAnew(whole, results, hidden, only), rules).recovered,
          );
        }
      }),
      { numRuns: 20 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

function partAnew(
  whole: FullAnalysis,
  results: readonly ItemResult[],
  hidden: HiddenFigures,
  only: ReadonlySet<string>,
) {
  const isWanted = ({ item }: { readonly item: string }) => only.has(item);
  const part = {
    ...whole,
    itemStatistics: whole.itemStatistics.filter(isWanted),
    sectionResults: [],
    findings: [],
  };
  return publishedOf(hideFigures(part, results.filter(isWanted), hidden, rules), whole.testResults);
}
