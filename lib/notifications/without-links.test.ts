import { describe, expect, it } from 'vitest';
import { withoutLinks } from './without-links.ts';

describe('an address in a mail', () => {
  it.each([
    'Długa 12',
    'ul. Długa 12/3',
    'ul.Długa 12',
    'os.Kolorowe 8',
    'pl. Wszystkich Świętych 3-4',
    'św.Tomasza 5',
    'park im. H. Jordana',
  ])('is told as it was typed: %s', (address) => expect(withoutLinks(address)).toBe(address));

  it.each([
    'Wygrana! http://evil.example',
    'www.evil.example',
    'zajrzyj na evil.example/x',
    'napisz: kto@evil.example',
    'HTTPS://EVIL',
  ])('is left out when it could be a link: %s', (address) => expect(withoutLinks(address)).toBeNull());

  it('is left out when there is none', () => {
    expect(withoutLinks(null)).toBeNull();
  });
});
