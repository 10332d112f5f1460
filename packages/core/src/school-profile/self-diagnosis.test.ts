import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactorRating, StageRecord } from './index.js';
import {
  directionChoice,
  directionTally,
  emptySwotKinds,
  omskStages,
  riskProfile,
  riskProfile500,
  SIGNIFICANCES,
  StageProgress,
  sevenDirections,
  stageProgress,
} from './index.js';

describe('risk profile', () => {
  it('keeps every factor, rated or with a reason, and takes no rating for another', () => {
    const ratings: readonly FactorRating[] = [
      { school: 's', factor: 'parents', significance: 'high', chosen: true },
      { school: 's', factor: 'motivation', significance: 'high' },
      { school: 's', factor: 'motivation', significance: 'low' },
      { school: 's', factor: 'equipment', significance: 'high', chosen: false },
      { school: 's', factor: 'language', significance: 'low' },
      { school: 's', factor: 'made up', significance: 'high' },
      { school: 'x', factor: 'discipline', significance: 'high' },
    ];
    const profile = riskProfile('s', ratings, riskProfile500);
    expect(profile.factors.map(({ factor }) => factor)).toEqual(riskProfile500.factors);
    expect(profile).toMatchObject({
      counts: { high: 3, medium: 0, low: 1 },
      unrated: 8,
      chosen: ['parents'],
      toDecide: ['motivation'],
    });
    expect(profile.factors[0]).toMatchObject({ rating: { significance: 'high' } });
    expect(profile.factors[1]).toMatchObject({ reason: 'not-entered' });
    expect(riskProfile('y', ratings, riskProfile500, 'refused').factors[0]).toMatchObject({
      reason: 'refused',
    });
  });

  it('says of three wordings that they were seen, of the others that nobody verified them', () => {
    const seen = riskProfile500.factors.filter(({ verification }) => verification === 'second-hand');
    expect(seen.map(({ id }) => id)).toEqual(['equipment', 'staff-shortage', 'failure-risk']);
    expect(riskProfile500.factors.filter(({ verification }) => verification === 'unverified')).toHaveLength(
      9,
    );
    expect(riskProfile500.verification).toBe('unverified');
  });

  it('counts every factor once', () => {
    const rating = fc.record({
      school: fc.constant('s'),
      factor: fc.constantFrom(...riskProfile500.factors.map(({ id }) => id), 'other'),
      significance: fc.constantFrom(...SIGNIFICANCES),
    });
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 30 }), (ratings) => {
        const { counts, unrated, factors } = riskProfile('s', ratings, riskProfile500);
        expect(counts.high + counts.medium + counts.low + unrated).toBe(12);
        expect(factors.filter((of) => 'reason' in of)).toHaveLength(unrated);
      }),
    );
  });
});

describe('SWOT', () => {
  it('names the kinds that are still empty', () => {
    expect(emptySwotKinds([])).toEqual(['strength', 'weakness', 'opportunity', 'threat']);
    expect(emptySwotKinds([{ school: 's', kind: 'weakness', text: 'x' }])).toEqual([
      'strength',
      'opportunity',
      'threat',
    ]);
  });
});

