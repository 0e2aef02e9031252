import { findKeyword, parseKeyword, readText } from './keywords.ts';

/**
 * Words that point outside the city's own services, by institution. Keyword syntax as in `keywords.ts`. They must be
 * sure: a wrong hint sends a person away.
 */
const WORDS: Record<string, string> = {
  '112':
    'wypadek samochod*, wypadek drogow*, ranni ludzie, są ranni, car accident, car crash, people injured, дтп, є поранен*',
  policja:
    'kradzież*, ukradł*, ukradzion*, włamani*, włamał*, pobici*, pobił*, narkotyk*, bójk*, przemoc*, theft, stolen, burglary, robbery, drugs, крадіжк*, вкрали, пограбува*, наркотик*, бійк*',
  'straz-pozarna':
    'pożar*, płonie*, pali się dom, pali się dach, pali się las, pali się śmietnik, fire, пожеж*, горить будинок, горить дах',
  'pogotowie-ratunkowe':
    'nieprzytomn*, zemdlał*, krwawi*, zawał*, nie oddycha*, unconscious, ambulance, heart attack, непритомн*, знепритомн*, не дихає',
  'pogotowie-energetyczne':
    'brak prądu, nie ma prądu, bez prądu, zerwan* lini*, zerwan* przewód, zerwany kabel, power cut, no electricity, fallen power line, немає світла квартир*, немає світла будинк*, немає струму, обірван* дріт, обірван* дрот*',
  'pogotowie-gazowe':
    'czuć gaz*, zapach gazu, ulatnia* gaz*, wyciek gazu, śmierdzi gazem, smell of gas, smell gas, gas leak*, запах газу, витік газу, пахне газом',
  gddkia: 'autostrad*, a4, s7, s52, ekspresów*, motorway, expressway, автострад*',
  'pkp-plk':
    'przejazd* kolejow*, tor* kolejow*, szlaban*, pociąg*, wiadukt kolejow*, railway, train, level crossing, залізничн*, потяг*, шлагбаум*',
  'wody-polskie':
    'rzek*, wisł*, wisła, wiśle, rudaw*, dłubni*, wał* przeciwpowodziow*, wał* wiślan*, river, vistula, річк*, вісла, вісли, віслі',
  wios: 'odór z zakład*, smród z zakład*, ścieki do rzek*, ścieki do potok*, zanieczyszczen* rzek*, smród z fabryk*, smell from factory, сморід завод*',
  sanepid:
    'szczur* w sklep*, szczur* w restaurac*, zatruci*, zatrułem, zatrułam, przetermin*, karaluch*, food poisoning, cockroach*, таргани*, отруєн* їж*',
  pinb: 'samowol*, nielegaln* budow*, budowa bez pozwolenia, budynek grozi zawaleni*, zawalenie* budyn*, illegal building, building without a permit, незаконн* будівництв*, самобуд*',
  muw: 'paszport*, kart* pobytu, legaliz* pobyt*, wiza, wizy, passport*, residence permit, паспорт*, карт* побиту, легалізац*',
  zus: 'zus, emerytur*, rent*, 800 plus, składk*, pension*, пенсі*',
  'urzad-skarbowy':
    'pit, vat, podatek dochodow*, podatk* dochodow*, skarbow*, zwrot podatku, income tax, tax return, податок на доходи, податков* деклараці*',
  nfz: 'nfz, lekarz*, lekarka, skierowani*, sanatori*, przychodni*, doctor, health insurance, лікар*, медичн* страхуван*',
  'spoldzielnia-lub-wspolnota':
    'spółdzieln*, wspólnot* mieszkan*, wind* w blok*, wind* w wieżow*, klatk* schodow*, klatc* schodow*, domofon*, lift in the block, lift in our block, housing cooperative, ліфт у будинку, ліфт у під’їзді, домофон',
};

const MAX_TEXT = 2_000;
const MAX_WORDS = 150;

const KEYWORDS = Object.entries(WORDS).map(([code, list]) => ({
  code,
  keywords: list.split(',').flatMap((word) => parseKeyword(word) ?? []),
}));

/** The institution that a text seems meant for, with the words that say so; null when the city is right. Pure. */
export function outsideHint(text: string): { code: string; reason: string } | null {
  // A sum alone may be anything, as the end of somebody's number; a plus makes it the benefit.
  const read = readText(text.slice(0, MAX_TEXT).replaceAll(/\b800\s?\+/g, '800 plus'), MAX_WORDS);
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
