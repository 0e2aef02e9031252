import { existsSync } from 'node:fs';
import path from 'node:path';
import chromium from '@sparticuz/chromium';

/** Meant for a function in a cloud; on a machine they keep pages from being what people see. */
const UNWANTED =
  /^--(headless|single-process|user-data-dir|disable-web-security|allow-running-insecure-content)\b/;

export type Browser = { executablePath: string; args: string[] };

/**
 * The browser: the machine's own where PLAYWRIGHT_CHROMIUM names it, else the one inside an npm package, unpacked into
 * this folder. That one takes whatever an earlier version left in the common temporary folder, so it gets its own.
 */
export async function unpackBrowser(folder: string): Promise<Browser> {
  const own = process.env.PLAYWRIGHT_CHROMIUM;
  if (own) {
    if (!existsSync(own)) throw new Error(`PLAYWRIGHT_CHROMIUM names ${own}, which is not there.`);
    return { executablePath: own, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
  }
  process.env.TMPDIR = folder;
  const executablePath = await chromium.executablePath();
  process.env.FONTCONFIG_PATH = path.join(folder, 'fonts');
  return { executablePath, args: chromium.args.filter((argument) => !UNWANTED.test(argument)) };
}
