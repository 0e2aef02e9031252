/** One page of the walk: the name of its picture, its address, and who looks at it. */
export type Stop = {
  name: string;
  path: string;
  as?: 'infolinia' | 'kierownik' | 'zdmk' | 'admin' | 'audyt';
};

/** What the demonstration has to show: references and codes that the walk looks up or files itself. */
export type Known = {
  problem: string;
  idea: string;
  question: string;
  tracking: string;
  draft: string;
  card: string;
  staffCase: string;
};

/** The whole product, in the order in which somebody would get to know it. */
export function stops(known: Known): Stop[] {
  return [
    { name: 'home', path: '/' },
    { name: 'home-en', path: '/en' },
    { name: 'home-uk', path: '/uk' },
    { name: 'report-what', path: '/zglos/problem' },
    { name: 'report-place', path: `/zglos/problem/${known.draft}/place` },
    { name: 'report-photos', path: `/zglos/problem/${known.draft}/photos` },
    { name: 'report-check', path: `/zglos/problem/${known.draft}/check` },
    { name: 'idea-form', path: '/zglos/pomysl' },
    { name: 'question-form', path: '/zadaj-pytanie' },
    { name: 'tracking', path: `/sledz/${known.tracking}?przyjete=1` },
    { name: 'tracking-question', path: `/sledz/${known.question}` },
    { name: 'find', path: '/sledz' },
    { name: 'list-map', path: '/zgloszenia' },
    { name: 'problem', path: `/zgloszenia/${known.problem}` },
    { name: 'ideas', path: '/pomysly' },
    { name: 'idea', path: `/zgloszenia/${known.idea}` },
    { name: 'cards', path: '/karty-uslug' },
    { name: 'card', path: `/karty-uslug/${known.card}` },
    { name: 'statistics', path: '/statystyki' },
    { name: 'statistics-uk', path: '/uk/statystyki' },
    { name: 'not-found', path: '/nie-ma-tego' },
    { name: 'sign-in', path: '/logowanie' },
    { name: 'queue', path: '/staff', as: 'infolinia' },
    { name: 'case', path: `/staff/zgloszenia/${known.staffCase}`, as: 'infolinia' },
    { name: 'case-idea', path: `/staff/zgloszenia/${known.idea}`, as: 'infolinia' },
    { name: 'intake', path: '/staff/nowe', as: 'infolinia' },
    { name: 'calls', path: '/staff/rozmowy', as: 'infolinia' },
    { name: 'search', path: '/staff/szukaj?q=dluga', as: 'infolinia' },
    { name: 'department', path: '/staff', as: 'zdmk' },
    { name: 'oversight', path: '/staff/nadzor', as: 'kierownik' },
    { name: 'accounts', path: '/staff/konta', as: 'admin' },
    { name: 'settings', path: '/staff/ustawienia', as: 'admin' },
    { name: 'settings-rules', path: '/staff/ustawienia/reguly', as: 'admin' },
    { name: 'personal-data', path: '/staff/dane-osobowe', as: 'kierownik' },
    { name: 'audit', path: '/staff/audyt', as: 'audyt' },
    { name: 'queue-en', path: '/en/staff', as: 'infolinia' },
  ];
}
