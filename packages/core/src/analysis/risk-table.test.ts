import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { omsk2025 } from '../assessment/index.js';
import { add, empty } from '../tally/index.js';
import { analyseFully, tablesOf } from './index.js';

const school = (name: string, low: number, n: number): readonly Row[] =>
  Array.from({ length: n }, (_, pupil) => ({
    unit: { school: name },
    codes: [2],
    mark: pupil < low ? 2 : 4,
  }));
const schools = [...school('a', 24, 40), ...school('b', 1, 40), ...school('c', 3, 4), ...school('d', 4, 10)];
const tally = add(
  add(empty(), aBlock(anAssessment([1], { id: 'm5' }), schools)),
  aBlock(anAssessment([1], { id: 'r5', subject: 'Русский язык' }), schools),
);

describe('risk.csv', () => {
  const rowsOf = (of: ReturnType<typeof analyseFully>) => [
    ...(tablesOf(of).open.find(({ name }) => name === 'risk')?.rows ?? []),
  ];

  it('has a row for every school and ruleset, in the columns of the contract', () => {
    const other = { ...omsk2025, id: 'own', shareFrom: 0.9 };
    const rows = rowsOf(analyseFully(tally, { lowResultsRules: [omsk2025, other] }));
    expect(rows.map(([name, ruleset, listed, of]) => [name, ruleset, listed, of])).toEqual([
      ['a', 'omsk-2025', 'yes', 'low'],
      ['b', 'omsk-2025', 'no', 'not-low'],
      ['c', 'omsk-2025', 'no', 'too-few'],
      ['d', 'omsk-2025', 'yes', 'undetermined'],
      ['a', 'own', 'no', 'not-low'],
      ['b', 'own', 'no', 'not-low'],
      ['c', 'own', 'no', 'too-few'],
      ['d', 'own', 'no', 'not-low'],
    ]);
    const [a, , c] = rows;
    expect(a?.slice(7)).toEqual(['m5;r5', 13, expect.any(Number), undefined, 'share:0.6;wilson']);
    expect(a?.[5]).toBeLessThan(0.6);
    expect(a?.[6]).toBeGreaterThan(0.6);
    expect(c?.slice(4)).toEqual([
      ...new Array(6).fill(undefined),
      'too-few',
      'left-out:m5=too-few;left-out:r5=too-few',
    ]);
  });

  it('gives a finding for a school that is listed or probably low, with the probability beside it', () => {
    const { findings } = analyseFully(tally);
    expect(
      findings.flatMap(({ kind, id, severity, evidence }) =>
        kind === 'low-results' ? [{ id, severity, evidence }] : [],
      ),
    ).toEqual([
      {
        id: 'low-results|omsk-2025|school|a',
        severity: 'high',
        evidence: [{ table: 'risk', key: 'a|omsk-2025', figure: 'probability' }],
      },
      {
        id: 'low-results|omsk-2025|school|d',
        severity: 'medium',
        evidence: [{ table: 'risk', key: 'd|omsk-2025', figure: 'probability' }],
      },
    ]);
  });
});
