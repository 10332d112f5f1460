import { describe, expect, it } from 'vitest';
import { aWork, rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import { fioko2026 } from '../assessment/index.js';
import type { SchoolPassport } from '../context/index.js';
import { protect } from '../disclosure/index.js';
import { draftRoadMap, figuresOfAnalysis } from '../drafting/index.js';
import { known, missing } from '../foundation/index.js';
import { coverageOf } from '../road-map/index.js';
import { parseRoadMap } from '../schema/index.js';
import { merge, summarise } from '../tally/index.js';
import { analyseFully, gapsTable, publicSchoolGaps, tablesOf } from './index.js';

/** Forty schools whose results fall with hard conditions: `s39` is above them, `s38` and `s00` below. */
const SCHOOLS = Array.from({ length: 40 }, (_, i) => `s${String(i).padStart(2, '0')}`);
const SHIFTS: Readonly<Record<string, number>> = { s39: 9, s38: -4, s00: -11, s36: 0 };
const totals = (i: number) =>
  Array.from({ length: 30 }, (_, pupil) =>
    Math.max(
      0,
      Math.min(20, Math.round(14 - i / 5 + (SHIFTS[SCHOOLS[i] ?? ''] ?? 0) + ((pupil * 7) % 9) - 4)),
    ),
  );
const work = aWork();
const tally = tallyOf([
  work,
  rowsOf(
    work,
    Object.fromEntries(SCHOOLS.map((school, i) => [school, totals(i).map((total) => ({ total }))])),
  ),
]);
const passports = SCHOOLS.map(
  (school, i): SchoolPassport => ({
    school,
    indicators: new Map(
      ['single_parent', 'unemployed', 'on_registers'].map((id) => [id, known(i / 100, 200)]),
    ),
  }),
);
const schoolGroups = new Map([
  ['settlement', new Map(SCHOOLS.map((school, i) => [school, i < 20 ? 'город' : 'село']))],
  ['type', new Map(SCHOOLS.map((school) => [school, 'СОШ']))],
]);
const analysis = analyseFully(tally, { passports, schoolGroups });
const records = ({ columns, rows }: ReturnType<typeof gapsTable>) =>
  [...rows].map((row) => Object.fromEntries(columns.map(({ id }, place) => [id, row[place]])));

describe('gaps.csv', () => {
  const rows = records(gapsTable(analysis.schoolGaps ?? (() => [])));

  it('has every grouping of two groups or more, and that by conditions', () => {
    expect(Object.keys(rows[0] ?? {})).toEqual(
      'grouping,group,schools,n,gap,low,high,reason,note'.split(','),
    );
    expect(rows.map(({ grouping, group, schools }) => `${grouping} ${group} ${schools}`)).toEqual([
      'conditions hard 12',
      'conditions not-hard 28',
      'settlement город 20',
      'settlement село 20',
    ]);
    expect(rows[2]).toMatchObject({ n: 1200, reason: undefined, note: 'clustered' });
    expect(Number(rows[2]?.low)).toBeGreaterThan(0);
    expect(Number(rows[2]?.gap)).toBeCloseTo(-Number(rows[3]?.gap), 12);
  });

  it('is the same from merged tallies of schools as from all rows', () => {
    const part = (from: number, to: number) =>
      tallyOf([
        work,
        rowsOf(
          work,
          Object.fromEntries(
            SCHOOLS.slice(from, to).map((school, i) => [
              school,
              totals(from + i).map((total) => ({ total })),
            ]),
          ),
        ),
      ]);
    const merged = analyseFully(merge(part(25, 40), part(0, 25)), { passports, schoolGroups });
    expect(merged.schoolGaps?.()).toEqual(analysis.schoolGaps?.());
    const about = (of: typeof analysis) =>
      of.findings.filter(({ evidence }) => evidence[0]?.table === 'context');
    expect(about(merged)).toEqual(about(analysis));
  });

  it('says why a gap is missing', () => {
    const groups = new Map([
      ['type', new Map(SCHOOLS.map((school, i) => [school, i === 0 ? 'лицей' : 'СОШ']))],
    ]);
    const [row] = records(gapsTable(analyseFully(tally, { schoolGroups: groups }).schoolGaps ?? (() => [])));
    expect(row).toMatchObject({ gap: undefined, reason: 'too-few-schools', note: undefined });
  });

  it('is there with groups or passports only, and context.csv with passports', () => {
    const names = (options: Parameters<typeof analyseFully>[1]) =>
      tablesOf(analyseFully(tally, options)).open.map(({ name }) => name);
    expect(names({})).not.toContain('gaps');
    expect(names({ schoolGroups })).toContain('gaps');
    expect(names({ schoolGroups })).not.toContain('context');
    expect(names({ passports })).toEqual(expect.arrayContaining(['context', 'gaps']));
    expect(tablesOf(protect(analysis)).open.map(({ name }) => name)).not.toContain('gaps');
  });
});

describe('gaps that may be published', () => {
  it('are by groups that everybody knows, and those of shown schools only', () => {
    const summaries = summarise(tally);
    const all = publicSchoolGaps(summaries, protect(analysis), schoolGroups);
    expect(all.map(({ grouping }) => grouping)).toEqual(['settlement', 'settlement']);
    expect(all[0]?.gap.n).toBe(1200);
    const hidden = {
      testResults: analysis.testResults.map((of) =>
        of.level === 'school' && of.unit === 's00' ? { ...of, sd: missing('suppressed-small') } : of,
      ),
    };
    const without = publicSchoolGaps(summaries, hidden, schoolGroups);
    expect(without.map(({ schools, gap }) => [schools, gap.n])).toEqual([
      [19, 1170],
      [20, 1170],
    ]);
    // Nothing of the hidden school is in it: not in the scale either.
    const [, ...others] = SCHOOLS;
    const alone = tallyOf([
      work,
      rowsOf(
        work,
        Object.fromEntries(others.map((school, i) => [school, totals(i + 1).map((total) => ({ total }))])),
      ),
    ]);
    expect(without).toEqual(
      analyseFully(alone, { schoolGroups })
        .schoolGaps?.()
        .filter(({ grouping }) => grouping === 'settlement'),
    );
  });
});

describe('findings of conditions', () => {
  const findings = analysis.findings.filter(({ evidence }) => evidence[0]?.table === 'context');

  it('tell resilient schools, hard conditions and weak work apart', () => {
    const of = (kind: string) => findings.flatMap((each) => (each.kind === kind ? [each.unit] : []));
    expect(of('resilient-school')).toEqual(['s39']);
    expect(of('below-expected')).toContain('s00');
    expect(of('below-expected')).toContain('s38');
    expect(of('hard-conditions')).toContain('s36');
    expect(of('hard-conditions').filter((school) => of('below-expected').includes(school))).toEqual([]);
    expect(findings.find(({ unit }) => unit === 's39')).toMatchObject({
      id: 'resilient-school|school|s39',
      severity: 'low',
      evidence: [{ table: 'context', key: 's39', figure: 'difference' }],
    });
    const hard = findings.find(({ unit }) => unit === 's36');
    expect(hard).toMatchObject({ severity: 'medium' });
    expect(hard).not.toHaveProperty('probability');
    for (const { kind, probability } of findings) {
      if (kind !== 'hard-conditions') expect(probability).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('conclude nothing of fewer pupils than the ruleset has for any finding', () => {
    const strict = analyseFully(tally, { passports, schoolGroups, rules: { ...fioko2026, minPupils: 31 } });
    expect(strict.findings.some(({ evidence }) => evidence[0]?.table === 'context')).toBe(false);
  });

  it('are not there without passports, and never published', () => {
    expect(analyseFully(tally).findings.some(({ kind }) => kind === 'below-expected')).toBe(false);
    expect(protect(analysis).findings.some(({ kind }) => kind === 'below-expected')).toBe(false);
  });

  it('are answered by a drafted plan, each kind by a measure of its own', () => {
    for (const language of ['ru', 'en'] as const) {
      const options = { id: 'p', findings, assessments: analysis.assessments, language };
      const plan = draftRoadMap({ ...options, figureOf: figuresOfAnalysis(analysis) });
      expect(coverageOf(plan, findings).open).toEqual([]);
      expect(plan.measures).toHaveLength(3);
      expect(parseRoadMap(JSON.parse(JSON.stringify(plan))).kind).toBe('plan');
      const own = draftRoadMap({
        ...options,
        figureOf: figuresOfAnalysis(analysis),
        unit: { level: 'school', unit: 's36' },
      });
      expect(own.measures.map(({ text }) => text.includes('s36'))).toEqual([false]);
    }
  });
});
