/** The worker process: mail, photos, upkeep. Needs `--conditions=react-server`, as the server's own code does. */
import { startWorker } from '#lib/worker.ts';
import { onStop, reportReady } from './child-process.ts';

const worker = await startWorker();
onStop(() => worker.stop());
reportReady();
