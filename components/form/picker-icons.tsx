import { CheckCircleIcon, MapPinIcon, WarningCircleIcon } from '@phosphor-icons/react/ssr';
import { MAP_ICONS } from '#components/map/map-icons.tsx';
import { Icon } from '#components/ui/icon.tsx';

/** Drawn on the server and handed to the picker's script, which then needs no icons of its own. */
export const PICKER_ICONS = {
  pin: <Icon of={MapPinIcon} weight="fill" />,
  chosen: <Icon of={CheckCircleIcon} weight="fill" />,
  error: <Icon of={WarningCircleIcon} weight="fill" />,
  map: {
    pin: <Icon of={MapPinIcon} weight="fill" />,
    ...MAP_ICONS,
  },
};
