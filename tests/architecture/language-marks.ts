/** Letters of other scripts, Russian ones in Ukrainian, and marks that the language does not use. */
export const FOREIGN = {
  pl: /['"«»‘]|\p{Script=Cyrillic}/u,
  en: /['"«»„“”]|\p{Script=Cyrillic}/u,
  uk: /['"„”‘“]|[ыэъёЫЭЪЁ]/u,
} as const;

/** `zgłosiłeś`, `zgłosił(a)`, `mieszkaniec/-nka`, `звернувся/-лася`, `he or she`. */
export const GENDERED =
  /\p{L}ł(am|[ae]ś)(?!\p{L})|\p{L}(\/-?|\(-?)(a|ą|eś|aś|em|am|ka|nka|ла|лася|ка|а|я)\)?(?!\p{L})|\b(he|she|his|her|him)\b/iu;
