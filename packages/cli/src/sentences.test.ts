import type { Language } from '@orientir/core/foundation';
import { describe, expect, it } from 'vitest';
import { bankTextsOf } from './bank/bank-texts.js';
import { matchTextsOf } from './match/match-texts.js';
import { partnersTextsOf } from './partners/partners-texts.js';
import { planTextsOf } from './plan/plan-texts.js';
import { practicesTextsOf } from './practices/practices-texts.js';
import { profileTextsOf } from './profile/profile-texts.js';
import { publishTextsOf } from './publish/publish-texts.js';
import { pupilTextsOf } from './pupil/pupil-texts.js';
import { pupilsTextsOf } from './pupils/pupils-texts.js';
import { staffTextsOf } from './staff/staff-texts.js';
import { textsOf } from './texts.js';

const CATALOGUES: Readonly<Record<string, (language: Language) => object>> = {
  analyze: textsOf,
  bank: bankTextsOf,
  match: matchTextsOf,
  partners: partnersTextsOf,
  plan: planTextsOf,
  practices: practicesTextsOf,
  profile: profileTextsOf,
  publish: publishTextsOf,
  pupil: pupilTextsOf,
  pupils: pupilsTextsOf,
  staff: staffTextsOf,
};

/** Answers to every name and call, as a number, a text or a list of one. */
const anything: unknown = new Proxy(() => anything, {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'string' ? 'X' : 2);
    if (name === Symbol.iterator) return () => [anything][Symbol.iterator]();
    if (name === 'length') return 1;
    return anything;
  },
  apply: () => anything,
});

const problems = (...kinds: readonly object[]) => kinds.map((problem) => [problem]);
const WRONG = [
  { kind: 'unknown-option', found: 'x' },
  { kind: 'no-value', option: '--out' },
  { kind: 'wrong-value', option: '--out', found: 'x', allowed: 'a, b' },
];

/** Arguments of texts that are chosen by one of them. */
const CHOSEN: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'analyze.problem': problems(
    ...WRONG,
    { kind: 'unknown-command', found: 'x' },
    { kind: 'missing', what: 'out' },
    { kind: 'missing', what: 'inputs' },
    { kind: 'needs', option: '--a', other: '--b' },
  ),
  'match.whyNot': [
    { kind: 'not-allowed', reason: 'topic' },
    ...['has-it', 'nothing-new', 'group-too-small', 'clash', 'limit', 'hours'].map((kind) => ({ kind })),
    { kind: 'full', worth: 4, price: 5 },
  ].map((why) => ['Т-1', 'курс-1', why]),
  'plan.problem': problems(
    ...WRONG,
    { kind: 'unknown-verb', found: '' },
    { kind: 'unknown-verb', found: 'x' },
    ...['file', 'two-files', 'versions', 'file-or-from', 'deadline', '--out'].map((what) => ({
      kind: 'missing',
      what,
    })),
  ),
  'plan.match': [
    ['approved', undefined],
    ['changed', undefined],
    ['changed', { date: '2026-09-01', changes: 2 }],
    ['no-approval', undefined],
  ],
  'plan.recorded': [['approved']],
  'plan.noDeadline': ['empty', 'quantity', 'quality', 'not-understood'].map((reason) => [reason]),
  'plan.refusal': problems(
    { code: 'event-not-permitted', state: 'drafted', event: 'approved' },
    { code: 'role-not-permitted', event: 'approved', role: 'school', roles: ['department'] },
    { code: 'event-out-of-order', event: 'approved', date: '2026-09-01', after: '2026-09-02' },
    { code: 'due-missing' },
    { code: 'due-before-event', due: '2026-09-01', date: '2026-09-02' },
  ),
  'plan.journalIssue': problems({ plan: 'План', problem: { code: 'steps-missing', steps: ['approved'] } }),
  'plan.journalDefect': problems(
    ...[
      'no-header',
      'plan-missing',
      'event-unknown',
      'date-unknown',
      'role-unknown',
      'kind-unknown',
      'due-unknown',
    ].map((code) => ({ code, found: 'x' })),
  ),
  'plan.reportDefect': problems(
    ...['no-header', 'status-unknown', 'date-unknown', 'measure-missing'].map((code) => ({
      code,
      found: 'x',
    })),
  ),
  'pupil.problem': problems({ kind: 'no-code' }, { kind: 'name', found: 'x' }),
  'pupil.several': ['school', 'class', 'grade'].map((of) => [{ of, units: ['5А', '5Б'] }]),
};

/** Labels, words, lines of lists, and lines that end in a path or in a command to type. */
const NO_SENTENCES = new Set([
  'analyze.more',
  'analyze.place',
  'analyze.reading',
  'analyze.templateNames',
  'analyze.written',
  'bank.columns',
  'bank.guess',
  'bank.more',
  'partners.written',
  'plan.audience',
  'plan.awaited',
  'plan.imported',
  'plan.notRead',
  'plan.open',
  'plan.orphan',
  'plan.progress',
  'plan.released',
  'plan.stale',
  'plan.templateNames',
  'plan.unknownFinding',
  'plan.written',
  'practices.written',
  'profile.written',
  'publish.addresses',
  'publish.more',
  'pupil.refused',
  'staff.said',
  'staff.written',
]);

const ANY = [new Array<unknown>(6).fill(anything)];

function textsOfKey(key: string, text: unknown): readonly string[] {
  if (typeof text !== 'function') return [String(text)];
  return (CHOSEN[key] ?? ANY).map((given) => String(Reflect.apply(text, undefined, given)));
}

describe('what the command line says', () => {
  it.each(Object.entries(CATALOGUES))(
    'begins with a capital and ends with a full stop, or with a colon before a list: %s',
    (name, of) => {
      expect(Object.keys(of('ru')).sort()).toEqual(Object.keys(of('en')).sort());
      for (const language of ['ru', 'en'] as const) {
        for (const [each, text] of Object.entries(of(language))) {
          const key = `${name}.${each}`;
          if (each === 'help' || NO_SENTENCES.has(key)) continue;
          for (const said of textsOfKey(key, text)) {
            expect(said, key).not.toContain('undefined');
            expect(said, key).toMatch(/^(?:[\p{Lu}\d«"“]|--).*[.:]$/su);
          }
        }
      }
    },
  );
});
