import { describe, expect, it } from 'vitest';
import { growth } from '#tests/factories/cost.ts';
import { detectPersonalData } from './detect.ts';

describe('personal data in a text', () => {
  it.each([
    ['PESEL', 'Nazywam się Jan, PESEL 44051401359.'],
    ['PESEL', 'urodzona po roku dwutysięcznym: 02270803624'],
    ['PHONE', 'Mój numer: 600 000 000.'],
    ['PHONE', 'tel. 600-100-200'],
    ['PHONE', 'proszę dzwonić 600100200'],
    ['PHONE', 'tel.:600.100.200'],
    ['PHONE', '+48 600 100 200'],
    ['PHONE', 'sąsiad: 12 421 00 01'],
    ['PHONE', '(12) 421-00-01 po 16'],
    ['PHONE', 'numer +380 67 123 45 67'],
    ['EMAIL', 'Piszcie na ola.k@poczta.example.pl, dziękuję'],
    ['EMAIL', 'żaneta@przykład.pl'],
    ['PLATE', 'Auto KR 5AB12 stoi na chodniku'],
    ['PLATE', 'KR12345'],
    ['PLATE', 'samochód KRA 12AB'],
    ['PLATE', 'KRA 1A234? raczej KRA1A23'],
    ['PLATE', 'KRA A123'],
    ['PLATE', 'biały bus WX 1234C'],
    ['PLATE', 'auto kr 1234a'],
    ['IBAN', 'Proszę o zwrot na PL61 1090 1014 0000 0712 1981 2874'],
    ['IBAN', '61109010140000071219812874'],
    ['IBAN', 'DE89370400440532013000'],
  ])('%s is found in "%s"', (finding, text) => {
    expect(detectPersonalData(text)).toEqual([finding]);
  });

  it.each([
    'Od 2026-11-22 nie świeci latarnia.',
    'W dniu 22.11.2026 o 14:30, potem 23-11-2026.',
    'Długa 12, przy Basztowej 4/6, m. 123.',
    'Koszt to 123 456 789 zł, a nie 600 000 000 PLN.',
    'Kara 1 500,00 zł i 1 250 000 zł.',
    'Zgłoszenie KRK-2026-004217 i KRK 2026 004217.',
    'Tramwaj 52, autobus 173 i 304, wagon RP654, HL401.',
    'Kod 31-004 Kraków, plac o powierzchni 12 345 m2.',
    'Zadzwoniono pod 112 i 994.',
    'Słup nr 12345, latarnia NR 12345, nr 1234A.',
    'Współrzędne 50.061430, 19.936580 albo 50.0614300.',
    'Numer seryjny 123456789012345678901.',
    'Nie jest to PESEL 44051401358 ani 44051301359.',
    'Droga S7, A4, DK94, LED 3000, RAL 7016, PN-EN 12345.',
    'PL61 1090 1014 0000 0712 1981 2875',
    'Spotkajmy się @ rynek, małpa@ i @małpa.',
  ])('nothing is found in "%s"', (text) => {
    expect(detectPersonalData(text)).toEqual([]);
  });

  it('tells each kind once, always in the same order', () => {
    const text = 'ola@example.pl, 600 100 200, 600 100 201, PESEL 44051401359, KR 12345';
    expect(detectPersonalData(text)).toEqual(['PESEL', 'PHONE', 'EMAIL', 'PLATE']);
  });

  it.each(['a', '1', '1 ', 'KR ', '12 3', 'a@', 'a.', '+1', '48', 'AB12 ', '600 100 20 '])(
    'takes no more than its share of time for a hostile repetition of %j',
    (part) => {
      expect(growth(part, detectPersonalData)).toBeLessThan(15);
    },
  );
});
