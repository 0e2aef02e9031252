import { defineConfig } from 'vitest/config';

/** What the server and the worker run under too; satisfies `server-only`. */
const CONDITION = 'react-server';
const NODE_FLAGS = [`--conditions=${CONDITION}`];

const MAX_WORKERS = 2;

const shared = {
  ssr: {
    resolve: {
      conditions: [CONDITION, 'module', 'node', 'development|production'],
      externalConditions: [CONDITION],
    },
  },
};

export default defineConfig({
  test: {
    maxWorkers: MAX_WORKERS,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: [
            '{app,components,lib,prisma,scripts,tests/architecture,tests/factories,tests/harness}/**/*.test.ts',
          ],
          execArgv: NODE_FLAGS,
          env: { TZ: 'UTC' },
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
          maxWorkers: MAX_WORKERS,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/harness/global-database.ts'],
          setupFiles: ['tests/harness/own-database.ts'],
          execArgv: NODE_FLAGS,
          env: { TZ: 'UTC' },
          pool: 'forks',
          testTimeout: 15_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
          maxWorkers: MAX_WORKERS,
        },
      },
      {
        ...shared,
        test: {
          name: 'resilience',
          include: ['tests/resilience/**/*.test.ts'],
          execArgv: NODE_FLAGS,
          env: { TZ: 'UTC' },
          pool: 'forks',
          testTimeout: 30_000,
          sequence: { groupOrder: 2 },
          maxWorkers: MAX_WORKERS,
        },
      },
    ],
  },
});
