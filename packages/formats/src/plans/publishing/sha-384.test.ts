import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha384 } from './sha-384.js';

const byPlatform = (bytes: Uint8Array) => createHash('sha384').update(bytes).digest('base64');

describe('sha384', () => {
  it('is that of the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(sha384(bytes)).toBe(byPlatform(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('is right where a block ends', () => {
    for (const length of [0, 1, 110, 111, 112, 113, 127, 128, 129, 240, 256]) {
      const bytes = new Uint8Array(length).fill(0xa5);
      expect(sha384(bytes)).toBe(byPlatform(bytes));
    }
  });
});
