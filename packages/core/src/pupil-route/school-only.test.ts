import { describe, expect, expectTypeOf, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import type { FullAnalysis } from '../analysis/index.js';
import { analyse, analyseFully, findingsJson, tablesOf } from '../analysis/index.js';
import type { ResponseBlock } from '../assessment/index.js';
import type { Published } from '../disclosure/index.js';
import { audit, protect } from '../disclosure/index.js';
import {
  parseAssessment,
  parseFindingRules,
  parseRelease,
  parseRoadMap,
  parseSchoolCalendar,
} from '../schema/index.js';
import type { Tally } from '../tally/index.js';
import {
  add,
  empty,
  formatTally,
  joinSchools,
  merge,
  parseTally,
  shareTally,
  summarise,
} from '../tally/index.js';
import { PupilResult, type PupilRoute, pupilRoute } from './index.js';

const work = anAssessment([1]);
const result = new PupilResult({
  assessment: work,
  unit: { school: 's1', class: '7А' },
  codes: [2],
  absent: false,
  place: { file: 'a.csv', row: 2 },
});
const route = pupilRoute('70012', { kind: 'one', results: [result], earlier: 0 }, empty());

/** Never run: the compiler checks that each line is an error. */
function refusedByTheCompiler(): void {
  // @ts-expect-error
  add(empty(), route);
  // @ts-expect-error
  add(empty(), result);
  // @ts-expect-error
  merge(empty(), route);
  // @ts-expect-error
  formatTally(route);
  // @ts-expect-error
  shareTally(route);
  // @ts-expect-error
  joinSchools(route);
  // @ts-expect-error
  summarise(route);
  // @ts-expect-error
  analyse(route);
  // @ts-expect-error
  analyseFully(route);
  // @ts-expect-error
  protect(route);
  // @ts-expect-error
  tablesOf(route);
  // @ts-expect-error
  findingsJson(route);
  // @ts-expect-error
  audit([route]);
  // @ts-expect-error
  parseTally(route);
}

describe('a route sheet and the results behind it', () => {
  it('fit nothing that counts, tabulates, protects or publishes', () => {
    expect(refusedByTheCompiler).toBeTypeOf('function');
    expectTypeOf<PupilRoute>().not.toExtend<Tally>();
    expectTypeOf<PupilRoute>().not.toExtend<FullAnalysis>();
    expectTypeOf<PupilRoute>().not.toExtend<Published>();
    expectTypeOf<PupilResult>().not.toExtend<ResponseBlock>();
  });

  it('have a type that no object of the same look has', () => {
    expectTypeOf<{
      readonly figures: PupilRoute['figures'];
      toJSON(): PupilRoute['figures'];
    }>().not.toExtend<PupilRoute>();
    expectTypeOf<Pick<PupilResult, keyof PupilResult>>().not.toExtend<PupilResult>();
  });

  it('hold nothing as JSON but, of the sheet, what every door refuses', () => {
    expect(JSON.stringify(result)).toBe('{}');
    expect(JSON.parse(JSON.stringify(route))).toMatchObject({ confidential: 'school-only', pupil: '70012' });
  });
});

describe('the doors', () => {
  const sheet: unknown = JSON.parse(JSON.stringify(route));
  const problemsAt = (parsed: object) => ('problems' in parsed ? parsed.problems : parsed);
  const byName = [
    {
      path: '$',
      ru: expect.stringContaining('маршрут одного ученика'),
      en: expect.stringContaining('route sheet of one pupil'),
    },
  ];

  it('refuse a route sheet by its name', () => {
    expect(problemsAt(parseAssessment(sheet))).toEqual(byName);
    expect(problemsAt(parseFindingRules(sheet))).toEqual(byName);
    expect(problemsAt(parseRelease(sheet))).toEqual(byName);
    expect(problemsAt(parseRoadMap(sheet))).toEqual(byName);
    expect(problemsAt(parseSchoolCalendar(sheet))).toEqual(byName);
    expect(parseTally(JSON.stringify(sheet))).toMatchObject({
      kind: 'refused',
      code: 'tally-invalid',
      parameters: { path: '$', ru: byName[0]?.ru },
    });
  });

  it('refuse it in the guise of another document too', () => {
    const confidential = 'school-only';
    expect(problemsAt(parseAssessment({ ...work, confidential }))).toEqual(byName);
    expect(parseAssessment(work).kind).toBe('assessment');
    const tally = JSON.parse(formatTally(empty()));
    expect(parseTally(JSON.stringify({ ...tally, confidential }))).toMatchObject({
      parameters: { path: '$' },
    });
    expect(parseTally(JSON.stringify(tally)).kind).toBe('tally');
  });
});
