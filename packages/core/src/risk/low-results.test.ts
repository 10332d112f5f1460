import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { summaryOf } from '../../test/school-results.js';
import type { Assessment, LowResultsRules } from '../assessment/index.js';
import { hse3yBoth, omsk2025 } from '../assessment/index.js';
import { betaProbability } from '../statistics/index.js';
import { logBeta } from '../statistics/log-beta.js';
import type { AssessmentSummary } from '../tally/index.js';
import { add, empty, merge, summarise } from '../tally/index.js';
import type { LowResultsOptions } from './index.js';
import { doubtfulKey, lowResults } from './index.js';
import { OutlyingShares } from './outlying-shares.js';
import { RoundedPriors } from './rounded.js';
import { sharePriors } from './share-priors.js';

const now = anAssessment([1], { id: 'm5-now' });
const before = anAssessment([1], { id: 'm5-before', schoolYear: '2024/2025' });
const russian = anAssessment([1], { id: 'r5-now', subject: 'Русский язык' });

const school = (name: string, low: number, n: number): readonly Row[] =>
  Array.from({ length: n }, (_, pupil) => ({
    unit: { municipality: 'М', school: name },
    codes: [2],
    mark: pupil < low ? 2 : 4,
  }));

/** `[school, low, n]` by work. */
type Counts = readonly (readonly [string, number, number])[];
const risksOf = (
  works: readonly (readonly [ReturnType<typeof anAssessment>, Counts])[],
  rules: LowResultsRules = omsk2025,
  options?: LowResultsOptions,
) =>
  lowResults(
    summarise(
      works.reduce(
        (tally, [work, counts]) =>
          add(
            tally,
            aBlock(
              work,
              counts.flatMap(([name, low, n]) => school(name, low, n)),
            ),
          ),
        empty(),
      ),
    ),
    rules,
    options,
  );
const others: Counts = [
  ['b', 2, 40],
  ['c', 4, 50],
  ['d', 1, 30],
  ['e', 9, 45],
];

/** Numbers from 0 to 1, by Park and Miller (1988). */
function randomOf(seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let skipped = 0; skipped < 3; skipped++) next();
  return next;
}

