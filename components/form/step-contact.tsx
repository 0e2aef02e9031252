import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Kind } from '#lib/submissions/words.ts';

export type ContactValues = { name: string; email: string; phone: string };

type ContactFieldsProps = {
  kind: Kind;
  values: ContactValues;
  errors: Partial<Record<keyof ContactValues, string>>;
};

/** Who reports: every field may stay empty, and each says what it is for. */
export function ContactFields({ kind, values, errors }: ContactFieldsProps) {
  const t = useTranslations('filing.contact');
  const words = useTranslations(`kinds.${kind}`);
  const common = (name: keyof ContactValues) => ({
    name,
    label: t(name),
    hint: name === 'name' ? t('nameHint') : words(`contact.${name}`),
    defaultValue: values[name],
    error: errors[name],
    optional: true,
  });
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{words('contact.lead')}</p>
      <div className="stack-lg form-fields">
        <TextInput
          {...common('email')}
          type="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
        />
        <TextInput {...common('phone')} type="tel" autoComplete="tel" maxLength={40} />
        <TextInput {...common('name')} autoComplete="name" maxLength={120} />
      </div>
      <p className="meta">{t.rich('who', { link: (words) => <Link href="/prywatnosc">{words}</Link> })}</p>
    </>
  );
}
