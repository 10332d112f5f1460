import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyseFully, tablesOf } from '../analysis/index.js';
import { add, empty, formatTally, merge, summarise, TallySum } from './index.js';
import type { StatedRow } from './stated.js';
import { isSchoolCode, tellSchoolsApart } from './tell-schools-apart.js';

const work = anAssessment([1, 2]);
const row = (school: string, municipality: string | undefined, points: number) => ({
  unit: { school, class: '5А', ...(municipality === undefined ? {} : { municipality }) },
  codes: [points, points],
});
const tallyOf = (...rows: readonly ReturnType<typeof row>[]) => add(empty(), aBlock(work, rows));
const schoolsOf = (...rows: readonly ReturnType<typeof row>[]) =>
  summarise(tellSchoolsApart(tallyOf(...rows)))
    .flatMap(({ groups }) => groups)
    .filter(({ level }) => level === 'school')
    .map(({ unit, counts }) => [unit, counts.wrote]);

describe('schools of one name', () => {
  it('are different ones in different municipalities', () => {
    expect(
      schoolsOf(
        row('СОШ № 1', 'А', 2),
        row('СОШ № 1', 'Б', 0),
        row('СОШ № 1', 'А', 0),
        row('СОШ № 2', 'А', 0),
      ),
    ).toEqual([
      ['СОШ № 1 (А)', 2],
      ['СОШ № 1 (Б)', 1],
      ['СОШ № 2', 1],
    ]);
  });

  it('are one school where no second municipality is named, and codes are one school everywhere', () => {
    expect(schoolsOf(row('СОШ № 1', 'А', 2), row('СОШ № 2 (А)', 'А', 0))).toEqual([
      ['СОШ № 1', 1],
      ['СОШ № 2 (А)', 1],
    ]);
    expect(schoolsOf(row('sch000001', 'А', 2), row('sch000001', 'Б', 0))).toEqual([['sch000001', 2]]);
    expect(schoolsOf(row('СОШ № 1', 'А', 2), row('СОШ № 1', undefined, 0))).toEqual([['СОШ № 1', 2]]);
    expect(['sch1', 'EDU000001', '770012', 'СОШ № 1', '12', 'Лицей', 's-1'].map(isSchoolCode)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });

  it('are different ones where reports state them, and beside counted ones', () => {
    const stated = (municipality: string, n: number): StatedRow => ({
      assessment: work.id,
      level: 'school',
      unit: 'СОШ № 1',
      municipality,
      n,
      marks: { exact: false, shares: { 2: 0, 3: 0.5, 4: 0.5, 5: 0 } },
    });
    const sum = new TallySum();
    sum.addStated([stated('А', 20), stated('Б', 30)]);
    const schools = (tally: ReturnType<typeof empty>) =>
      [
        ...(tablesOf(analyseFully(tellSchoolsApart(tally))).open.find(({ name }) => name === 'tests')?.rows ??
          []),
      ]
        .filter(([, level]) => level === 'school')
        .map((cells) => cells.slice(2, 4));
    expect(schools(sum.tally())).toEqual([
      ['СОШ № 1 (А)', 20],
      ['СОШ № 1 (Б)', 30],
    ]);
    const one = new TallySum();
    one.addStated([stated('Б', 30)]);
    expect(schools(merge(one.tally(), tallyOf(row('СОШ № 1', 'А', 2))))).toEqual([
      ['СОШ № 1 (А)', 1],
      ['СОШ № 1 (Б)', 30],
    ]);
    expect(schools(one.tally())).toEqual([['СОШ № 1', 30]]);
    const twice = tellSchoolsApart(merge(tellSchoolsApart(one.tally()), tellSchoolsApart(sum.tally())));
    expect(formatTally(twice)).toBe(formatTally(tellSchoolsApart(sum.tally())));
  });

  it('are the same whatever was told apart before it was merged', () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom('СОШ № 1', 'СОШ № 2', 'sch000001'), fc.constantFrom('А', 'Б', 'В', undefined)),
      { maxLength: 8 },
    );
    const of = (units: readonly (readonly [string, string | undefined])[]) =>
      tallyOf(...units.map(([school, municipality], i) => row(school, municipality, i % 3)));
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const whole = formatTally(tellSchoolsApart(merge(of(one), of(other))));
        const parts = merge(tellSchoolsApart(of(one)), tellSchoolsApart(of(other)));
        expect(formatTally(tellSchoolsApart(parts))).toBe(whole);
        expect(formatTally(tellSchoolsApart(tellSchoolsApart(parts)))).toBe(whole);
      }),
    );
  });
});
