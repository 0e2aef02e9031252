import { useTranslations } from 'next-intl';
import { Details } from '#components/ui/details.tsx';
import { REPLY_VARIABLES } from '#lib/directory/reply-schema.ts';

/** What a template may hold between double braces, and what stands there in an answer. */
export function VariablesNote() {
  const t = useTranslations('workday.variables');
  return (
    <Details summary={t('title')}>
      <dl className="adm-vars">
        {REPLY_VARIABLES.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd>{t(`names.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
