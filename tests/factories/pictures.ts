import sharp, { type Sharp } from 'sharp';

type Size = { width?: number; height?: number };

/** Noise, so that it is as large as a photo of its size and differs from every other one. */
function noise({ width = 320, height = 240 }: Size): Sharp {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#8899aa',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  });
}

/** A photo as a phone takes it, with a place and a camera in its EXIF data, on request lying on its side. */
export async function jpeg({ orientation, ...size }: Size & { orientation?: number } = {}): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'CanaryPhone', Model: 'Canary 12' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '50/1 3/1 42/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '19/1 56/1 14/1',
    },
  };
  return noise(size)
    .jpeg()
    .withExif(exif)
    .withMetadata(orientation ? { orientation } : {})
    .toBuffer();
}

export const png = (size: Size = {}): Promise<Buffer> => noise(size).png().toBuffer();
export const webp = (size: Size = {}): Promise<Buffer> => noise(size).webp().toBuffer();

/** A drawing that runs a script, under the name of a photo. */
export const svg = (): Buffer =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');

/** Few bytes that unfold into more pixels than anybody may send. */
export const bomb = (): Promise<Buffer> =>
  sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
