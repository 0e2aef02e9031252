/** Shortened words that people write without a space after the dot: `ul.Długa` is no address of a site. */
const PREFIXES = /(?<!\p{L})(ul|al|os|pl|św|im|gen|płk|mjr|rtm|marsz|ks|bp|kard|dr|prof|inż)\./giu;

/**
 * An address as it may stand in a mail of ours, or null. Anybody may type anybody's e-mail and anything as a place, so
 * what could be a link is left out: nobody's message goes out under the city's name.
 */
export function withoutLinks(address: string | null): string | null {
  if (address === null) return null;
  const plain = address.replace(PREFIXES, ' ');
  return /:\/\/|www\.|@|[\p{L}\d-]\.\p{L}{2,}/iu.test(plain) ? null : address;
}
