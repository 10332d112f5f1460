import { checkpointSchedules } from '@orientir/core/school-profile';
import { describe, expect, it } from 'vitest';
import { whyUnmeasured } from './profile-sheet-parts.js';

describe('a checkpoint without a value', () => {
  const { schedules } = checkpointSchedules([
    { school: 's1', indicator: 'Успеваемость', checkpoint: 'primary' },
  ]);
  const [primary, final] = schedules.flatMap(({ points }) => [points[0], points[2]]);
  const why = (of: Parameters<typeof whyUnmeasured>[0]) =>
    [primary, final].map((point) => (point === undefined ? '' : whyUnmeasured(of, point)));
  const refused = new Set(['checkpoints'] as const);

  it('is not entered where its row leaves it out, whatever became of other rows', () => {
    expect(why({ isKnown: true, refused })).toEqual(['not-entered', 'refused']);
    expect(why({ isKnown: true, refused: new Set() })).toEqual(['not-entered', 'not-entered']);
    expect(why({ isKnown: false, refused })).toEqual(['unknown-school', 'unknown-school']);
  });
});
