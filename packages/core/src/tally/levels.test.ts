import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, merge } from './add.js';
import { joinSchools } from './join-schools.js';
import { shareTally } from './share.js';
import { summarise } from './summarise.js';
import type { Tally } from './tally.js';
import { formatTally } from './tally-json.js';
import { TallySum } from './tally-sum.js';

const work = anAssessment([1, 2, 1]);
const pupils = (count: number, row: Omit<Row, 'codes'> & { codes?: readonly number[] }): readonly Row[] =>
  Array.from({ length: count }, () => ({ codes: [2, 4, 0], ...row }));
const tallyOf = (...rows: readonly Row[]) => add(empty(), aBlock(work, rows));
/** Groups of the first work as `region/municipality/school/class variant: wrote+absent`. */
const listed = (tally: Tally) =>
  JSON.parse(formatTally(tally)).assessments[0].groups.map(
    (of: Record<string, unknown>) =>
      `${[of.region, of.municipality, of.school, of.class].map((name) => name ?? '').join('/')} ${of.variant}: ${of.wrote}+${of.absent}`,
  );

describe('summarise', () => {
  const levels = (tally: Tally) =>
    summarise(tally)[0]?.groups.map(
      ({ level, unit, parent, counts }) =>
        `${level} ${unit} ${counts.wrote} < ${parent === undefined ? '' : `${parent.level} ${parent.unit}`}`,
    );

  it('has every unit at every level with the next larger one that is given', () => {
    const tally = tallyOf(
      ...pupils(3, { unit: { region: 'Р1', municipality: 'Б', school: 's2', class: '5Б' } }),
      ...pupils(2, { unit: { region: 'Р1', municipality: 'А', school: 's1', class: '5А' } }),
      ...pupils(1, { unit: { region: 'Р1', municipality: 'А', school: 's1', class: '5Б' } }),
      ...pupils(4, { unit: { region: 'Р1', school: 's3' } }),
      ...pupils(5, { unit: { school: 's4', class: '6' } }),
      ...pupils(6, { unit: { class: 'no school' } }),
    );
    expect(levels(tally)).toEqual([
      'class s1/5А 2 < school s1',
      'class s1/5Б 1 < school s1',
      'class s2/5Б 3 < school s2',
      'class s4/6 5 < school s4',
      'school s1 3 < municipality А',
      'school s2 3 < municipality Б',
      'school s3 4 < region Р1',
      'school s4 5 < all all',
      'municipality А 3 < region Р1',
      'municipality Б 3 < region Р1',
      'region Р1 10 < all all',
      'all all 21 < ',
    ]);
  });

  it('tells municipalities of one name in two regions apart', () => {
    const tally = tallyOf(
      ...pupils(1, { unit: { region: 'Р1', municipality: 'Центральный', school: 's1' } }),
      ...pupils(2, { unit: { region: 'Р2', municipality: 'Центральный', school: 's2' } }),
      ...pupils(3, { unit: { municipality: 'Северный', school: 's3' } }),
    );
    expect(levels(tally)).toEqual([
      'school s1 1 < municipality Центральный (Р1)',
      'school s2 2 < municipality Центральный (Р2)',
      'school s3 3 < municipality Северный',
      'municipality Северный 3 < all all',
      'municipality Центральный (Р1) 1 < region Р1',
      'municipality Центральный (Р2) 2 < region Р2',
      'region Р1 1 < all all',
      'region Р2 2 < all all',
      'all all 6 < ',
    ]);
  });

  it('leaves a school in two regions, or in one and in none that is named, to what is above both', () => {
    const other = (region?: string) => ({ ...(region === undefined ? {} : { region }), municipality: 'А' });
    for (const region of [undefined, 'Р2']) {
      const tally = tallyOf(
        ...pupils(2, { unit: { ...other('Р1'), school: 's1' } }),
        ...pupils(3, { unit: { ...other(region), school: 's1' } }),
        ...pupils(4, { unit: { ...other(region), school: 's2' } }),
      );
      expect(levels(tally)).toContain('school s1 5 < all all');
      expect(levels(tally)).toContain(
        `school s2 4 < municipality ${region === undefined ? 'А' : `А (${region})`}`,
      );
    }
    const within = tallyOf(
      ...pupils(2, { unit: { ...other('Р1'), school: 's1' } }),
      ...pupils(3, { unit: { region: 'Р1', municipality: 'Б', school: 's1' } }),
    );
    expect(levels(within)).toContain('school s1 5 < region Р1');
  });

  it('has totals only of variants with all items of the work, however many groups they come from', () => {
    const tally = tallyOf(
      ...pupils(2, { unit: { school: 's1' }, variant: '1' }),
      ...pupils(3, { unit: { school: 's2' }, variant: '1', teacher: 't' }),
      ...pupils(4, { unit: { school: 's3' }, variant: '1', codes: [0, 0, 2] }),
      ...pupils(5, { unit: { school: 's1' }, variant: '2', codes: [2, 255, 2] }),
    );
    const [summary] = summarise(tally);
    expect(summary?.severalForms).toBe(false);
    const of = (level: string, unit: string) =>
      [...(summary?.groups ?? []), ...(summary?.teachers ?? [])].find(
        (group) => group.level === level && group.unit === unit,
      );
    const total = (level: string, unit: string) =>
      of(level, unit)
        ?.counts.complete?.totals.counts.slice(0, 4)
        .reduce((sum, n) => sum + n, 0);
    expect(of('all', 'all')?.counts.wrote).toBe(14);
    expect([...(of('all', 'all')?.counts.complete?.totals.keys ?? [])].slice(0, 2)).toEqual([2, 6]);
    expect([...(of('all', 'all')?.counts.complete?.totals.counts ?? [])].slice(0, 2)).toEqual([4, 5]);
    expect(of('all', 'all')?.counts.complete?.items).toEqual([0, 1, 2]);
    expect(of('school', 's1')?.counts.complete?.totals.to).toBeGreaterThan(0);
    expect(total('teacher', 't')).toBeGreaterThan(0);
    const apart = tallyOf(
      ...pupils(2, { variant: '1', codes: [2, 255, 0] }),
      ...pupils(2, { variant: '2', codes: [255, 2, 0] }),
    );
    expect(summarise(apart)[0]).toMatchObject({ severalForms: true });
    expect(summarise(apart)[0]?.groups[0]?.counts.complete).toBeUndefined();
  });

  it('leaves out a maximum that somebody exceeds, and only that', () => {
    const tally = tallyOf({ codes: [2, 4, 3] }, { codes: [2, 253, 0] }, { codes: [254, 2, 2] });
    expect(summarise(tally)[0]?.assessment.items).toEqual([
      { id: '1', maxPoints: 1 },
      { id: '2', maxPoints: 2 },
      { id: '3' },
    ]);
  });

  it('has works in the order of their ids', () => {
    const other = add(empty(), aBlock({ ...work, id: 'a' }, [{ codes: [0, 0, 0] }]));
    expect(
      summarise(merge(tallyOf({ codes: [0, 0, 0] }), other)).map(({ assessment }) => assessment.id),
    ).toEqual(['a', 'work']);
  });
});

