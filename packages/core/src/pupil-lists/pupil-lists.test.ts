import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { planTemplate } from '../road-map/index.js';
import type { PupilFactsGiven } from './index.js';
import { LIST_RULES, MEDAL_CANDIDATES_PLAN, PUPIL_CATEGORIES, PupilFacts, pupilLists } from './index.js';

const listed = (given: readonly PupilFactsGiven[], rules = LIST_RULES) =>
  pupilLists(
    given.map((each) => new PupilFacts(each)),
    rules,
  ).figures;
const codes = (entries: readonly { readonly pupil: string }[]) => entries.map(({ pupil }) => pupil);

describe('pupilLists', () => {
  it('puts a pupil on every list that the facts give, with these facts', () => {
    const { lists } = listed([
      {
        class: '7А',
        pupil: '1',
        attendance: { lessons: 160, missed: 34 },
        failing: ['Алгебра', 'Физика'],
        disability: true,
      },
    ]);
    expect(lists).toEqual({
      absent: [{ class: '7А', pupil: '1', lessons: 160, missed: 34 }],
      failing: [{ class: '7А', pupil: '1', subjects: ['Алгебра', 'Физика'] }],
      disability: [{ class: '7А', pupil: '1' }],
    });
  });

  it('begins a list exactly at the border of the rule', () => {
    const given = [
      { class: '7А', pupil: 'at', attendance: { lessons: 160, missed: 16 }, failing: ['Физика'] },
      { class: '7А', pupil: 'below', attendance: { lessons: 160, missed: 15 }, failing: [] },
    ];
    expect(codes(listed(given).lists.absent)).toEqual(['at']);
    expect(codes(listed(given).lists.failing)).toEqual(['at']);
    const stricter = { ...LIST_RULES, missedShareFrom: 0.09, failingFrom: 2 };
    expect(codes(listed(given, stricter).lists.absent)).toEqual(['at', 'below']);
    expect(codes(listed(given, stricter).lists.failing)).toEqual([]);
  });

  it('lists nobody by a fact that is missing, and counts it as unknown, not as none', () => {
    const { lists, all } = listed([
      { class: '7А', pupil: '1' },
      { class: '7А', pupil: '2', attendance: { lessons: 0, missed: 0 }, failing: [], disability: false },
    ]);
    expect(lists).toEqual({ absent: [], failing: [], disability: [] });
    expect(all).toEqual({
      pupils: 2,
      categories: {
        absent: { listed: 0, unknown: 2 },
        failing: { listed: 0, unknown: 1 },
        disability: { listed: 0, unknown: 1 },
      },
      medalCandidates: { listed: 0, unknown: 2 },
    });
  });

  it('keeps likely medal winners apart, as the school entered them, whatever else is known of them', () => {
    const { lists, medalCandidates, classes, all } = listed([
      { class: '11Б', pupil: '2', medalCandidate: true },
      { class: '11А', pupil: '10', medalCandidate: true, failing: ['Физика'] },
      { class: '11 a', pupil: '9', medalCandidate: true },
      { class: '11А', pupil: '3', medalCandidate: false, failing: [] },
      { class: '11А', pupil: '4', failing: [] },
    ]);
    expect(medalCandidates).toEqual([
      { class: '11А', pupil: '9' },
      { class: '11А', pupil: '10' },
      { class: '11Б', pupil: '2' },
    ]);
    expect(codes(lists.failing)).toEqual(['10']);
    expect([lists.absent, lists.disability]).toEqual([[], []]);
    expect(classes.map((of) => of.medalCandidates)).toEqual([
      { listed: 2, unknown: 1 },
      { listed: 1, unknown: 0 },
    ]);
    expect(all.medalCandidates).toEqual({ listed: 3, unknown: 1 });
  });

  it('says nothing of medals but what was entered: no other fact and no rule changes it', () => {
    fc.assert(
      fc.property(somePupils, between(0.01, 1), (given, share) => {
        const entered = given.filter(({ medalCandidate }) => medalCandidate === true);
        const { medalCandidates, all } = listed(given, { ...LIST_RULES, missedShareFrom: share });
        expect(codes(medalCandidates).sort()).toEqual(codes(entered).sort());
        const bare = given.map(({ attendance: _, failing: _f, disability: _d, ...rest }) => rest);
        expect(listed(bare).medalCandidates).toEqual(medalCandidates);
        expect(all.medalCandidates.unknown).toBe(
          given.filter(({ medalCandidate }) => medalCandidate === undefined).length,
        );
      }),
    );
  });

  it('orders by class and code as people count, never by how much was missed', () => {
    const missed = (name: string, pupil: string, missedLessons: number): PupilFactsGiven => ({
      class: name,
      pupil,
      attendance: { lessons: 100, missed: missedLessons },
    });
    const { lists } = listed([
      missed('10А', '1', 99),
      missed('7Б', '10', 90),
      missed('7Б', '9', 10),
      missed('7А', '3', 20),
    ]);
    expect(lists.absent.map((of) => `${of.class} ${of.pupil}`)).toEqual(['7А 3', '7Б 9', '7Б 10', '10А 1']);
  });

  it('takes the spellings of a class for one class', () => {
    const { classes } = listed([
      { class: '7А', pupil: '1', disability: true },
      { class: '7 a', pupil: '2', disability: true },
      { class: '7«А»', pupil: '3' },
      { class: '7«А»', pupil: '4' },
      { class: '8А', pupil: '1' },
    ]);
    expect(classes.map((of) => [of.class, of.pupils, of.categories.disability])).toEqual([
      ['7«А»', 4, { listed: 2, unknown: 2 }],
      ['8А', 1, { listed: 0, unknown: 1 }],
    ]);
  });

  it.each([
    [{ missedShareFrom: 0 }],
    [{ missedShareFrom: 1.1 }],
    [{ missedShareFrom: Number.NaN }],
    [{ failingFrom: 0 }],
    [{ failingFrom: 1.5 }],
  ])('refuses the rules %j', (part) => {
    expect(() => listed([], { ...LIST_RULES, ...part })).toThrow(RangeError);
  });

  it('does not depend on the order of the pupils, and its counts are those of its lists', () => {
    fc.assert(
      fc.property(somePupils, fc.nat(), (given, turn) => {
        const figures = listed(given);
        const at = given.length === 0 ? 0 : turn % given.length;
        expect(listed([...given.slice(at), ...given.slice(0, at)].reverse())).toEqual(figures);
        for (const category of ['absent', 'failing', 'disability'] as const) {
          expect(figures.all.categories[category].listed).toBe(figures.lists[category].length);
          for (const kind of ['listed', 'unknown'] as const) {
            const sum = figures.classes.reduce((total, of) => total + of.categories[category][kind], 0);
            expect(sum).toBe(figures.all.categories[category][kind]);
          }
        }
        expect(figures.all.medalCandidates.listed).toBe(figures.medalCandidates.length);
        for (const kind of ['listed', 'unknown'] as const) {
          const sum = figures.classes.reduce((total, of) => total + of.medalCandidates[kind], 0);
          expect(sum).toBe(figures.all.medalCandidates[kind]);
        }
        expect(figures.classes.reduce((total, { pupils }) => total + pupils, 0)).toBe(given.length);
      }),
    );
  });

  it('lists nobody more by a stricter rule', () => {
    fc.assert(
      fc.property(somePupils, between(0.01, 1), (given, share) => {
        const { absent } = listed(given, { ...LIST_RULES, missedShareFrom: Math.max(share, 0.1) }).lists;
        const wider = listed(given, { ...LIST_RULES, missedShareFrom: Math.min(share, 0.1) }).lists;
        expect(wider.absent).toEqual(expect.arrayContaining([...absent]));
      }),
    );
  });
});

