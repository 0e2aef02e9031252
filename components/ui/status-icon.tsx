import {
  CalendarCheckIcon,
  ChatCircleDotsIcon,
  CheckCircleIcon,
  FlagCheckeredIcon,
  HourglassMediumIcon,
  LinkSimpleIcon,
  MagnifyingGlassIcon,
  MegaphoneIcon,
  PaperPlaneTiltIcon,
  ProhibitIcon,
  SealCheckIcon,
  SignpostIcon,
  TrayArrowDownIcon,
  WarningIcon,
  WrenchIcon,
} from '@phosphor-icons/react/ssr';
import { Icon } from './icon.tsx';

const SHAPES: Record<string, typeof WrenchIcon> = {
  RECEIVED: TrayArrowDownIcon,
  PUBLISHED: MegaphoneIcon,
  UNDER_REVIEW: MagnifyingGlassIcon,
  ACCEPTED: SealCheckIcon,
  FORWARDED: PaperPlaneTiltIcon,
  IN_PROGRESS: WrenchIcon,
  RESOLVED: CheckCircleIcon,
  SCHEDULED: CalendarCheckIcon,
  REPORTER: ChatCircleDotsIcon,
  EXTERNAL: HourglassMediumIcon,
  OVERDUE: WarningIcon,
  FIXED: CheckCircleIcon,
  IMPLEMENTED: CheckCircleIcon,
  ANSWERED: CheckCircleIcon,
  OUTSIDE_CITY: SignpostIcon,
  DECLINED: ProhibitIcon,
  DUPLICATE: LinkSimpleIcon,
};

/** The picture of a status word (a key of the room `statuses`); endings without their own share the flag. */
export function StatusIcon({ word }: { word: string }) {
  return <Icon of={SHAPES[word] ?? FlagCheckeredIcon} weight="fill" />;
}
