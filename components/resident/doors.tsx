import { ArrowRightIcon, ChatCircleTextIcon, LightbulbIcon, WrenchIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Arch } from '#components/ui/arch.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';

const DOORS = [
  { key: 'problem', href: '/zglos/problem', icon: WrenchIcon },
  { key: 'idea', href: '/zglos/pomysl', icon: LightbulbIcon },
  { key: 'question', href: '/zadaj-pytanie', icon: ChatCircleTextIcon },
];

/** The three open doors: all that a resident can come with. */
export function Doors() {
  const t = useTranslations('home.doors');
  return (
    <ul className="doors list-plain">
      {DOORS.map(({ key, href, icon }) => (
        <li key={key}>
          <Link className="door" href={href}>
            <Arch>
              <Icon of={icon} className="a-ic" />
            </Arch>
            <span className="door-t">
              <span className="door-h">{t(`${key}.title`)}</span>{' '}
              <span className="door-d">{t(`${key}.text`)}</span>
            </span>
            <Icon of={ArrowRightIcon} weight="bold" className="door-a" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
