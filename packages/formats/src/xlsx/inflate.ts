/**
 * Inflating by the platform: zlib in Node, `DecompressionStream` in a browser.
 *
 * @module
 */

/** Inflates raw deflate data piece by piece; a consumer that stops reading stops the work. */
export function inflatePieces(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Asked for at run time, so that pages need no replacement for it.
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  const stream = globalThis.process?.getBuiltinModule?.('node:stream');
  if (zlib === undefined || stream === undefined) return inflateInBrowser(pieces);
  return stream.Readable.from(pieces, { objectMode: false, highWaterMark: 262_144 }).compose(
    zlib.createInflateRaw({ chunkSize: 131_072 }),
  );
}

async function* inflateInBrowser(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = new ReadableStream<BufferSource>({
    async start(controller) {
      for await (const piece of pieces) controller.enqueue(new Uint8Array(piece));
      controller.close();
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
