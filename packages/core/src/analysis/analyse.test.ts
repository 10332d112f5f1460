import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { NOT_ADMINISTERED, NOT_TAUGHT } from '../assessment/index.js';
import { add, empty } from '../tally/index.js';
import { analyseFully } from './analyse-fully.js';
import { findingsJson, tablesOf } from './tables.js';

const analyseRows = (maxima: readonly number[], rows: readonly Row[], extra = {}) =>
  analyseFully(add(empty(), aBlock(anAssessment(maxima, extra), rows)));
const repeat = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

describe('analyse', () => {
  it('gives every level that the units name, from class to all', () => {
    const unit = { region: 'Р', municipality: 'М', school: 's1', class: '5А' };
    const analysis = analyseRows(
      [1],
      [
        { unit, codes: [2] },
        { unit: { ...unit, class: '5Б' }, codes: [0] },
      ],
    );
    expect(analysis.testResults.map(({ level, unit: name, n }) => [level, name, n])).toEqual([
      ['class', 's1/5А', 1],
      ['class', 's1/5Б', 1],
      ['school', 's1', 2],
      ['municipality', 'М', 2],
      ['region', 'Р', 2],
      ['all', 'all', 2],
    ]);
  });

  it('leaves pupils of an unknown school to the levels that are known', () => {
    const analysis = analyseRows([1], [{ unit: { municipality: 'М' }, codes: [2] }]);
    expect(analysis.testResults.map((of) => of.level)).toEqual(['municipality', 'all']);
  });

  it('tells municipalities of one name in two regions apart', () => {
    const rows = ['Р1', 'Р2'].map((region) => ({
      unit: { region, municipality: 'Первомайский' },
      codes: [2],
    }));
    const names = analyseRows([1], rows).testResults.flatMap((of) =>
      of.level === 'municipality' ? [of.unit] : [],
    );
    expect(names).toEqual(['Первомайский (Р1)', 'Первомайский (Р2)']);
  });

  it('takes totals only from pupils who have every item', () => {
    const analysis = analyseRows(
      [1, 1],
      [{ codes: [2, 2] }, { codes: [0, 0] }, { codes: [NOT_TAUGHT, 2] }, { codes: [2, NOT_ADMINISTERED] }],
    );
    expect(analysis.testResults.at(-1)).toMatchObject({ wrote: 4, n: 2, mean: { estimate: 1 } });
  });

  it('never mixes totals of variants with different items', () => {
    const analysis = analyseRows(
      [1, 1, 1],
      [
        { variant: 'A', codes: [2, 2, NOT_ADMINISTERED] },
        { variant: 'B', codes: [NOT_ADMINISTERED, 0, 2] },
      ],
    );
    expect(analysis.testResults.at(-1)).toMatchObject({ n: 0, mean: { reason: 'several-forms' } });
    expect(analysis.itemStatistics[0]).toMatchObject({ n: 1, itemRestR: { reason: 'several-forms' } });
    expect([...analysis.itemResults].at(-1)?.solveRate).toMatchObject({ estimate: 1, n: 1 });
  });

  it('is not led astray by one pupil under a wrong variant', () => {
    const rows = [
      ...repeat(5, { variant: '1', codes: [2, 0] }),
      { variant: '0', codes: [2, NOT_ADMINISTERED] },
    ];
    expect(analyseRows([1, 1], rows).testResults.at(-1)).toMatchObject({ wrote: 6, n: 5 });
  });

  it('has reasons instead of NaN for one pupil, one item and equal results', () => {
    const [one] = analyseRows([1, 1], [{ codes: [2, 0] }]).testResults.slice(-1);
    expect(one).toMatchObject({
      mean: { estimate: 1 },
      sd: { reason: 'too-few' },
      alpha: { reason: 'too-few' },
    });
    const [item] = analyseRows([1], repeat(3, { codes: [2] })).testResults.slice(-1);
    expect(item).toMatchObject({ alpha: { reason: 'one-item' } });
    const equal = analyseRows([1, 1], repeat(3, { codes: [2, 0] }));
    expect(equal.testResults.at(-1)).toMatchObject({ alpha: { reason: 'no-variation' } });
    expect(equal.itemStatistics[0]).toMatchObject({ itemTotalR: { reason: 'no-variation' } });
  });

  it('keeps results by teacher apart', () => {
    const analysis = analyseRows(
      [1],
      [{ teacher: 't2', codes: [2] }, { teacher: 't1', codes: [0] }, { codes: [0] }],
    );
    expect(analysis.private.testResults.map((of) => of.unit)).toEqual(['t1', 't2']);
    expect(JSON.stringify(tablesOf(analysis).open)).not.toContain('t1');
  });

  it('takes no mark from a total whose mark has side conditions', () => {
    const markScale = [
      { mark: 2, min: 0 },
      { mark: 3, min: 1 },
    ];
    const markConditions = [{ items: ['1'], min: 1, marks: [3], otherwise: 2 }];
    const rows = [{ codes: [0, 2] }, { codes: [2, 2], mark: 3 }];
    const marksOf = (extra: object) =>
      analyseRows([1, 1], rows, { markScale, ...extra }).testResults.at(-1)?.markCounts;
    expect(marksOf({})).toMatchObject({ 3: 2 });
    expect(marksOf({ markConditions })).toMatchObject({ 2: 0, 3: 1 });
  });

  it('counts absent pupils nowhere but as absent', () => {
    const analysis = analyseRows([1], [{ codes: [2] }, { codes: [NOT_ADMINISTERED], absent: true }]);
    expect(analysis.testResults.at(-1)).toMatchObject({ wrote: 1, absent: 1, n: 1 });
  });
});

