import { crc32 as zlibCrc } from 'node:zlib';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32, crc32InSteps } from './crc32.js';

describe('checksums', () => {
  it('are those of zlib, in one go or in pieces, with or without Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
        // The known value of “123456789” below holds where this Node has no crc32 of its own.
        const expected = typeof zlibCrc === 'function' ? zlibCrc(bytes) : crc32InSteps(bytes);
        expect(crc32InSteps(bytes)).toBe(expected);
        expect(crc32InSteps(bytes.subarray(cut), crc32InSteps(bytes.subarray(0, cut)))).toBe(expected);
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(expected);
      }),
    );
    expect(crc32InSteps(strToU8('123456789'))).toBe(0xcbf43926);
  });
});
