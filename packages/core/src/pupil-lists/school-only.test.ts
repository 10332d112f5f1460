import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FullAnalysis } from '../analysis/index.js';
import { analyse, analyseFully, findingsJson, tablesOf } from '../analysis/index.js';
import type { ResponseBlock } from '../assessment/index.js';
import type { Published } from '../disclosure/index.js';
import { audit, protect } from '../disclosure/index.js';
import { objectivityOf } from '../objectivity/index.js';
import type { RoadMap } from '../road-map/index.js';
import { checkPlan } from '../road-map/index.js';
import { parseAssessment, parseRelease, parseRoadMap } from '../schema/index.js';
import type { Tally } from '../tally/index.js';
import { add, empty, formatTally, merge, parseTally, shareTally, summarise } from '../tally/index.js';
import { PupilFacts, type PupilLists, pupilLists } from './index.js';

const facts = new PupilFacts({ class: '7А', pupil: '70012', disability: true });
const lists = pupilLists([facts]);
const medals = new PupilFacts({ class: '11А', pupil: '110012', medalCandidate: true });
const medalLists = pupilLists([medals]);

/** Never run: the compiler checks that each line is an error. */
function refusedByTheCompiler(): void {
  // @ts-expect-error
  add(empty(), lists);
  // @ts-expect-error
  add(empty(), facts);
  // @ts-expect-error
  merge(empty(), lists);
  // @ts-expect-error
  formatTally(lists);
  // @ts-expect-error
  shareTally(lists);
  // @ts-expect-error
  summarise(lists);
  // @ts-expect-error
  analyse(lists);
  // @ts-expect-error
  analyseFully(lists);
  // @ts-expect-error
  protect(lists);
  // @ts-expect-error
  tablesOf(lists);
  // @ts-expect-error
  findingsJson(lists);
  // @ts-expect-error
  audit([lists]);
  // @ts-expect-error
  checkPlan(lists);
  // @ts-expect-error
  parseTally(lists);
  // @ts-expect-error
  objectivityOf([], { shared: false, medals: [medals] });
  // @ts-expect-error
  objectivityOf([], { shared: false, medals: medalLists });
  // @ts-expect-error
  objectivityOf([], { shared: false, medals: medalLists.figures.medalCandidates });
}

describe('lists of pupils and the facts behind them', () => {
  it('fit nothing that counts, tabulates, protects or publishes', () => {
    expect(refusedByTheCompiler).toBeTypeOf('function');
    expectTypeOf<PupilLists>().not.toExtend<Tally>();
    expectTypeOf<PupilLists>().not.toExtend<FullAnalysis>();
    expectTypeOf<PupilLists>().not.toExtend<Published>();
    expectTypeOf<PupilLists>().not.toExtend<RoadMap>();
    expectTypeOf<PupilFacts>().not.toExtend<ResponseBlock>();
  });

  it('have a type that no object of the same look has', () => {
    expectTypeOf<Pick<PupilLists, keyof PupilLists>>().not.toExtend<PupilLists>();
    expectTypeOf<Pick<PupilFacts, keyof PupilFacts>>().not.toExtend<PupilFacts>();
  });

  it('hold nothing as JSON but, of the lists, what every door refuses', () => {
    expect(JSON.stringify([facts, medals])).toBe('[{},{}]');
    expect(JSON.stringify(medalLists)).toContain('"medalCandidates":[{"class":"11А","pupil":"110012"}]');
    for (const of of [lists, medalLists]) refusedAtDoors(JSON.parse(JSON.stringify(of)));
  });
});

function refusedAtDoors(json: unknown): void {
  expect(json).toMatchObject({ confidential: 'school-only' });
  for (const parsed of [parseAssessment(json), parseRelease(json), parseRoadMap(json)]) {
    expect('problems' in parsed ? parsed.problems : parsed).toEqual([
      {
        path: '$',
        ru: expect.stringContaining('списки учеников'),
        en: expect.stringContaining('lists of pupils'),
      },
    ]);
  }
  expect(parseTally(JSON.stringify(json))).toMatchObject({ kind: 'refused', parameters: { path: '$' } });
}
