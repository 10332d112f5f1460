import { describe, expect, it } from 'vitest';
import type { SchoolResults } from '../../test/school-results.js';
import { summaryOf, workOf } from '../../test/school-results.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { LowResultsOptions } from './low-results.js';
import { doubtfulKey, lowResults } from './low-results.js';

const NOW = { schoolYear: '2025/2026' };
const BEFORE = { schoolYear: '2024/2025' };
const WORKS = {
  'm-now': workOf({ id: 'm-now', ...NOW }),
  'r-now': workOf({ id: 'r-now', subject: 'Русский язык', ...NOW }),
  'p-now': workOf({ id: 'p-now', subject: 'Физика', ...NOW }),
  'm-before': workOf({ id: 'm-before', ...BEFORE }),
  'r-before': workOf({ id: 'r-before', subject: 'Русский язык', ...BEFORE }),
  'p-before': workOf({ id: 'p-before', subject: 'Физика', ...BEFORE }),
};
type Name = keyof typeof WORKS;
const NAMES: readonly Name[] = ['m-now', 'r-now', 'p-now', 'm-before', 'r-before', 'p-before'];
type Pupils = Omit<SchoolResults, 'school'>;

/** The same others on every work that school `a` wrote. */
const others: readonly SchoolResults[] = Array.from({ length: 14 }, (_, at) => ({
  school: `o${at + 10}`,
  low: 1 + ((at * 5) % 9),
  n: 30,
}));
const risksOf = (
  own: Partial<Record<Name, Pupils>>,
  rules: LowResultsRules = omsk2025,
  options: LowResultsOptions = {},
  among = others,
) =>
  lowResults(
    NAMES.flatMap((name) => {
      const of = own[name];
      return of === undefined ? [] : [summaryOf(WORKS[name], [...among, { school: 'a', ...of }])];
    }),
    rules,
    options,
  );
const riskOf = (...given: Parameters<typeof risksOf>) => {
  const [risk] = risksOf(...given);
  if (risk?.school !== 'a') throw new Error('school a comes first');
  return risk;
};
/** Every work is written by 30; those named are low. */
const lowIn = (...names: readonly Name[]) =>
  Object.fromEntries(NAMES.map((name) => [name, { low: names.includes(name) ? 15 : 3, n: 30 }]));
const condition = (years: number, procedures: number, same: boolean) => ({
  ...omsk2025,
  conditions: [{ years, procedures, same }],
});

describe('works for which a school is listed', () => {
  it('are the low ones of a condition that holds', () => {
    const triggered = (rules: LowResultsRules, ...names: readonly Name[]) => {
      const risk = riskOf(lowIn(...names), rules);
      const cells = risk.cells();
      expect(
        cells
          .filter((cell) => cell.triggered)
          .map((cell) => cell.assessment)
          .sort(),
      ).toEqual(risk.triggered);
      for (const { assessment, isLow } of cells)
        expect(isLow).toBe(names.some((name) => name === assessment));
      expect(risk.listed).toBe(risk.triggered.length > 0);
      return risk.triggered;
    };
    expect(triggered(omsk2025, 'r-now', 'm-now')).toEqual(['m-now', 'r-now']);
    expect(triggered(omsk2025, 'r-now', 'm-now', 'p-before')).toEqual(['m-now', 'r-now']);
    expect(triggered(omsk2025, 'r-now', 'm-now', 'm-before')).toEqual(['m-before', 'm-now', 'r-now']);
    expect(triggered(omsk2025, 'p-now', 'p-before', 'r-before')).toEqual(['p-before', 'p-now']);
    expect(triggered(omsk2025, 'p-now', 'm-before', 'r-before')).toEqual([]);
    expect(triggered(condition(2, 1, false), 'p-now', 'm-before')).toEqual(['m-before', 'p-now']);
    expect(triggered(condition(2, 1, false), 'p-now')).toEqual([]);
    expect(triggered(condition(1, 1, true), 'p-now', 'p-before')).toEqual(['p-now']);
    expect(triggered({ ...omsk2025, combine: 'all' }, 'p-now', 'p-before', 'm-now')).toEqual([
      'm-now',
      'p-before',
      'p-now',
    ]);
    expect(triggered({ ...omsk2025, combine: 'all' }, 'p-now', 'm-now')).toEqual([]);
    // The condition on works of one year does not hold, so a further work of the year is not the reason.
    const conditions = [
      { years: 1, procedures: 3, same: false },
      { years: 2, procedures: 1, same: true },
    ];
    expect(triggered({ ...omsk2025, conditions }, 'p-now', 'p-before', 'm-now')).toEqual([
      'p-before',
      'p-now',
    ]);
  });

  it('take the pupils that are too many away', () => {
    expect(riskOf(lowIn('m-now', 'r-now')).distanceToExit).toBe(7);
    expect(riskOf({ ...lowIn('m-now', 'r-now'), 'r-now': { low: 10, n: 30 } }).distanceToExit).toBe(2);
    expect(riskOf(lowIn('m-now'))).not.toHaveProperty('distanceToExit');
    // The works of the year before cannot change.
    expect(riskOf(lowIn('m-now', 'm-before')).distanceToExit).toBe(7);
  });
});

