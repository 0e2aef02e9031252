/** The words of the photo list, translated on the server. `{name}` and `{number}` are filled in the browser. */
export type PhotoWords = Record<
  | 'list'
  | 'one'
  | 'processing'
  | 'failed'
  | 'ready'
  | 'remove'
  | 'removeWhat'
  | 'sending'
  | 'waiting'
  | 'broken'
  | 'retry'
  | 'full'
  | 'camera'
  | 'pick'
  | 'pickHint'
  | 'add',
  string
>;

/** Puts values into the placeholders of a message that has no plural. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
