'use strict';
/*
 * Loaded before everything else (`node -r`), in words that every Node understands: older ones cannot even read the
 * TypeScript files that follow.
 */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    'Node.js ' +
      process.versions.node +
      ' is too old: version 22.18 or newer is needed, 24 is best. On Linux "npm install" brings its own Node 24; ' +
      'run it again without --omit=optional. Elsewhere install Node 24 from https://nodejs.org and start again.',
  );
  process.exit(1);
}
