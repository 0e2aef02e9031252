import { CheckCircleIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { ShortcutsHelp } from '#components/staff/shortcuts-help.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Kbd, Main } from '#components/ui/page.tsx';
import { Plate } from '#components/ui/plate.tsx';
import type { Conversation, FiledCase } from '#lib/filing/intake-dto.ts';
import { FiledList } from './filed-list.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { Spelled } from './spelled.tsx';

type IntakeReceiptProps = {
  id: string;
  conversation: Conversation;
  cases: FiledCase[];
  /** The form was sent a second time, with other words. */
  changed: boolean;
};

/** What came of the form: the number to say, the code to spell, what to tell, and the way to the next case. */
export function IntakeReceipt({ id, conversation, cases, changed }: IntakeReceiptProps) {
  const t = useTranslations('intake.receipt');
  const filed = cases.at(-1);
  if (!filed) return null;
  return (
    <Main className="wrap q-page stack in-receipt" reference={filed.reference}>
      {changed && <Banner tone="warn">{t('changed', { number: filed.reference })}</Banner>}
      <p className="receipt-ok">
        <Icon of={CheckCircleIcon} weight="fill" />
        {filed.category}
        {filed.place && `, ${filed.place}`}
      </p>
      <h1>{t(filed.joined ? 'joined' : 'title')}</h1>
      <div className="in-said">
        <div className="stack">
          <NumberAndCode filed={filed} language={conversation.language} />
          <Findings filed={filed} />
        </div>
        <ReadAloud filed={filed} language={conversation.language} mails={conversation.email !== null} />
      </div>
      <Next id={id} conversation={conversation} filed={filed} />
      {cases.length > 1 && <FiledList cases={cases} current={filed.reference} />}
      <Keys />
    </Main>
  );
}

function Keys() {
  const t = useTranslations('intake');
  return (
    <ShortcutsHelp
      actions={[]}
      more={[
        { key: 'N', words: t('receipt.nextSame') },
        { key: 'O', words: t('newPerson') },
      ]}
    />
  );
}

function NumberAndCode({ filed, language }: { filed: FiledCase; language: string }) {
  const t = useTranslations('intake.receipt');
  return (
    <dl className="receipt-plates in-plates">
      <div>
        <dt>{t('number')}</dt>
        <dd>
          <Plate>{filed.reference}</Plate>
        </dd>
      </div>
      {filed.code && (
        <div>
          <dt>{t('code')}</dt>
          <dd>
            <Spelled code={filed.code} language={language} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Findings({ filed }: { filed: FiledCase }) {
  const t = useTranslations('staff.findings');
  const say = useTranslations('intake.receipt');
  if (filed.findings.length === 0) return null;
  return (
    <Banner tone="warn">
      {filed.findings.map((finding) => (
        <p key={finding}>{t(finding)}</p>
      ))}
      {filed.kind !== 'QUESTION' && <p>{say('findings')}</p>}
    </Banner>
  );
}

function Next({
  id,
  conversation,
  filed,
}: Pick<IntakeReceiptProps, 'id' | 'conversation'> & { filed: FiledCase }) {
  const t = useTranslations('intake');
  const locale = useLocale();
  const known = conversation.name || conversation.email || conversation.phone;
  return (
    <div className="row">
      <LinkButton href={`/staff/nowe?r=${id}`} data-shortcut="n" lang={locale}>
        {t(known ? 'receipt.nextSame' : 'receipt.nextHere')} <Kbd>{'N'}</Kbd>
      </LinkButton>
      <LinkButton look="quiet" href={`/staff/nowe?kanal=${conversation.channel}`} data-shortcut="o">
        {t('newPerson')} <Kbd>{'O'}</Kbd>
      </LinkButton>
      {!filed.joined && (
        <Link className="link-block" href={`/staff/zgloszenia/${filed.reference}`}>
          {t('receipt.open')}
        </Link>
      )}
    </div>
  );
}
