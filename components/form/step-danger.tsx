import { PhoneCallIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { EMERGENCY } from '#lib/i18n/phone.ts';

type DangerAdviceProps = { office: { name: string; phone: string } | null };

/** Whom to call at once, before anything else is asked. */
export function DangerAdvice({ office }: DangerAdviceProps) {
  const t = useTranslations('filing.danger');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <section className="urgent" aria-labelledby="urgent">
        <h2 id="urgent">{t('now')}</h2>
        <ul className="list-plain">
          <UrgentNumber phone={EMERGENCY} name={t('emergency')} scope={t('emergencyScope')} />
          {office && <UrgentNumber phone={office.phone} name={office.name} scope={t('officeScope')} />}
        </ul>
      </section>
      <p>{t('then')}</p>
    </>
  );
}

function UrgentNumber({ phone, name, scope }: { phone: string; name: string; scope: string }) {
  return (
    <li>
      <a className="plate plate-xl" href={`tel:${phone.replace(/\s/g, '')}`}>
        <Icon of={PhoneCallIcon} weight="fill" />
        {phone.replaceAll(' ', '\u00a0')}
      </a>
      <span>
        <strong>{name}</strong>
        <span className="meta">{scope}</span>
      </span>
    </li>
  );
}
