import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '#scripts/paths.ts';
import { removeFolder, sweepAbandoned, temporaryFolder } from '#tests/harness/temporary.ts';
import { unpackBrowser } from './browser.ts';
import { startProduct } from './product.ts';
import { leaveForWorkers } from './shared.ts';
import { serveTiles } from './tiles.ts';

/** What is left for a person to read: traces and pictures of what failed, and what the portal said. */
const RESULTS = path.join(ROOT, 'test-results');

/** One portal, one browser and one tile server for the whole run. Playwright calls what this returns at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  await sweepAbandoned();
  const folder = temporaryFolder('e2e');
  const tiles = await serveTiles();
  try {
    const browser = await unpackBrowser(folder);
    const product = await startProduct(folder, {
      MAIL_HOLD_SECONDS: '0',
      TILE_URL: tiles.url,
      // Every test comes from an address of its own, as if through a proxy, so that limits never meet.
      TRUST_PROXY: '1',
    });
    leaveForWorkers({
      url: product.url,
      dataDir: product.dataDir,
      folder,
      browser,
      tiles: new URL(tiles.url).origin,
    });
    return async () => {
      await product.stop().finally(tiles.stop);
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(path.join(RESULTS, 'portal.log'), product.said());
      await removeFolder(path.join(folder, 'data'));
      await removeFolder(folder);
    };
  } catch (error) {
    await tiles.stop();
    await removeFolder(path.join(folder, 'data'));
    await removeFolder(folder);
    throw error;
  }
}
