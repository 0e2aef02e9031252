import { useTranslations } from 'next-intl';
import { useMapWords } from '#components/map/use-map-words.ts';
import type { PickerWords } from './picker-words.ts';

const MOST_SUGGESTIONS = 10;

/** The words that the place picker's script needs, looked up where the messages are. */
export function usePickerWords(): PickerWords {
  const t = useTranslations('filing.place');
  const common = useTranslations('common');
  const way = (name: keyof PickerWords['way']) => ({ label: t(`way.${name}`), hint: t(`way.${name}Hint`) });
  const counts = Array.from({ length: MOST_SUGGESTIONS }, (_, index) =>
    t('suggestionsCount', { count: index + 1 }),
  );
  return {
    address: t('address'),
    addressHint: t('addressHint'),
    ways: t('ways'),
    waysHint: t('waysHint'),
    way: { nearby: way('nearby'), here: way('here'), words: way('words'), map: way('map') },
    nearbyLabel: t('nearbyLabel'),
    wordsLabel: t('wordsLabel'),
    wordsFieldHint: t('wordsFieldHint'),
    locate: t('locate'),
    locating: t('locating'),
    located: t('located'),
    locateDenied: t('locateDenied'),
    suggestions: t('suggestions'),
    suggestionsCount: [t('noSuggestions'), ...counts],
    chosen: t('chosen'),
    point: t('point'),
    approximate: t('approximate'),
    noPoint: t('noPoint'),
    outside: t('outside'),
    change: t('change'),
    changeWhat: t('changeWhat'),
    errorPrefix: common('errorPrefix'),
    map: usePickingWords(),
  };
}

function usePickingWords(): PickerWords['map'] {
  const t = useTranslations('filing.place.map');
  return { ...useMapWords(), name: t('name'), failed: t('failed'), noTiles: t('noTiles'), set: t('set') };
}