describe('shareTally', () => {
  const school = (name: string, of: string, count: number, absent = 0) => [
    ...pupils(count, { unit: { municipality: 'М', school: name, class: of } }),
    ...pupils(absent, { unit: { municipality: 'М', school: name, class: of }, absent: true }),
  ];

  it('folds small classes into their school, with the next larger class while what is folded is too small', () => {
    const tally = tallyOf(
      ...school('s1', '5А', 3),
      ...school('s1', '5Б', 12),
      ...school('s1', '5В', 11),
      ...school('s2', '5А', 4),
      ...school('s2', '5Б', 7),
      ...school('s2', '5В', 20),
      ...school('s3', '5А', 10),
      ...school('s4', '5А', 6, 4),
    );
    expect(listed(shareTally(tally))).toEqual([
      // Of s4 six wrote, which is too few: the next larger school goes with it.
      '/М// : 16+4',
      '/М/s1/ : 14+0',
      '/М/s1/5Б : 12+0',
      '/М/s2/ : 11+0',
      '/М/s2/5В : 20+0',
    ]);
  });

  it('folds on through all levels', () => {
    const tally = tallyOf(
      ...pupils(3, { unit: { region: 'Р', municipality: 'М1', school: 's1', class: '5А' } }),
      ...pupils(4, { unit: { region: 'Р', municipality: 'М2', school: 's2', class: '5А' } }),
      ...pupils(20, { unit: { region: 'Р', municipality: 'М3', school: 's3', class: '5А' } }),
    );
    expect(listed(shareTally(tally, 5))).toEqual(['Р/// : 7+0', 'Р/М3/s3/5А : 20+0']);
    expect(listed(shareTally(tally, 8))).toEqual(['Р/// : 27+0']);
    expect(listed(shareTally(tally, 28))).toEqual(['/// : 27+0']);
  });

  it('folds schools that name no municipality together with the small municipalities beside them', () => {
    const tally = tallyOf(
      ...pupils(3, { unit: { region: 'Р', municipality: 'М' } }),
      ...pupils(6, { unit: { region: 'Р', school: 's1' } }),
      ...pupils(9, { unit: { region: 'Р', school: 's2' } }),
    );
    expect(listed(shareTally(tally, 5))).toEqual(['Р/// : 9+0', 'Р//s2/ : 9+0']);
  });

  it('takes the first of equal classes in the order of names', () => {
    const tally = tallyOf(...school('s1', '5В', 5), ...school('s1', '5А', 12), ...school('s1', '5Б', 12));
    expect(listed(shareTally(tally))).toEqual(['/М/s1/ : 17+0', '/М/s1/5Б : 12+0']);
  });

  it('counts what a unit has of its own beside its classes', () => {
    const own = pupils(4, { unit: { municipality: 'М', school: 's1' } });
    const tally = tallyOf(...own, ...school('s1', '5А', 12), ...school('s1', '5Б', 14));
    expect(listed(shareTally(tally))).toEqual(['/М/s1/ : 16+0', '/М/s1/5Б : 14+0']);
    const many = pupils(10, { unit: { municipality: 'М', school: 's1' } });
    expect(listed(shareTally(tallyOf(...many, ...school('s1', '5А', 12))))).toEqual([
      '/М/s1/ : 10+0',
      '/М/s1/5А : 12+0',
    ]);
  });

  it('makes one variant of those with equal items and keeps others apart', () => {
    const same = tallyOf(...pupils(6, { variant: '1' }), ...pupils(6, { variant: '2', codes: [0, 0, 0] }));
    expect(listed(shareTally(same))).toEqual(['/// : 12+0']);
    const other = tallyOf(...pupils(6, { variant: '1' }), ...pupils(6, { variant: '2', codes: [0, 0, 255] }));
    expect(listed(shareTally(other))).toEqual(['/// 1: 6+0', '/// 2: 6+0']);
  });

  it('counts who wrote, not who was absent', () => {
    expect(listed(shareTally(tallyOf(...school('s1', '5А', 1, 9), ...school('s1', '5Б', 12))))).toEqual([
      '/М/s1/ : 13+9',
    ]);
    expect(listed(shareTally(tallyOf(...school('s1', '5А', 0, 12), ...school('s1', '5Б', 12))))).toEqual([
      '/М/s1/ : 0+12',
      '/М/s1/5Б : 12+0',
    ]);
  });

  it('folds the few pupils of a variant with other items, and leaves the variants of many where they are', () => {
    const wrote = (of: string, count: number, variant: string) =>
      pupils(count, {
        unit: { municipality: 'М', school: 's1', class: of },
        variant,
        codes: variant === '1' ? [0, 0, 0] : [0, 0, 255],
      });
    const tally = tallyOf(
      ...wrote('5А', 12, '1'),
      ...wrote('5А', 1, '2'),
      ...wrote('5Б', 11, '1'),
      ...wrote('5Б', 14, '2'),
    );
    expect(listed(shareTally(tally))).toEqual(['/М/s1/ 2: 15+0', '/М/s1/5А 1: 12+0', '/М/s1/5Б 1: 11+0']);
  });

  it('drops journal marks, cross tables and teachers, and says that it is shared', () => {
    const tally = tallyOf(...pupils(12, { mark: 4, journalMark: 5, teacher: 't' }));
    const { shared, assessments } = JSON.parse(formatTally(shareTally(tally)));
    expect(shared).toBe(true);
    expect(assessments[0].teachers).toEqual([]);
    expect(assessments[0].groups[0]).toMatchObject({
      marks: [4, 0, 12],
      complete: { items: [0, 1, 2], totals: [1, 0, 6, 12] },
    });
    expect(assessments[0].groups[0].complete.cross).toBeUndefined();
    expect(merge(shareTally(tally), tallyOf({ codes: [0, 0, 0] })).shared).toBe(true);
    expect(merge(tallyOf({ codes: [0, 0, 0] }), shareTally(tally)).shared).toBe(true);
  });
});

