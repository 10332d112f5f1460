import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aKeyedBlock, aKeyedWork } from '../../test/keyed-rows.js';
import { aBlock } from '../../test/response-rows.js';
import { protect } from '../disclosure/index.js';
import type { Tally } from '../tally/index.js';
import {
  add,
  empty,
  formatTally,
  merge,
  onlyTotalsOfChoices,
  parseTally,
  shareTally,
} from '../tally/index.js';
import { analyseFully, tablesOf } from './index.js';

const work = aKeyedWork(['А', 'Б', 'В']);
const tallyOf = (choices: readonly (readonly string[])[], school = 's1') =>
  onlyTotalsOfChoices(
    add(
      empty(),
      aKeyedBlock(
        work,
        choices.map((of) => ({ choices: of, unit: { school } })),
      ),
    ),
  );
const resultsOf = (tally: Tally) => analyseFully(tally).optionResults;
const times = (count: number, ...choices: readonly string[]) => Array.from({ length: count }, () => choices);

describe('options of items with a key', () => {
  it('are counted with those who chose none, and add up to all pupils', () => {
    const results = resultsOf(
      tallyOf([
        ['А', 'Б', 'В'],
        ['А', 'В', 'В'],
        ['Г', 'Б', ''],
        ['', '', ''],
      ]),
    );
    const first = results.filter(({ item }) => item === '1');
    expect(first.map(({ option, role, chosen }) => [option, role, chosen])).toEqual([
      ['А', 'key', 2],
      ['Б', 'distractor', 0],
      ['В', 'distractor', 0],
      ['Г', 'distractor', 1],
      [undefined, 'none', 1],
    ]);
    expect(first[0]).toMatchObject({ n: 4, share: { estimate: 0.5 }, meanTotal: { estimate: 2.5 } });
    expect(first[0]).toMatchObject({ meanRest: { estimate: 1.5 } });
    expect(first[1]).toMatchObject({ flags: ['nobody'], restR: { kind: 'missing', reason: 'no-pupils' } });
    expect(first[3]).toMatchObject({
      meanTotal: { estimate: 1 },
      overKey: { kind: 'missing', reason: 'too-few' },
    });
  });

  it('name an option as rare only where its whole interval lies under 5 %', () => {
    const flags = (rare: number, others: number) =>
      resultsOf(tallyOf([...times(others, 'А', 'Б', 'В'), ...times(rare, 'Г', 'Б', 'В')])).find(
        ({ item, option }) => item === '1' && option === 'Г',
      )?.flags;
    expect(flags(1, 300)).toEqual(['rare']);
    expect(flags(1, 40)).toEqual([]);
  });

  it('do not call a difference that chance explains stronger', () => {
    const choices = (strong: number) => [
      ...times(30, 'А', 'В', 'А'),
      ...times(30, 'А', 'Б', 'А'),
      ...times(30 - strong, 'Б', 'В', 'А'),
      ...times(strong, 'Б', 'Б', 'А'),
    ];
    const flags = (strong: number) =>
      resultsOf(tallyOf(choices(strong)))
        .filter(({ item }) => item === '1')
        .map((of) => of.flags.join());
    const nobodyRight = resultsOf(tallyOf(times(6, 'Б', 'Б', 'В')));
    expect(nobodyRight[0]).toMatchObject({ role: 'key', chosen: 0, flags: ['nobody'] });
    expect(nobodyRight[1]).toMatchObject({ flags: [], overKey: { reason: 'no-pupils' } });
    expect(flags(17)).toEqual(['', '', 'nobody', 'nobody', '']);
    expect(flags(28)).toEqual(['key-doubtful', 'stronger', 'nobody', 'nobody', '']);
  });

  it('are missing where choices of some pupils were not kept', () => {
    const plain = add(
      empty(),
      aBlock(work, [
        { unit: { school: 's2' }, codes: [2, 0, 2] },
        { unit: { school: 's2' }, codes: [0, 0, 2] },
      ]),
    );
    const results = resultsOf(merge(tallyOf(times(5, 'А', 'Б', 'Г')), plain));
    expect(results.map(({ share }) => share)).toEqual(
      expect.arrayContaining([{ kind: 'missing', reason: 'no-choices', n: 7 }]),
    );
    expect(results).toHaveLength(12);
    const shared = resultsOf(shareTally(tallyOf(times(20, 'А', 'Б', 'Г'))));
    expect(shared[0]?.share).toMatchObject({ kind: 'missing', reason: 'no-choices' });
    const nobody = resultsOf(add(empty(), aBlock(work, [{ codes: [2, 255, 255], absent: true }])));
    expect(nobody[0]?.share).toMatchObject({ kind: 'missing', reason: 'no-pupils' });
  });

  it('are no groups of pupils: nobody is compared by what they chose', () => {
    const analysis = analyseFully(tallyOf([...times(30, 'А', 'Б', 'В'), ...times(30, 'Г', 'В', 'В')]));
    expect(analysis.difResults).toEqual([]);
    expect(protect(analysis).optionResults).toEqual([]);
  });

  it('stand in a table whose rows say why figures are missing', () => {
    const rows = [
      ...(tablesOf(analyseFully(tallyOf(times(4, 'А', 'Б', 'В')))).open.find(
        ({ name }) => name === 'distractors',
      )?.rows ?? []),
    ];
    expect(rows).toHaveLength(15);
    expect(rows[0]?.slice(1, 7)).toEqual(['1', 'А', 'key', 4, 4, 1]);
    expect(rows[0]?.at(-2)).toBe('no-variation');
    expect(rows[1]?.slice(-3)).toEqual(['nobody', 'no-pupils', 'wilson']);
  });

  it('are the same from all rows, from blocks and from tallies of schools put together, to the byte', () => {
    const choice = fc.constantFrom('', 'А', 'Б', 'В', 'Г');
    const pupil = fc.record({
      unit: fc.constantFrom('s1', 's2').map((school) => ({ school })),
      choices: fc.tuple(choice, choice, choice),
    });
    fc.assert(
      fc.property(fc.array(pupil, { minLength: 1, maxLength: 30 }), (pupils) => {
        const tally = (of: typeof pupils) => add(empty(), aKeyedBlock(work, of));
        const whole = onlyTotalsOfChoices(tally(pupils));
        const merged = ['s2', 's1'].reduce((sum, school) => {
          const own = pupils.filter(({ unit }) => unit.school === school);
          return own.length === 0 ? sum : merge(sum, reread(onlyTotalsOfChoices(tally(own))));
        }, empty());
        expect(formatTally(merged)).toBe(formatTally(whole));
        expect(formatTally(onlyTotalsOfChoices(whole))).toBe(formatTally(whole));
        expect(resultsOf(merged)).toEqual(resultsOf(tally(pupils)));
      }),
      { numRuns: 30 },
    );
  });
});

function reread(tally: Tally): Tally {
  const parsed = parseTally(formatTally(tally));
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed));
  return parsed.tally;
}
