import { offlineHtml } from '#lib/platform/error-html.ts';

type Context = { params: Promise<{ locale: string }> };

/** The page that a phone keeps for when there is no network. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  return new Response(offlineHtml(locale), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
