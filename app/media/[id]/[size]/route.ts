import { actorOfRequest } from '#lib/access/session.ts';
import { readObject } from '#lib/media/objects.ts';
import { photoFor, type ServablePhoto } from '#lib/media/queries.ts';

type Context = { params: Promise<{ id: string; size: string }> };

const CACHING: Record<ServablePhoto['right'], string> = {
  public: 'public, max-age=300',
  signature: 'private, max-age=3600',
  // Kept, but asked for again each time: the right may have ended.
  session: 'private, no-cache',
};

/** A picture that the worker drew; never an original. Whatever may not be seen is not there. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, size } = await params;
  const token = new URL(request.url).searchParams.get('t');
  const photo = await photoFor(await actorOfRequest(request), id, size, token);
  if (!photo) return notThere();
  const headers = headersOf(id, photo);
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  const bytes = await readObject(photo.key);
  if (!bytes) return notThere();
  return new Response(bytes, {
    headers: { ...headers, 'content-type': 'image/jpeg', 'content-length': String(bytes.length) },
  });
}

function headersOf(id: string, { right, size }: ServablePhoto) {
  return {
    ...GUARDS,
    'cache-control': CACHING[right],
    etag: `"${size}-${id}"`,
    'content-disposition': `inline; filename="photo-${id.slice(0, 8)}-${size}.jpg"`,
  };
}

/** Should a browser ever take one for a page, that page may do nothing. */
const GUARDS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
};

function notThere(): Response {
  return new Response(null, { status: 404, headers: { ...GUARDS, 'cache-control': 'no-store' } });
}
