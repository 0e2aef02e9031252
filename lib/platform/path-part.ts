/**
 * A part of the path as it was typed. Next hands it on once more or once less encoded, as it goes through the rewriting
 * of languages: what cannot be read again has been read to its end.
 */
export function pathPart(given: string): string {
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}
