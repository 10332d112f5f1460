import { describe, expect, it, vi } from 'vitest';
import { passingPieces } from '../byte-source.js';
import { inputFile, inputFileOfBlob, refusable } from './input-file.js';

const bytes = Uint8Array.from({ length: 1_300_000 }, (_, i) => (i * 7) % 251);

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: number[] = [];
  for await (const piece of pieces) for (const byte of piece) all.push(byte);
  return Uint8Array.from(all);
}

/** A blob whose parts stream as they are told. */
function streaming(content: Uint8Array<ArrayBuffer>, stream: () => unknown): Blob {
  const blob = new Blob([content]);
  const slice = (from?: number, to?: number) =>
    Object.defineProperty(Blob.prototype.slice.call(blob, from, to), 'stream', { value: stream });
  return Object.defineProperty(new Blob([content]), 'slice', { value: slice });
}

describe('the bytes of a file, piece by piece', () => {
  it.each([0, 1, 524_287, 524_288, 524_289, 1_300_000])('are those of the file: %i', async (size) => {
    const part = bytes.subarray(0, size);
    const blob = inputFileOfBlob('a.csv', new Blob([part]));
    for (const file of [inputFile('a.csv', part), blob, refusable(blob)]) {
      expect(Buffer.compare(await joined(passingPieces(file)), part)).toBe(0);
    }
  });

  it.each([
    [0, 1],
    [1, 600_000],
    [524_288, 1_300_000],
    [1_299_999, 1_300_000],
    [7, 7],
  ])('are those of a part of the file: %i to %i', async (from, to) => {
    const blob = inputFileOfBlob('a.xlsx', new Blob([bytes]));
    for (const file of [inputFile('a.xlsx', bytes), blob, refusable(blob)]) {
      expect(Buffer.compare(await joined(passingPieces(file, from, to)), bytes.subarray(from, to))).toBe(0);
    }
  });

  it('come in slices where a stream does not fill memory of ours', async () => {
    const getReader = vi.fn(() => {
      throw new TypeError('no byte stream');
    });
    const file = inputFileOfBlob(
      'a.csv',
      streaming(bytes, () => ({ getReader })),
    );
    expect(Buffer.compare(await joined(passingPieces(file)), bytes)).toBe(0);
    expect(getReader).toHaveBeenCalledOnce();
  });

  it('are there without the word that there are no more, which a busy Chromium may not say', async () => {
    const silent = () =>
      new ReadableStream({ type: 'bytes', start: (controller) => controller.enqueue(bytes.slice()) });
    const file = inputFileOfBlob('a.csv', streaming(bytes, silent));
    expect(Buffer.compare(await joined(passingPieces(file)), bytes)).toBe(0);
  });

  it('are refused where a file has become shorter', async () => {
    const shorter = () => new Blob([bytes.subarray(0, 600_000)]).stream();
    const file = inputFileOfBlob('a.csv', streaming(bytes, shorter));
    await expect(joined(passingPieces(file))).rejects.toThrow('the file has become shorter');
  });

  it('stop when nobody wants more', async () => {
    let isStopped = false;
    const file = {
      name: 'a.csv',
      size: 3,
      read: () => Promise.reject(new Error('not asked for')),
      async *passingPieces() {
        try {
          yield Uint8Array.of(1);
          yield Uint8Array.of(2);
        } finally {
          isStopped = true;
        }
      },
    };
    for await (const piece of passingPieces(refusable(file))) {
      expect([...piece]).toEqual([1]);
      break;
    }
    expect(isStopped).toBe(true);
  });

  it('that cannot be read are refused with the reason', async () => {
    const broken = () => Promise.reject(new Error('gone'));
    const file = { name: 'a.csv', size: 3, read: broken };
    const refusal = { refusal: { code: 'file-no-access', parameters: { detail: 'gone' } } };
    await expect(refusable(file).read(0, 1)).rejects.toMatchObject(refusal);
    await expect(joined(passingPieces(refusable(file)))).rejects.toMatchObject(refusal);
    const passing = {
      ...file,
      async *passingPieces() {
        yield Uint8Array.of(1);
        throw new Error('gone');
      },
    };
    await expect(joined(passingPieces(refusable(passing)))).rejects.toMatchObject(refusal);
  });
});
