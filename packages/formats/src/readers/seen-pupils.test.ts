import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, SeenPupils } from './seen-pupils.js';

describe('pupils seen before', () => {
  it('are found where they were first seen, whatever their hashes have in common', () => {
    // Few different halves: the same slot, the same byte beside it, and now and then the same pupil.
    const half = fc.constantFrom(0, 1, 2, 1023, 1024, 0x01000001, 0x02000001, 0xffffffff);
    const pupil = fc.record({ high: half, low: half, sheet: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(pupil, { maxLength: 200 }), (pupils) => {
        const seen = new SeenPupils();
        const first = new Map<string, { sheet: number; row: number }>();
        pupils.forEach(({ high, low, sheet }, i) => {
          const key = `${high} ${low}`;
          expect(seen.firstPlace({ high, low }, sheet, i + 1)).toEqual(first.get(key));
          if (!first.has(key)) first.set(key, { sheet, row: i + 1 });
        });
      }),
    );
  });

  it('are all remembered, however many they are', () => {
    const seen = new SeenPupils();
    const many = 50_000;
    for (let i = 0; i < many; i++) expect(seen.firstPlace(hashText(`p${i}`), 0, i + 1)).toBeUndefined();
    for (let i = 0; i < many; i++)
      expect(seen.firstPlace(hashText(`p${i}`), 1, i + 1)).toEqual({ sheet: 0, row: i + 1 });
  });

  it('are forgotten with their sheet, and remembered with the next one', () => {
    const seen = new SeenPupils();
    const pupil = hashText('p');
    seen.firstPlace(pupil, 0, 5);
    seen.forget(0);
    expect(seen.firstPlace(pupil, 1, 7)).toBeUndefined();
    expect(seen.firstPlace(pupil, 2, 9)).toEqual({ sheet: 1, row: 7 });
  });
});
