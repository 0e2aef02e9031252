import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderPhoto } from './render.ts';

const colours = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 51, g: 102, b: 204, alpha: 1 } } });

/** Noise, so that its compressed form has a middle that can be cut. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

const GPS = {
  IFD0: { Copyright: 'Jan Kowalski', Model: 'CANARY-CAMERA' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '50/1 3/1 41/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '19/1 56/1 18/1',
  },
};

async function rendered(original: Buffer) {
  const result = await renderPhoto(original);
  if (!result.ok) throw new Error(result.failure);
  return result.pictures;
}

const failureOf = async (original: Buffer) => {
  const result = await renderPhoto(original);
  return result.ok ? null : result.failure;
};

/** Raw pixels are not loaded by a decoder, so this reads what a browser would. */
const headerOf = (bytes: Buffer) => sharp(bytes).metadata();

describe('drawing a photo anew', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('makes a large and a small JPEG of a %s', async (format) => {
    const { view, thumb } = await rendered(await colours(2400, 1200)[format]().toBuffer());
    expect([view.width, view.height]).toEqual([1600, 800]);
    expect([thumb.width, thumb.height]).toEqual([320, 160]);
    for (const { bytes, width } of [view, thumb]) {
      expect(await headerOf(bytes)).toMatchObject({ format: 'jpeg', width, space: 'srgb' });
    }
  });

  it('does not blow up a small photo', async () => {
    const { view, thumb } = await rendered(await colours(200, 100).png().toBuffer());
    expect([view.width, thumb.width]).toEqual([200, 200]);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'leaves nothing that the camera wrote into a %s',
    async (format) => {
      const original = await colours(640, 480)[format]().withExif(GPS).withIccProfile('p3').toBuffer();
      expect((await headerOf(original)).exif?.includes('CANARY')).toBe(true);
      for (const { bytes } of Object.values(await rendered(original))) {
        const { exif, icc, xmp, iptc } = await headerOf(bytes);
        expect({ exif, icc, xmp, iptc }).toEqual({});
        expect(bytes.includes('CANARY')).toBe(false);
      }
    },
  );

  it('stands a photo upright that was taken with the phone on its side', async () => {
    const original = await colours(800, 400).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { view } = await rendered(original);
    expect([view.width, view.height]).toEqual([400, 800]);
  });

  it('puts what is transparent on white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const original = await sharp({ create: { width: 50, height: 50, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { view } = await rendered(original);
    const { dominant } = await sharp(view.bytes).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });

  it('reads the CMYK of a printer’s photo', async () => {
    const { view } = await rendered(await colours(100, 100).toColourspace('cmyk').jpeg().toBuffer());
    expect((await headerOf(view.bytes)).space).toBe('srgb');
  });
});

const gif = await colours(10, 10).gif().toBuffer();
const tiff = await colours(10, 10).tiff().toBuffer();
const avif = await colours(10, 10).avif().toBuffer();

describe('photos that cannot be drawn', () => {
  it('stops at a picture of more than 50 million pixels, by its header', async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 6_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage.rss();
    expect(await failureOf(bomb)).toBe('TOO_MANY_PIXELS');
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('says of a cut %s that it cannot be read', async (format) => {
    const whole = await noise(600, 400)[format]().toBuffer();
    expect(await failureOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('UNREADABLE');
  });

  it('says so of the first bytes of a JPEG followed by nonsense', async () => {
    expect(await failureOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000, 65)]))).toBe(
      'UNREADABLE',
    );
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ['a GIF', gif],
    ['a TIFF', tiff],
    ['an AVIF', avif],
  ])('does not try %s', async (_what, bytes) => {
    expect(await failureOf(bytes)).toBe('UNSUPPORTED');
    // Even without our own look at the first bytes no decoder is open to it.
    await expect(sharp(bytes).metadata()).rejects.toThrow();
  });
});
