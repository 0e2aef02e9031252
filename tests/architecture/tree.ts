import type { Node, Source } from './source.ts';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The nodes directly below this one. */
function children(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** This node and all below it, in the order of the text. */
function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of children(node)) yield* walk(child);
}

const flattened = new WeakMap<Source, Node[]>();

/** Every node of a file, in the order of the text; made once. */
export function allNodes(source: Source): Node[] {
  const known = flattened.get(source) ?? [...walk(source.tree)];
  flattened.set(source, known);
  return known;
}

/** All nodes of these kinds. */
export function nodes(source: Source, ...types: string[]): Node[] {
  return allNodes(source).filter((node) => types.includes(node.type));
}

/** The name of an identifier, or of `a.b` as "a.b"; empty for anything else. */
export function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'Identifier' || value.type === 'JSXIdentifier') return String(value.name);
  if (value.type !== 'MemberExpression' || value.computed) return '';
  return `${nameOf(value.object)}.${nameOf(value.property)}`;
}

/** The text of a string literal; undefined for anything else. */
export function stringOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value.type !== 'TemplateLiteral' || (value.expressions as Node[]).length > 0) return undefined;
  return ((value.quasis as Node[])[0]?.value as { cooked: string } | undefined)?.cooked;
}

export type Import = {
  from: string;
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean;
  /** `export … from`: the file hands it on. */
  reexport: boolean;
  names: string[];
  start: number;
};

/** All imports, `export … from` and `import()` of a file. */
export function imports(source: Source): Import[] {
  return nodes(
    source,
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
  ).flatMap((node) => {
    const from = stringOf(node.source);
    if (from === undefined) return [];
    const specifiers = (node.specifiers ?? []) as Node[];
    const marked = [node.importKind, node.exportKind].includes('type');
    const parts =
      specifiers.length > 0 &&
      specifiers.every((each) => [each.importKind, each.exportKind].includes('type'));
    const names = specifiers.map((each) => nameOf(each.imported ?? each.local));
    return [
      { from, typeOnly: marked || parts, reexport: node.type.startsWith('Export'), names, start: node.start },
    ];
  });
}
