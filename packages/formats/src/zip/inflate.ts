/**
 * Inflating by the platform: zlib in Node, `DecompressionStream` in a browser.
 *
 * @module
 */

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
  for await (const piece of pieces) parts.push(piece);
  yield zlib.inflateRawSync(Buffer.concat(parts));
}

/** Inflates raw deflate data piece by piece; a consumer that stops reading stops the work. */
export async function* inflatePieces(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Asked for at run time, so that pages need no replacement for it.
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  const stream = globalThis.process?.getBuiltinModule?.('node:stream');
  if (zlib === undefined || stream === undefined) {
    yield* inflateInBrowser(pieces);
    return;
  }
  const source = stream.Readable.from(pieces, { objectMode: false, highWaterMark: 262_144 });
  const inflate = zlib.createInflateRaw({ chunkSize: 131_072 });
  // Either end can fail when nobody reads any more: a stream without a listener would then end the process.
  source.on('error', (error) => inflate.destroy(error));
  inflate.on('error', () => source.destroy());
  source.pipe(inflate);
  try {
    yield* inflate;
  } finally {
    source.destroy();
    inflate.destroy();
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
