/** The pages that exist, by place: adding one here is all it takes. `label` is a key of the room `common`. */
export const HEADER_LINKS = [
  { href: '/zgloszenia', label: 'nav.list' },
  { href: '/pomysly', label: 'nav.ideas' },
  { href: '/karty-uslug', label: 'nav.procedures' },
  { href: '/sledz', label: 'nav.track' },
];

export const SHORTCUTS = [
  { href: '/zglos/problem', label: 'nav.problem' },
  { href: '/zglos/pomysl', label: 'nav.idea' },
  { href: '/zadaj-pytanie', label: 'nav.question' },
  { href: '/sledz', label: 'nav.track' },
  { href: '/zgloszenia', label: 'nav.list' },
  { href: '/pomysly', label: 'nav.ideas' },
  { href: '/karty-uslug', label: 'nav.procedures' },
  { href: '/statystyki', label: 'nav.statistics' },
];

export const ABOUT_LINKS = [
  { href: '/deklaracja-dostepnosci', label: 'nav.accessibility' },
  { href: '/prywatnosc', label: 'nav.privacy' },
  { href: '/logowanie', label: 'nav.signIn' },
];
