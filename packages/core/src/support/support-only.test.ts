import { describe, expect, expectTypeOf, it } from 'vitest';
import { anOffer, aTeacher } from '../../test/support-rows.js';
import type { FullAnalysis } from '../analysis/index.js';
import { analyse, analyseFully, findingsJson, tablesOf } from '../analysis/index.js';
import type { Published } from '../disclosure/index.js';
import { audit, protect } from '../disclosure/index.js';
import { parseAssessment, parseRelease, parseRoadMap } from '../schema/index.js';
import type { Tally } from '../tally/index.js';
import { merge, parseTally, shareTally } from '../tally/index.js';
import type { SupportPlan } from './index.js';
import { candidates, planSupport } from './index.js';

const plan = planSupport(
  candidates(
    [aTeacher('t-17'), aTeacher('t-18')],
    [anOffer('o1', ['Дроби'])],
    ['t-17', 't-18'].map((teacher) => ({ teacher, topic: 'Дроби', severity: 2 as const })),
  ),
);

/** Never run: the compiler checks that each line is an error. */
function refusedByTheCompiler(): void {
  // @ts-expect-error
  merge(plan, plan);
  // @ts-expect-error
  shareTally(plan);
  // @ts-expect-error
  analyse(plan);
  // @ts-expect-error
  analyseFully(plan);
  // @ts-expect-error
  protect(plan);
  // @ts-expect-error
  tablesOf(plan);
  // @ts-expect-error
  findingsJson(plan);
  // @ts-expect-error
  audit([plan]);
}

describe('a plan of support', () => {
  it('fits nothing that counts, tabulates, protects or publishes', () => {
    expect(refusedByTheCompiler).toBeTypeOf('function');
    expectTypeOf<SupportPlan>().not.toExtend<Tally>();
    expectTypeOf<SupportPlan>().not.toExtend<FullAnalysis>();
    expectTypeOf<SupportPlan>().not.toExtend<Published>();
  });

  it('has a type that no object of the same look has', () => {
    expectTypeOf<Pick<SupportPlan, keyof SupportPlan>>().not.toExtend<SupportPlan>();
  });

  it('is refused as JSON by every door', () => {
    const json: unknown = JSON.parse(JSON.stringify(plan));
    expect(json).toMatchObject({ confidential: 'support-only', seats: [{ teacher: expect.any(String) }] });
    for (const parsed of [parseAssessment(json), parseRelease(json), parseRoadMap(json)])
      expect(parsed).toMatchObject({
        problems: [{ path: '$', ru: expect.stringContaining('план поддержки учителей') }],
      });
    expect(parseTally(JSON.stringify(json))).toMatchObject({ kind: 'refused', code: 'tally-invalid' });
  });

  it('names no teacher in what it says to all', () => {
    expect(JSON.stringify(plan.overview)).not.toMatch(/t-1[78]/);
  });

  it('has no figure of a teacher that could order them', () => {
    const [seat] = plan.figures.seats;
    expect(Object.keys(seat ?? {}).sort()).toEqual([
      'alternative',
      'covers',
      'isKept',
      'isLocked',
      'offer',
      'price',
      'spare',
      'teacher',
    ]);
    expect(Object.keys(plan.overview).sort()).toEqual([
      'byGroup',
      'bySeverity',
      'capacity',
      'needRows',
      'needs',
      'rules',
      'seats',
      'stages',
      'teachers',
    ]);
  });
});
