import { describe, expect, it } from 'vitest';
import { COMMAND_ROWS, type Guard, ROUTE_ROWS } from './authorization-rows.ts';
import { targets } from './modules.ts';
import { type Node, SOURCES, type Source, sourceOf } from './source.ts';
import { nameOf, nodes } from './tree.ts';

const isCommand = ({ path }: Source) =>
  /^lib\/[a-z]+\/commands(\/|\.ts$)/.test(path) && !path.endsWith('.test.ts');
const isRoute = ({ path }: Source) => /^app\/.*\/route\.ts$/.test(path);

type Exported = { name: string; node: Node };

/** Functions that a file exports, or constants that hold one. */
function exported(source: Source): Exported[] {
  return nodes(source, 'ExportNamedDeclaration').flatMap((node) => {
    const declaration = node.declaration as Node | null;
    if (declaration?.type === 'FunctionDeclaration')
      return [{ name: nameOf(declaration.id), node: declaration }];
    if (declaration?.type !== 'VariableDeclaration') return [];
    return (declaration.declarations as Node[])
      .filter(({ init }) => /Function|CallExpression/.test((init as Node | null)?.type ?? ''))
      .map((each) => ({ name: nameOf(each.id), node: each }));
  });
}

/** What the guard of a row needs to be true of the code; a complaint when it is not. */
const PROOFS: Record<string, (source: Source, text: string, users: string[]) => string | null> = {
  effect: (_source, text, users) =>
    /: EffectOf</.test(text) && users.every((user) => user === 'lib/submissions/effects.ts')
      ? null
      : 'not run by the engine alone',
  policy: (_source, text) => (/\bcan\(\s*actor,/.test(text) ? null : 'never asks the policy'),
  owner: (_source, text) =>
    /^[^)]*\(\s*owner: DraftOwner/.test(text) ? null : 'does not ask for the owner of the draft',
  own: (_source, text) =>
    /^[^)]*\(\s*actor: StaffActor/.test(text) ? null : 'does not say for whom it acts',
  part: (_source, _text, users) =>
    users.some((user) => user.startsWith('app/')) ? 'called by a route' : null,
  worker: (_source, _text, users) =>
    users.some((user) => user.startsWith('app/')) ? 'called by a route' : null,
};

function complaint(
  source: Source,
  { name, node }: Exported,
  guard: Guard | undefined,
  all: readonly Source[],
): string[] {
  const place = `${source.path}#${name}`;
  if (!guard) return [`${place} has no row`];
  const proof = PROOFS[guard];
  if (!proof) return guard.length > 'open: '.length + 10 ? [] : [`${place} gives no reason`];
  const users = all
    .filter((each) => targets(each).includes(source.path) && !each.path.includes('test'))
    .map(({ path }) => path);
  const objection = proof(source, source.text.slice(node.start, node.end), users);
  return objection ? [`${place}: ${objection}`] : [];
}

const methodsOf = (source: Source) =>
  exported(source)
    .map(({ name }) => name)
    .filter((name) => /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(name));

describe('every command has a row that says who may give it', () => {
  it('and keeps to it', () => {
    const found = SOURCES.filter(isCommand).flatMap((source) =>
      exported(source).flatMap((each) =>
        complaint(source, each, COMMAND_ROWS[`${source.path}#${each.name}`], SOURCES),
      ),
    );
    expect(found).toEqual([]);
  });

  it('and no row is left of a command that is gone', () => {
    const known = SOURCES.filter(isCommand).flatMap((source) =>
      exported(source).map(({ name }) => `${source.path}#${name}`),
    );
    expect(Object.keys(COMMAND_ROWS).filter((row) => !known.includes(row))).toEqual([]);
  });

  it.each([
    [undefined, 'export async function erase(id: string) {}'],
    [
      'policy',
      'export async function erase(actor: Actor, id: string) { await db.a.delete({ where: { id } }); }',
    ],
    ['owner', 'export async function erase(id: string, owner: DraftOwner) {}'],
    ['own', 'export const erase = async (id: string) => {};'],
    ['open: all', 'export async function erase() {}'],
  ] as const)('a command with the row %j that does otherwise would be noticed', (guard, text) => {
    const source = sourceOf('lib/media/commands/erase.ts', text);
    expect(exported(source).flatMap((each) => complaint(source, each, guard, []))).toHaveLength(1);
  });

  it.each(['part', 'worker', 'effect'] as const)('a %s that a route calls would be noticed', (guard) => {
    const source = sourceOf(
      'lib/media/commands/erase.ts',
      'export const erase: EffectOf<"edit"> = async () => {};',
    );
    const route = sourceOf('app/api/erase/route.ts', "import { erase } from '#lib/media/commands/erase.ts';");
    expect(exported(source).flatMap((each) => complaint(source, each, guard, [route]))).toHaveLength(1);
  });
});

describe('every route has a row for each of its methods', () => {
  it('and no row is left of one that is gone', () => {
    const found = SOURCES.filter(isRoute).map((source) => [source.path, methodsOf(source).sort()]);
    const wanted = Object.entries(ROUTE_ROWS).map(([path, methods]) => [path, Object.keys(methods).sort()]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });
});
