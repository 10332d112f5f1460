import { known, missing } from '@orientir/core/foundation';
import { checkpointSchedules, riskProfile, riskProfile500, SWOT_KINDS } from '@orientir/core/school-profile';
import { describe, expect, it } from 'vitest';
import { whyNotDone, whyUnmeasured } from './profile-sheet-parts.js';

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

describe('a stage that is not done', () => {
  const empty = {
    isKnown: true,
    refused: new Set<never>(),
    profile: riskProfile('s1', [], riskProfile500),
    swot: [],
  };
  const passport = (shares: number) => ({
    school: 's1',
    indicators: new Map(
      ['a', 'b', 'c'].map((id, at) => [id, at < shares ? known(0.2, 50) : missing('not-stated', 50)]),
    ),
  });
  const entry = (kind: (typeof SWOT_KINDS)[number]) => ({ school: 's1', kind, about: 'results', text: 'х' });
  const why = (id: string, of: Partial<Parameters<typeof whyNotDone>[0]> = {}) =>
    whyNotDone({ ...empty, ...of }, { id });

  it('was not entered where nothing says anything of it', () => {
    for (const id of ['passport', 'radar', 'self-rating', 'swot', 'directions', 'road-map'])
      expect(why(id), id).toBe('not-entered');
  });

  it('is incomplete where a form says a part, or too much', () => {
    expect(why('radar', { passport: passport(2) })).toBe('incomplete');
    expect(why('swot', { swot: [entry('strength')] })).toBe('incomplete');
    for (const kind of ['too-few', 'too-many'] as const)
      expect(why('directions', { directions: { kind, directions: ['talent'] } })).toBe('incomplete');
  });

  it('waits for the stage before where a form says all', () => {
    expect(why('passport', { passport: passport(0) })).toBe('stage-before-open');
    expect(why('radar', { passport: passport(3) })).toBe('stage-before-open');
    expect(why('swot', { swot: SWOT_KINDS.map(entry) })).toBe('stage-before-open');
    const directions = { kind: 'complete', directions: ['talent'] } as const;
    expect(why('directions', { directions })).toBe('stage-before-open');
    const [factor] = riskProfile500.factors;
    if (factor === undefined) throw new Error('a factor');
    const ratings = [{ school: 's1', factor: factor.id, significance: 'low' as const }];
    expect(why('self-rating', { profile: riskProfile('s1', ratings, riskProfile500) })).toBe(
      'stage-before-open',
    );
  });

  it('has a form that was refused, or a school that nobody knows, before all else', () => {
    const directions = { kind: 'too-few', directions: [] } as const;
    expect(why('directions', { directions, refused: new Set(['directions'] as const) })).toBe('refused');
    expect(why('directions', { directions, isKnown: false })).toBe('unknown-school');
  });
});