describe('the share of low results', () => {
  it('is that of the works of the last year that count, together', () => {
    const own = {
      ...lowIn(),
      'm-now': { low: 9, n: 30 },
      'r-now': { low: 4, n: 20 },
      'p-now': { low: 9, n: 9 },
    };
    expect(riskOf(own).share).toMatchObject({ kind: 'known', estimate: 13 / 50, n: 50 });
    const past = { 'm-before': { low: 9, n: 30 }, 'r-before': { low: 9, n: 30 } };
    expect(riskOf({ ...past, 'm-now': { low: 3, n: 9 } })).toMatchObject({
      class: 'too-few',
      share: { kind: 'missing', reason: 'no-pupils', n: 0 },
    });
    expect(riskOf({ 'm-now': { low: 3, n: 9 } })).toMatchObject({
      listed: false,
      class: 'too-few',
      share: { kind: 'missing', reason: 'too-few' },
      triggered: [],
    });
  });

  it('has bounds where marks are open, of the last year only', () => {
    const own = { ...lowIn(), 'm-now': { low: 3, n: 26, open: 4 }, 'r-before': { low: 3, n: 28, open: 2 } };
    const risk = riskOf(own);
    expect(risk.share).toEqual({ kind: 'missing', reason: 'marks-uncertain', n: 90 });
    expect(risk.uncertain).toMatchObject({
      pupils: 6,
      share: { low: 9 / 90, high: 13 / 90, interval: { method: 'wilson' } },
    });
    const before = riskOf({ ...lowIn(), 'r-before': { low: 3, n: 28, open: 2 } });
    expect(before.share).toMatchObject({ kind: 'known', estimate: 9 / 90, n: 90 });
    expect(before.uncertain).toMatchObject({ pupils: 2, decides: false });
    expect(before.uncertain).not.toHaveProperty('share');
    expect(riskOf(lowIn())).not.toHaveProperty('uncertain');
    // Too few works to judge by: nothing hangs on them.
    expect(riskOf({ 'm-now': { low: 3, n: 26, open: 4 } })).toMatchObject({
      class: 'too-few',
      uncertain: { pupils: 4, decides: false, share: { low: 3 / 30, high: 7 / 30 } },
    });
    // Works that do not count are not asked.
    expect(riskOf({ ...lowIn(), 'p-now': { low: 3, n: 5, open: 2 } })).not.toHaveProperty('uncertain');
  });
});

