import { describe, expect, it } from 'vitest';
import type { SchoolPassport } from '../context/context-index.js';
import type { MissingReason } from '../foundation/figure.js';
import { known } from '../foundation/figure.js';
import type { FactorRating, SchoolFacts, Significance, SwotEntry, SwotKind } from './index.js';
import { CROSS_CHECK_RULES, crossCheck, directionChoice, riskProfile500, sevenDirections } from './index.js';

const nothing: SchoolFacts = { school: 's', ratings: [], swot: [], risks: [], works: [] };
const rated = (
  factors: Readonly<Record<string, Significance>>,
  chosen?: boolean,
): Pick<SchoolFacts, 'ratings'> => ({
  ratings: Object.entries(factors).map(
    ([factor, significance]): FactorRating => ({
      school: 's',
      factor,
      significance,
      ...(chosen === undefined ? {} : { chosen }),
    }),
  ),
});
const swot = (...entries: readonly (readonly [SwotKind, string?])[]): Pick<SchoolFacts, 'swot'> => ({
  swot: entries.map(
    ([kind, about]): SwotEntry => ({
      school: 's',
      kind,
      text: 'слова школы',
      ...(about === undefined ? {} : { about }),
    }),
  ),
});
const results = (
  ...classes: readonly SchoolFacts['risks'][number]['class'][]
): Pick<SchoolFacts, 'risks'> => ({
  risks: classes.map((of, i) => ({ ruleset: `r${i + 1}`, class: of, listed: of === 'low' })),
});
const chose = (...ids: readonly string[]): Pick<SchoolFacts, 'directions'> => ({
  directions: directionChoice(ids, sevenDirections),
});
const passport = (pupils: number | undefined, onRegisters?: number, school = 's'): SchoolPassport => ({
  school,
  ...(pupils === undefined ? {} : { pupils }),
  indicators: new Map(onRegisters === undefined ? [] : [['on_registers', known(onRegisters, 100)]]),
});
const works = (
  schoolYear: string | undefined,
  ...wrote: readonly (readonly [grade: number, n: number])[]
) => ({
  works: wrote.map(([grade, n], i) => ({
    assessment: {
      id: `w${i}`,
      programme: 'ВПР',
      subject: 'Математика',
      grade,
      ...(schoolYear === undefined ? {} : { schoolYear }),
    },
    wrote: n,
    marks: { 2: 0, 3: n, 4: 0, 5: 0 },
  })),
});
const allLow = Object.fromEntries(riskProfile500.factors.slice(0, 6).map(({ id }) => [id, 'low' as const]));
const nineOthers = Array.from(
  { length: 9 },
  (_, i): SchoolFacts => ({
    ...nothing,
    school: `o${i}`,
    passport: passport(100, i / 100, `o${i}`),
  }),
);

interface Fixture {
  readonly differs: Partial<SchoolFacts>;
  /** `says` and `against` as `table:key=value`. */
  readonly says: readonly string[];
  readonly against: readonly string[];
  readonly agrees: readonly Partial<SchoolFacts>[];
  readonly excluded: Readonly<Record<string, Partial<SchoolFacts>>>;
  readonly unknown: readonly (readonly [Partial<SchoolFacts>, MissingReason])[];
  readonly others?: readonly SchoolFacts[];
}

