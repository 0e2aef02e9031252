import { describe, expect, it } from 'vitest';
import { isTest, SOURCES, STYLES } from './source.ts';

/** Put together from a part and a word (`st-done`), or given by the library that draws maps. */
const MADE_ELSEWHERE = /^(st|leaflet)-/;
/** Names values for utilities, which are made of them when somebody uses one. */
const THEME = 'app/styles/global.css';

const found = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

/** The classes of a style that no code names, and its values that nothing reads. */
function unused(style: string, code: string, readers: string): string[] {
  const plain = style.replace(/\/\*.*?\*\//gs, '');
  const named = found(code, /([a-z][\w-]*)/gi);
  const read = found(readers, /var\(--([\w-]+)/g);
  const classes = [...found(plain, /\.([a-z][\w-]*)/gi)];
  const values = [...found(plain, /^\s*--([\w-]+):/gm)];
  return [
    ...classes.filter((name) => !named.has(name) && !MADE_ELSEWHERE.test(name)).map((name) => `.${name}`),
    ...values.filter((name) => !read.has(name)).map((name) => `--${name}`),
  ];
}

describe('no style outlives what it was for', () => {
  it('holds', () => {
    const code = SOURCES.filter((source) => !isTest(source)).map(({ text }) => text);
    const readers = [...code, ...STYLES.map(({ text }) => text)];
    const styles = STYLES.filter(({ path }) => path !== THEME).map(({ text }) => text);
    expect(unused(styles.join('\n'), code.join('\n'), readers.join('\n'))).toEqual([]);
  });

  it('objects to a class and a value that nothing uses, and to no others', () => {
    const style = '--ink: red;\n--old: 1;\n.a { color: var(--ink); } /* .gone */ .b > .st-done.c {}';
    expect(unused(style, "classNames('a', isWide && 'c')", style)).toEqual(['.b', '--old']);
  });
});