describe('the class', () => {
  it('is what the probability says', () => {
    const found = new Set<string>();
    for (const probability of [0.6, 0.9, 0.999]) {
      const works = [WORKS['m-now'], WORKS['r-now']].map((work, more) =>
        summaryOf(
          work,
          Array.from({ length: 29 }, (_, at) => ({ school: `s${at}`, low: at + more, n: 30 })),
        ),
      );
      for (const risk of lowResults(works, { ...omsk2025, probability })) {
        const chance = risk.probability ?? Number.NaN;
        const expected =
          chance >= probability ? 'low' : chance <= 1 - probability ? 'not-low' : 'undetermined';
        expect(risk.class).toBe(expected);
        found.add(`${probability} ${expected}`);
      }
    }
    expect(found.size).toBe(9);
  });

  it('counts works left out as not written, and asks for as many as the ruleset needs', () => {
    const one = riskOf({ 'm-now': { low: 30, n: 30 }, 'r-now': { low: 9, n: 9 } });
    expect(one).toMatchObject({ class: 'too-few', share: { estimate: 1, n: 30 } });
    expect(one).not.toHaveProperty('probability');
    expect(one).not.toHaveProperty('stability');
    expect(riskOf({ 'm-now': { low: 30, n: 30 }, 'r-before': { low: 30, n: 30 } }).class).toBe('too-few');
    expect(riskOf({ 'm-now': { low: 30, n: 30 }, 'm-before': { low: 30, n: 30 } }).class).toBe('low');
    const before = riskOf({
      ...lowIn('m-now', 'r-now'),
      'r-before': { low: 0, n: 9 },
      'p-now': { low: 0, n: 9 },
    });
    expect(before).toMatchObject({ listed: true, triggered: ['m-now', 'r-now'] });
    expect(before.probability).toBeGreaterThan(0.1);
  });

  it('can ask for certainty', () => {
    const sure = { ...omsk2025, probability: 1 };
    const classOf = (low: number) =>
      riskOf({ 'm-now': { low, n: 300 }, 'r-now': { low, n: 300 } }, sure).class;
    expect([300, 90, 0].map(classOf)).toEqual(['low', 'undetermined', 'not-low']);
  });

  it('hangs on open marks where they would change it', () => {
    const open = riskOf({ 'm-now': { low: 4, n: 14, open: 16 }, 'r-now': { low: 15, n: 30 } });
    expect(open).toMatchObject({
      class: 'undetermined',
      uncertain: { pupils: 16, decides: true },
      triggered: [],
    });
    expect(open).not.toHaveProperty('listed');
    expect(open.uncertain?.probabilityAtMost).toBeGreaterThan(open.probability ?? 1);
    // Listed for sure, but only the most would make it low.
    const listed = riskOf({ 'm-now': { low: 13, n: 22, open: 8 }, 'r-now': { low: 13, n: 30 } });
    expect(listed).toMatchObject({
      listed: true,
      class: 'undetermined',
      triggered: ['m-now', 'r-now'],
      uncertain: { decides: true },
    });
    expect(listed.probability).toBeLessThan(0.9);
    expect(listed.uncertain?.probabilityAtMost).toBeGreaterThan(0.9);
    expect(listed.distanceToExit).toBe(5);
    // One class whatever they have, but one of them more would list the school.
    const border = riskOf({ 'm-now': { low: 8, n: 29, open: 1 }, 'r-now': { low: 12, n: 30 } });
    expect(border).toMatchObject({ triggered: [], uncertain: { pupils: 1, decides: true } });
    expect(border).not.toHaveProperty('listed');
    expect([border.probability, border.uncertain?.probabilityAtMost].map((of = 1) => of > 0.1)).toEqual([
      true,
      true,
    ]);
    expect(border.class).toBe('undetermined');
    const sure = riskOf({ 'm-now': { low: 20, n: 22, open: 8 }, 'r-now': { low: 22, n: 30 } });
    expect(sure).toMatchObject({ listed: true, class: 'low', uncertain: { decides: false } });
  });
});

