import { targets } from './modules.ts';
import { houseRule } from './rule.ts';
import { isProduct, isTest, type Source } from './source.ts';
import { nameOf, nodes, stringOf } from './tree.ts';

/** Who touches the database: reading, writing, working off jobs, filling, and knowing who somebody is. */
const MAY_TOUCH = [
  /^lib\/.+\/(queries|commands|jobs)\//,
  /^lib\/.+\/(queries|jobs)(-[a-z-]+)?\.ts$/,
  /^prisma\/seed\//,
  /^scripts\//,
  /^lib\/access\/session(-\w+)?\.ts$/,
  /^lib\/platform\//,
];

/** The engine behind all commands: it is what they run in. */
const ENGINE = [
  'lib/submissions/transition.ts',
  'lib/submissions/record.ts',
  'lib/submissions/history.ts',
  'lib/submissions/effect.ts',
];

const DATABASE = /^lib\/(platform\/db\.ts|generated\/prisma\/)/;

houseRule('only queries, commands, job handlers, seed and session code touch the database', {
  about: (source) =>
    !isTest(source) && !MAY_TOUCH.some((path) => path.test(source.path)) && !ENGINE.includes(source.path),
  rule: (source) => targets(source).flatMap((file) => (DATABASE.test(file) ? [`touches it by ${file}`] : [])),
  bites: {
    'lib/media/accept.ts': "import { db } from '#lib/platform/db.ts';",
    'app/api/map/route.ts': "import { db } from '#lib/platform/db.ts';",
    'lib/directory/names.ts': "import type { Tx } from '#lib/platform/db.ts';",
    'lib/worker.ts': "import { PrismaClient } from '#lib/generated/prisma/client.ts';",
  },
  spares: {
    'lib/media/queries.ts': "import { db } from '#lib/platform/db.ts';",
    'lib/media/commands/attach.ts': "import type { Tx } from '#lib/platform/db.ts';",
    'lib/notifications/jobs/deliver.ts': "import { db } from '#lib/platform/db.ts';",
  },
});

houseRule('what the database hands out never reaches a page or a component', {
  about: (source) => /^(app|components)\/|^proxy\.ts$/.test(source.path),
  rule: (source) =>
    targets(source)
      .flatMap((file) => (DATABASE.test(file) ? [`imports ${file}`] : []))
      .concat(
        nodes(source, 'ImportDeclaration').flatMap((node) =>
          /^(@prisma\/|pg$|pg-boss$)/.test(stringOf(node.source) ?? '')
            ? [`imports ${stringOf(node.source)}`]
            : [],
        ),
      ),
  bites: {
    'app/page.tsx': "import type { Submission } from '#lib/generated/prisma/client.ts';",
    'components/ui/badge.tsx': "import type { Status } from '#lib/generated/prisma/enums.ts';",
    'app/api/x/route.ts': "import pg from 'pg';",
  },
});

/** Settings are read in one place; tools and scripts have their own door to the system. */
houseRule('process.env is read in lib/platform/env.ts alone', {
  about: (source) => isProduct(source) && source.path !== 'lib/platform/env.ts',
  rule: (source) =>
    nodes(source, 'MemberExpression', 'ImportDeclaration').flatMap((node) =>
      nameOf(node) === 'process.env' || /^(node:)?process$/.test(stringOf(node.source) ?? '')
        ? ['reads it']
        : [],
    ),
  bites: {
    'lib/media/a.ts': 'export const folder = process.env.DATA_DIR;',
    'proxy.ts': 'const { NODE_ENV } = process.env;',
    'app/page.tsx': "import { env } from 'node:process';",
  },
});

const CLOCKS = ['lib/platform/clock.ts'];
const SECRETS = ['lib/platform/ids.ts', 'lib/platform/secrets.ts'];
const RANDOM = /^(crypto\.)?(randomUUID|randomBytes|randomInt|getRandomValues)$|^Math\.random$/;

function readsTheTime(source: Source): string[] {
  return nodes(source, 'NewExpression', 'CallExpression').flatMap((node) => {
    const name = nameOf(node.callee);
    const bare = name === 'Date' && (node.arguments as unknown[]).length === 0;
    return bare || name === 'Date.now' ? [`asks the machine for the time (${name})`] : [];
  });
}

houseRule('the time comes from the clock', {
  about: (source) => isProduct(source) && !CLOCKS.includes(source.path),
  rule: readsTheTime,
  bites: {
    'lib/media/a.ts': 'const at = new Date();',
    'lib/media/b.ts': 'const at = Date.now();',
    'app/page.tsx': 'export const year = new Date().getFullYear();',
  },
  spares: { 'lib/media/c.ts': "const day = new Date('2026-01-01'); const spent = performance.now();" },
});

houseRule('identifiers and secrets come from ids and secrets', {
  about: (source) => isProduct(source) && !SECRETS.includes(source.path),
  rule: (source) =>
    nodes(source, 'CallExpression').flatMap((node) => {
      const name = nameOf(node.callee).replace(/^globalThis\./, '');
      return RANDOM.test(name) ? [`makes its own (${name})`] : [];
    }),
  bites: {
    'lib/media/a.ts': 'const id = crypto.randomUUID();',
    'lib/media/b.ts': "import { randomBytes } from 'node:crypto'; const secret = randomBytes(8);",
    'lib/media/c.ts': 'const one = Math.random();',
  },
});