describe('joinSchools', () => {
  const schools = (...names: readonly string[]) =>
    tallyOf(...names.flatMap((school) => pupils(2, { unit: { school, class: '5' } })));

  it('makes one school of logins with equal digits, under the first in the order of code points', () => {
    expect(listed(joinSchools(schools('sch1', 'edu1', 'ksh2', 'SCH3', 'edu4')))).toEqual([
      '//SCH3/5 : 2+0',
      '//edu1/5 : 4+0',
      '//edu4/5 : 2+0',
      '//ksh2/5 : 2+0',
    ]);
    expect(formatTally(joinSchools(schools('sch1', 'edu1')))).toBe(
      formatTally(joinSchools(schools('edu1', 'sch1'))),
    );
  });

  it('leaves alone what is no login, what has no school, and what a register keeps apart', () => {
    const tally = merge(
      schools('sch1', 'edu1', 'school1', '1', 'xsch1', 'sch1a'),
      tallyOf({ codes: [0, 0, 0] }),
    );
    expect(listed(joinSchools(tally))).toEqual([
      '/// : 1+0',
      '//1/5 : 2+0',
      '//edu1/5 : 4+0',
      '//sch1a/5 : 2+0',
      '//school1/5 : 2+0',
      '//xsch1/5 : 2+0',
    ]);
    expect(listed(joinSchools(schools('sch1', 'edu1', 'ksh1'), new Set(['edu1'])))).toEqual([
      '//edu1/5 : 2+0',
      '//ksh1/5 : 4+0',
    ]);
    const plain = schools('a', 'b');
    expect(joinSchools(plain).assessments.get('work')).toBe(plain.assessments.get('work'));
  });
});

