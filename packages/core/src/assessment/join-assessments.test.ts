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

  it('does not depend on which description comes first', () => {
    const maxima = fc.array(fc.option(fc.constant(1), { nil: undefined }), { maxLength: 4 });
    fc.assert(
      fc.property(maxima, maxima, (one, other) => {
        expect(joinAssessments(anAssessment(one), anAssessment(other))).toEqual(
          joinAssessments(anAssessment(other), anAssessment(one)),
        );
      }),
    );
  });
});
