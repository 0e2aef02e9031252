import path from 'node:path';

/** The project's folder, wherever a script is started from. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** What is made from the sources and not kept with them. */
export const GENERATED = path.join(ROOT, 'lib', 'generated');
