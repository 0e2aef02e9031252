import { describe, expect, it } from 'vitest';
import { readGazetteer } from '#prisma/seed/files.ts';
import { growth } from '#tests/factories/cost.ts';
import { Gazetteer } from './gazetteer.ts';

const gazetteer = new Gazetteer(readGazetteer());
const labels = (typed: string) => gazetteer.search(typed).map((hit) => hit.label);
const first = (typed: string) => gazetteer.search(typed)[0];

describe('place search', () => {
  it.each([
    ['Długa 12', 'Długa 12', 'address'],
    ['dluga 12a', 'Długa 12a', 'address'],
    ['ul. Długa', 'Długa', 'street'],
    ['na Długiej', 'Długa', 'street'],
    ['31-147 Kraków, ul. Długa 12 m. 4', 'Długa 12', 'address'],
    ['karmelicka 3/5', 'Karmelicka 3/5', 'address'],
    ['al. mickiewicza 30', 'Aleja Adama Mickiewicza 30', 'address'],
    ['29 listopada 48', 'Aleja 29 Listopada 48', 'address'],
    ['Mickiewicza', 'Aleja Adama Mickiewicza', 'street'],
    ['św. Anny 2', 'Świętej Anny 2', 'address'],
    ['gen. Andersa', 'Aleja Generała Władysława Andersa', 'street'],
    ['kroleska', 'Królewska', 'street'],
    ['Karmelcka 7', 'Karmelicka 7', 'address'],
    ['rondo mogliskie', 'Rondo Mogilskie', 'street'],
    ['Kazimierz', 'Kazimierz', 'neighbourhood'],
    ['nowa huta', 'Nowa Huta', 'district'],
    ['Błonia', 'Błonia', 'park'],
    ['dywizjonu 303', 'Osiedle Dywizjonu 303', 'street'],
    ['Floriańs', 'Floriańska', 'street'],
    ['przystanek Teatr Bagatela', 'Teatr Bagatela', 'stop'],
    ['na przystanku tramwajowym Teatr Bagatela', 'Teatr Bagatela', 'stop'],
  ])('%s → %s', (typed, label, type) => expect(first(typed)).toMatchObject({ label, type }));

  it.each([
    ['12 Długa Street', 'Długa 12'],
    ['на Длугій', 'Długa'],
    ['near Rondo Mogilskie', 'Rondo Mogilskie'],
    ['Nowa Huta district', 'Nowa Huta'],
    ['Teatr Bagatela tram stop', 'Teatr Bagatela'],
    ['зупинка трамвайна Театр Багатела', 'Teatr Bagatela'],
    ['вул. Длуга 12', 'Długa 12'],
    ['Карменіцка 7', 'Karmelicka 7'],
    ['Крулевська', 'Królewska'],
    ['велицька', 'Wielicka'],
    ['біля Ронда Могільського', 'Rondo Mogilskie'],
    ['Нова Гута', 'Nowa Huta'],
    ['Казімєж', 'Kazimierz'],
    ['Гжегужки', 'Grzegórzki'],
    ['Подгуже', 'Podgórze'],
    ['Старе Място', 'Stare Miasto'],
    ['Флоріан', 'Floriańska'],
  ])('%s, written by somebody from abroad, → %s', (typed, label) =>
    expect(
      gazetteer
        .search(typed)
        .slice(0, 3)
        .map((hit) => hit.label),
    ).toContain(label),
  );

  it('puts a crossing between its two streets and says that it is one', () => {
    for (const typed of [
      'Długa i Basztowa',
      'długa/basztowa',
      'skrzyżowanie Długiej i Basztowej',
      'Długa róg Basztowej',
      'Długa and Basztowa',
      'Длуга і Баштова',
    ]) {
      expect(first(typed), typed).toMatchObject({ label: 'Długa i Basztowa', type: 'crossing', district: 1 });
    }
    expect(labels('Tyniecka i Kocmyrzowska')).toEqual([]);
  });

  it('answers with a point always; names without one only complete an address', () => {
    expect(labels('Józefa i Agaty Gwizdałów')).toEqual([]);
    expect(gazetteer.complete('Agaty Gwizdałów 3')[0]).toMatchObject({
      label: 'Józefa i Agaty Gwizdałów 3',
      lat: null,
    });
    for (const hit of gazetteer.search('rynek')) {
      expect(Object.keys(hit).sort()).toEqual(['district', 'label', 'lat', 'lng', 'type']);
      expect(hit.lat).toBeGreaterThan(49.9);
      expect(hit.lng).toBeGreaterThan(19.7);
    }
  });

  it('gives at most ten, always in the same order', () => {
    expect(labels('a')).toHaveLength(10);
    expect(labels('a')).toEqual(labels('a'));
  });

  it('finds nothing in noise', () => {
    for (const typed of [
      '',
      '   ',
      '12',
      '!!!',
      'zażółć gęślą',
      '\u0000',
      "'; DROP TABLE",
      '🙂',
      'не знаю де це',
      'nie wiem gdzie to jest',
    ]) {
      expect(labels(typed), typed).toEqual([]);
    }
  });

  it('knows the nearest stop, but not one far away', () => {
    expect(gazetteer.nearest({ lat: 50.0639, lng: 19.9237 }, ['stop'], 800)?.entry.name).toBe('AGH / UR');
    expect(gazetteer.nearest({ lat: 52.2, lng: 21 }, ['stop'], 800)).toBeNull();
  });

  it.each(['mogliskie ', 'a', 'ą̈', '12/', 'x i y ', 'ąęż-'])(
    'takes no more than its share of time for a hostile repetition of %j',
    (part) => {
      const work = (typed: string) => [gazetteer.search(typed), gazetteer.complete(typed)];
      expect(growth(part, work)).toBeLessThan(15);
    },
  );
});