describe('directions', () => {
  it('are complete when three are chosen, neither fewer nor more', () => {
    expect(directionChoice(['talent', 'basic-results', 'individual'], sevenDirections)).toEqual({
      kind: 'complete',
      directions: ['basic-results', 'talent', 'individual'],
    });
    expect(directionChoice(['talent', 'talent', 'other'], sevenDirections)).toEqual({
      kind: 'too-few',
      directions: ['talent'],
    });
    const all = sevenDirections.directions.map(({ id }) => id);
    expect(directionChoice(all.slice(0, 4), sevenDirections).kind).toBe('too-many');
    expect(all).toHaveLength(7);
  });

  it('are counted over the schools that answered; incomplete answers explain the sum', () => {
    const choices = [
      ['talent', 'individual', 'environment'],
      ['talent', 'individual'],
      ['talent', 'individual', 'environment', 'basic-results'],
      ['talent', 'basic-results', 'environment'],
      [],
    ].map((ids) => directionChoice(ids, sevenDirections));
    const tally = directionTally(choices, sevenDirections);
    expect(tally).toMatchObject({ schools: 4, complete: 2, tooFew: 1, tooMany: 1, sum: 3 });
    expect(tally.directions.find(({ direction }) => direction.id === 'talent')).toMatchObject({
      chosen: 4,
      share: { kind: 'known', estimate: 1, n: 4 },
    });
    expect(tally.directions.find(({ direction }) => direction.id === 'individual')?.share).toEqual({
      kind: 'known',
      estimate: 0.75,
      n: 4,
    });
    expect(directionTally([], sevenDirections)).toMatchObject({ schools: 0, sum: 0 });
    expect(directionTally([], sevenDirections).directions[0]?.share).toMatchObject({ reason: 'not-entered' });
  });

  it('reproduces the published example: 62 schools, shares that add up to 284 %', () => {
    // Schools by direction that give the published 62, 82, 3, 27, 35, 35, 40 % (cut, not rounded).
    const chosen = [39, 51, 2, 17, 22, 22, 25];
    const choices: string[][] = Array.from({ length: 62 }, () => []);
    let next = 0;
    sevenDirections.directions.forEach(({ id }, at) => {
      for (let i = 0; i < (chosen[at] ?? 0); i++) choices[next++ % 62]?.push(id);
    });
    const schools = choices.map((ids) => directionChoice(ids, sevenDirections));
    const tally = directionTally(schools, sevenDirections);
    expect(tally.directions.map(({ chosen: of }) => of)).toEqual(chosen);
    expect(
      tally.directions.map(({ share }) => (share.kind === 'known' ? Math.floor(share.estimate * 100) : 0)),
    ).toEqual([62, 82, 3, 27, 35, 35, 40]);
    expect(tally.sum).toBeCloseTo(178 / 62, 12);
    expect(tally).toMatchObject({ schools: 62, complete: 54, tooFew: 8, tooMany: 0 });
  });
});

describe('stages', () => {
  const ids = omskStages.stages.map(({ id }) => id);

  it('open one after the other', () => {
    const start = StageProgress.start(omskStages);
    expect(start.open?.id).toBe('passport');
    expect(start.complete('swot')).toEqual({ code: 'not-open', stage: 'swot', before: 'passport' });
    expect(start.complete('other')).toEqual({ code: 'unknown', stage: 'other' });
    const next = start.complete('passport', '2025-09-10');
    if (!(next instanceof StageProgress)) throw new Error('refused');
    expect([next.open?.id, next.closed.map(({ id }) => id)]).toEqual([
      'radar',
      ['self-rating', 'swot', 'directions', 'road-map'],
    ]);
    expect(next.complete('passport')).toEqual({ code: 'twice', stage: 'passport' });
    expect(next.complete('radar', '2025-09-09')).toEqual({
      code: 'too-early',
      stage: 'radar',
      date: '2025-09-09',
      before: 'passport',
      beforeDate: '2025-09-10',
    });
    expect(next.complete('radar', '2025-09-10')).toBeInstanceOf(StageProgress);
    expect(start.done).toEqual([]);
  });

  it('are read in any order; what cannot be is refused and the rest stands', () => {
    const records: readonly StageRecord[] = [
      { stage: 'swot', date: '2025-10-20' },
      { stage: 'radar' },
      { stage: 'other' },
      { stage: 'passport', date: '2025-09-10' },
      { stage: 'radar' },
    ];
    const { progress, refused } = stageProgress(records, omskStages);
    expect(progress.done.map(({ stage, date }) => [stage.id, date])).toEqual([
      ['passport', '2025-09-10'],
      ['radar', undefined],
    ]);
    expect(refused.map(({ record, problem }) => [records.indexOf(record), problem.code])).toEqual([
      [2, 'unknown'],
      [4, 'twice'],
      [0, 'not-open'],
    ]);
  });

  it('never stand in another order than that of the ruleset, whatever is recorded', () => {
    const record = fc.record(
      {
        stage: fc.constantFrom(...ids, 'other'),
        date: fc.integer({ min: 1, max: 9 }).map((day) => `2025-09-0${day}`),
      },
      { requiredKeys: ['stage'] },
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (records) => {
        const { progress, refused } = stageProgress(records, omskStages);
        expect(progress.done.map(({ stage }) => stage.id)).toEqual(ids.slice(0, progress.done.length));
        expect(progress.done.length + refused.length).toBe(records.length);
        const dates = progress.done.flatMap(({ date }) => (date === undefined ? [] : [date]));
        expect(dates).toEqual([...dates].sort());
        expect(progress.open?.id).toBe(ids[progress.done.length]);
      }),
    );
  });
});
