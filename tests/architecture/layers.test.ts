import { describe, expect, it } from 'vitest';
import { cycles, target, targets } from './modules.ts';
import { houseRule } from './rule.ts';
import { isTest, SOURCES, type Source, sourceOf } from './source.ts';
import { imports, nodes } from './tree.ts';

/** Which rooms of lib a room may see beside itself; the arrows run one way. */
const GROUND = ['platform', 'i18n', 'generated'];
const BASE = [...GROUND, 'access'];
const ROOMS: Record<string, readonly string[]> = {
  platform: GROUND,
  i18n: GROUND,
  access: GROUND,
  contacts: BASE,
  media: BASE,
  places: BASE,
  directory: [...BASE, 'places'],
  staff: [...BASE, 'directory'],
  submissions: [...BASE, 'contacts', 'media', 'places', 'directory', 'filing-inputs'],
  statistics: [...BASE, 'directory', 'submissions'],
  calls: [...BASE, 'contacts', 'directory', 'submissions'],
  filing: [...BASE, 'contacts', 'media', 'places', 'directory', 'submissions', 'calls'],
  privacy: [...BASE, 'contacts', 'media', 'directory', 'submissions'],
  notifications: [...BASE, 'contacts', 'media', 'places', 'directory', 'submissions', 'filing-inputs'],
};

/** Top-level folders that each may import from. */
const FLOORS: Record<string, readonly string[]> = {
  app: ['app', 'components', 'lib'],
  components: ['components', 'lib'],
  lib: ['lib'],
  prisma: ['prisma', 'lib'],
  scripts: ['scripts', 'prisma', 'lib'],
};

/** The room of a path in lib; the descriptions of filing's fields stand apart from its steps. */
function roomOf(file: string): string | undefined {
  if (/^lib\/filing\/(schema|dto|words)\.ts$/.test(file)) return 'filing-inputs';
  return /^lib\/([^/]+)\//.exec(file)?.[1];
}

function arrows(source: Source): string[] {
  const floor = source.path.split('/')[0] ?? '';
  const room = roomOf(source.path)?.replace('filing-inputs', 'filing');
  return targets(source).flatMap((target) => {
    const wanted = target.split('/')[0] ?? '';
    if (!FLOORS[floor]?.includes(wanted)) return [`${floor} does not see ${target}`];
    const other = roomOf(target);
    if (floor !== 'lib' || room === undefined) return [];
    if (other === undefined) return [`a room does not see ${target}`];
    return other === room || other.replace('-inputs', '') === room || ROOMS[room]?.includes(other)
      ? []
      : [`${room} does not see ${target}`];
  });
}

houseRule('arrows between floors and rooms run one way', {
  about: (source) => /^(app|components|lib|prisma|scripts)\//.test(source.path) && !isTest(source),
  rule: arrows,
  bites: {
    'lib/access/a.ts': "import { x } from '#lib/submissions/words.ts';",
    'lib/platform/a.ts': "import { x } from '#lib/access/can.ts';",
    'lib/submissions/a.ts': "import { x } from '#lib/notifications/templates.ts';",
    'lib/submissions/b.ts': "export { x } from '#lib/filing/commands/start.ts';",
    'lib/media/a.ts': "import { x } from '#components/ui/button.tsx';",
    'lib/media/b.ts': "const x = await import('#lib/worker.ts');",
    'components/ui/a.tsx': "import { x } from '#app/guard.tsx';",
    'app/a.tsx': "import { x } from '#tests/factories/staff.ts';",
    'scripts/a.ts': "import { x } from '../app/guard.tsx';",
    'lib/unknown/a.ts': "import { x } from '#lib/media/dto.ts';",
  },
  spares: {
    'lib/submissions/c.ts': "import { x } from '#lib/filing/schema.ts'; import './words.ts'; import 'zod';",
    'lib/worker.ts': "import { x } from '#lib/notifications/jobs/deliver.ts';",
    'app/b.tsx': "import { x } from '#components/ui/button.tsx'; import { y } from '#lib/media/dto.ts';",
  },
});

/** What a component may know of lib: shapes, words and the workflow; never how they are fetched. */
const SEEN_BY_COMPONENTS =
  /^lib\/(i18n\/|[a-z]+\/((.+-)?(schema|dto|words|vocabulary|limits)|workflow(-[a-z]+)?)\.ts$)/;

