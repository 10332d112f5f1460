import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import type { Assessment } from '../assessment/assessment.js';
import { NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/responses.js';
import { add, empty } from '../tally/add.js';
import { classPoints, classRate } from './class-rates.js';
import { PupilResult, pupilRoute, ROUTE_RULES } from './index.js';

const UNIT = { school: 's1', class: '7А' };

/** A class in which this pupil has `own` (half points or states) and the others have `others`. */
function routeOf(
  work: Assessment,
  own: readonly number[],
  others: readonly (readonly number[])[],
  unit: Row['unit'] = UNIT,
) {
  const rows = [own, ...others].map((codes): Row => ({ codes, unit }));
  const tally = add(empty(), aBlock(work, rows));
  const result = new PupilResult({
    assessment: work,
    unit: unit ?? {},
    codes: own,
    absent: false,
    place: { file: 'a.csv', row: 2 },
  });
  return pupilRoute('70012', { kind: 'one', results: [result], earlier: 0 }, tally).figures;
}

const times = (count: number, codes: readonly number[]) => Array.from({ length: count }, () => codes);

describe('pupilRoute', () => {
  const work = anAssessment([1, 2, 1, 1, undefined, 1], {
    grade: 7,
    codifier: [
      { code: '1.1', name: 'Дроби', kind: 'content' },
      { code: '2.1', name: 'Сравнивать числа', kind: 'requirement' },
    ],
  });
  const sections = ['Числа', 'Числа', 'Геометрия', undefined, 'Функции', undefined];
  const described: Assessment = {
    ...work,
    items: work.items.map((item, i) => ({
      ...item,
      ...(sections[i] === undefined ? {} : { section: sections[i] }),
      ...(i === 1 || i === 3 ? { codes: ['1.1', '2.1', '9.9'] } : {}),
    })),
  };

  it('tells solved, partly solved, not solved, not attempted, not taught and unknown apart', () => {
    const { works } = routeOf(described, [2, 2, 0, NOT_ATTEMPTED, 4, NOT_TAUGHT], []);
    expect(works[0]?.items.map(({ item, state, points }) => [item, state, points])).toEqual([
      ['1', 'solved', 1],
      ['2', 'partly-solved', 1],
      ['3', 'not-solved', 0],
      ['4', 'not-attempted', 0],
      ['5', 'unknown-max', 2],
      ['6', 'not-taught', undefined],
    ]);
  });

  it('leaves out what was not in the variant', () => {
    const { works } = routeOf(described, [2, NOT_ADMINISTERED, 0, 0, 0, 0], []);
    expect(works[0]?.items.map(({ item }) => item)).toEqual(['1', '3', '4', '5', '6']);
  });

  it('puts first what the class can do, and last what the whole class could not do', () => {
    const rest = times(6, [2, 4, 0, 2, 0, 0]);
    const { topics } = routeOf(described, [2, 0, 0, 0, 4, 0], rest);
    expect(topics.map(({ name, priority, lost, available }) => [name, priority, lost, available])).toEqual([
      ['Дроби', 'first', 1, 1],
      ['Числа', 'first', 2, 3],
      ['Геометрия', 'teacher', 1, 1],
      [undefined, 'teacher', 1, 1],
    ]);
  });

  it('says nothing of a class of four, and something of a class of five', () => {
    const rate = (others: number) =>
      routeOf(described, [0, 0, 0, 0, 0, 0], times(others, [2, 4, 2, 2, 2, 2])).topics.map(
        ({ classRate: of }) => (of.kind === 'missing' ? `${of.reason} ${of.n}` : of.side),
      );
    expect(new Set(rate(3))).toEqual(new Set(['too-few 4']));
    expect(new Set(rate(4))).toEqual(new Set(['above']));
  });

  it('knows no class where the file names none', () => {
    const { topics } = routeOf(described, [0, 0, 0, 0, 0, 0], times(9, [2, 4, 2, 2, 2, 2]), { school: 's1' });
    expect(new Set(topics.map(({ classRate: of }) => of.kind === 'missing' && of.reason))).toEqual(
      new Set(['no-pupils']),
    );
    expect(new Set(topics.map(({ priority }) => priority))).toEqual(new Set(['next']));
  });

  it('names the content behind a section, and skills by the codes of requirements', () => {
    const { topics, skills } = routeOf(described, [2, 2, 2, 0, 0, 2], []);
    expect(topics.find(({ name }) => name === 'Числа')?.elements).toEqual(['Дроби']);
    expect(skills.map(({ name, lost, items }) => [name, lost, items.map(({ item }) => item)])).toEqual([
      ['Сравнивать числа', 2, ['2', '4']],
    ]);
  });

  it('lists topics without a lost point apart', () => {
    const { topics, mastered } = routeOf(described, [2, 4, 2, 2, 2, 2], []);
    expect(topics).toEqual([]);
    expect(mastered.map(({ name }) => name)).toEqual(['Числа', 'Геометрия', 'Дроби', undefined]);
  });

  it('loses of every pupil exactly the points that are short of the maxima', () => {
    const maxima = [1, 2, 3, 2];
    fc.assert(
      fc.property(fc.tuple(...maxima.map((max) => fc.integer({ min: 0, max: max * 2 }))), (own) => {
        const { topics, mastered } = routeOf(anAssessment(maxima), own, []);
        const lost = [...topics, ...mastered].reduce((sum, topic) => sum + topic.lost, 0);
        expect(lost).toBe(8 - own.reduce((sum, code) => sum + code / 2, 0));
      }),
    );
  });

  it('never makes a mark of it', () => {
    const scaled = {
      ...described,
      markScale: [
        { mark: 2, min: 0 },
        { mark: 5, min: 4 },
      ],
    };
    expect(JSON.stringify(routeOf(scaled, [2, 4, 2, 2, 2, 2], []))).not.toMatch(/"mark"|rank|total/i);
  });
});

describe('the rate of the class', () => {
  const rateOf = (max: number, own: number, others: readonly number[]) => {
    const work = anAssessment([max]);
    const rows = [own, ...others].map((code): Row => ({ codes: [code], unit: UNIT }));
    const of = add(empty(), aBlock(work, rows)).assessments.get('work');
    if (of === undefined) throw new Error('no tally');
    const place = { file: 'a.csv', row: 2 };
    const result = new PupilResult({ assessment: work, unit: UNIT, codes: [own], absent: false, place });
    return JSON.stringify(classRate([...classPoints(of, result, ROUTE_RULES).values()]));
  };

  it('is of the others: the pupil’s own points do not change it', () => {
    const points = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(points, points, fc.array(points, { minLength: 4, maxLength: 30 }), (one, other, others) => {
        expect(rateOf(2, one, others)).toBe(rateOf(2, other, others));
      }),
    );
  });

  it('does not tell that all, or none, of the others solved an item: one of them may differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 3 }), (n, max) => {
        const none = Array.from({ length: n }, () => 0);
        const all = Array.from({ length: n }, () => max * 2);
        expect(rateOf(max, 0, none)).toBe(rateOf(max, 0, [max * 2, ...none.slice(1)]));
        expect(rateOf(max, 0, all)).toBe(rateOf(max, 0, [0, ...all.slice(1)]));
      }),
    );
  });
});
