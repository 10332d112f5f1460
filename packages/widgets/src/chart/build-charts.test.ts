import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { checkFunnelData, funnelData } from '../funnel/index.js';
import { checkItemCurvesData, itemCurvesData } from '../item-curves/index.js';
import { checkJournalData, journalData } from '../journal/index.js';
import { checkScoresData, scoresData } from '../scores/index.js';
import { checkSectionMapData, sectionMapData } from '../section-map/index.js';

const SCHOOLS = 12;
const PUPILS = 40;

/** Schools of forty pupils; item 3 is solved by the weak only, and the last school by nobody. */
function block(teacher = 'учитель-17'): ResponseBlock {
  const rows = SCHOOLS * PUPILS;
  const each = <Value>(make: (row: number) => Value) => Array.from({ length: rows }, (_, row) => make(row));
  const skill = (row: number) => (row % PUPILS) / PUPILS;
  const school = (row: number) => Math.floor(row / PUPILS);
  const solves = (row: number, from: number) => (school(row) < SCHOOLS - 1 && skill(row) >= from ? 2 : 0);
  return {
    assessment: {
      id: 'diag',
      programme: 'ВПР',
      subject: 'Математика',
      grade: 8,
      schoolYear: '2025/2026',
      items: [
        { id: '1', maxPoints: 1, level: 'basic', section: 'Числа' },
        { id: '2', maxPoints: 1, level: 'basic', section: 'Числа' },
        { id: '3', maxPoints: 1, level: 'basic', section: 'Геометрия' },
        { id: '4', maxPoints: 1, level: 'basic', section: 'Геометрия' },
      ],
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 1 },
        { mark: 4, min: 2 },
        { mark: 5, min: 3 },
      ],
    },
    rows,
    units: Array.from({ length: SCHOOLS }, (_, i) => ({
      municipality: 'Район',
      school: `s${i + 1}`,
      class: '8А',
    })),
    unit: Uint32Array.from(each(school)),
    variants: ['1'],
    variant: new Uint16Array(rows),
    teachers: [teacher],
    teacher: Uint32Array.from(each(() => 1)),
    points: [
      Uint8Array.from(each((row) => solves(row, 0.2))),
      Uint8Array.from(each((row) => solves(row, 0.4))),
      Uint8Array.from(each((row) => (skill(row) < 0.4 ? 2 : 0))),
      Uint8Array.from(each((row) => solves(row, 0.7))),
    ],
    mark: new Uint8Array(rows),
    journalMark: Uint8Array.from(each((row) => 2 + (row % 4))),
    absent: new Uint8Array(rows),
  };
}

const analysis = analyseFully(add(empty(), block()));
const options = { assessment: 'diag', wholeName: 'Район', names: new Map([['s1', 'СОШ № 1']]) };
const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

const builders = [
  ['section map', sectionMapData, checkSectionMapData],
  ['funnel', funnelData, checkFunnelData],
  ['item curves', itemCurvesData, checkItemCurvesData],
  ['scores', scoresData, checkScoresData],
  ['journal', journalData, checkJournalData],
] as const;

describe.each(builders)('data of the %s', (_, build, check) => {
  it('go through JSON and the door unchanged', () => {
    const data = build(analysis, options);
    expect(check(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
  });

  it('are absent for a work or a group that is not there', () => {
    expect(build(analysis, { ...options, assessment: 'other' })).toBeUndefined();
    expect(build(analysis, { ...options, whole: { level: 'region', unit: 'Р' } })).toBeUndefined();
    expect(build(analyseFully(empty()), options)).toBeUndefined();
  });

  it('name no teacher and read nothing private', () => {
    const guarded: FullAnalysis = {
      ...analysis,
      get private(): FullAnalysis['private'] {
        throw new Error('private figures were read');
      },
    };
    expect(JSON.stringify(build(guarded, options))).not.toContain('учитель');
  });

  it('are refused in another version, and damaged', () => {
    const data = build(analysis, options);
    expect(check({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    expect(check({ ...data, version: { toString: 1 } })).toEqual({ kind: 'other-version', found: '…' });
    for (const wrong of [null, 7, [], {}, { ...data, unit: undefined }, { ...data, schema: 'other' }])
      expect(check(wrong)).toEqual({ kind: 'wrong' });
    for (const [key, value] of Object.entries(data ?? {}))
      if (Array.isArray(value)) expect(check({ ...data, [key]: [null] }), key).toEqual({ kind: 'wrong' });
  });
});

describe('what the builders say', () => {
  it('sections stand in the order of the work, the whole last, schools with names and verdicts', () => {
    const data = sectionMapData(analysis, options);
    expect(data?.sections.map(({ name }) => name)).toEqual(['Числа', 'Геометрия', '']);
    expect(data?.units).toHaveLength(SCHOOLS);
    expect(data?.units[0]).toMatchObject({ id: 's1', name: 'СОШ № 1', n: PUPILS });
    expect(data?.units.every(({ cells }) => cells.length === 3)).toBe(true);
  });

  it('the funnel puts the school that solved least outside, and widens limits only with a reason', () => {
    const data = funnelData(analysis, { ...options, measure: 'pass' });
    const last = data?.units.find(({ id }) => id === `s${SCHOOLS}`);
    expect(data?.target).toBeGreaterThan(0.9);
    expect(last?.share).toBe(0.4);
    expect(last?.place).toMatch(/^below/);
    expect(data?.units.filter(({ place }) => place !== 'inside')).toEqual([last]);
    expect(data?.limits.at(-1)?.n).toBe(PUPILS);
    expect(data?.overdispersion).toBeGreaterThan(0);
  });

  it('limits of solve rates are narrower than those of shares of pupils, since a rate varies less', () => {
    const rates = funnelData(analysis, options);
    const width = (data: typeof rates) => {
      const limit = data?.limits.at(-1);
      return limit === undefined || data?.isWidened === true ? Number.NaN : limit.high95 - limit.low95;
    };
    expect(width(rates)).toBeGreaterThan(0);
    expect(width(rates)).toBeLessThan(2 * 1.96 * Math.sqrt(0.25 / PUPILS));
  });

  it('an item that only weak pupils solve is flagged', () => {
    const data = itemCurvesData(analysis, options);
    const flags = data?.items.map(({ id, curves }) => [
      id,
      curves.find(({ by }) => by === 'quarter')?.crossing,
    ]);
    expect(flags).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
      ['4', false],
    ]);
  });

  it('totals and journal add up', () => {
    expect(scoresData(analysis, options)?.totals.reduce((sum, n) => sum + n, 0)).toBe(SCHOOLS * PUPILS);
    const { whole } = journalData(analysis, options) ?? {};
    expect(
      (whole?.lowered.share ?? 0) + (whole?.confirmed.share ?? 0) + (whole?.raised.share ?? 0),
    ).toBeCloseTo(1);
  });
});
