/**
 * Doors of rulesets, calendars and releases. The law: nothing is thrown, a refusal has reasons in both languages, and what was accepted
 * is accepted again from its own text, and is the same.
 */
import { isDeepStrictEqual } from 'node:util';
import { fioko2026, fipiClassic, omsk2025 } from '@orientir/core/assessment';
import { equalWeights, resilient } from '@orientir/core/context';
import { planTemplate, releaseOf } from '@orientir/core/road-map';
import {
  parseContextRules,
  parseFindingRules,
  parseLowResultsRules,
  parseRelease,
  parseSchoolCalendar,
  parseTestScoreRules,
} from '@orientir/core/schema';
import { checkProblems, damagedJson, parsed } from './json-door.mjs';

const plan = planTemplate('measures-4', { language: 'ru', schoolYear: '2025/2026' });
const DAYS = { start: '2025-09-01', end: '2026-05-26' };

/** A door, documents that it takes, and what it took as such a document. */
const DOORS = {
  'calendar.json': {
    parse: parseSchoolCalendar,
    seeds: [
      {
        schoolYear: '2025/2026',
        ...DAYS,
        breaks: [
          { name: 'autumn', start: '2025-10-25', end: '2025-11-04' },
          { name: 'winter', start: '2025-12-31', end: '2026-01-11' },
          { name: 'extra', start: '2026-02-14', end: '2026-02-22', grades: [1] },
          { name: 'spring', start: '2026-03-28', end: '2026-04-05' },
        ],
        source: 'Приказ школы',
      },
      {
        id: 'a',
        schoolYear: '2025-2026',
        scheme: ['trimesters'],
        grades: [5, 11],
        ...DAYS,
        periods: [
          { kind: 'trimester', number: 1, start: '2025-09-01', end: '2025-11-16' },
          { kind: 'trimester', number: 2, start: '2025-11-24', end: '2026-02-22' },
        ],
        breaks: [],
        source: 'Приказ школы',
        verification: 'unverified',
      },
    ],
    written: ({ calendar }) => calendar,
  },
  'release.json': {
    parse: parseRelease,
    seeds: [
      releaseOf(plan),
      { ...releaseOf({ ...plan, measures: plan.measures.slice(0, 1) }), date: '2025-09-10' },
    ],
    written: ({ release }) => release,
  },
  'context rules': {
    parse: parseContextRules,
    seeds: [
      equalWeights,
      { ...equalWeights, normalisation: 'min-max', within: 'all', resilience: resilient },
    ],
    // The rules that say who is resilient are named after the others.
    written: ({ rules, resilience: { hardShare, probability, years, minSchools } }) => ({
      ...rules,
      resilience: { hardShare, probability, years, minSchools },
    }),
  },
  'finding rules': {
    parse: parseFindingRules,
    seeds: [fioko2026, fipiClassic],
    written: ({ rules }) => rules,
  },
  'low results': {
    parse: parseLowResultsRules,
    seeds: [omsk2025, { ...omsk2025, procedures: [{ programme: 'ОГЭ', subject: 'Физика', grade: 9 }, {}] }],
    written: ({ rules }) => rules,
  },
  'test scores': {
    parse: parseTestScoreRules,
    seeds: [
      {
        id: 'region',
        source: 'Приказ',
        minimums: { 'Русский язык': 24, Химия: 36 },
        middleFrom: 56,
        highFrom: 81,
      },
    ],
    written: ({ rules }) => ({ ...rules, minimums: Object.fromEntries(rules.minimums) }),
  },
};

export const RULE_TARGETS = Object.fromEntries(
  Object.entries(DOORS).map(([name, door]) => [name, target(door)]),
);

function target({ parse, seeds, written }) {
  const texts = seeds.map((seed) => JSON.stringify(seed));
  return {
    input: (random) => damagedJson(texts, random),
    check: (given) => {
      const taken = parse(parsed(given));
      if (taken.kind === 'refused') {
        checkProblems(taken.problems);
        return;
      }
      // As they come out of a text, where −0 is 0; the order of names says nothing.
      const text = JSON.stringify(written(taken));
      const again = parse(JSON.parse(text));
      if (
        again.kind === 'refused' ||
        !isDeepStrictEqual(JSON.parse(JSON.stringify(written(again))), JSON.parse(text))
      )
        throw new Error(`read back otherwise: ${text}`);
    },
  };
}
