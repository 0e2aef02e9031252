/** Reads `.env` of the project, before anything looks at the settings. What the environment says already stands. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadEnvFile } from 'node:process';
import { ROOT } from './paths.ts';

const file = path.join(ROOT, '.env');
if (existsSync(file)) loadEnvFile(file);
