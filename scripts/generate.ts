/** Makes the database client (lib/generated) unless it is up to date: `node scripts/generate.ts`. */
import { generate } from './database/generate.ts';
import { runScript } from './run-script.ts';

await runScript(generate);
