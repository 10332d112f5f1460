import { expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, merge, summarise } from './index.js';
import { previousOf } from './previous-work.js';

it('is the work that the plan names, if it has the same items', () => {
  const tallyOf = (...of: Parameters<typeof anAssessment>) =>
    add(empty(), aBlock(anAssessment(...of), [{ codes: [2, 2] }]));
  const summaries = summarise(
    merge(
      tallyOf([1, 2], { id: 'v25' }),
      tallyOf([1, 2], { id: 'v26', sameItemsAs: 'v25' }),
      tallyOf([1, 1], { id: 'w26', sameItemsAs: 'v25' }),
    ),
  );
  const previous = summaries.map((of) => [of.assessment.id, previousOf(of, summaries)?.assessment.id]);
  expect(Object.fromEntries(previous)).toEqual({ v25: undefined, v26: 'v25', w26: undefined });
});
