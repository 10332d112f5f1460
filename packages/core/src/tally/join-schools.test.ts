import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, merge, settleSchools, summarise, TallySum } from './index.js';
import { isSameSchool, joinSchools, schoolKey } from './join-schools.js';
import type { StatedRow } from './stated.js';

const work = anAssessment([1]);
const pupil = (school: string | undefined, code = 2) => ({
  unit: school === undefined ? { municipality: 'М' } : { municipality: 'М', school },
  codes: [code],
});
const tallyOf = (...schools: readonly (string | undefined)[]) =>
  add(
    empty(),
    aBlock(
      work,
      schools.map((school) => pupil(school)),
    ),
  );
const schoolsIn = (...tallies: readonly ReturnType<typeof tallyOf>[]) =>
  tallies
    .flatMap((tally) => summarise(tally))
    .flatMap(({ groups }) => groups)
    .filter(({ level }) => level === 'school')
    .map(({ unit, counts }) => [unit, counts.wrote]);

describe('logins of one school', () => {
  it('are the school that comes first, in whatever order they come', () => {
    const logins = ['sch000001', 'edu000001', 'ksh000001', 'EDU000002', undefined, 'СОШ № 1'];
    const joined = [
      ['EDU000002', 1],
      ['edu000001', 3],
      ['СОШ № 1', 1],
    ];
    expect(schoolsIn(joinSchools(tallyOf(...logins)))).toEqual(joined);
    expect(schoolsIn(joinSchools(tallyOf(...logins.toReversed())))).toEqual(joined);
  });

  it('stay apart where the list of schools says so', () => {
    const tally = tallyOf('sch000001', 'edu000001', 'ksh000001');
    expect(schoolsIn(joinSchools(tally, new Set(['edu000001'])))).toEqual([
      ['edu000001', 1],
      ['ksh000001', 2],
    ]);
  });

  it('leave a work as it is that has one login for each school', () => {
    const tally = tallyOf('sch000001', 'sch000002', 'Школа', undefined);
    expect(joinSchools(tally).assessments.get(work.id)).toBe(tally.assessments.get(work.id));
  });

  it('are joined in what reports state of schools, and in nothing else', () => {
    const row = (level: StatedRow['level'], unit: string): StatedRow => ({
      assessment: work.id,
      level,
      unit,
      n: 10,
      marks: { exact: false, shares: { 2: 0, 3: 0.5, 4: 0.5, 5: 0 } },
    });
    const sum = new TallySum();
    sum.addStated([row('school', 'sch000001'), row('municipality', 'sch000001')]);
    const joined = joinSchools(merge(tallyOf('edu000001'), sum.tally()));
    expect([...joined.stated.values()].map(({ level, unit }) => [level, unit])).toEqual([
      ['school', 'edu000001'],
      ['municipality', 'sch000001'],
    ]);
  });

  it('are told by their digits alone', () => {
    expect(isSameSchool('sch000001', 'EDU000001')).toBe(true);
    expect(isSameSchool('sch000001', 'sch000002')).toBe(false);
    expect(isSameSchool('Школа 1', 'Школа 1')).toBe(true);
    expect(isSameSchool('Школа 1', 'Школа 2')).toBe(false);
    expect(isSameSchool('sch000001', 'edu000001', new Set(['sch000001']))).toBe(false);
    expect(isSameSchool('sch000001', 'edu000001', new Set(['edu000001']))).toBe(false);
    expect(['sch000001', 'ksh000001', '000001', 'xsch1', 'sch1x'].map(schoolKey)).toEqual([
      '000001',
      '000001',
      '000001',
      'xsch1',
      'sch1x',
    ]);
  });
});

describe('schools as there are', () => {
  it('are logins joined, and names told apart', () => {
    const settled = settleSchools(
      add(
        empty(),
        aBlock(work, [
          ...['sch000001', 'edu000001'].map((school) => pupil(school)),
          ...['А', 'Б'].map((municipality) => ({ unit: { municipality, school: 'Лицей' }, codes: [0] })),
        ]),
      ),
    );
    expect(schoolsIn(settled)).toEqual([
      ['edu000001', 2],
      ['Лицей (А)', 1],
      ['Лицей (Б)', 1],
    ]);
  });
});