describe('TallySum', () => {
  it('hands out sums that later additions do not change', () => {
    const one = pupils(2, { unit: { school: 's1' } });
    const two = pupils(3, { unit: { school: 's1' }, codes: [0, 2, 255] });
    const first = tallyOf(...one);
    const before = formatTally(first);
    const sum = new TallySum();
    sum.addTally(first);
    sum.addBlock(aBlock(work, two));
    const middle = sum.tally();
    const text = formatTally(middle);
    sum.addBlock(aBlock(work, pupils(4, { unit: { school: 's2' }, teacher: 't' })));
    sum.addTally(first);
    expect(formatTally(first)).toBe(before);
    expect(formatTally(middle)).toBe(text);
    expect(formatTally(sum.tally())).toBe(
      formatTally(tallyOf(...one, ...two, ...pupils(4, { unit: { school: 's2' }, teacher: 't' }), ...one)),
    );
  });

  it('settles what is complete by all its parts, in whatever order they come', () => {
    const short = add(empty(), aBlock(work, pupils(2, { unit: { school: 's1' }, codes: [2, 2, 255] })));
    const whole = add(empty(), aBlock(work, pupils(3, { unit: { school: 's2' } })));
    const complete = (tally: Tally) =>
      [...(tally.assessments.get('work')?.groups.values() ?? [])].map(
        ({ unit, counts }) => `${unit.school} ${counts.complete?.items.join('')}`,
      );
    expect(complete(short)).toEqual(['s1 01']);
    expect(complete(merge(short, whole)).sort()).toEqual(['s1 undefined', 's2 012']);
    expect(complete(merge(whole, short)).sort()).toEqual(['s1 undefined', 's2 012']);
  });
});
