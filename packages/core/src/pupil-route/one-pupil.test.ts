import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import type { Assessment, Unit } from '../assessment/index.js';
import { isSameClass, onePupil, PupilResult } from './index.js';

function aResult(unit: Unit, extra: Partial<Assessment> = {}): PupilResult {
  const assessment = anAssessment([1], { grade: 7, ...extra });
  return new PupilResult({ assessment, unit, codes: [2], absent: false, place: { file: 'a.csv', row: 2 } });
}
const in7A = { school: 's1', class: '7А' };

describe('onePupil', () => {
  it('takes all works of one class', () => {
    const found = onePupil([aResult(in7A), aResult(in7A, { id: 'other' })], {});
    expect(found).toMatchObject({ kind: 'one', school: 's1', class: '7А', earlier: 0 });
    expect(found.kind === 'one' && found.results).toHaveLength(2);
  });

  it('asks for the class where two pupils have the code, and takes the one that was named', () => {
    const both = [aResult(in7A), aResult({ school: 's1', class: '7Б' })];
    expect(onePupil(both, {})).toEqual({ kind: 'several', of: 'class', units: ['7А', '7Б'] });
    expect(onePupil(both, { class: '7 «б»' })).toMatchObject({ kind: 'one', class: '7Б' });
  });

  it('asks for the school likewise, and joins logins that mean one school', () => {
    const both = [aResult({ school: 'sch1', class: '7А' }), aResult({ school: 'edu1', class: '7А' })];
    expect(onePupil(both, {})).toEqual({ kind: 'several', of: 'school', units: ['edu1', 'sch1'] });
    expect(onePupil(both, {}, (one, other) => one.slice(3) === other.slice(3)).kind).toBe('one');
  });

  it('asks for the class where files without classes are of several grades', () => {
    const both = [aResult({ school: 's1' }), aResult({ school: 's1' }, { id: 'w8', grade: 8 })];
    expect(onePupil(both, {})).toEqual({ kind: 'several', of: 'grade', units: ['7', '8'] });
    const eighth = onePupil(both, { class: '8А' });
    expect(eighth.kind === 'one' && eighth.results.map(({ assessment: { id } }) => id)).toEqual(['w8']);
  });

  it('leaves works of earlier years out: the code may have been another pupil’s', () => {
    const found = onePupil(
      [
        aResult(in7A, { id: 'old', schoolYear: '2024/2025' }),
        aResult(in7A),
        aResult({ school: 's1', class: '6А' }, { id: 'older', schoolYear: '2023/2024' }),
      ],
      {},
    );
    expect(found).toMatchObject({ kind: 'one', earlier: 2 });
    expect(found.kind === 'one' && found.results.map(({ assessment: { id } }) => id)).toEqual(['work']);
  });

  it('finds nobody in another class', () => {
    expect(onePupil([aResult(in7A)], { class: '7Б' })).toEqual({ kind: 'none' });
    expect(onePupil([], {})).toEqual({ kind: 'none' });
  });
});

describe('isSameClass', () => {
  it.each([
    ['7А', '7 а', true],
    ['7А', '7A', true],
    ['7«А»', '7-А', true],
    ['7А', '7Б', false],
    ['7А', '17А', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameClass(one, other)).toBe(same);
  });
});
