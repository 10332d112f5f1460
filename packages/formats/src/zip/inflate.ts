/**
 * Inflating by the platform: zlib in Node, `DecompressionStream` in a browser.
 *
 * @module
 */
import type { Writable } from 'node:stream';

/** Packed data that swell to 17 MB at most, as deflate reaches a thousandth: they need not be inflated piece by piece. */
export const SMALL_PACKED = 16_384;

/** Inflates at most {@link SMALL_PACKED} bytes at once where it can: to set up a stream takes longer than all the rest. */
export async function* inflateSmall(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  if (zlib === undefined) {
    yield* inflatePieces(pieces);
    return;
  }
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece.slice());
  yield zlib.inflateRawSync(Buffer.concat(parts));
}

/** Inflates raw deflate data piece by piece; a consumer that stops reading stops the work. */
export async function* inflatePieces(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Asked for at run time, so that pages need no replacement for it.
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  if (zlib === undefined) {
    yield* inflateInBrowser(pieces);
    return;
  }
  const inflate = zlib.createInflateRaw({ chunkSize: 131_072 });
  // It can fail when nobody reads any more: a stream without a listener would then end the process.
  inflate.on('error', () => {});
  const fed = feed(inflate, pieces);
  try {
    yield* inflate;
  } finally {
    inflate.destroy();
    await fed;
  }
}

/** Writes all pieces, each once the one before is done with: it may pass through the same memory. */
async function feed(into: Writable, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const closed = new Promise<void>((done) => into.once('close', done));
  try {
    for await (const piece of pieces) {
      // A stream that fails, or finds its end before ours, closes without a word about the piece.
      await Promise.race([closed, new Promise<void>((done) => into.write(piece, () => done()))]);
      if (into.destroyed) return;
    }
    into.end();
  } catch (error) {
    into.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function* inflateInBrowser(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const source = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
