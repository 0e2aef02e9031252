import type { Env } from '#lib/platform/env.ts';

/** Local parts of the demo accounts at kontakt.example, and whose desk it is. */
const DEMO_ACCOUNTS: [string, string][] = [
  ['infolinia', 'infoline consultant'],
  ['infolinia2', 'infoline consultant'],
  ['kierownik', 'infoline supervisor'],
  ['zdmk', 'officer, Zarząd Dróg Miasta Krakowa'],
  ['zdmk.kierownik', 'department lead, Zarząd Dróg Miasta Krakowa'],
  ['zzm', 'officer, Zarząd Zieleni Miejskiej'],
  ['mpo', 'officer, Miejskie Przedsiębiorstwo Oczyszczania'],
  ['audyt', 'auditor'],
  ['admin', 'administrator'],
];

/** What is printed when everything runs. */
export function greeting(env: Env, demo: boolean): string {
  const lines = ['', `  Open ${env.APP_URL}`, `  Staff sign in at ${env.APP_URL}/logowanie`];
  if (!env.SMTP_URL) lines.push(`  Mail is written to ${env.DATA_DIR}/mail`);
  if (demo) {
    lines.push('', `  Demo accounts, password ${env.DEMO_PASSWORD}:`);
    for (const [account, desk] of DEMO_ACCOUNTS)
      lines.push(`    ${`${account}@kontakt.example`.padEnd(34)}${desk}`);
  }
  lines.push('', '  Ctrl-C stops it. Everything is kept.', '');
  return lines.join('\n');
}
