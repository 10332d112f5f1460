import { describe, expect, it } from 'vitest';
import type { Objectivity, OwnOutcome } from '../objectivity/index.js';
import { objectivityRules, official2019 } from '../objectivity/index.js';
import { objectivityFindings, objectivityTable } from './index.js';

const own = (extra: Partial<OwnOutcome>): OwnOutcome => ({
  school: 'a',
  region: 'Область',
  schoolYear: '2025/2026',
  assessment: 'vpr-5',
  test: 'item-slope',
  n: 40,
  result: {
    kind: 'tested',
    statistic: 0.5,
    p: 0.001,
    q: 0.01,
    flag: true,
    power: { kind: 'low', power: 0.456 },
  },
  ...extra,
});
const [marker] = official2019.markers;
if (marker === undefined) throw new Error('no marker');
const { assessment: _assessment, ...medals } = own({ test: 'medals-ege' });
const objectivity: Objectivity = {
  rules: objectivityRules,
  own: [
    own({}),
    own({ test: 'journal-gap', result: { kind: 'not-tested', reason: 'no-journal' }, n: 0 }),
    own({
      test: 'journal-agreement',
      result: {
        kind: 'tested',
        statistic: 0.25,
        interval: { low: 0.14188, high: 0.40194 },
        p: 0.4,
        flag: false,
        power: { kind: 'none' },
      },
    }),
    own({ test: 'rise' }),
    own({ school: 'b' }),
    medals,
  ],
  official: [
    {
      region: 'Область',
      schoolYear: '2025/2026',
      schools: ['a'],
      marked: ['a'],
      index: 0,
      outcomes: [
        {
          school: 'a',
          marker,
          assessment: 'vpr-4',
          n: 30,
          result: { kind: 'computed', statistic: 31.5, threshold: 30.123456, marked: true },
        },
        { school: 'a', marker, n: 0, result: { kind: 'not-computable', needs: 'results' } },
      ],
    },
    {
      region: '',
      schoolYear: '',
      schools: ['c'],
      marked: [],
      index: 100,
      outcomes: [
        {
          school: 'c',
          marker,
          assessment: 'x',
          n: 3,
          result: { kind: 'computed', statistic: 1, threshold: 2, marked: false },
        },
      ],
    },
  ],
};

describe('objectivityTable', () => {
  it('has the columns of the contract in their order', () => {
    expect(
      objectivityTable({ objectivity: () => objectivity })
        .columns.map(({ id }) => id)
        .join(','),
    ).toBe('school,assessment,test,n,statistic,p,q,flag,power_note,reason,note');
    expect(objectivityTable({ objectivity: () => objectivity }).name).toBe('objectivity');
  });

  it('has a row for every test and marker, with the reason where there is no figure', () => {
    const rows = [...objectivityTable({ objectivity: () => objectivity }).rows];
    const none = undefined;
    expect(rows[0]).toEqual([
      'a',
      'vpr-5',
      'item-slope',
      40,
      0.5,
      0.001,
      0.01,
      'yes',
      'low:0.46',
      none,
      none,
    ]);
    expect(rows[1]).toEqual([
      'a',
      'vpr-5',
      'journal-gap',
      0,
      none,
      none,
      none,
      none,
      none,
      'no-journal',
      none,
    ]);
    expect(rows[2]).toEqual([
      'a',
      'vpr-5',
      'journal-agreement',
      40,
      0.25,
      0.4,
      none,
      'no',
      'none',
      none,
      'wilson;low:0.1419;high:0.4019',
    ]);
    expect(rows[5]?.slice(0, 3)).toEqual(['a', none, 'medals-ege']);
    expect(rows[5]?.slice(9)).toEqual([none, 'year:2025/2026']);
    expect(rows[6]).toEqual([
      'a',
      'vpr-4',
      'official:inflated-mean-vpr-4-russian',
      30,
      31.5,
      none,
      none,
      'yes',
      none,
      none,
      'official-2019;year:2025/2026;threshold:30.1235',
    ]);
    expect(rows[7]).toEqual([
      'a',
      none,
      'official:inflated-mean-vpr-4-russian',
      0,
      none,
      none,
      none,
      none,
      none,
      'needs:results',
      'official-2019;year:2025/2026',
    ]);
    expect(rows[8]?.slice(7)).toEqual(['no', none, none, 'official-2019;threshold:2']);
    expect(rows).toHaveLength(9);
    for (const row of rows) expect(row).toHaveLength(11);
    expect([...objectivityTable({ objectivity: () => objectivity }).rows]).toEqual(rows);
  });
});

describe('medals of two years', () => {
  const share = { low: 0.1, high: 0.5 };
  const tested = { ...own({}).result, interval: share };
  const years = ['2024/2025', '2025/2026'].flatMap((schoolYear): readonly OwnOutcome[] => [
    { ...medals, schoolYear, result: tested },
    { ...medals, schoolYear, school: 'b', result: { kind: 'not-tested', reason: 'no-medals' } },
  ]);
  const notesOf = (of: readonly OwnOutcome[]) =>
    [...objectivityTable({ objectivity: () => ({ ...objectivity, own: of, official: [] }) }).rows].map(
      (row) => row[10],
    );

  it('are told apart by the year in the note, tested or not', () => {
    expect(notesOf(years)).toEqual([
      'wilson;year:2024/2025;low:0.1;high:0.5',
      'year:2024/2025',
      'wilson;year:2025/2026;low:0.1;high:0.5',
      'year:2025/2026',
    ]);
    expect(notesOf([{ ...medals, schoolYear: '' }])).toEqual([undefined]);
  });

  it('are two findings with two keys and their years', () => {
    const findings = objectivityFindings({ own: years });
    expect(findings.map(({ schoolYear }) => schoolYear)).toEqual(['2024/2025', '2025/2026']);
    expect(findings.flatMap(({ evidence }) => evidence.map(({ key }) => key))).toEqual([
      'a||medals-ege|2024/2025',
      'a||medals-ege|2025/2026',
    ]);
  });
});

describe('objectivityFindings', () => {
  it('has one for each school and work with flags, under an id that says nothing of what was found', () => {
    const findings = objectivityFindings(objectivity);
    expect(findings.map(({ id }) => id)).toEqual([
      'doubtful-results|vpr-5|school|a',
      'doubtful-results|vpr-5|school|b',
      'doubtful-results|medals 2025/2026|school|a',
    ]);
    expect(findings[0]).toEqual({
      id: 'doubtful-results|vpr-5|school|a',
      kind: 'doubtful-results',
      level: 'school',
      unit: 'a',
      assessment: 'vpr-5',
      severity: 'medium',
      evidence: [
        { table: 'objectivity', key: 'a|vpr-5|item-slope', figure: 'statistic' },
        { table: 'objectivity', key: 'a|vpr-5|rise', figure: 'statistic' },
      ],
    });
    expect(findings[1]?.severity).toBe('low');
    expect(findings[2]).not.toHaveProperty('assessment');
    expect(findings[2]?.evidence[0]?.key).toBe('a||medals-ege|2025/2026');
  });
});
