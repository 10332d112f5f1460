import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShortAnswers } from './short-maxima.js';
import { maskOf, shortMaxima } from './short-maxima.js';

const result = (mask: string, points?: number): ShortAnswers => ({ mask, points });
const times = (count: number, of: ShortAnswers) => Array.from({ length: count }, () => of);

describe('maxima of short answers', () => {
  it('are 1 where nobody has anything between nothing and all', () => {
    expect(shortMaxima([result('+-'), result('--')], 2)).toEqual([{ max: 1 }, { max: 1 }]);
    // Points alone, none above 1.
    expect(shortMaxima([result('1-'), result('-1')], 2)).toEqual([{ max: 1 }, { max: 1 }]);
  });

  it('follow from totals that agree, five at least', () => {
    const partial = result('+1', 2);
    expect(shortMaxima([partial, ...times(5, result('++', 3))], 2)).toEqual([
      { max: 1 },
      { max: 2, pupils: 5 },
    ]);
    expect(shortMaxima([partial, ...times(4, result('++', 3))], 2)).toEqual([{ max: 1 }, undefined]);
    // One in twenty may be wrong, no more.
    const wrong = result('++', 7);
    expect(shortMaxima([partial, wrong, ...times(19, result('++', 3))], 2)[1]).toEqual({
      max: 2,
      pupils: 19,
    });
    expect(shortMaxima([partial, wrong, ...times(18, result('++', 3))], 2)[1]).toBeUndefined();
    // Less than somebody has, or than two, cannot be.
    expect(shortMaxima([result('+3', 4), ...times(9, result('++', 3))], 2)[1]).toBeUndefined();
    expect(shortMaxima([partial, ...times(9, result('++', 2))], 2)[1]).toBeUndefined();
    // Without totals, or without a plus, nobody knows.
    expect(shortMaxima([partial, ...times(9, result('++'))], 2)[1]).toBeUndefined();
    expect(shortMaxima(times(9, result('+2', 3)), 2)[1]).toBeUndefined();
  });

  it('help each other: what is found takes part in what is left', () => {
    const rows = [result('11', 2), ...times(5, result('+-', 3)), ...times(5, result('++', 5))];
    expect(shortMaxima(rows, 2)).toEqual([
      { max: 3, pupils: 5 },
      { max: 2, pupils: 5 },
    ]);
    expect(shortMaxima([result('11', 2), ...times(9, result('++', 5))], 2)).toEqual([undefined, undefined]);
  });

  it('are the true ones or unknown, whatever the pupils have', () => {
    const work = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(work, fc.infiniteStream(fc.nat(99)), fc.nat(60), (maxima, numbers, pupils) => {
        const next = () => numbers.next().value ?? 0;
        const rows = Array.from({ length: pupils }, (): ShortAnswers => {
          const points = maxima.map((max) => next() % (max + 1));
          return {
            mask: maskOf(points.map((each, i) => (each === maxima[i] ? -1 : each))),
            points: points.reduce((sum, each) => sum + each, 0),
          };
        });
        shortMaxima(rows, maxima.length).forEach((found, i) => {
          // An answer that nobody has in part looks like one of a point.
          const usesPlus = rows.some(({ mask }) => mask.includes('+'));
          const isPartial = rows.some(({ mask }) => Number(mask[i]) > (usesPlus ? 0 : 1));
          if (found !== undefined && isPartial) expect(found.max).toBe(maxima[i]);
          if (!isPartial) expect(found).toEqual({ max: 1 });
        });
      }),
    );
  });
});
