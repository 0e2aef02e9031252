import type { Node, Source } from './source.ts';
import { allNodes, nameOf, nodes, stringOf } from './tree.ts';

/** How a file speaks of messages. Keys are whole: the room, then the path in it. */
export type Use = {
  /** Said literally. */
  keys: string[];
  /** Said with a part filled in later. */
  patterns: RegExp[];
  /** Said to a `t` that came as an argument, so that the room is not known here: the end of a whole key. */
  loose: string[];
  /** Rooms in which a key is looked up that a variable holds: beginnings of whole keys, as patterns. */
  open: RegExp[];
};

const MAKERS = /^(useTranslations|getTranslations|translator)$/;
const METHODS = /\.(rich|markup|raw|has)$/;
const CATALOG_FILE = /i18n\/messages\/[a-z]+\/([a-z]+)\.json$/;

/** A room or a path in one, as the beginning of a pattern; every part that is filled in later is `.+`. */
type Space = string;
type Binding = { name: string; space: Space; start: number; end: number };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const unescaped = (pattern: string) => pattern.replace(/\\(.)/g, '$1');

/** A string or a template as a pattern; undefined when it is neither. */
function patternOf(node: Node | undefined): string | undefined {
  const text = stringOf(node);
  if (text !== undefined) return escaped(text);
  if (node?.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as Node[])
    .map((quasi) => escaped((quasi.value as { cooked: string }).cooked))
    .join('.+');
}

const argumentsOf = (call: Node) => call.arguments as Node[];

/** The room that a maker of a translator was given; undefined when the node makes none. */
function spaceOf(value: Node | null): Space | undefined {
  const call = value?.type === 'AwaitExpression' ? (value.argument as Node) : value;
  if (call?.type !== 'CallExpression' || !MAKERS.test(nameOf(call.callee))) return undefined;
  const last = argumentsOf(call).at(-1);
  if (!last) return '';
  const field = ((last.properties ?? []) as Node[]).find(({ key }) => nameOf(key) === 'namespace');
  return patternOf((field?.value as Node | undefined) ?? last);
}

/** Translators by their names, each with the part of the text in which the name means it. */
function bindings(source: Source): Binding[] {
  const scopes = nodes(source, 'Program', 'BlockStatement', 'ArrowFunctionExpression', 'FunctionDeclaration');
  return nodes(source, 'VariableDeclarator').flatMap((node) => {
    const space = spaceOf(node.init as Node | null);
    if (space === undefined) return [];
    const around = scopes.filter((scope) => scope.start <= node.start && scope.end >= node.end);
    const scope = around.reduce((least, each) =>
      each.end - each.start <= least.end - least.start ? each : least,
    );
    return [{ name: nameOf(node.id), space, start: scope.start, end: scope.end }];
  });
}

function bindingAt(all: Binding[], name: string, at: number): Binding | undefined {
  return all
    .filter((each) => each.name === name && each.start <= at && at < each.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** The strings and templates that an argument may come out as. */
function* saidBy(node: Node): Generator<Node> {
  if (patternOf(node) !== undefined) yield node;
  else if (['ConditionalExpression', 'LogicalExpression'].includes(node.type)) {
    for (const part of [node.consequent, node.alternate, node.right]) if (part) yield* saidBy(part as Node);
  } else if (/^TS(As|Satisfies|NonNull)/.test(node.type)) yield* saidBy(node.expression as Node);
}

const join = (space: Space, key: string) => (space === '' ? key : `${space}\\.${key}`);

/** Patterns without a part to fill in are keys. */
function sorted(wanted: string[]): Partial<Use> {
  return {
    keys: wanted.filter((pattern) => !pattern.includes('.+')).map(unescaped),
    patterns: wanted.filter((pattern) => pattern.includes('.+')).map((pattern) => new RegExp(`^${pattern}$`)),
  };
}

/** What one call of a translator says. */
function heard(call: Node, bound: Binding[]): Partial<Use> {
  const callee = call.callee as Node;
  const argument = argumentsOf(call)[0];
  const name = nameOf(callee).replace(METHODS, '');
  const space = spaceOf(callee) ?? bindingAt(bound, name, call.start)?.space;
  if (!argument || (space === undefined && name !== 't')) return {};
  const said = [...saidBy(argument)];
  if (space === undefined) {
    const templates = said.filter((node) => stringOf(node) === undefined);
    return {
      loose: said.flatMap((node) => stringOf(node) ?? []),
      patterns: templates.map((node) => new RegExp(`(^|\\.)${patternOf(node)}$`)),
    };
  }
  if (said.length === 0) return { open: [new RegExp(`^${join(space, '')}`)] };
  return sorted(said.map((node) => join(space, patternOf(node) ?? '')));
}

/** Whole keys and whole patterns that stand anywhere in a file, for somebody else to look up. */
function written(source: Source, rooms: readonly string[]): Partial<Use> {
  const begins = new RegExp(`^(${rooms.join('|')})\\\\\\.`);
  const makers = nodes(source, 'CallExpression').filter((call) => spaceOf(call) !== undefined);
  const given = (node: Node) => makers.some((call) => call.start <= node.start && node.end <= call.end);
  const texts = nodes(source, 'Literal', 'TemplateLiteral').filter((node) => !given(node));
  const patterns = texts.flatMap((node) => patternOf(node) ?? []).filter((pattern) => begins.test(pattern));
  return sorted(patterns.filter((pattern) => /^[\w\\.+-]+[\w+]$/.test(pattern)));
}

/** Messages read from the file itself, where no translator may be: `words.title`, whichever language `words` is. */
function readFromFile(source: Source): string[] {
  return nodes(source, 'ImportDeclaration').flatMap((node) => {
    const room = CATALOG_FILE.exec(stringOf(node.source) ?? '')?.[1];
    if (!room) return [];
    const parts = nodes(source, 'MemberExpression')
      .map(nameOf)
      .filter((name) => name.startsWith('words.'));
    return parts.map((name) => `${room}${name.slice('words'.length)}`);
  });
}

/** What a file says of messages, by translators and by whole keys. */
export function useOf(source: Source, rooms: readonly string[]): Use {
  const bound = bindings(source);
  const parts = [
    ...nodes(source, 'CallExpression').map((call) => heard(call, bound)),
    written(source, rooms),
  ];
  return {
    keys: [...parts.flatMap((part) => part.keys ?? []), ...readFromFile(source)],
    patterns: parts.flatMap((part) => part.patterns ?? []),
    loose: parts.flatMap((part) => part.loose ?? []),
    open: parts.flatMap((part) => part.open ?? []),
  };
}

/** Every string that stands in a file, types included. */
export function stringsOf(source: Source): string[] {
  return allNodes(source).flatMap((node) => stringOf(node) ?? []);
}
