import {
  ArrowDownIcon,
  ArrowLeftIcon,
  ArrowRightIcon,
  ArrowUpIcon,
  CheckCircleIcon,
  MapPinIcon,
  MinusIcon,
  PlusIcon,
  WarningCircleIcon,
} from '@phosphor-icons/react/ssr';
import { Icon } from '#components/ui/icon.tsx';

/** Drawn on the server and handed to the picker's script, which then needs no icons of its own. */
export const PICKER_ICONS = {
  pin: <Icon of={MapPinIcon} weight="fill" />,
  chosen: <Icon of={CheckCircleIcon} weight="fill" />,
  error: <Icon of={WarningCircleIcon} weight="fill" />,
  map: {
    pin: <Icon of={MapPinIcon} weight="fill" />,
    up: <Icon of={ArrowUpIcon} weight="bold" />,
    left: <Icon of={ArrowLeftIcon} weight="bold" />,
    right: <Icon of={ArrowRightIcon} weight="bold" />,
    down: <Icon of={ArrowDownIcon} weight="bold" />,
    zoomIn: <Icon of={PlusIcon} weight="bold" />,
    zoomOut: <Icon of={MinusIcon} weight="bold" />,
  },
};