/** One for each rule: a school where it differs, and what makes it silent. */
const FIXTURES: Readonly<Record<string, Fixture>> = {
  'failure-risk-rated-low': {
    differs: { ...rated({ 'failure-risk': 'low' }), ...results('low', 'undetermined') },
    says: ['self-rating:failure-risk=low'],
    against: ['risk:r1=low'],
    agrees: [
      { ...rated({ 'failure-risk': 'high' }), ...results('low') },
      { ...rated({ 'failure-risk': 'medium' }), ...results('low') },
      { ...rated({ 'failure-risk': 'low' }), ...results('not-low') },
    ],
    excluded: { 'results-unsure': { ...rated({ 'failure-risk': 'low' }), ...results('not-low', 'too-few') } },
    unknown: [
      [{ ...rated({ motivation: 'low' }), ...results('low') }, 'not-entered'],
      [rated({ 'failure-risk': 'low' }), 'no-results'],
    ],
  },
  'failure-risk-rated-high': {
    differs: { ...rated({ 'failure-risk': 'high' }), ...results('not-low', 'not-low') },
    says: ['self-rating:failure-risk=high'],
    against: ['risk:r1=not-low', 'risk:r2=not-low'],
    agrees: [
      { ...rated({ 'failure-risk': 'low' }), ...results('not-low') },
      { ...rated({ 'failure-risk': 'high' }), ...results('low', 'not-low') },
    ],
    excluded: {
      'results-unsure': { ...rated({ 'failure-risk': 'high' }), ...results('not-low', 'undetermined') },
    },
    unknown: [
      [results('not-low'), 'not-entered'],
      [rated({ 'failure-risk': 'high' }), 'no-results'],
    ],
  },
  'results-called-strength': {
    differs: { ...swot(['strength', 'results'], ['weakness']), ...results('low') },
    says: ['swot:results=strength'],
    against: ['risk:r1=low'],
    agrees: [
      { ...swot(['weakness', 'results']), ...results('low') },
      { ...swot(['strength', 'parents']), ...results('low') },
      { ...swot(['strength', 'results']), ...results('not-low') },
    ],
    excluded: { 'results-unsure': { ...swot(['strength', 'results']), ...results('undetermined') } },
    unknown: [
      [results('low'), 'not-entered'],
      [swot(['strength', 'results']), 'no-results'],
    ],
  },
  'basic-results-not-chosen': {
    differs: { ...chose('talent', 'individual', 'environment'), ...results('low') },
    says: ['directions:talent=yes', 'directions:environment=yes', 'directions:individual=yes'],
    against: ['risk:r1=low'],
    agrees: [
      { ...chose('talent', 'individual', 'basic-results'), ...results('low') },
      { ...chose('talent', 'individual', 'environment'), ...results('not-low') },
    ],
    excluded: {
      'choice-incomplete': { ...chose('talent'), ...results('low') },
      'results-unsure': { ...chose('talent', 'individual', 'environment'), ...results('too-few') },
    },
    unknown: [
      [results('low'), 'not-entered'],
      [chose('talent', 'individual', 'environment'), 'no-results'],
    ],
  },
  'no-risk-named': {
    differs: { ...rated(allLow), ...results('low') },
    says: Object.keys(allLow).map((id) => `self-rating:${id}=low`),
    against: ['risk:r1=low'],
    agrees: [
      { ...rated({ ...allLow, equipment: 'medium' }), ...results('low') },
      { ...rated(allLow), ...results('not-low') },
    ],
    excluded: {
      'few-rated': { ...rated({ equipment: 'low', parents: 'low' }), ...results('low') },
      'results-unsure': { ...rated(allLow), ...results('undetermined') },
    },
    unknown: [
      [results('low'), 'not-entered'],
      [rated(allLow), 'no-results'],
    ],
  },
  'swot-both-sides': {
    differs: swot(['strength', 'parents'], ['weakness', 'parents'], ['strength', 'results']),
    says: ['swot:parents=strength'],
    against: ['swot:parents=weakness'],
    agrees: [swot(['strength', 'parents'], ['weakness', 'results'], ['threat', 'parents'])],
    excluded: { 'no-topics': swot(['strength'], ['weakness']) },
    unknown: [[{}, 'not-entered']],
  },
  'strength-rated-high-risk': {
    differs: { ...swot(['strength', 'parents']), ...rated({ parents: 'high', motivation: 'high' }) },
    says: ['swot:parents=strength'],
    against: ['self-rating:parents=high'],
    agrees: [
      { ...swot(['strength', 'parents']), ...rated({ parents: 'medium' }) },
      { ...swot(['weakness', 'parents']), ...rated({ parents: 'high' }) },
    ],
    excluded: { 'no-topics': { ...swot(['strength']), ...rated({ parents: 'high' }) } },
    unknown: [
      [swot(['strength', 'parents']), 'not-entered'],
      [rated({ parents: 'high' }), 'not-entered'],
    ],
  },
  'weakness-rated-low-risk': {
    differs: {
      ...swot(['threat', 'parents'], ['weakness', 'motivation']),
      ...rated({ parents: 'low', motivation: 'low', equipment: 'low' }),
    },
    says: ['swot:parents=threat', 'swot:motivation=weakness'],
    against: ['self-rating:parents=low', 'self-rating:motivation=low'],
    agrees: [
      { ...swot(['threat', 'parents']), ...rated({ parents: 'high' }) },
      { ...swot(['strength', 'parents']), ...rated({ parents: 'low' }) },
    ],
    excluded: { 'no-topics': { ...swot(['threat']), ...rated({ parents: 'low' }) } },
    unknown: [
      [swot(['threat', 'parents']), 'not-entered'],
      [rated({ parents: 'low' }), 'not-entered'],
    ],
  },
  'high-risk-not-in-swot': {
    differs: {
      ...swot(['weakness', 'parents'], ['strength', 'motivation']),
      ...rated({ parents: 'high', motivation: 'high', equipment: 'low' }),
    },
    says: ['self-rating:motivation=high'],
    against: ['swot:motivation=none'],
    agrees: [{ ...swot(['threat', 'parents']), ...rated({ parents: 'high', equipment: 'medium' }) }],
    excluded: { 'no-topics': { ...swot(['weakness', 'results']), ...rated({ parents: 'high' }) } },
    unknown: [
      [swot(['weakness', 'parents']), 'not-entered'],
      [rated({ parents: 'high' }), 'not-entered'],
    ],
  },
  'chosen-rated-low-risk': {
    differs: rated({ parents: 'low', motivation: 'high' }, true),
    says: ['self-rating:parents=chosen'],
    against: ['self-rating:parents=low'],
    agrees: [rated({ parents: 'low' }), rated({ parents: 'low' }, false), rated({ parents: 'medium' }, true)],
    excluded: {},
    unknown: [[{}, 'not-entered']],
  },
  'conditions-threat-not-hard': {
    differs: { ...swot(['threat', 'conditions']), hardConditions: false },
    says: ['swot:conditions=threat'],
    against: ['context:conditions=not-hard'],
    agrees: [
      { ...swot(['threat', 'conditions']), hardConditions: true },
      { ...swot(['strength', 'conditions']), hardConditions: false },
    ],
    excluded: {},
    unknown: [
      [swot(['threat', 'conditions']), 'no-context'],
      [{ hardConditions: false }, 'not-entered'],
    ],
  },
  'conditions-strength-hard': {
    differs: { ...swot(['opportunity', 'conditions']), hardConditions: true },
    says: ['swot:conditions=opportunity'],
    against: ['context:conditions=hard'],
    agrees: [
      { ...swot(['strength', 'conditions']), hardConditions: false },
      { ...swot(['weakness', 'conditions']), hardConditions: true },
    ],
    excluded: {},
    unknown: [
      [swot(['strength', 'conditions']), 'no-context'],
      [{ hardConditions: true }, 'not-entered'],
    ],
  },
  'registers-discipline-low': {
    differs: { ...rated({ discipline: 'low' }), passport: passport(100, 0.2) },
    says: ['self-rating:discipline=low'],
    against: ['passport:on_registers=0.2'],
    agrees: [
      { ...rated({ discipline: 'medium' }), passport: passport(100, 0.2) },
      { ...rated({ discipline: 'low' }), passport: passport(100, 0.03) },
    ],
    excluded: {},
    unknown: [
      [{ passport: passport(100, 0.2) }, 'not-entered'],
      [rated({ discipline: 'low' }), 'no-context'],
      [{ ...rated({ discipline: 'low' }), passport: passport(100) }, 'not-entered'],
    ],
    others: nineOthers,
  },
  'more-wrote-than-pupils': {
    differs: { passport: passport(40), ...works('2025/2026', [5, 25], [5, 20], [6, 16]) },
    says: ['passport:pupils=40'],
    against: ['tests:wrote=41'],
    agrees: [{ passport: passport(41), ...works('2025/2026', [5, 25], [5, 20], [6, 16]) }],
    excluded: { 'no-year': { passport: passport(40), ...works(undefined, [5, 60]) } },
    unknown: [
      [works('2025/2026', [5, 60]), 'no-context'],
      [{ passport: passport(undefined), ...works('2025/2026', [5, 60]) }, 'not-entered'],
      [{ passport: passport(40) }, 'no-results'],
    ],
  },
};

