import { spawnSync } from 'node:child_process';
import { migrateDeploy } from '#scripts/database/migrate.ts';
import { startDatabase } from '#scripts/database/server.ts';

const d = await startDatabase({ dataDir: '/tmp/places/.data' });
await migrateDeploy(d.url);
for (const n of [1, 2]) {
  const t = performance.now();
  const r = spawnSync(process.execPath, ['--conditions=react-server', 'scripts/seed.ts', '--demo'], {
    env: { ...process.env, DATABASE_URL: d.url, DATA_DIR: '/tmp/places/.data' },
    stdio: 'inherit',
    timeout: 60000,
  });
  console.log('seed', n, r.status, Math.round(performance.now() - t), 'ms');
}
await d.stop();
