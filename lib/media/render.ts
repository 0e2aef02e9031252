import sharp from 'sharp';
import type { PhotoFailure, PhotoSize } from './schema.ts';
import { typeOfBytes } from './sniff.ts';

type Picture = { bytes: Buffer; width: number; height: number };
export type Rendered =
  | { ok: true; pictures: Record<PhotoSize, Picture> }
  | { ok: false; failure: PhotoFailure };

const MAX_PIXELS = 50_000_000;
const LONGEST_SIDE: Record<PhotoSize, number> = { view: 1600, thumb: 320 };
/** JPEG, because mail programs show it too. */
const OUTPUT = { quality: 80, mozjpeg: true };
const PATIENCE_SECONDS = 60;

// The library opens SVG, TIFF, GIF, HEIF and more by default; each is a decoder that strangers could reach.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

let busy: Promise<unknown> = Promise.resolve();

/** One picture at a time: a decoded one may take 200 MB. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = busy.then(work);
  busy = turn.catch(() => {});
  return turn;
}

/**
 * Decodes a photo and draws it anew: upright, in sRGB, on white, without anything its camera or author wrote into it.
 * Never throws for what is wrong with the file.
 */
export function renderPhoto(original: Buffer): Promise<Rendered> {
  return inTurn(() => render(original));
}

async function render(original: Buffer): Promise<Rendered> {
  const type = typeOfBytes(original);
  if (type === 'OTHER' || type === 'HEIC') return { ok: false, failure: 'UNSUPPORTED' };
  try {
    const view = await draw(original, 'view');
    return { ok: true, pictures: { view, thumb: await draw(view.bytes, 'thumb') } };
  } catch (error) {
    const tooMany = error instanceof Error && /pixel limit/i.test(error.message);
    return { ok: false, failure: tooMany ? 'TOO_MANY_PIXELS' : 'UNREADABLE' };
  }
}

async function draw(input: Buffer, size: PhotoSize): Promise<Picture> {
  const side = LONGEST_SIDE[size];
  const { data, info } = await sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg(OUTPUT)
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