const somePupils = fc.uniqueArray(
  fc.record(
    {
      class: fc.constantFrom('7А', '7 a', '7Б', '10А'),
      pupil: fc.nat(30).map(String),
      attendance: fc
        .tuple(fc.nat(40), fc.nat(40))
        .map(([one, other]) => ({ lessons: Math.max(one, other), missed: Math.min(one, other) })),
      failing: fc.subarray(['Алгебра', 'Физика', 'Химия']),
      disability: fc.boolean(),
      medalCandidate: fc.boolean(),
    },
    { requiredKeys: ['class', 'pupil'] },
  ),
  { selector: ({ pupil }) => pupil },
);

describe('PupilFacts', () => {
  it.each([
    [{ lessons: 10, missed: 11 }],
    [{ lessons: -1, missed: -2 }],
    [{ lessons: 10, missed: 0.5 }],
    [{ lessons: Number.NaN, missed: 0 }],
  ])('refuse attendance that cannot be: %j', (attendance) => {
    expect(() => new PupilFacts({ class: '7А', pupil: '1', attendance })).toThrow(RangeError);
  });
});

describe('the categories', () => {
  it('name a plan to fill in that has a section about each', () => {
    for (const language of ['ru', 'en'] as const) {
      for (const { template, section } of [...Object.values(PUPIL_CATEGORIES), MEDAL_CANDIDATES_PLAN]) {
        const plan = planTemplate(template, { language, schoolYear: '2025/2026' });
        expect(plan?.sections.map(({ title }) => title)).toContain(section[language]);
      }
    }
  });
});
