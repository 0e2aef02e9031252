import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#lib/submissions/words.ts';
import { houseRule } from './rule.ts';
import { type Node, SOURCES, type Source } from './source.ts';
import { imports, nameOf, nodes } from './tree.ts';

/** Routes that only read and answer in a way of their own, each with the reason. */
const OWN_WAY: Record<string, string> = {
  'app/media/[id]/[size]/route.ts':
    'answers the bytes of a picture, or nothing; the actor is asked in its query',
  'app/[locale]/offline/route.ts': 'a page that a phone keeps; it knows nobody and reads nothing',
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

type Handler = { method: string; made: string };

/** The methods a route file answers, and the function whose result each of them is. */
function handlers(source: Source): Handler[] {
  return nodes(source, 'ExportNamedDeclaration').flatMap((node) => {
    const declaration = node.declaration as Node | null;
    if (declaration?.type === 'FunctionDeclaration') return [{ method: nameOf(declaration.id), made: '' }];
    const declared = (declaration?.declarations ?? []) as Node[];
    const written = declared.map(({ id, init }) => ({
      method: nameOf(id),
      made: (init as Node | null)?.type === 'CallExpression' ? nameOf((init as Node).callee) : '',
    }));
    const handedOn = ((node.specifiers ?? []) as Node[]).map((each) => ({
      method: nameOf(each.exported),
      made: '',
    }));
    return [...written, ...handedOn];
  });
}

function wrapped(source: Source): string[] {
  const wrapper = imports(source).some(
    ({ from, names }) => from === '#lib/platform/http.ts' && names.includes('route'),
  );
  const answered = handlers(source).filter(({ method }) => METHODS.includes(method));
  if (answered.length === 0) return ['answers no method'];
  return answered.flatMap(({ method, made }) => {
    if (wrapper && made === 'route') return [];
    if (OWN_WAY[source.path] && !WRITES.includes(method)) return [];
    return [`${method} is not wrapped by route() of lib/platform/http`];
  });
}

houseRule('every route is wrapped by route(), which asks for actor, origin and limit', {
  about: (source) => /^app\/.*\/route\.ts$/.test(source.path),
  rule: wrapped,
  bites: {
    'app/api/a/route.ts': 'export async function POST() { return new Response(); }',
    'app/api/b/route.ts': "import { route } from './own.ts'; export const POST = route({});",
    'app/api/c/route.ts': "import { route } from '#lib/platform/http.ts'; export const POST = other(route);",
    'app/api/d/route.ts': "export { POST } from './handler.ts';",
    'app/api/e/route.ts': 'export const GET = async () => new Response();',
    'app/[locale]/offline/route.ts': 'export async function POST() { return new Response(); }',
  },
  spares: {
    'app/api/f/route.ts': "import { route } from '#lib/platform/http.ts'; export const POST = route({});",
  },
});

describe('the list of routes with a way of their own', () => {
  it('names only routes that there are', () => {
    const paths = SOURCES.map((source) => source.path);
    expect(Object.keys(OWN_WAY).filter((path) => !paths.includes(path))).toEqual([]);
  });
});

/** What has a name of its own beside `[command]` is found first: the command would be answered by something else. */
houseRule('no route beside the commands of a case has the name of one', {
  about: (source) => /^app\/api\/submissions\/\[reference\]\/[^/[]+\/route\.ts$/.test(source.path),
  rule: ({ path }) =>
    COMMANDS.filter((command) => path.endsWith(`/${command}/route.ts`)).map(
      (command) => `takes the place of the command ${command}`,
    ),
  bites: { 'app/api/submissions/[reference]/reply/route.ts': '' },
  spares: { 'app/api/submissions/[reference]/support/route.ts': '' },
});

/** A page cannot be told apart from what it changes when a GET writes; drafts begin with a POST. */
houseRule('pages and components never call a command', {
  about: (source) => /^(app\/.*(page|layout|template)\.tsx|components\/.*)$/.test(source.path),
  rule: (source) =>
    imports(source).flatMap(({ from }) =>
      /^#lib\/.*\/(commands\/|commands\.ts|transition\.ts|jobs\/)/.test(from) ? [`imports ${from}`] : [],
    ),
  bites: { 'app/page.tsx': "import { transition } from '#lib/submissions/transition.ts';" },
});