describe('stability', () => {
  /** Too few others to say anything of a school: its own pupils change nothing but its own counts. */
  const alone = (own: Partial<Record<Name, Pupils>>) => riskOf(own, omsk2025, {}, others.slice(0, 4));
  /** Fewest pupils on any works of the last year, all for the worse or all for the better, after which the class is another. */
  const plainly = (own: Partial<Record<Name, Pupils>>, most: number) => {
    const { class: now } = alone(own);
    const [maths, russian] = [own['m-now'], own['r-now']];
    if (maths === undefined || russian === undefined) throw new Error('both were written');
    const moreLow = ({ low, n }: Pupils, by: number) => ({ low: Math.min(n, Math.max(0, low + by)), n });
    for (let pupils = 1; pupils <= most; pupils++) {
      for (let first = 0; first <= pupils; first++) {
        for (const step of [1, -1]) {
          const moved = {
            ...own,
            'm-now': moreLow(maths, step * first),
            'r-now': moreLow(russian, step * (pupils - first)),
          };
          if (alone(moved).class !== now) return pupils;
        }
      }
    }
    return undefined;
  };

  it('is how many pupils another class is away, for the better or the worse', () => {
    const found = new Set<string>();
    for (const [low, more] of [
      [4, 0],
      [7, 1],
      [9, 0],
      [12, 2],
      [14, 0],
      [16, 1],
    ] as const) {
      const own = { 'm-now': { low, n: 30 }, 'r-now': { low: low + more, n: 30 } };
      const risk = alone(own);
      const { stability = 11 } = risk;
      expect(plainly(own, 3)).toBe(stability <= 3 ? stability : undefined);
      if (stability <= 3) found.add(risk.class);
    }
    expect([...found].sort()).toEqual(['low', 'not-low', 'undetermined']);
  });

  it('is not said beyond ten pupils', () => {
    expect(riskOf({ 'm-now': { low: 0, n: 200 }, 'r-now': { low: 0, n: 200 } })).not.toHaveProperty(
      'stability',
    );
    expect(riskOf({ 'm-now': { low: 200, n: 200 }, 'r-now': { low: 200, n: 200 } })).not.toHaveProperty(
      'stability',
    );
    const found = Array.from({ length: 31 }, (_, low) =>
      alone({ 'm-now': { low, n: 30 }, 'r-now': { low, n: 30 } }),
    );
    expect(Math.max(...found.map(({ stability = 0 }) => stability))).toBe(10);
    // The farther from the border, the more pupils it takes.
    const steady = (of: readonly (number | undefined)[]) => of.map((pupils = 11) => pupils);
    const low = steady(found.filter((of) => of.class === 'low').map((of) => of.stability));
    const high = steady(found.filter((of) => of.class === 'not-low').map((of) => of.stability));
    expect(low).toEqual(low.toSorted((one, other) => one - other));
    expect(high).toEqual(high.toSorted((one, other) => other - one));
    expect([low[0], low.at(-1), high[0], high.at(-1)]).toEqual([1, 11, 11, 1]);
  });

  it('counts the nearer way where the other is far', () => {
    // Russian is low for sure; one pupil of mathematics more or less makes another class.
    const schools = Array.from({ length: 60 }, (_, at) =>
      alone({
        'm-now': { low: 70 + at, n: 300 },
        'r-now': { low: 300, n: 300 },
      }),
    );
    const borders = schools
      .flatMap((of, at) => (of.class === schools[at + 1]?.class ? [] : [at]))
      .slice(0, -1);
    expect(borders.map((at) => schools[at]?.class)).toEqual(['not-low', 'undetermined']);
    for (const at of borders) {
      expect(schools[at]?.stability).toBe(1);
      expect(schools[at + 1]?.stability).toBe(1);
    }
  });

  it('asks the fewest low results of a school that is called low, and the most of one that is not', () => {
    const plain = { 'm-now': { low: 17, n: 30 }, 'r-now': { low: 17, n: 30 } };
    const open = { ...plain, 'r-now': { low: 17, n: 24, open: 6 } };
    expect(alone(open)).toMatchObject({ class: 'low', stability: alone(plain).stability });
    const few = { 'm-now': { low: 2, n: 26, open: 4 }, 'r-now': { low: 3, n: 30 } };
    const most = { 'm-now': { low: 6, n: 30 }, 'r-now': { low: 3, n: 30 } };
    expect(alone(few)).toMatchObject({ class: 'not-low', stability: alone(most).stability });
    expect(alone(most).stability).toBeLessThan(
      alone({ ...most, 'm-now': { low: 2, n: 30 } }).stability ?? 11,
    );
  });
});