describe('findings', () => {
  const items = [
    { id: '1', maxPoints: 1, level: 'basic' as const, section: 'Дроби' },
    { id: '2', maxPoints: 1, level: 'basic' as const, section: 'Дроби' },
    { id: '3', maxPoints: 1, level: 'basic' as const, section: 'Время' },
  ];
  const unit = { school: 's1' };

  it('name items and sections that are probably insufficient', () => {
    const rows = [
      ...repeat(18, { unit, codes: [0, 0, 2] }),
      ...repeat(7, { unit, codes: [0, 0, 0] }),
      ...repeat(5, { unit, codes: [2, 2, 2] }),
    ];
    const { findings } = analyseRows([1, 1, 1], rows, { items });
    expect(findings.filter((of) => of.level === 'school').map(({ id, severity }) => [id, severity])).toEqual([
      ['low-item|work|1|school|s1', 'high'],
      ['low-item|work|2|school|s1', 'high'],
      ['low-section|work|Дроби|school|s1', 'high'],
    ]);
    expect(findings[0]?.evidence).toEqual([
      { table: 'solve-rates', key: 'work|school|s1|1', figure: 'solve_rate' },
    ]);
  });

  it('say nothing of a handful of pupils', () => {
    expect(analyseRows([1, 1, 1], repeat(9, { unit, codes: [0, 0, 0] }), { items }).findings).toEqual([]);
  });

  it('say nothing while the interval reaches the border', () => {
    const rows = [...repeat(6, { unit, codes: [0, 2, 2] }), ...repeat(5, { unit, codes: [2, 2, 2] })];
    expect(analyseRows([1, 1, 1], rows, { items }).findings).toEqual([]);
  });

  it('name topics that were not taught, and journal marks far from the work', () => {
    const rows = [
      ...repeat(20, { unit, codes: [2, 2, NOT_TAUGHT], mark: 3, journalMark: 5 }),
      ...repeat(10, { unit, codes: [2, 2, 2], mark: 5, journalMark: 5 }),
    ];
    const { findings } = analyseRows([1, 1, 1], rows, { items });
    expect(findings.filter((of) => of.level === 'school').map((of) => of.kind)).toEqual([
      'not-taught',
      'journal-gap',
    ]);
  });

  it('are written one a line, and an empty list is valid JSON', () => {
    expect(findingsJson({ findings: [] })).toBe('[]\n');
    const { findings } = analyseRows([1, 1, 1], repeat(30, { unit, codes: [0, 0, 0] }), { items });
    expect(JSON.parse(findingsJson({ findings }))).toHaveLength(findings.length);
    expect(findingsJson({ findings }).split('\n')).toHaveLength(findings.length + 3);
  });
});

describe('tables', () => {
  it('have exactly the columns that people outside rely on', () => {
    const { open } = tablesOf(analyseRows([1], [{ codes: [2] }]));
    expect(open.map(({ name, columns }) => `${name}: ${columns.map((of) => of.id).join(',')}`)).toEqual([
      'solve-rates: assessment,level,unit,item,n,points,max_points,solve_rate,low,high,deff,full_share,zero_share,not_attempted,not_taught,reason,note',
      'items: assessment,item,n,mean,sd,solve_rate,item_total_r,item_rest_r,alpha_if_deleted,upper_lower_27,reason,note',
      'tests: assessment,level,unit,n,mean,sd,alpha,sem,share_2,share_3,share_4,share_5,below_minimum,lowered,confirmed,raised,reason,note',
      'sections: assessment,level,unit,section,skill,n,items,solve_rate,low,high,corridor,verdict,probability,pupils,reason,note',
      'comparisons: assessment,level,unit,item,comparator,difference,low,high,p,q,net_difference,net_q,reason,note',
      'groups: assessment,level,unit,item,group,n,solve_rate,low,high,reason,note',
      'dif: assessment,item,grouping,reference,focal,n_reference,n_focal,statistic,p,q,odds_ratio,delta,smd,class,reason,note',
      'distractors: assessment,item,option,role,n,chosen,share,low,high,mean_total,mean_rest,rest_r,rest_r_low,rest_r_high,quarter_1,quarter_2,quarter_3,quarter_4,over_key,over_key_low,over_key_high,flags,reason,note',
      'readiness: assessment,level,unit,indicator,n,met,share,low,high,target,reason,note',
      'test-scores: assessment,level,unit,n,mean,low,high,sd,q1,median,q3,minimum,below_minimum,below_minimum_low,below_minimum_high,middle,from_middle,from_middle_low,from_middle_high,top,from_top,from_top_low,from_top_high,reason,note',
      'risk: school,ruleset,listed,class,probability,low,high,triggered,distance_to_exit,stability,reason,note',
      'shrunken: assessment,school,measure,n,x,share,low,high,others,shrunken,shrunken_low,shrunken_high,funnel,reason,note',
      'objectivity: school,assessment,test,n,statistic,p,q,flag,power_note,reason,note',
    ]);
    for (const { columns, rows } of open) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('say the reason once when all missing figures share it, else by column', () => {
    const row = (rows: readonly Row[]) => [...(tablesOf(analyseRows([1], rows)).open[2]?.rows ?? [])].at(-1);
    expect(row([{ codes: [2], mark: 4 }])?.at(-2)).toBe(
      'sd:too-few;alpha:one-item;sem:one-item;lowered:no-journal;confirmed:no-journal;raised:no-journal',
    );
    expect(row([])?.at(-2)).toBe('no-pupils');
  });
});