houseRule('components see schema, dto, workflow, words and i18n alone', {
  about: (source) => source.path.startsWith('components/') && !isTest(source),
  rule: (source) =>
    targets(source).flatMap((file) =>
      file.startsWith('lib/') && !SEEN_BY_COMPONENTS.test(file) ? [`sees ${file}`] : [],
    ),
  bites: {
    'components/staff/a.tsx': "import { x } from '#lib/submissions/queries/case.ts';",
    'components/staff/b.tsx': "import type { Submission } from '#lib/generated/prisma/client.ts';",
    'components/staff/c.tsx': "import { can } from '#lib/access/can.ts';",
    'components/staff/d.tsx': "import { now } from '#lib/platform/clock.ts';",
  },
  spares: {
    'components/staff/e.tsx':
      "import type { CaseDto } from '#lib/submissions/dto.ts'; import { formatDate } from '#lib/i18n/dates.ts'; import { WORKFLOW } from '#lib/submissions/workflow-table.ts';",
  },
});

/** What an import from below the same room of lib, or from a folder of scripts, may begin with. */
const homeOf = (file: string) => /^(lib\/[^/]+|scripts)\//.exec(file)?.[0];

houseRule('one way to write an import: the alias across rooms, a path inside one, always with the ending', {
  about: (source) => !/^[a-z]+\.config\.ts$/.test(source.path),
  rule: (source) =>
    imports(source).flatMap(({ from }) => {
      if (!/^[.#]/.test(from)) return [];
      const ending = /\.(tsx?|mjs|json|css)$/.test(from) ? [] : [`${from} has no ending`];
      const home = homeOf(source.path);
      const climbs = from.startsWith('..') && !(home && target(source, from)?.startsWith(home));
      return climbs ? [`${from} climbs: use the alias`] : ending;
    }),
  bites: {
    'lib/media/a.ts': "import { x } from '../platform/db.ts';",
    'lib/media/b.ts': "import { x } from './dto';",
    'lib/media/c.ts': "import { x } from '#lib/platform/db';",
    'components/staff/d.tsx': "import { x } from '../ui/button.tsx';",
  },
  spares: {
    'lib/media/d.ts': "import { x } from './dto.ts'; import { y } from '#lib/platform/db.ts'; import 'zod';",
    'lib/media/commands/e.ts': "import { x } from '../dto.ts';",
  },
});

houseRule('no barrels: a file that only hands on what others export', {
  about: (source) => !isTest(source),
  rule: (source) => {
    const body = source.tree.body as { type: string; source?: { value: string } | null }[];
    // What is registered from data is a room of its own.
    const handsOn = (node: (typeof body)[number]) =>
      node.type.startsWith('Export') && node.source && !node.source.value.endsWith('.json');
    const all = nodes(source, 'ExportAllDeclaration').length > 0;
    return [
      ...(all ? ['exports everything of another file'] : []),
      ...(body.length > 0 && body.every(handsOn) ? ['only hands on'] : []),
      ...(/(^|\/)index\.tsx?$/.test(source.path) ? ['is called index'] : []),
    ];
  },
  bites: {
    'lib/media/index.ts': 'export const a = 1;',
    'lib/media/all.ts': "export { a } from './a.ts'; export { b } from './b.ts';",
    'lib/media/star.ts': "export * from './a.ts'; export const b = 1;",
  },
  spares: {
    'lib/media/a.ts': "import { b } from './b.ts'; export const a = b;",
    'lib/media/b.ts': "export { default as b } from './b.json' with { type: 'json' };",
  },
});

describe('no file imports itself over others', () => {
  it('holds', () => {
    expect(cycles(SOURCES.filter((source) => !isTest(source)))).toEqual([]);
  });

  it('a ring of three is noticed, types included', () => {
    const ring = [
      sourceOf('lib/a/a.ts', "import { b } from './b.ts'; export const a = b;"),
      sourceOf('lib/a/b.ts', "import type { C } from '#lib/a/c.ts'; export const b = 1 as C;"),
      sourceOf('lib/a/c.ts', "import { a } from './a.ts'; export type C = typeof a;"),
    ];
    expect(cycles(ring)).toEqual(['lib/a/a.ts → lib/a/b.ts → lib/a/c.ts → lib/a/a.ts']);
  });

  it('two ways to one file are not a ring', () => {
    const diamond = [
      sourceOf('a.ts', "import './b.ts'; import './c.ts';"),
      sourceOf('b.ts', "import './d.ts';"),
      sourceOf('c.ts', "import './d.ts';"),
      sourceOf('d.ts', 'export const d = 1;'),
    ];
    expect(cycles(diamond)).toEqual([]);
  });
});
