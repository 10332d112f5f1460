import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflatePieces } from './inflate.js';

/** Digits of a row of remainders: they do not pack well. */
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7919 + i ** 2) % 251);

async function* inPieces(bytes: Uint8Array, length = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function inflated(packed: Uint8Array): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inflatePieces(inPieces(packed), packed.length)) pieces.push(piece);
  return Buffer.concat(pieces);
}

// At once and as a stream: those around the size from which a stream is used, and one that is much larger.
describe.each([0, 1, 9000, 15_000, 16_384, 17_000, 300_000])('%i bytes', (size) => {
  const bytes = noise(size);
  const packed = deflateRawSync(bytes, { level: 0 });

  it('come back', async () => {
    expect((await inflated(packed)).equals(bytes)).toBe(true);
    expect((await inflated(deflateRawSync(bytes))).equals(bytes)).toBe(true);
  });

  it('are refused where the end is missing', async () => {
    await expect(inflated(packed.subarray(0, -1))).rejects.toThrow('unexpected end of file');
  });

  it('are refused where they are no packed data', async () => {
    await expect(inflated(Buffer.concat([Buffer.from([0xff]), packed]))).rejects.toThrow(
      'invalid block type',
    );
  });

  it('end where they end, whatever follows', async () => {
    expect((await inflated(Buffer.concat([packed, noise(50)]))).equals(bytes)).toBe(true);
  });
});

it('stops with the reader', async () => {
  for (const size of [100, 300_000]) {
    const packed = deflateRawSync(noise(size), { level: 0 });
    for await (const piece of inflatePieces(inPieces(packed), packed.length)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  }
});
