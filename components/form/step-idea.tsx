import { useTranslations } from 'next-intl';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import { MAX_TITLE } from '#lib/submissions/words.ts';

type IdeaWords = { title: string; text: string };
type IdeaFieldsProps = { values: IdeaWords; errors: Partial<IdeaWords> };

/** The first question about an idea: what it is called, and what it is. */
export function IdeaFields({ values, errors }: IdeaFieldsProps) {
  const t = useTranslations('kinds.idea');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="stack-lg form-fields">
        <TextInput
          name="title"
          label={t('name')}
          hint={t('nameHint')}
          error={errors.title}
          defaultValue={values.title}
          maxLength={MAX_TITLE}
        />
        <TextArea
          name="text"
          label={t('text')}
          hint={t('textHint')}
          error={errors.text}
          defaultValue={values.text}
          rows={7}
        />
      </div>
      <ul className="notes list-plain">
        <li>{t('one')}</li>
        <li>{t('public')}</li>
      </ul>
    </>
  );
}
