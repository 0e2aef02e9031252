import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Permission } from '#lib/access/permissions.ts';
import type { AdminSection } from './section-dto.ts';

const SECTIONS: (AdminSection & { needs: Permission })[] = [
  { code: 'accounts', path: '/staff/konta', needs: 'account.manage' },
  { code: 'jednostki', path: '/staff/ustawienia/jednostki', needs: 'directory.edit' },
  { code: 'kategorie', path: '/staff/ustawienia/kategorie', needs: 'directory.edit' },
  { code: 'rules', path: '/staff/ustawienia/reguly', needs: 'directory.edit' },
  { code: 'instytucje', path: '/staff/ustawienia/instytucje', needs: 'directory.edit' },
  { code: 'szablony', path: '/staff/ustawienia/szablony', needs: 'template.edit' },
  { code: 'karty', path: '/staff/ustawienia/karty', needs: 'procedure.edit' },
  { code: 'privacy', path: '/staff/dane-osobowe', needs: 'privacy.handle' },
  { code: 'audit', path: '/staff/audyt', needs: 'audit.read' },
];

/** What this person may administer, in the order of the page. */
export function adminSections(actor: StaffActor): AdminSection[] {
  return SECTIONS.filter(({ needs }) => can(actor, needs)).map(({ code, path }) => ({ code, path }));
}
