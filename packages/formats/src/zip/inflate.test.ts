import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inflatePieces, inflateSmall } from './inflate.js';

/** Digits of a row of remainders: they do not pack well. */
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7919 + i ** 2) % 251);

/** Pieces as sources give them: each in the place of the one before. */
async function* inPieces(bytes: Uint8Array, length = 1000): AsyncIterable<Uint8Array> {
  const room = new Uint8Array(length);
  for (let at = 0; at < bytes.length; at += length) {
    const piece = bytes.subarray(at, at + length);
    room.fill(0xff).set(piece);
    yield room.subarray(0, piece.length);
  }
}

/** A source that says whether it was let go, and fails after so many pieces. */
function watched(bytes: Uint8Array, failsAfter = Number.POSITIVE_INFINITY) {
  const state = { isFree: false };
  const pieces = (async function* () {
    let given = 0;
    try {
      for await (const piece of inPieces(bytes)) {
        if (given++ === failsAfter) throw new RangeError('the disk is gone');
        yield piece;
      }
    } finally {
      state.isFree = true;
    }
  })();
  return { state, pieces };
}

it('lets go of a source that nobody reads on', async () => {
  const { state, pieces } = watched(deflateRawSync(noise(300_000), { level: 0 }));
  for await (const _ of inflatePieces(pieces)) break;
  expect(state.isFree).toBe(true);
});

describe.each([
  ['at once', inflateSmall],
  ['as a stream', inflatePieces],
])('packed data that are inflated %s', (_, inflate) => {
  async function inflated(packed: Uint8Array): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of inflate(inPieces(packed))) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  it.each([0, 1, 9000, 70_000, 300_000])('come back: %i bytes', async (size) => {
    const bytes = noise(size);
    expect((await inflated(deflateRawSync(bytes, { level: 0 }))).equals(bytes)).toBe(true);
    expect((await inflated(deflateRawSync(bytes))).equals(bytes)).toBe(true);
  });

  it.each([0, 1, 9000, 70_000])('are refused where the end is missing: %i bytes', async (size) => {
    const packed = deflateRawSync(noise(size), { level: 0 });
    await expect(inflated(packed.subarray(0, -1))).rejects.toThrow('unexpected end of file');
  });

  it('are refused where they are none', async () => {
    await expect(inflated(Uint8Array.of(0xff, 1, 2))).rejects.toThrow('invalid block type');
  });

  it('end where they end, whatever follows', async () => {
    const bytes = noise(9000);
    expect((await inflated(Buffer.concat([deflateRawSync(bytes), noise(50)]))).equals(bytes)).toBe(true);
  });

  it('let go of their source when it fails, and say why', async () => {
    const { state, pieces } = watched(deflateRawSync(noise(70_000), { level: 0 }), 3);
    const read = async () => {
      for await (const _ of inflate(pieces));
    };
    await expect(read()).rejects.toThrow(new RangeError('the disk is gone'));
    expect(state.isFree).toBe(true);
  });

  it('let go of their source where they are damaged', async () => {
    const { state, pieces } = watched(noise(70_000).fill(0xff));
    const read = async () => {
      for await (const _ of inflate(pieces));
    };
    await expect(read()).rejects.toThrow('invalid block type');
    expect(state.isFree).toBe(true);
  });
});

async function whole(from: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of from) parts.push(part);
  return Buffer.concat(parts);
}

describe('inflating', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const text = Buffer.from('решаемость '.repeat(50_000));
  const deflated = deflateRawSync(text);

  for (const where of ['Node', 'a page']) {
    const there = () => {
      if (where === 'a page') vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => undefined);
    };

    it(`gives the bytes back in ${where}, whatever the pieces`, async () => {
      there();
      for (const length of [1, 7, 1000, 1_000_000]) {
        expect((await whole(inflatePieces(inPieces(deflated, length)))).equals(text)).toBe(true);
      }
    });

    it(`fails where the data are damaged or cut off, in ${where}`, async () => {
      there();
      const broken = Uint8Array.from(deflated);
      broken.fill(0xff, 20, 60);
      await expect(whole(inflatePieces(inPieces(broken, 50)))).rejects.toThrow();
      await expect(whole(inflatePieces(inPieces(deflated.subarray(0, 100), 50)))).rejects.toThrow();
    });

    it(`ends when nobody reads on, and a late failure hurts nobody, in ${where}`, async () => {
      there();
      let read = 0;
      let isFree = false;
      const source = async function* () {
        try {
          for await (const piece of inPieces(Buffer.concat([deflated, Buffer.alloc(1000, 0xff)]), 16)) {
            read++;
            yield piece;
          }
        } finally {
          isFree = true;
        }
      };
      for await (const _ of inflatePieces(source())) break;
      const before = read;
      await new Promise((done) => setTimeout(done, 20));
      expect(read).toBeLessThan(before + 50);
      expect(isFree).toBe(true);
    });
  }
});
