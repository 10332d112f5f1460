import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyse } from '../analysis/analyse.js';
import { analyseFully } from '../analysis/analyse-fully.js';
import { tablesOf } from '../analysis/tables.js';
import { add, empty, TallySum } from '../tally/index.js';
import { audit } from './audit.js';
import { protect, protectWithReport } from './protect.js';
import { publishedOf } from './published-of.js';

/** A region: pupils by municipality and school, half of them solving the item. */
function region(sizes: Readonly<Record<string, readonly number[]>>) {
  const rows = Object.entries(sizes).flatMap(([municipality, schools]) =>
    schools.flatMap((size, i) =>
      Array.from({ length: size }, (_, pupil) => ({
        unit: { region: 'Р', municipality, school: `${municipality}${i}`, class: '5' },
        codes: [pupil % 2 === 0 ? 2 : 0],
        mark: pupil % 2 === 0 ? 3 : 2,
      })),
    ),
  );
  return analyseFully(add(empty(), aBlock(anAssessment([1]), rows)));
}
const reasonsOf = (sizes: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(
    [...protect(region(sizes)).itemResults].map(({ unit, solveRate }) => [
      unit,
      solveRate.kind === 'missing' ? solveRate.reason : 'shown',
    ]),
  );

describe('protect', () => {
  it('hides small schools and a second one, so that the first cannot be found by subtraction', () => {
    expect(reasonsOf({ М: [6, 30, 40, 50] })).toEqual({
      М0: 'suppressed-small',
      М1: 'suppressed-complementary',
      М2: 'shown',
      М3: 'shown',
      М: 'shown',
      Р: 'shown',
      all: 'shown',
    });
  });

  it('hides nothing where all groups are large', () => {
    expect(Object.values(reasonsOf({ М: [20, 30], Н: [25, 40] }))).not.toContain('suppressed-small');
  });

  it('hides a group in which everybody has the same result, and does not say that this is why', () => {
    const rows = ['a', 'b', 'c'].flatMap((school) =>
      Array.from({ length: 20 }, (_, pupil) => ({
        unit: { school },
        codes: [school === 'a' || pupil % 2 === 0 ? 2 : 0],
      })),
    );
    const itemResults = [...protect(analyseFully(add(empty(), aBlock(anAssessment([1]), rows)))).itemResults];
    expect(itemResults[0]?.solveRate).toMatchObject({ reason: 'suppressed-complementary' });
    expect(itemResults[1]?.solveRate).toMatchObject({ reason: 'suppressed-complementary' });
    expect(itemResults[2]?.solveRate).toMatchObject({ kind: 'known' });
  });

  it('shows no design effect and no interval by schools where a school inside is hidden', () => {
    const solvingLess = (smallest: number) => {
      const rows = [smallest, 30, 40, 50].flatMap((size, i) =>
        Array.from({ length: size }, (_, pupil) => ({
          unit: { municipality: 'М', school: `s${i}` },
          codes: [pupil % (i + 2) === 0 ? 2 : 0],
        })),
      );
      const { itemResults } = protect(analyseFully(add(empty(), aBlock(anAssessment([1]), rows))));
      return [...itemResults].find(({ level }) => level === 'municipality');
    };
    const { solveRate, designEffect } = solvingLess(6) ?? {};
    expect(designEffect).toBeUndefined();
    expect(solveRate).toMatchObject({ kind: 'known' });
    expect(solveRate).not.toHaveProperty('interval');
    expect(solvingLess(20)?.designEffect).toBeGreaterThan(0);
    expect(solvingLess(20)?.solveRate).toMatchObject({ interval: { method: 'clustered' } });
  });

  it('shows no class, no teacher, no count of what is hidden', () => {
    const analysis = protect(region({ М: [6, 30, 40] }));
    expect([...analysis.itemResults].some((of) => of.level === 'class')).toBe(false);
    expect(analysis.private.testResults).toEqual([]);
    const { open } = tablesOf(analysis);
    const hidden = [...(open[0]?.rows ?? [])].find((row) => row[2] === 'М0');
    expect(hidden?.slice(4, 6)).toEqual([undefined, undefined]);
    expect(hidden?.at(-2)).toBe('suppressed-small');
  });

  it('leaves no hidden pupils under a shown parent that are fewer than the minimum or one single school', () => {
    const sizes = fc.dictionary(
      fc.constantFrom('М', 'Н', 'К'),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(sizes, (of) => {
        const reasons = reasonsOf(of);
        for (const [municipality, schools] of Object.entries(of)) {
          if (reasons[municipality] !== 'shown') continue;
          const hidden = schools.filter((_, i) => reasons[`${municipality}${i}`] !== 'shown');
          if (hidden.length === 0) continue;
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  it('leaves nothing that the attacker recovers, in any region', () => {
    const pupils = fc.array(
      fc.record({
        codes: fc.array(fc.constantFrom(0, 2, 4, 6, 254), { minLength: 2, maxLength: 2 }),
        mark: fc.integer({ min: 2, max: 5 }),
        journalMark: fc.integer({ min: 3, max: 4 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    const schools = fc.array(fc.record({ municipality: fc.constantFrom('М', 'Н', undefined), pupils }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(schools, (of) => {
        const rows = of.flatMap(({ municipality, pupils: each }, i) =>
          each.map((pupil) => ({
            unit: { region: 'Р', ...(municipality === undefined ? {} : { municipality }), school: `s${i}` },
            ...pupil,
          })),
        );
        const { analysis } = protectWithReport(
          analyseFully(add(empty(), aBlock(anAssessment([3, 3]), rows))),
        );
        expect(audit(publishedOf(analysis)).recovered).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is made of figures', () => {
  const report = {
    assessment: 'work',
    unit: 'x',
    n: 3,
    marks: { exact: false, shares: { 2: 0, 3: 0, 4: 0, 5: 1 } },
  };
  const sum = new TallySum();
  sum.addBlock(aBlock(anAssessment([1]), [{ unit: { school: 's1', class: '5А' }, codes: [2] }]));
  sum.addStated([
    { ...report, level: 'school' },
    { ...report, level: 'municipality' },
    { ...report, level: 'country', n: 1_000_000 },
  ]);

  it('and what reports state of schools and their neighbours is not published', () => {
    const open = protect(analyseFully(sum.tally()));
    expect(open.stated.map(({ level }) => level)).toEqual(['country']);
    expect(open.readiness).toEqual([]);
    expect(open.scales()).toEqual([]);
    expect([...open.comparisonResults]).toEqual([]);
  });

  it('is not even computed where it is never published', () => {
    const analysis = analyseFully(sum.tally());
    const asked: string[] = [];
    const watched = new Proxy(analysis, {
      get: (of, name, receiver) => {
        asked.push(String(name));
        return Reflect.get(of, name, receiver);
      },
    });
    expect(tablesOf(protect(watched)).open.map(({ rows }) => [...rows])).toEqual(
      tablesOf(protect(analysis)).open.map(({ rows }) => [...rows]),
    );
    expect(asked).toContain('sectionResults');
    for (const name of ['groupRates', 'difResults', 'behindResults', 'readiness', 'schoolRisks'])
      expect(asked).not.toContain(name);
  });

  it('does not appear where it was not asked for', () => {
    expect(Object.keys(protect(analyse(sum.tally()))).sort()).toEqual(
      Object.keys(analyse(sum.tally())).sort(),
    );
  });
});
