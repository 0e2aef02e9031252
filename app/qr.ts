import 'server-only';
import QRCode from 'qrcode';

/** The modules of a QR code as one SVG path: printed on paper, a tracking link is one photo away from a phone. */
export async function qrSvg(link: string): Promise<{ size: number; path: string }> {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  }
  return { size: modules.size, path };
}
