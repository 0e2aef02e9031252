import { fold } from '#lib/platform/stem.ts';

/**
 * What a column may hold, and the names such columns have in the exports of cities and in spreadsheets: Polish, English,
 * Ukrainian. Written as people write them; compared without accents, spaces and signs. The first that fits wins.
 */
const NAMES = {
  id: `id, external id, unique key, service request id, sr number, request id, case id, case enquiry id, ticket
    id, issue id, report id, incident id, reference, reference number, reference no, case number, ticket
    number, numer zgłoszenia, nr zgłoszenia, id zgłoszenia, identyfikator, identyfikator zgłoszenia, numer
    sprawy, nr sprawy, znak sprawy, sygnatura, номер звернення, number, numer, nr, номер, lp, objectid,
    globalid`,
  kind: 'kind, rodzaj zgłoszenia, typ zgłoszenia, rodzaj, typ, record type, type, вид звернення',
  category: `category, category code, kategoria, kod kategorii, kategoria zgłoszenia, service name, service code,
    complaint type, problem type, issue type, request type, case type, sr type, typ problemu, rodzaj
    problemu, rodzaj sprawy, typ sprawy, kategoria sprawy, rodzaj zdarzenia, temat zgłoszenia, temat, subject, problem, usługa, category name, nazwa
    kategorii, категорія, тема, typ zgłoszenia, rodzaj zgłoszenia, rodzaj, typ, type, reason`,
  subcategory: `subcategory, sub category, podkategoria, descriptor, complaint detail, service subtype, subtype, podtyp,
    szczegóły kategorii, case title, підкатегорія, problem detail`,
  title: 'title, tytuł, summary, nagłówek, заголовок, назва',
  text: `text, description, opis, opis zgłoszenia, opis problemu, opis sprawy, treść, treść zgłoszenia, tekst,
    details, request details, request description, issue description, comments, comment, body, message,
    content, опис, текст, uwagi`,
  received: `received, received at, date received, created date, created, created at, date created, creation date,
    requested datetime, requested at, open date, open dt, opened, opened date, opened at, date opened,
    submitted, submitted at, submission date, reported, reported at, reported date, date reported, sr
    creation date, data zgłoszenia, data wpływu, data przyjęcia, data utworzenia, data rejestracji, data
    dodania, data wpłynięcia, data nadania, zgłoszono, utworzono, data i godzina zgłoszenia, дата звернення,
    дата створення, timestamp, data, date, дата`,
  time: `time, godzina, godz, godzina zgłoszenia, godz zgłoszenia, godzina wpływu, godz wpływu, created time, time
    received, czas, час`,
  ended: `ended, closed date, closed, closed at, closed dt, close date, date closed, resolved, resolved at,
    resolution date, date resolved, completed, completed at, completion date, date completed, data
    zamknięcia, data zakończenia, data rozwiązania, data realizacji, data wykonania, data załatwienia,
    zakończono, zamknięto, дата закриття, дата виконання`,
  updated: `updated datetime, updated, updated at, last updated, last modified, resolution action updated date, data
    modyfikacji, data aktualizacji, data zmiany, data ostatniej zmiany, дата оновлення`,
  answered: `answered, answered at, first response, first response date, first answer, acknowledged, data odpowiedzi,
    data pierwszej odpowiedzi, дата відповіді`,
  status: `status, case status, sr status, ticket status, current status, request status, state, stan, status
    zgłoszenia, status sprawy, stan sprawy, etap, статус, стан`,
  outcome:
    'outcome, wynik, rozstrzygnięcie, sposób załatwienia, sposób zakończenia, result, resolution, результат',
  explanation: `explanation, resolution description, resolution notes, status notes, closure reason, closing notes,
    answer, response, city response, agency response, odpowiedź, treść odpowiedzi, wyjaśnienie, opis
    rozwiązania, komentarz jednostki, uwagi końcowe, відповідь`,
  department: `department, department code, agency, agency responsible, responsible agency, owner department,
    jednostka, jednostka odpowiedzialna, jednostka realizująca, nazwa jednostki, wydział, departament,
    realizator, assigned department, agency name, owner, підрозділ, служба`,
  duplicateOf: 'duplicate of, duplicate, duplicates, parent case, duplikat, duplikat zgłoszenia, дублікат',
  lat: `lat, latitude, szerokość, szerokość geograficzna, szer geogr, szer geograficzna, gps lat, geo lat, wgs84 lat, широта,
    współrzędna y, wsp y, y coordinate, coord y, y`,
  lng: `lng, lon, long, longitude, długość, długość geograficzna, dług geogr, dł geogr, dł geograficzna, gps lng, gps lon, gps long, geo
    lon, geo lng, wgs84 lon, довгота, współrzędna x, wsp x, x coordinate, coord x, x`,
  point: `point, coordinates, współrzędne, współrzędne gps, współrzędne geograficzne, geo point, geopoint, lat
    lng, lat lon, latlng, gps, pozycja, lokalizacja gps, wkt, geometry, the geom, geom, координати,
    location, lokalizacja`,
  address: `address, adres, adres zgłoszenia, adres zdarzenia, incident address, street address, location address,
    location street name, miejsce, miejsce zdarzenia, ulica i nr, ulica i numer, ulica nr, ulica numer,
    ulica i nr domu, ulica i numer domu, adres nieruchomości, adres miejsca, adres interwencji, ulica, street, street name, nazwa ulicy, адреса,
    вулиця, lokalizacja, location`,
  house:
    'house number, numer domu, nr domu, numer budynku, nr budynku, building number, номер будинку, nr, numer',
  place: `place description, location details, location description, location type, opis miejsca, opis
    lokalizacji, uwagi do lokalizacji, punkt orientacyjny, landmark, місце`,
  district: `district, district number, dzielnica, nr dzielnicy, numer dzielnicy, nazwa dzielnicy, ward, borough,
    neighborhood, район`,
  language: 'language, lang, locale, język, мова',
} as const satisfies Record<string, string>;

export type Field = keyof typeof NAMES;
export const FIELDS = Object.keys(NAMES) as Field[];

/** The names of each field as they are compared. */
export const FIELD_NAMES = Object.fromEntries(
  FIELDS.map((field) => [field, NAMES[field].split(',').map(plainHeader)]),
) as Record<Field, string[]>;

/** Fields that may be put together from several columns. */
export const JOINED_FIELDS: readonly Field[] = ['text', 'address', 'place', 'explanation'];

/** Says who reported. Never read: what another system knew of a person is not ours to take. */
const PERSONAL =
  /^(imie|nazwisko|imienazwisko|imieinazwisko|zglaszajacy|osobazglaszajaca|danezglaszajacego|wnioskodawca|mieszkaniec|email|emailaddress|adresemail|mail|phone|phonenumber|mobile|telefon|nrtelefonu|numertelefonu|tel|komorka|pesel|firstname|lastname|fullname|name|contact|contactname|reporter|reportername|customer|caller|citizen|kontakt|телефон|пошта|імя|прізвище)$/;

/** A header as it is compared: without what stands in brackets, accents, spaces and signs. */
export function plainHeader(header: string): string {
  return fold(header.replace(/\([^)]*\)|\[[^\]]*\]/g, '')).replace(/[^\p{L}\p{N}]/gu, '');
}

export function isPersonal(header: string): boolean {
  return PERSONAL.test(plainHeader(header));
}
