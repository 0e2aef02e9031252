type FilePart = { field?: string; filename: string; bytes: number | Buffer };
export type Piece = FilePart | { field: string; value: string };

/** The bytes of a multipart body, made while they are read: a body of 50 MB takes no memory here. */
export function* bytesOf(pieces: Piece[], boundary: string): Generator<Uint8Array> {
  for (const piece of pieces) {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${piece.field ?? 'photos'}"`;
    if ('value' in piece) {
      yield Buffer.from(`${disposition}\r\n\r\n${piece.value}\r\n`);
      continue;
    }
    yield Buffer.from(`${disposition}; filename="${piece.filename}"\r\nContent-Type: image/jpeg\r\n\r\n`);
    if (Buffer.isBuffer(piece.bytes)) yield piece.bytes;
    else for (let left = piece.bytes; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), 7);
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}

/** A request that is read from these bytes, on request cut off after some of them. */
export function requestOf(
  source: Iterable<Uint8Array>,
  options: { boundary?: string; cutAfter?: number } = {},
) {
  const iterator = source[Symbol.iterator]();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise(setImmediate);
      const next = iterator.next();
      if (next.done) return controller.close();
      sent += next.value.byteLength;
      if (options.cutAfter && sent > options.cutAfter) return controller.error(new Error('aborted'));
      controller.enqueue(next.value);
    },
  });
  const headers = { 'content-type': `multipart/form-data; boundary=${options.boundary ?? 'edge'}` };
  return new Request('http://localhost/api/drafts', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
}