const judged = (id: string, facts: Partial<SchoolFacts>, others: readonly SchoolFacts[] = []) => {
  const rule = CROSS_CHECK_RULES.find((each) => each.id === id);
  const checked = crossCheck(
    [{ ...nothing, ...facts }, ...others],
    CROSS_CHECK_RULES.filter((each) => each === rule),
  );
  return checked.find(({ school }) => school === 's')?.judgement;
};
const texts = (statements: readonly { table: string; key: string; value: string }[]) =>
  statements.map(({ table, key, value }) => `${table}:${key}=${value}`);

describe('cross-check', () => {
  it('has a fixture for every rule', () => {
    expect(Object.keys(FIXTURES)).toEqual(CROSS_CHECK_RULES.map(({ id }) => id));
  });

  describe.each(CROSS_CHECK_RULES)('$id', ({ id, methodology, why, exclusions, verification, source }) => {
    const fixture = FIXTURES[id];
    if (fixture === undefined) return;
    const { others } = fixture;

    it('says what it compares, why, and that the choice is ours; nobody is blamed', () => {
      expect([verification, source !== '']).toEqual(['own', true]);
      for (const text of [methodology, why, ...exclusions.map(({ when }) => when)]) {
        expect(text.ru).toMatch(/[а-я]/i);
        expect(text.en).toMatch(/[a-z]/i);
        expect(text.ru).not.toMatch(/ложь|обман|завыш|заниж|виноват|скрыва|необъектив/i);
      }
    });

    it('differs where the tables do not fit', () => {
      const found = judged(id, fixture.differs, others);
      if (found?.kind !== 'differs') throw new Error(`${found?.kind}`);
      expect([texts(found.says), texts(found.against)]).toEqual([fixture.says, fixture.against]);
    });

    it('agrees where they fit', () => {
      for (const facts of fixture.agrees) expect(judged(id, facts, others)).toEqual({ kind: 'agrees' });
    });

    it('does not apply where an exclusion says so', () => {
      const named = exclusions.map((each) => each.id);
      expect([
        ...Object.keys(fixture.excluded),
        ...(id === 'registers-discipline-low' ? ['few-passports'] : []),
      ]).toEqual(named);
      for (const [exclusion, facts] of Object.entries(fixture.excluded)) {
        expect(judged(id, facts, others)).toEqual({ kind: 'excluded', exclusion });
      }
    });

    it('says what is missing', () => {
      expect(fixture.unknown.length).toBeGreaterThan(0);
      for (const [facts, reason] of fixture.unknown) {
        expect(judged(id, facts, others)).toEqual({ kind: 'unknown', reason });
      }
    });
  });

  it('does not call a share large among few passports, or where it is nothing', () => {
    const facts = { ...rated({ discipline: 'low' }), passport: passport(100, 0.2) };
    expect(judged('registers-discipline-low', facts, nineOthers.slice(1))).toEqual({
      kind: 'excluded',
      exclusion: 'few-passports',
    });
    const none = nineOthers.map((of) => ({ ...of, passport: passport(100, 0, of.school) }));
    expect(judged('registers-discipline-low', { ...facts, passport: passport(100, 0) }, none)).toEqual({
      kind: 'agrees',
    });
  });

  it('tells apart what was refused, what nobody entered, and that there is no passport', () => {
    const why = (id: string, facts: Partial<SchoolFacts>) => {
      const found = judged(id, facts);
      return found?.kind === 'unknown' ? found.reason : found?.kind;
    };
    const refused = new Set(['passport', 'self-rating', 'swot', 'directions']);
    for (const { id } of CROSS_CHECK_RULES) expect([id, why(id, { refused })]).toEqual([id, 'refused']);
    const pupils = 'more-wrote-than-pupils';
    expect(why(pupils, {})).toBe('no-context');
    expect(why(pupils, { passport: passport(undefined) })).toBe('not-entered');
    const registers = { ...rated({ discipline: 'low' }), passport: passport(100) };
    expect(why('registers-discipline-low', registers)).toBe('not-entered');
    const swotAlone = { ...swot(['threat', 'conditions']), refused: new Set(['passport']) };
    expect(why('conditions-threat-not-hard', swotAlone)).toBe('refused');
  });

  it('judges every school by every rule, in their order', () => {
    const schools = ['b', 'a'].map((school) => ({ ...nothing, school }));
    const checked = crossCheck(schools, CROSS_CHECK_RULES);
    expect(checked.map(({ school, rule }) => `${school} ${rule.id}`)).toEqual(
      ['b', 'a'].flatMap((school) => CROSS_CHECK_RULES.map(({ id }) => `${school} ${id}`)),
    );
    expect(checked.every(({ judgement }) => judgement.kind === 'unknown')).toBe(true);
  });
});