describe('lowResults', () => {
  it('lists two low works of the year, or the same one twice', () => {
    const [a, b] = risksOf([
      [now, [['a', 12, 40], ...others]],
      [russian, [['a', 15, 40], ...others]],
    ]);
    expect(a).toMatchObject({ school: 'a', ruleset: 'omsk-2025', listed: true, distanceToExit: 1 });
    expect(a?.triggered).toEqual(['m5-now', 'r5-now']);
    expect(a?.share).toMatchObject({ estimate: 27 / 80, n: 80 });
    expect(b).toMatchObject({ school: 'b', listed: false, class: 'not-low', triggered: [] });
    expect(b).not.toHaveProperty('distanceToExit');
    const [again] = risksOf([
      [now, [['a', 20, 40], ...others]],
      [before, [['a', 20, 40], ...others]],
    ]);
    expect(again).toMatchObject({ listed: true, distanceToExit: 9, triggered: ['m5-before', 'm5-now'] });
  });

  it('shows every work, newest first, with its interval and its chance', () => {
    const [a] = risksOf([
      [before, [['a', 3, 9], ...others]],
      [now, [['a', 20, 40], ...others]],
    ]);
    expect(a?.cells()).toEqual([
      expect.objectContaining({
        assessment: 'm5-now',
        low: 20,
        isLow: true,
        triggered: false,
        share: expect.objectContaining({
          estimate: 0.5,
          n: 40,
          interval: expect.objectContaining({ method: 'wilson' }),
        }),
        probability: expect.any(Number),
      }),
      expect.objectContaining({ assessment: 'm5-before', low: 3, leftOut: 'too-few', triggered: false }),
    ]);
  });

  it('is sure of large schools sooner than of small ones with the same share', () => {
    const works = (n: number): Parameters<typeof risksOf>[0] => [
      [now, [['a', n * 0.4, n], ...others]],
      [russian, [['a', n * 0.4, n], ...others]],
    ];
    const [small] = risksOf(works(10));
    const [large] = risksOf(works(200));
    expect(small).toMatchObject({ listed: true, class: 'undetermined' });
    expect(large).toMatchObject({ listed: true, class: 'low' });
    expect(small?.stability).toBeLessThan(10);
  });

  it('judges by Jeffreys’ prior where fewer than three other schools are', () => {
    const [a] = risksOf([[now, [['a', 5, 12], ...others.slice(0, 2)]]], {
      ...omsk2025,
      conditions: [{ years: 1, procedures: 1, same: false }],
    });
    expect(a?.probability).toBeCloseTo(1 - betaProbability(0.3, 5.5, 7.5), 12);
  });

  it('does not judge by fewer works than the ruleset needs to list anybody, however low they are', () => {
    const [one] = risksOf([[now, [['a', 40, 40], ...others]]]);
    expect(one).toMatchObject({
      listed: false,
      class: 'too-few',
      share: { kind: 'known', estimate: 1, n: 40 },
      triggered: [],
    });
    expect(one).not.toHaveProperty('probability');
    expect(one?.cells()).toMatchObject([{ low: 40, isLow: true, triggered: false }]);
    const twoYears = risksOf([
      [now, [['a', 40, 40], ...others]],
      [before, [['a', 40, 40], ...others]],
    ]);
    expect(twoYears[0]).toMatchObject({ listed: true });
  });

  it('leaves out too few pupils, doubtful results, other subjects and other years', () => {
    const doubtful = new Set([doubtfulKey('a', 'm5-now')]);
    const works: Parameters<typeof risksOf>[0] = [
      [now, [['a', 20, 40], ...others]],
      [russian, [['a', 20, 40], ...others]],
    ];
    const [left] = risksOf(works, { ...omsk2025, excludeDoubtful: true }, { doubtful });
    expect(left).toMatchObject({ listed: false });
    expect(left?.cells()).toContainEqual(
      expect.objectContaining({ assessment: 'm5-now', leftOut: 'doubtful' }),
    );
    expect(risksOf(works, omsk2025, { doubtful })[0]?.listed).toBe(true);
    const [few] = risksOf([[now, [['a', 9, 9], ...others]]]);
    expect(few).toMatchObject({
      class: 'too-few',
      listed: false,
      share: { kind: 'missing', reason: 'too-few' },
    });
    expect(few).not.toHaveProperty('probability');
    expect(risksOf(works, hse3yBoth)).toEqual([]);
    const [earlier] = risksOf([...works, [before, [['a', 1, 40], ...others]]], omsk2025, {
      schoolYear: '2024/2025',
    });
    expect(earlier).toMatchObject({ listed: false, share: { estimate: 1 / 40 } });
  });

  it('compares with similar schools where there are ten of them', () => {
    const weak: Counts = Array.from({ length: 12 }, (_, i) => [`w${i}`, 14 + (i % 5), 40]);
    const strong: Counts = Array.from({ length: 12 }, (_, i) => [`x${i}`, i % 4, 40]);
    const rules = { ...omsk2025, conditions: [{ years: 1, procedures: 1, same: false }] };
    const like = (key: string) =>
      new Map([...weak.map(([name]) => [name, 'weak'] as const), ['a', key] as const]);
    const works: Parameters<typeof risksOf>[0] = [[now, [['a', 4, 11], ...weak, ...strong]]];
    const [alone] = risksOf(works, rules);
    const [among] = risksOf(works, rules, { similarSchools: like('weak') });
    expect(among?.probability).toBeGreaterThan(alone?.probability ?? 1);
    const [few] = risksOf(works, rules, {
      similarSchools: new Map([
        ['a', 'few'],
        ['x1', 'few'],
      ]),
    });
    expect(few?.probability).toBe(alone?.probability);
  });

  const counts = fc.array(fc.record({ n: fc.integer({ min: 1, max: 30 }), part: evenly(0, 1) }), {
    minLength: 1,
    maxLength: 6,
  });
  const named = (of: readonly { readonly n: number; readonly part: number }[], first?: number): Counts =>
    of.map(({ n, part }, place) => [
      `s${place}`,
      place === 0 && first !== undefined ? first : Math.round(n * part),
      n,
    ]);

  it('never holds one more low result in favour of a school', () => {
    fc.assert(
      fc.property(counts, counts, (one, two) => {
        const [first] = one;
        if (first === undefined) return;
        const rules = { ...omsk2025, minPupils: 1 };
        let last = -1;
        let wasListed = false;
        for (let low = 0; low <= first.n; low++) {
          const risk = risksOf(
            [
              [now, named(one, low)],
              [russian, named(two)],
            ],
            rules,
          ).find(({ school: of }) => of === 's0');
          expect(risk?.probability).toBeGreaterThanOrEqual(last - 1e-9);
          if (wasListed) expect(risk?.listed).toBe(true);
          last = risk?.probability ?? 1;
          wasListed = risk?.listed ?? false;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never does so where a dozen others say how schools differ, and how alike works of a school are', () => {
    // Also where nearly all are good and a few are weak throughout.
    const lows = fc.oneof({ arbitrary: fc.nat(25), weight: 1 }, { arbitrary: fc.constant(0), weight: 2 });
    const schools = fc.oneof(
      fc.tuple(fc.nat(25), fc.nat(25)),
      fc
        .tuple(lows, fc.nat(3))
        .map(([low, more]) => [low, Math.min(25, low === 0 ? 0 : low + more)] as const),
    );
    // Or hardly any school differs from the others.
    const good = fc.tuple(fc.nat(2), fc.nat(2));
    const weak = fc.tuple(fc.integer({ min: 18, max: 25 }), fc.integer({ min: 18, max: 25 }));
    const region = fc.oneof(
      ...[schools, good, weak].map((of) => fc.array(of, { minLength: 12, maxLength: 16 })),
    );
    fc.assert(
      fc.property(
        region,
        fc.nat(19),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(20),
        (among, low, more, other) => {
          const chanceOf = (own: number) => {
            const all = [[own, other] as const, ...among];
            const summaries = [now, russian].map((work, of) =>
              summaryOf(
                work,
                all.map((lows, at) => ({
                  school: `s${at + 10}`,
                  low: lows[of] ?? 0,
                  n: at === 0 ? 20 : 25 + at,
                })),
              ),
            );
            return lowResults(summaries, omsk2025)[0]?.probability ?? Number.NaN;
          };
          expect(chanceOf(Math.min(20, low + more))).toBeGreaterThanOrEqual(chanceOf(low) - 1e-9);
        },
      ),
      { numRuns: 120 },
    );
  });

  describe('where a dozen of many schools say how alike works of a school are', () => {
    type Lows = readonly [number, number];
    type WorksOf = (
      one: readonly number[],
      two: readonly number[],
      singles: number,
    ) => readonly AssessmentSummary[];
    const dozen = (lows: readonly number[]) => lows.map((low, at) => ({ school: `s${at + 10}`, low, n: 25 }));
    const rest = (lowOf: (at: number) => number) =>
      Array.from({ length: 300 }, (_, at) => ({ school: `t${at}`, low: lowOf(at), n: 25 }));
    /** Written by 300 others, too. */
    const byMany = (work: Assessment, lows: readonly number[], singles: number) =>
      summaryOf(work, [
        ...dozen(lows),
        ...rest((at) => Math.round(25 * (((at * 7 + singles) % 31) / 31) ** 3)),
      ]);
    const byNobodyLow = (subject: string, lows: readonly number[]) =>
      summaryOf(anAssessment([1], { id: subject, subject }), [...dozen(lows.map(() => 0)), ...rest(() => 0)]);
    const kinds: readonly (readonly [string, WorksOf])[] = [
      [
        'the others wrote one work',
        (one, two, singles) => [byMany(now, one, singles), summaryOf(russian, dozen(two))],
      ],
      [
        'the others wrote two works on which no school differs',
        (one, two) => [
          byNobodyLow('История', one),
          byNobodyLow('Биология', one),
          summaryOf(now, dozen(one)),
          summaryOf(russian, dozen(two)),
        ],
      ],
      [
        'the others wrote two works, but neither of them twice',
        (one, two, singles) => [
          byMany(now, one, singles),
          byMany(
            russian,
            one.map((_, at) => 2 + ((at * 5) % 7)),
            singles + 3,
          ),
          summaryOf(before, dozen(two)),
        ],
      ],
    ];
    const pair = fc.tuple(evenly(0, 1), evenly(0, 5), evenly(0, 5)).map(([base, one, other]): Lows => {
      const of = (more: number) => Math.min(25, Math.round(25 * base ** 2 + more));
      return [of(one), of(other)];
    });

    describe.each(kinds)('%s', (_, worksOf) => {
      const chanceOf = (own: Lows, among: readonly Lows[], singles: number) => {
        const all = [own, ...among];
        const works = worksOf(
          all.map(([one]) => one),
          all.map(([, two]) => two),
          singles,
        );
        return lowResults(works, omsk2025)[0]?.probability ?? Number.NaN;
      };

      it('never does so', () => {
        fc.assert(
          fc.property(
            fc.array(pair, { minLength: 12, maxLength: 13 }),
            fc.nat(24),
            fc.nat(25),
            fc.nat(30),
            (among, low, other, singles) => {
              const [less, more] = [low, low + 1].map((own) => chanceOf([own, other], among, singles));
              expect(more).toBeGreaterThanOrEqual((less ?? Number.NaN) - 1e-9);
            },
          ),
          { numRuns: 40 },
        );
      });

      it('leaves each of the dozen out', () => {
        // All are alike but for this school, which with a part in what all say would be a sixth less probable by one more.
        const among: readonly Lows[] = [
          [17, 19],
          [19, 14],
          [20, 20],
          [13, 13],
          [17, 18],
          [3, 0],
          [1, 3],
          [22, 18],
          [18, 17],
          [22, 21],
          [9, 8],
          [6, 5],
        ];
        expect(chanceOf([19, 0], among, 3)).toBeGreaterThanOrEqual(chanceOf([18, 0], among, 3));
      });
    });
  });

  it('never does so among hundreds of small schools that differ by chance alone', () => {
    // There one pupil may decide whether they differ at all, or how alike works are: the examples are regions where a school that
    // had a part in what all say became less probable by one low result more.
    const works = [now, before, russian, { ...russian, id: 'r5-before', schoolYear: '2024/2025' }];
    const chanceOf = (seed: number, more: number) => {
      const random = randomOf(seed);
      const share = 0.05 + 0.3 * random();
      const summaries = works.map((work, of) =>
        summaryOf(
          work,
          Array.from({ length: 320 }, (_, at) => {
            const n = 10 + Math.floor(11 * random());
            const low = Array.from({ length: n }, random).filter((x) => x < share).length;
            return { school: `s${at + 100}`, low: at + of === 0 ? Math.min(n, low + more) : low, n };
          }),
        ),
      );
      return lowResults(summaries, omsk2025)[0]?.probability ?? Number.NaN;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        expect(chanceOf(seed, 1)).toBeGreaterThanOrEqual(chanceOf(seed, 0) - 1e-9);
      }),
      { numRuns: 12, examples: [[167], [574], [749], [1211]] },
    );
  });

  it('lists no more schools by a stricter rule', () => {
    fc.assert(
      fc.property(counts, counts, evenly(0, 0.7), (one, two, more) => {
        const works: Parameters<typeof risksOf>[0] = [
          [now, named(one)],
          [russian, named(two)],
        ];
        const listed = (rules: LowResultsRules) =>
          new Set(risksOf(works, rules).flatMap(({ school: of, listed: is }) => (is ? [of] : [])));
        const mild = listed({ ...omsk2025, minPupils: 1 });
        for (const stricter of [
          { ...omsk2025, minPupils: 1, shareFrom: omsk2025.shareFrom + more },
          { ...omsk2025, minPupils: 7 },
          { ...omsk2025, minPupils: 1, combine: 'all' as const },
        ]) {
          for (const of of listed(stricter)) expect(mild).toContain(of);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same from merged tallies of schools as from all rows', () => {
    fc.assert(
      fc.property(counts, (one) => {
        const all = named(one);
        const together = risksOf([[now, all]], { ...omsk2025, minPupils: 1 });
        const apart = merge(...all.map(([name, low, n]) => add(empty(), aBlock(now, school(name, low, n)))));
        const plain = (risks: typeof together) =>
          risks.map(({ cells, ...risk }) => ({ ...risk, cells: cells() }));
        expect(plain(lowResults(summarise(apart), { ...omsk2025, minPupils: 1 }))).toEqual(plain(together));
      }),
      { numRuns: 30 },
    );
  });

  it('says how many pupils another class is away, not more than are needed one by one', () => {
    const works = (low: number): Parameters<typeof risksOf>[0] => [
      [now, [['a', low, 40], ...others]],
      [russian, [['a', 14, 40], ...others]],
    ];
    const rules = { ...omsk2025, conditions: [{ years: 1, procedures: 2, same: false }] };
    const [a] = risksOf(works(10), rules);
    const { stability = 0 } = a ?? {};
    expect(stability).toBeGreaterThan(0);
    const changed = [...Array(stability + 1).keys()].map((by) => [
      risksOf(works(10 + by), rules)[0]?.class,
      risksOf(works(10 - by), rules)[0]?.class,
    ]);
    expect(
      changed
        .slice(1, stability)
        .flat()
        .every((of) => of === a?.class),
    ).toBe(true);
  });

  /** Low results of `counts` of 20 pupils each, school by school, on every one of the works. */
  const summariesOf = (works: readonly ReturnType<typeof anAssessment>[], counts: readonly number[]) =>
    works.map((work) =>
      summaryOf(
        work,
        counts.map((low, at) => ({ school: `s${at + 10}`, low, n: 20 })),
      ),
    );

  it('says of a single work what the beta-binomial distribution of the others says', () => {
    const counts = [0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 9, 11];
    const one = { ...omsk2025, conditions: [{ years: 1, procedures: 1, same: false }] };
    const groups = counts.map((count) => ({ count, n: 20 }));
    const risks = lowResults(summariesOf([now], counts), one);
    expect(risks).toHaveLength(counts.length);
    risks.forEach(({ probability }, at) => {
      const own = groups[at] ?? { count: 0, n: 0 };
      const { mean, precision, spread } = new RoundedPriors().of(sharePriors(groups)(own));
      expect(spread).toBe('some');
      const [a, b] = [mean * precision, (1 - mean) * precision];
      const { below, above } = new OutlyingShares({ lowest: { a, b }, highest: { a, b } }, 0.3).of(
        own.count,
        20,
      );
      // A school like the others, or one of two kinds of which there is none among thirteen others.
      const kinds = [
        {
          chance: (14 / 16) * Math.exp(logBeta(a + own.count, b + 20 - own.count) - logBeta(a, b)),
          low: 1 - betaProbability(0.3, a + own.count, b + 20 - own.count),
        },
        { chance: Math.exp(below.log) / 16, low: below.low },
        { chance: Math.exp(above.log) / 16, low: above.low },
      ];
      const whole = kinds.reduce((sum, { chance }) => sum + chance, 0);
      const low = kinds.reduce((sum, { chance, low }) => sum + chance * low, 0);
      expect(probability).toBeCloseTo(low / whole, 9);
    });
  });

  it('believes a school that is unlike all others, which hardly differ', () => {
    const among = (own: readonly [number, number], others: number) => {
      const pupils = 60;
      const lows = Array.from({ length: 30 }, (_, at) => others + (at % 3) - 1);
      const works = [now, russian].map((work, of) =>
        summaryOf(
          work,
          [own[of] ?? 0, ...lows].map((low, at) => ({ school: `s${at + 10}`, low, n: pupils })),
        ),
      );
      const [first, ...rest] = lowResults(works, omsk2025);
      return { ...first, others: new Set(rest.map((of) => of.class)) };
    };
    // Nobody has more than two low results of 60, the school all; or half, and once a third.
    expect(among([60, 60], 1)).toMatchObject({ listed: true, class: 'low', others: new Set(['not-low']) });
    expect(among([30, 22], 1).probability).toBeGreaterThan(0.7);
    expect(among([18, 18], 1)).toMatchObject({ listed: true, class: 'undetermined' });
    expect(among([30, 0], 1)).toMatchObject({ listed: false, class: 'not-low' });
    expect(among([1, 1], 1).probability).toBeLessThan(1e-6);
    // And so is one that is better than all others.
    expect(among([1, 0], 36)).toMatchObject({ listed: false, class: 'not-low', others: new Set(['low']) });
    expect(among([36, 36], 36).probability).toBeGreaterThan(0.999);
  });

  it('lets a school speak for itself where no pupil of the others has a low result, or every one has', () => {
    const works = [now, before, russian, { ...russian, id: 'r5-before', schoolYear: '2024/2025' }];
    const among = (own: number, others: number) => {
      const [first] = lowResults(summariesOf(works, [own, ...new Array<number>(13).fill(others)]), omsk2025);
      return first?.probability ?? Number.NaN;
    };
    for (const low of [2, 6, 12]) {
      const p = 1 - betaProbability(0.3, 0.5 + low, 0.5 + 20 - low);
      // Two low works this year, or one of them in both years.
      const listed = p * p + 2 * p * (1 - p) * p;
      expect(among(low, 20)).toBeCloseTo(listed, 9);
      expect(among(low, 0)).toBeCloseTo(listed, 9);
    }
    expect(among(2, 20)).toBeLessThan(0.01);
  });

  it('names a school whose pupils were all absent: too few', () => {
    const [summary] = summariesOf([now], [1, 5]);
    if (summary === undefined) throw new Error('one work');
    const groups = [...summaryOf(now, [{ school: 'away', low: 0, n: 0 }]).groups, ...summary.groups];
    const [away, ...others] = lowResults([{ ...summary, groups }], omsk2025);
    expect(away).toMatchObject({ school: 'away', class: 'too-few', listed: false, triggered: [] });
    expect(away?.cells()).toEqual([]);
    expect(others.map(({ school: id, class: of }) => [id, of])).toEqual([
      ['s10', 'too-few'],
      ['s11', 'too-few'],
    ]);
  });

  it('names results of a school on a work so that no two have one name', () => {
    const names = [
      ['s', '1w'],
      ['s1', 'w'],
      ['s1w', ''],
      ['s","1', 'w'],
      ['s', '1","w'],
    ] as const;
    expect(new Set(names.map(([school, work]) => doubtfulKey(school, work))).size).toBe(names.length);
  });
});
