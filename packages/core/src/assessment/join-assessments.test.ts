import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import { joinAssessments } from './join-assessments.js';

describe('joinAssessments', () => {
  it('takes what one description does not say from the other', () => {
    const joined = joinAssessments(anAssessment([1, undefined]), {
      ...anAssessment([undefined, 2]),
      markScale: [{ mark: 2, min: 0 }],
    });
    expect(joined).toEqual({ ...anAssessment([1, 2]), markScale: [{ mark: 2, min: 0 }] });
  });

  it('names the field on which two descriptions differ', () => {
    expect(joinAssessments(anAssessment([1]), anAssessment([2]))).toEqual({
      field: '1.maxPoints',
      one: '1',
      other: '2',
    });
  });

  it('keeps the order of the longer list when it contains the other', () => {
    const items = (...ids: string[]) => ({ ...anAssessment([]), items: ids.map((id) => ({ id })) });
    const order = (one: string[], other: string[]) => {
      const joined = joinAssessments(items(...one), items(...other));
      return 'items' in joined ? joined.items.map((item) => item.id) : [];
    };
    expect(order(['b', 'a', 'c'], ['b', 'c'])).toEqual(['b', 'a', 'c']);
    expect(order(['2', '10'], ['1', '2'])).toEqual(['1', '2', '10']);
  });

  it('puts test scores together pair by pair, and names a pair on which the two differ', () => {
    const scored = (testScores?: Record<string, number>) =>
      anAssessment([], testScores === undefined ? {} : { testScores });
    const joined = (one?: Record<string, number>, other?: Record<string, number>) =>
      joinAssessments(scored(one), scored(other));
    expect(joined({ 2: 20, 10: 50 }, { 0: 0, 10: 50 })).toEqual(scored({ 0: 0, 2: 20, 10: 50 }));
    expect(Object.keys(scored({ 10: 50, 2: 20 }).testScores ?? {})).toEqual(['2', '10']);
    expect(joined({ 2: 20 })).toEqual(scored({ 2: 20 }));
    expect(joined(undefined, { 2: 20 })).toEqual(scored({ 2: 20 }));
    expect(joined({ 2: 20, 10: 50 }, { 10: 52 })).toEqual({ field: 'testScores.10', one: '50', other: '52' });
  });

  it('does not depend on which description comes first', () => {
    const maxima = fc.array(fc.option(fc.constant(1), { nil: undefined }), { maxLength: 4 });
    const primary = fc.integer({ min: 0, max: 30 });
    const described = fc.tuple(maxima, fc.array(primary)).map(([of, seen]) =>
      anAssessment(of, {
        ...(seen.length === 0
          ? {}
          : { testScores: Object.fromEntries(seen.map((each) => [each, each * 3])) }),
      }),
    );
    fc.assert(
      fc.property(described, described, described, (one, other, third) => {
        const both = joinAssessments(one, other);
        expect(JSON.stringify(both)).toBe(JSON.stringify(joinAssessments(other, one)));
        const rest = joinAssessments(other, third);
        if ('one' in both || 'one' in rest) throw new Error('nothing differs here');
        expect(joinAssessments(both, third)).toEqual(joinAssessments(one, rest));
      }),
    );
  });
});
