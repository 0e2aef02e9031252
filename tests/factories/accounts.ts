/** The demo accounts, by the name before the @. */
export type DemoAccount =
  | 'infolinia'
  | 'infolinia2'
  | 'kierownik'
  | 'zdmk'
  | 'zdmk.kierownik'
  | 'zzm'
  | 'mpo'
  | 'audyt'
  | 'admin';

export function emailOf(account: DemoAccount): string {
  return `${account}@kontakt.example`;
}
