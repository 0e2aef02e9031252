import sharp from 'sharp';

const GAP = 24;
const SCALE = 0.5;

/** Pictures of one page side by side, a row a colour scheme, as one smaller picture. */
export async function sheet(rows: Buffer[][], file: string): Promise<void> {
  const sized = await Promise.all(rows.map((row) => Promise.all(row.map(measured))));
  const width = Math.max(...sized.map((row) => row.reduce((sum, one) => sum + one.width + GAP, GAP)));
  const heights = sized.map((row) => Math.max(...row.map((one) => one.height)));
  const layers: { input: Buffer; left: number; top: number }[] = [];
  let top = GAP;
  for (const [index, row] of sized.entries()) {
    let left = GAP;
    for (const one of row) {
      layers.push({ input: one.input, left, top });
      left += one.width + GAP;
    }
    top += (heights[index] ?? 0) + GAP;
  }
  const whole = await sharp({ create: { width, height: top, channels: 3, background: '#8a949e' } })
    .composite(layers)
    .png()
    .toBuffer();
  await sharp(whole)
    .resize({ width: Math.round(width * SCALE) })
    .webp({ quality: 80 })
    .toFile(file);
}

async function measured(input: Buffer) {
  const { width = 0, height = 0 } = await sharp(input).metadata();
  return { input, width, height };
}