describe('cells', () => {
  it('are the works that the ruleset looks at, newest first, then by id', () => {
    const own = {
      'r-now': { low: 3, n: 30 },
      'm-now': { low: 2, n: 6, unmarked: 30 },
      'p-now': { low: 0, n: 0, unmarked: 30 },
      'r-before': { low: 3, n: 9 },
      'm-before': { low: 8, n: 26, open: 4 },
    };
    const doubtful = new Set([doubtfulKey('a', 'r-now')]);
    const cells = riskOf(own, { ...omsk2025, excludeDoubtful: true }, { doubtful }).cells();
    expect(cells).toEqual([
      {
        assessment: 'm-now',
        schoolYear: '2025/2026',
        low: 2,
        share: expect.objectContaining({ kind: 'known', estimate: 1 / 3, n: 6 }),
        isLow: true,
        leftOut: 'no-marks',
        triggered: false,
      },
      {
        assessment: 'p-now',
        schoolYear: '2025/2026',
        low: 0,
        share: { kind: 'missing', reason: 'no-marks', n: 0 },
        isLow: false,
        leftOut: 'no-marks',
        triggered: false,
      },
      {
        assessment: 'r-now',
        schoolYear: '2025/2026',
        low: 3,
        share: expect.objectContaining({ kind: 'known', estimate: 1 / 10, n: 30 }),
        isLow: false,
        leftOut: 'doubtful',
        triggered: false,
      },
      {
        assessment: 'm-before',
        schoolYear: '2024/2025',
        low: 8,
        uncertain: 4,
        share: { kind: 'missing', reason: 'marks-uncertain', n: 30 },
        isLow: false,
        probability: expect.any(Number),
        triggered: false,
      },
      {
        assessment: 'r-before',
        schoolYear: '2024/2025',
        low: 3,
        share: expect.objectContaining({ kind: 'known', estimate: 1 / 3, n: 9 }),
        isLow: true,
        leftOut: 'too-few',
        triggered: false,
      },
    ]);
  });

  it('are those of works that the school wrote', () => {
    const works = [
      summaryOf(WORKS['m-now'], [...others, { school: 'a', low: 3, n: 30 }]),
      summaryOf(WORKS['r-before'], [{ school: 'b', low: 3, n: 30 }]),
    ];
    const cellsOf = new Map(
      lowResults(works, omsk2025).map(({ school, cells }) => [
        school,
        cells().map((cell) => cell.assessment),
      ]),
    );
    expect(cellsOf.get('a')).toEqual(['m-now']);
    expect(cellsOf.get('b')).toEqual(['r-before']);
  });

  it('have the probability of the school where its only work decides', () => {
    const risk = riskOf({ 'm-now': { low: 8, n: 30 } }, condition(1, 1, false));
    expect(risk.cells()[0]?.probability).toBeCloseTo(risk.probability ?? Number.NaN, 10);
    const before = riskOf({ 'm-now': { low: 8, n: 30 }, 'm-before': { low: 14, n: 30 } });
    const [now, past] = before.cells().map(({ probability = Number.NaN }) => probability);
    expect(past).toBeGreaterThan(now ?? 1);
    // What the school had before speaks for this year, too.
    expect(now).toBeGreaterThan(risk.probability ?? 1);
  });

  it('are the same whenever they are asked for', () => {
    const risks = risksOf(lowIn('m-now', 'r-now'));
    const first = risks.map(({ cells }) => cells());
    expect(risks.map(({ cells }) => cells())).toEqual(first);
    expect(first.every((cells) => cells.length === 6)).toBe(true);
  });
});

