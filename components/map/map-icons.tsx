import {
  ArrowDownIcon,
  ArrowLeftIcon,
  ArrowRightIcon,
  ArrowUpIcon,
  MinusIcon,
  PlusIcon,
} from '@phosphor-icons/react/ssr';
import { Icon } from '#components/ui/icon.tsx';

/** Of the buttons that move and zoom a map. Drawn on the server and handed to its script, which then needs no icons. */
export const MAP_ICONS = {
  up: <Icon of={ArrowUpIcon} weight="bold" />,
  left: <Icon of={ArrowLeftIcon} weight="bold" />,
  right: <Icon of={ArrowRightIcon} weight="bold" />,
  down: <Icon of={ArrowDownIcon} weight="bold" />,
  zoomIn: <Icon of={PlusIcon} weight="bold" />,
  zoomOut: <Icon of={MinusIcon} weight="bold" />,
};
