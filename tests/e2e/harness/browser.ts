import { existsSync, writeFileSync } from 'node:fs';
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
  process.env.FONTCONFIG_FILE = describeFonts(folder);
  return { executablePath, args: chromium.args.filter((argument) => !UNWANTED.test(argument)) };
}

/** The package looks for its fonts in the common folder, and a browser without any font dies of the first word. */
function describeFonts(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts']
    .map((each) => `<dir>${each}</dir>`)
    .join('');
  const cache = `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}${cache}</fontconfig>\n`,
  );
  return file;
}