describe('regions', () => {
  const region = (schools: number) =>
    (['m-now', 'r-now', 'm-before'] as const).map((name, work) =>
      summaryOf(
        WORKS[name],
        Array.from({ length: schools }, (_, at) => ({
          school: `s${String(at).padStart(3, '0')}`,
          low: (at * 7 + ((work + at) % 3)) % 17,
          n: 24 + (at % 9),
        })),
      ),
    );

  it('are judged in the order of ids', () => {
    const [work] = region(20);
    if (work === undefined) throw new Error('no work');
    const turned = { ...work, groups: work.groups.toReversed() };
    expect(lowResults([turned], omsk2025).map(({ school }) => school)).toEqual(
      Array.from({ length: 20 }, (_, at) => `s${String(at).padStart(3, '0')}`),
    );
  });

  it('change little by one school more among three hundred', () => {
    const [few, many] = [300, 301].map((schools) => lowResults(region(schools), omsk2025));
    const classes = new Set(many?.map((of) => of.class));
    expect(classes).toEqual(new Set(['low', 'not-low', 'undetermined']));
    few?.forEach(({ probability = Number.NaN, listed, stability, ...risk }, at) => {
      const other = many?.[at];
      expect(Math.abs((other?.probability ?? Number.NaN) - probability)).toBeLessThan(0.02);
      expect(other?.listed).toBe(listed);
      expect(Math.abs((other?.stability ?? 11) - (stability ?? 11))).toBeLessThanOrEqual(1);
      if (at > 20) return;
      const [cell] = risk.cells();
      const [otherCell] = other?.cells() ?? [];
      expect(Math.abs((otherCell?.probability ?? Number.NaN) - (cell?.probability ?? 0))).toBeLessThan(0.02);
    });
  });

  it('say of a school what the others do, whose works are alike although its own are not', () => {
    // What integrals say (base R), 0.696895, before anything is rounded. If it spoke of itself, too, works would hardly be alike.
    const others = Array.from({ length: 24 }, (_, at) => ({
      school: `o${at + 10}`,
      low: 1 + ((at * 7) % 19),
      n: 40,
    }));
    const works = [30, 4].map((low, work) =>
      summaryOf(workOf({ id: `w${work}`, subject: `S${work}`, ...NOW }), [
        { school: 'a', low, n: 40 },
        ...others,
      ]),
    );
    expect(lowResults(works, condition(1, 2, false))[0]?.probability).toBeCloseTo(0.6969 + 0.001, 3);
  });

  it('are judged as exactly where nearly all low results are those of a few schools', () => {
    // Eight works, very much alike; what sums in steps of a fiftieth say, before anything is rounded.
    const conditions = [{ years: 1, procedures: 4, same: false }];
    const probabilityOf = (low: number, schools: number) => {
      const works = Array.from({ length: 8 }, (_, work) => {
        const few = Array.from({ length: schools }, (_, at) => {
          const share = 0.6 * Math.exp(-(at % 50) / 2) * (0.8 + 0.1 * ((work * 7 + at * 3) % 5));
          return { school: `o${at + 100}`, low: Math.round(200 * share), n: 200 };
        });
        const own = { school: 'a', low: low + 2 * ((work * 3) % 5) - 4, n: 200 };
        return summaryOf(workOf({ id: `w${work}`, subject: `S${work}`, ...NOW }), [own, ...few]);
      });
      // A school that is met before all others wrote none of these.
      const first = summaryOf(workOf({ id: 'first', ...NOW }), [{ school: 'z', low: 3, n: 30 }]);
      return lowResults([first, ...works], { ...omsk2025, conditions })[0]?.probability;
    };
    expect(probabilityOf(58, 50)).toBeCloseTo(0.27384, 3);
    expect(probabilityOf(60, 50)).toBeCloseTo(0.54251, 3);
    expect(probabilityOf(60, 350)).toBeCloseTo(0.5421, 3);
  });

  it('are judged where nearly everybody everywhere has a low result', () => {
    const works = NAMES.slice(0, 2).map((name) =>
      summaryOf(
        WORKS[name],
        Array.from({ length: 80 }, (_, at) => ({ school: `s${at + 10}`, low: at === 0 ? 0 : 20, n: 20 })),
      ),
    );
    const [best, ...rest] = lowResults(works, omsk2025);
    expect(best).toMatchObject({ school: 's10', listed: false });
    expect(rest.every((of) => of.class === 'low')).toBe(true);
  });
});
