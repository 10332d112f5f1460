import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FullAnalysis } from '../analysis/index.js';
import { analyse, analyseFully, findingsJson, tablesOf } from '../analysis/index.js';
import type { ResponseBlock } from '../assessment/index.js';
import type { Published } from '../disclosure/index.js';
import { audit, protect } from '../disclosure/index.js';
import type { RoadMap } from '../road-map/index.js';
import { checkPlan } from '../road-map/index.js';
import { parseAssessment, parseRelease, parseRoadMap } from '../schema/index.js';
import type { Tally } from '../tally/index.js';
import { add, empty, formatTally, merge, parseTally, shareTally, summarise } from '../tally/index.js';
import { type PrivateDeficitTable, TeacherBank, type TeacherDeficits, teacherDeficits } from './index.js';

const deficits = teacherDeficits([]);
const bank = new TeacherBank([], []);

/** Never run: the compiler checks that each line is an error. */
function refusedByTheCompiler(): void {
  // @ts-expect-error
  add(empty(), deficits);
  // @ts-expect-error
  add(empty(), bank);
  // @ts-expect-error
  merge(empty(), deficits);
  // @ts-expect-error
  formatTally(deficits);
  // @ts-expect-error
  shareTally(deficits);
  // @ts-expect-error
  summarise(deficits);
  // @ts-expect-error
  analyse(deficits);
  // @ts-expect-error
  analyseFully(deficits);
  // @ts-expect-error
  protect(deficits);
  // @ts-expect-error
  tablesOf(deficits);
  // @ts-expect-error
  findingsJson(deficits);
  // @ts-expect-error
  audit([deficits]);
  // @ts-expect-error
  checkPlan(deficits);
  // @ts-expect-error
  parseTally(deficits);
}

describe('hypotheses about teachers', () => {
  it('fit nothing that counts, tabulates, protects or publishes', () => {
    expect(refusedByTheCompiler).toBeTypeOf('function');
    expectTypeOf<TeacherDeficits>().not.toExtend<Tally>();
    expectTypeOf<TeacherDeficits>().not.toExtend<FullAnalysis>();
    expectTypeOf<TeacherDeficits>().not.toExtend<Published>();
    expectTypeOf<TeacherDeficits>().not.toExtend<RoadMap>();
    expectTypeOf<TeacherBank>().not.toExtend<ResponseBlock>();
    expectTypeOf<PrivateDeficitTable>().not.toExtend<Published>();
  });

  it('have a type that no object of the same look has', () => {
    expectTypeOf<Pick<TeacherDeficits, keyof TeacherDeficits>>().not.toExtend<TeacherDeficits>();
    expectTypeOf<Pick<TeacherBank, keyof TeacherBank>>().not.toExtend<TeacherBank>();
  });

  it('are refused as JSON by every door', () => {
    const json: unknown = JSON.parse(JSON.stringify(deficits));
    expect(json).toMatchObject({ confidential: 'support-only' });
    for (const parsed of [parseAssessment(json), parseRelease(json), parseRoadMap(json)]) {
      expect('problems' in parsed ? parsed.problems : parsed).toMatchObject([{ path: '$' }]);
    }
    expect(parseTally(JSON.stringify(deficits))).toMatchObject({
      kind: 'refused',
      parameters: { path: '$' },
    });
  });
});
