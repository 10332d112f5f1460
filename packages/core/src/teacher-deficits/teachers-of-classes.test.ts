import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, formatTally, summarise } from '../tally/index.js';
import { withTeachersOfClasses } from './index.js';

const work = anAssessment([1, 1], { subject: 'Математика', grade: 5 });
const pupil = (school: string, of: string, points: number, teacher?: string) => ({
  unit: { school, class: of },
  codes: [2 * points, 0],
  ...(teacher === undefined ? {} : { teacher }),
});
const rows = [
  pupil('s1', 'А', 1),
  pupil('s1', 'А', 0),
  pupil('s1', '5Б', 1),
  pupil('s1', '1', 1),
  pupil('s2', 'А', 1),
];
const tally = add(empty(), aBlock(work, rows));
const teacher = (code: string, classes: readonly string[], extra = {}) => ({
  teacher: code,
  school: 's1',
  subject: 'математика',
  classes,
  ...extra,
});
const counted = (...teachers: readonly ReturnType<typeof teacher>[]) =>
  [...summarise(withTeachersOfClasses(tally, teachers))].flatMap((of) =>
    of.teachers.map(({ unit, counts }) => [unit, counts.wrote]),
  );

describe('withTeachersOfClasses', () => {
  it('counts the classes of a teacher, however their names are written, of that school and grade only', () => {
    expect(counted(teacher('t1', ['5 «А»', '5-б']), teacher('t2', ['5.1']))).toEqual([
      ['t1', 3],
      ['t2', 1],
    ]);
    expect(counted(teacher('t1', ['А', '1', '6А']))).toEqual([]);
    expect(counted(teacher('t1', ['5А'], { subject: 'Физика' }))).toEqual([]);
    expect(counted(teacher('t1', ['5А'], { school: 's2' }))).toEqual([['t1', 1]]);
  });

  it('gives a class that two teachers have to neither', () => {
    expect(counted(teacher('t1', ['5А', '5Б']), teacher('t2', ['5А']))).toEqual([['t1', 1]]);
    expect(counted(teacher('t1', ['5А', '5А']))).toEqual([['t1', 2]]);
  });

  it('leaves a work alone whose rows name teachers', () => {
    const named = add(empty(), aBlock(work, [pupil('s1', 'А', 1, 't9'), pupil('s1', 'А', 1)]));
    expect(withTeachersOfClasses(named, [teacher('t1', ['5А'])])).toEqual(named);
  });

  it('gives what rows that name the teacher give', () => {
    const byRow = add(
      empty(),
      aBlock(
        work,
        rows.map((row) =>
          row.unit.school === 's1' && row.unit.class === 'А' ? { ...row, teacher: 't1' } : row,
        ),
      ),
    );
    const of = formatTally(withTeachersOfClasses(tally, [teacher('t1', ['5А'])]));
    expect(of).toBe(formatTally(byRow));
    expect(of).not.toBe(formatTally(tally));
  });
});
