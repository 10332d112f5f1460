import { describe, expect, it } from 'vitest';
import { ege2026, fioko2026, omsk2025 } from '../../src/assessment/index.js';
import { equalWeights } from '../../src/context/index.js';
import { releaseOf } from '../../src/road-map/release.js';
import {
  confidentialityOf,
  parseAssessment,
  parseContextRules,
  parseFindingRules,
  parseLowResultsRules,
  parseMatchingProblem,
  parseRelease,
  parseRoadMap,
  parseSchoolCalendar,
  parseTestScoreRules,
} from '../../src/schema/index.js';
import { add, empty } from '../../src/tally/add.js';
import { formatTally, parseTally } from '../../src/tally/tally-json.js';
import { aBlock, anAssessment } from '../response-rows.js';
import { aMeasure, aPlan } from '../road-map/a-plan.js';

const DEPTH = 20_000;
const plan = {
  ...aPlan([
    aMeasure('m1', { text: 'Семинар', deadline: { raw: 'скоро', kind: 'none', reason: 'not-understood' } }),
  ]),
  extensions: { own: { a: [1] } },
};
const DOORS: readonly (readonly [string, (value: unknown) => unknown, unknown])[] = [
  ['an assessment', parseAssessment, { ...anAssessment([1, 2]), markScale: [{ mark: 3, min: 1 }] }],
  ['rules of findings', parseFindingRules, fioko2026],
  ['rules of low results', parseLowResultsRules, omsk2025],
  ['rules of test scores', parseTestScoreRules, ege2026],
  ['rules of conditions', parseContextRules, equalWeights],
  ['a plan', parseRoadMap, plan],
  ['a release', parseRelease, releaseOf(plan)],
  [
    'a calendar',
    parseSchoolCalendar,
    {
      schoolYear: '2025/2026',
      start: '2025-09-01',
      end: '2026-05-26',
      breaks: [{ name: 'winter', start: '2025-12-31', end: '2026-01-11' }],
      source: 'Приказ',
    },
  ],
  [
    'a problem of matching',
    parseMatchingProblem,
    {
      teachers: [{ id: 't0', k: 2, w: [20, 30] }],
      offers: [{ id: 'o0', cap: 1, slot: -1 }],
      edges: { start: [0, 1], offer: [0], mask: [3] },
    },
  ],
];
const tally = add(
  empty(),
  aBlock(anAssessment([1, 2]), [
    { unit: { school: 's1', class: '5А' }, codes: [2, 4], mark: 5, journalMark: 4 },
    { unit: { school: 's1', class: '5А' }, codes: [253, 254] },
  ]),
);
const TALLY = formatTally(tally)
  .replace('"version":5', '"version":1')
  .replace(/"complete":(\{.*?\]\]\})/, '"forms":[$1]');

describe('doors for JSON', () => {
  const deep: readonly (readonly [string, unknown])[] = [
    ['a list', nested((inside) => [inside])],
    ['an object', nested((inside) => ({ a: inside }))],
    ['what is no text', { toString: 1 }],
  ];

  it.each(DOORS)(
    '%s: never throw, whatever stands deep inside, and where it is said',
    (_, parse, document) => {
      for (const [, value] of deep) {
        expect(() => parse(value)).not.toThrow();
        for (const changed of withEverywhere(document, value)) expect(() => parse(changed)).not.toThrow();
      }
    },
  );

  it('a tally: never throws either', () => {
    const document: unknown = JSON.parse(TALLY);
    for (const text of ['['.repeat(DEPTH) + ']'.repeat(DEPTH), '{"toString":1}']) {
      expect(parseTally(text).kind).toBe('refused');
      for (const changed of withEverywhere(document, MARK))
        expect(() => parseTally(JSON.stringify(changed).replace(`"${MARK}"`, text))).not.toThrow();
    }
    expect(parseTally('{"version":{"toString":1}}')).toMatchObject({
      code: 'tally-version',
      parameters: { found: '{…}' },
    });
  });

  it('refuse extensions of a plan that are nested too deep, and say so', () => {
    const extensions = { own: nested((inside) => [inside]) };
    const problem = {
      ru: 'списки и объекты вложены друг в друга глубже 64',
      en: 'lists and objects are inside one another more than 64 deep',
    };
    expect(parseRoadMap({ ...plan, extensions })).toEqual({
      kind: 'refused',
      problems: [{ path: 'extensions', ...problem }],
    });
    expect(parseRelease({ ...releaseOf(plan), plan: { ...plan, extensions } })).toEqual({
      kind: 'refused',
      problems: [{ path: 'plan.extensions', ...problem }],
    });
  });

  it('find what is confidential in lists however deep, the first of several', () => {
    const pupil = { confidential: 'school-only' };
    const support = { confidential: 'support-only' };
    expect(confidentialityOf(nested((inside) => [inside], [[{}], support, pupil]))).toBe('support-only');
    expect(confidentialityOf([[[pupil]], support])).toBe('school-only');
    expect(confidentialityOf(nested((inside) => [inside]))).toBeUndefined();
  });
});

const MARK = 'MARK';

function nested(around: (inside: unknown) => unknown, innermost: unknown = 1): unknown {
  let value = innermost;
  for (let level = 0; level < DEPTH; level++) value = around(value);
  return value;
}

/** The document with one of its values, at every place in turn, replaced. */
function* withEverywhere(document: unknown, by: unknown): Iterable<unknown> {
  yield by;
  if (typeof document !== 'object' || document === null) return;
  for (const [key, value] of Object.entries(document)) {
    for (const changed of withEverywhere(value, by)) {
      yield Array.isArray(document) ? document.with(Number(key), changed) : { ...document, [key]: changed };
    }
  }
}
