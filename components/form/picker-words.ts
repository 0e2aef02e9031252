/** The words of the place picker, translated on the server: no messages are sent to the browser beyond these. */
export type PickerWords = {
  address: string;
  addressHint: string;
  ways: string;
  waysHint: string;
  way: Record<'nearby' | 'here' | 'words' | 'map', { label: string; hint: string }>;
  nearbyLabel: string;
  wordsLabel: string;
  wordsFieldHint: string;
  locate: string;
  locating: string;
  located: string;
  locateDenied: string;
  suggestions: string;
  /** By number of suggestions, from none to ten. */
  suggestionsCount: string[];
  chosen: string;
  point: string;
  approximate: string;
  noPoint: string;
  outside: string;
  change: string;
  changeWhat: string;
  errorPrefix: string;
  map: MapWords;
};

export type MapWords = Record<
  | 'name'
  | 'skip'
  | 'loading'
  | 'failed'
  | 'noTiles'
  | 'set'
  | 'zoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'pan'
  | 'up'
  | 'down'
  | 'left'
  | 'right',
  string
>;

/** A point of the map that will be sent, and where it came from. */
export type PickedPoint = {
  lat: number;
  lng: number;
  approximate: boolean;
  from: 'address' | 'nearby' | 'here' | 'map';
};

/** One answer of the place search. */
export type PlaceSuggestion = {
  label: string;
  lat: number;
  lng: number;
  type: string;
  district: number | null;
};
