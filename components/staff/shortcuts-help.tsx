import { useTranslations } from 'next-intl';
import { Kbd } from '#components/ui/page.tsx';
import { SHORTCUTS, type StaffCommand } from './command-fields.ts';
import { Shortcuts } from './shortcuts.tsx';

type ShortcutsHelpProps = {
  actions: StaffCommand[];
  /** Keys of this page alone. */
  more?: { key: string; words: string }[];
};

/** The keys of a page in words, around the little program that listens to them. */
export function ShortcutsHelp({ actions, more = [] }: ShortcutsHelpProps) {
  const t = useTranslations('staff.keys');
  const names = useTranslations('commands.names');
  const rows = [
    { key: 'J', words: t('next') },
    { key: 'K', words: t('previous') },
    ...actions.flatMap((command) => {
      const key = SHORTCUTS[command];
      return key ? [{ key: key.toUpperCase(), words: names(command) }] : [];
    }),
    ...more,
    { key: '/', words: t('search') },
    { key: '?', words: t('helpKey') },
  ];
  return (
    <Shortcuts words={{ help: t('help'), title: t('title'), on: t('on'), close: t('close') }}>
      <p className="meta">{t('lead')}</p>
      <dl className="keys-l">
        {rows.map(({ key, words }) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Shortcuts>
  );
}
