import { describe, expect, it } from 'vitest';
import { analyseFully } from '../../src/analysis/index.js';
import type { Figure } from '../../src/foundation/index.js';
import { add, empty } from '../../src/tally/index.js';
import { aKeyedBlock, aKeyedWork } from '../keyed-rows.js';
import oracle from './distractors.json' with { type: 'json' };

const OPTIONS = ['', 'А', 'Б', 'В', 'Г'];
const work = aKeyedWork(oracle.key);
const pupils = oracle.choice.map((choices) => ({ choices: choices.map((choice) => OPTIONS[choice] ?? '') }));
const results = analyseFully(add(empty(), aKeyedBlock(work, pupils))).optionResults;

const estimate = (figure: Figure | undefined) => (figure?.kind === 'known' ? figure.estimate : null);
const whole = (figure: Figure | undefined) =>
  figure?.kind === 'known' ? [figure.estimate, figure.interval?.low, figure.interval?.high] : null;
const near = (expected: readonly (number | null)[] | null) =>
  expected?.map((value) => (value === null ? null : expect.closeTo(value, 7))) ?? null;

describe('options of items with a key, by base R', () => {
  it.each(oracle.items.map((item, place) => [place + 1, item] as const))('item %i', (number, expected) => {
    const options = results.filter(({ item }) => item === `${number}`);
    expect(options.map(({ chosen }) => chosen)).toEqual(expected.map(({ chosen }) => chosen));
    options.forEach((of, place) => {
      const by = expected[place];
      if (by === undefined) throw new Error('no such option');
      expect(whole(of.share)).toEqual(near(by.share));
      expect([estimate(of.meanTotal), estimate(of.meanRest)]).toEqual(near([by.total, by.rest]));
      expect(whole(of.restR)).toEqual(near(by.r));
      expect(of.quarters.map(estimate)).toEqual(near(by.quarters));
      expect(whole(of.overKey)).toEqual(near(by.over));
    });
  });

  it('flags the wrong key of item 5, its right option, and the option that nobody took', () => {
    const flagged = results.flatMap(({ item, option, role, flags }) =>
      flags.length === 0 ? [] : [[item, option, role, ...flags]],
    );
    expect(flagged).toEqual([
      ['5', 'А', 'key', 'key-doubtful'],
      ['5', 'Б', 'distractor', 'stronger'],
      ['6', 'В', 'distractor', 'nobody'],
    ]);
  });
});
