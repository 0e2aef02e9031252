import { findKeyword, parseKeyword, readText } from './keywords.ts';

/**
 * Words that point outside the city's own services, by institution. Keyword syntax as in `keywords.ts`. They must be
 * sure: a wrong hint sends a person away.
 */
const WORDS: Record<string, string> = {
  '112': 'wypadek samochod*, wypadek drogow*, ranni ludzie, są ranni',
  policja:
    'kradzież*, ukradł*, ukradzion*, włamani*, włamał*, pobici*, pobił*, narkotyk*, bójk*, przemoc*, theft, stolen, burglary, drugs, крадіжк*, вкрали, бійк*',
  'straz-pozarna':
    'pożar*, płonie*, pali się dom, pali się dach, pali się las, pali się śmietnik, fire, пожеж*',
  'pogotowie-ratunkowe':
    'nieprzytomn*, zemdlał*, krwawi*, zawał*, nie oddycha*, unconscious, ambulance, непритомн*',
  'pogotowie-energetyczne':
    'brak prądu, nie ma prądu, bez prądu, zerwan* lini*, zerwan* przewód, zerwany kabel, power cut, no electricity, немає світла в квартирі, немає струму',
  'pogotowie-gazowe':
    'czuć gaz*, zapach gazu, ulatnia* gaz*, wyciek gazu, śmierdzi gazem, smell of gas, gas leak*, запах газу',
  gddkia: 'autostrad*, a4, s7, s52, ekspresów*, motorway, expressway, автострад*',
  'pkp-plk':
    'przejazd* kolejow*, tor* kolejow*, szlaban*, pociąg*, wiadukt kolejow*, railway, train, залізничн*, потяг*',
  'wody-polskie':
    'rzek*, wisł*, wisła, wiśle, rudaw*, dłubni*, wał* przeciwpowodziow*, wał* wiślan*, river, vistula, річк*, віслі',
  wios: 'odór z zakład*, smród z zakład*, ścieki do rzek*, ścieki do potok*, zanieczyszczen* rzek*, smród z fabryk*',
  sanepid:
    'szczur* w sklep*, szczur* w restaurac*, zatruci*, zatrułem, zatrułam, przetermin*, karaluch*, food poisoning, таргани*',
  pinb: 'samowol*, nielegaln* budow*, budowa bez pozwolenia, budynek grozi zawaleni*, zawalenie* budyn*, illegal building',
  muw: 'paszport*, kart* pobytu, legaliz* pobyt*, wiza, wizy, passport*, residence permit, паспорт*, карт* побиту, легалізац*',
  zus: 'zus, emerytur*, rent*, 800 plus, 800+, składk*, pension*, пенсі*',
  'urzad-skarbowy':
    'pit, vat, podatek dochodow*, podatk* dochodow*, skarbow*, zwrot podatku, income tax, податок на доходи',
  nfz: 'nfz, lekarz*, lekarka, skierowani*, sanatori*, przychodni*, doctor, лікар*',
  'spoldzielnia-lub-wspolnota':
    'spółdzieln*, wspólnot* mieszkan*, wind* w blok*, wind* w wieżow*, klatk* schodow*, klatc* schodow*, domofon*, lift in the block, ліфт у будинку',
};

const MAX_TEXT = 2_000;
const MAX_WORDS = 150;

const KEYWORDS = Object.entries(WORDS).map(([code, list]) => ({
  code,
  keywords: list.split(',').flatMap((word) => parseKeyword(word) ?? []),
}));

/** The institution that a text seems meant for, with the words that say so; null when the city is right. Pure. */
export function outsideHint(text: string): { code: string; reason: string } | null {
  const read = readText(text.slice(0, MAX_TEXT), MAX_WORDS);
  let best: { code: string; reason: string; words: number } | null = null;
  for (const { code, keywords } of KEYWORDS) {
    for (const keyword of keywords) {
      const found = findKeyword(read, keyword);
      if (found?.fit !== 1 || (best && best.words >= found.at.length)) continue;
      best = { code, reason: found.at.map((i) => read.words[i]!.written).join(' '), words: found.at.length };
    }
  }
  return best && { code: best.code, reason: best.reason };
}
