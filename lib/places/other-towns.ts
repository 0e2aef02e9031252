import { fold } from '#lib/platform/stem.ts';

/** Towns around, and those people live between: called so, and with "w" before. None is a street of Kraków. */
const TOWNS = [
  ['Wieliczka', 'Wieliczce', 'Величка', 'Величці'],
  ['Skawina', 'Skawinie', 'Скавіна', 'Скавіні'],
  ['Zabierzów', 'Zabierzowie', 'Забежув', 'Забежуві'],
  ['Niepołomice', 'Niepołomicach', 'Неполоміце', 'Неполоміцах'],
  ['Zielonki', 'Zielonkach'],
  ['Liszki', 'Liszkach'],
  ['Mogilany', 'Mogilanach'],
  ['Świątniki Górne', 'Świątnikach Górnych'],
  ['Michałowice', 'Michałowicach'],
  ['Kocmyrzów', 'Kocmyrzowie'],
  ['Czernichów', 'Czernichowie'],
  ['Węgrzce', 'Węgrzcach'],
  ['Wielka Wieś', 'Wielkiej Wsi'],
  ['Modlnica', 'Modlnicy'],
  ['Balice', 'Balicach'],
  ['Bibice', 'Bibicach'],
  ['Libertów', 'Libertowie'],
  ['Krzeszowice', 'Krzeszowicach'],
  ['Myślenice', 'Myślenicach'],
  ['Bochnia', 'Bochni'],
  ['Tarnów', 'Tarnowie'],
  ['Katowice', 'Katowicach', 'Катовіце', 'Катовіцах'],
  ['Zakopane', 'Zakopanem', 'Закопане', 'Закопаному'],
  ['Warszawa', 'Warszawie', 'Варшава', 'Варшаві'],
];

const KNOWN = TOWNS.flatMap(([name = '', ...forms]) => {
  const [located, ...elsewhere] = forms;
  const pairs = [[name, located], elsewhere].filter((pair) => pair.length > 0);
  return pairs.map(([called = '', within = '']) => ({ name, called: fold(called), within: fold(within) }));
});

const IN = ['w', 'we', 'in', 'у', 'в'];
/** `ulica Na Zielonki` only leads there. */
const TOWARDS = / (?:na|do|ul|ulica|os|osiedle)$/;

/**
 * The other town that a place described in words seems to be in; null when it names none. A street towards a town
 * names it too, so this is a reason to ask and never to refuse.
 */
export function otherTown(text: string): string | null {
  for (const part of fold(text).split(/[,;.()\n]+/)) {
    const line = ` ${(part.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
    const found = KNOWN.find(({ called, within }) => isIn(line, called, within));
    if (found) return found.name;
  }
  return null;
}

/** `Wieliczka, Rynek 1`, `Rynek 1 Wieliczka`, `w Wieliczce`, `in Wieliczka`. */
function isIn(line: string, called: string, within: string): boolean {
  const name = ` ${called} `;
  const ends = line.endsWith(name) && !TOWARDS.test(line.slice(0, -name.length));
  const follows = IN.some((word) => line.includes(` ${word}${name}`) || line.includes(` ${word} ${within} `));
  return line.startsWith(name) || ends || follows;
}
