import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CodeOptions } from '#components/staff/code-options.tsx';
import { type FormValues, fieldOf } from '#components/staff/form-values.ts';
import { NameField, PhoneField } from '#components/staff/person-fields.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { Kbd } from '#components/ui/page.tsx';
import { FileInput, Select, TextArea, TextInput } from '#components/ui/text-input.tsx';
import type { CategoryGroupDto } from '#lib/directory/dto.ts';
import { INTAKE_CHANNELS } from '#lib/filing/intake-words.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { KINDS, MAX_TEXT, MAX_TITLE } from '#lib/submissions/words.ts';
import { Segments } from './segments.tsx';

type FieldsProps = { values: FormValues };

/** How the person came, what kind of thing it is, and in which language they hear from us. */
export function TopFields({ values }: FieldsProps) {
  const t = useTranslations('intake');
  const kinds = useTranslations('intake.kinds');
  const channels = useTranslations('intake.channels');
  return (
    <div className="in-top">
      <Segments
        name="channel"
        label={t('channel')}
        choices={INTAKE_CHANNELS.map((value) => ({ value, label: channels(value) }))}
        defaultValue={values.value('channel')}
        error={values.error('channel')}
      />
      <Segments
        name="kind"
        label={t('kind')}
        choices={KINDS.map((value) => ({ value, label: kinds(value) }))}
        defaultValue={values.value('kind')}
        error={values.error('kind')}
      />
      <div className="in-letter">
        <TextInput
          name="letterDate"
          type="date"
          label={t('letterDate')}
          optional
          defaultValue={values.value('letterDate')}
          error={values.error('letterDate')}
        />
      </div>
    </div>
  );
}

/** What it is about, in the words of whoever reports. The first field of the keyboard. */
export function TextFields({ values, focus }: FieldsProps & { focus: boolean }) {
  const t = useTranslations('intake');
  return (
    <>
      <div className="in-title">
        <TextInput
          name="title"
          label={t('ideaTitle')}
          hint={t('ideaTitleHint')}
          optional
          maxLength={MAX_TITLE}
          defaultValue={values.value('title')}
          error={values.error('title')}
        />
      </div>
      <TextArea
        name="text"
        label={t('text')}
        rows={4}
        maxLength={MAX_TEXT}
        defaultValue={values.value('text')}
        error={values.error('text')}
        // Whoever opens this page has somebody on the phone, and writes at once.
        autoFocus={focus}
      />
    </>
  );
}

type CategoryFieldProps = FieldsProps & { groups: CategoryGroupDto[] };

/** All categories by kind and group; with a script only those of the chosen kind are in sight. */
export function CategoryField({ values, groups }: CategoryFieldProps) {
  const t = useTranslations('intake');
  const kinds = useTranslations('intake.kinds');
  return (
    <Select
      name="category"
      label={t('category')}
      defaultValue={values.value('category')}
      error={values.error('category')}
    >
      <option value="">{t('categoryNone')}</option>
      {groups.map(({ code, name, categories }) => {
        const kind = categories[0]?.kind ?? 'PROBLEM';
        return (
          <optgroup key={`${kind} ${code}`} label={`${kinds(kind)}: ${name}`} data-kind={kind}>
            <CodeOptions of={categories} />
          </optgroup>
        );
      })}
    </Select>
  );
}

/** Who it is, as far as they want to say. */
export function PersonFields({ values }: FieldsProps) {
  const t = useTranslations('intake');
  return (
    <fieldset className="in-person">
      <legend className="legend">
        {t('person')} <span className="optional">{t('personOptional')}</span>
      </legend>
      <div className="in-row in-row-4">
        <PhoneField values={values} label={t('phone')} />
        <TextInput {...fieldOf(values, 'email')} label={t('email')} type="email" maxLength={254} />
        <NameField values={values} label={t('name')} />
        <Select name="language" label={t('language')} defaultValue={values.value('language')}>
          <CodeOptions of={LANGUAGES} />
        </Select>
      </div>
    </fieldset>
  );
}

type EndFieldsProps = FieldsProps & { anew: ReactNode };

/** Photos for those who brought some, and the way on. */
export function EndFields({ values, anew }: EndFieldsProps) {
  const t = useTranslations('intake');
  const error = values.error('photos');
  return (
    <>
      <Details summary={t('photos')} open={Boolean(error) || (values.photos ?? []).length > 0}>
        <FileInput
          name="photos"
          label={t('photosLabel')}
          error={error}
          kept={values.photos}
          optional
          accept="image/jpeg,image/png,image/webp"
          multiple
        />
      </Details>
      <div className="row in-end">
        <Button data-main="">
          {t('submit')} <Kbd>{t('keys.control')}</Kbd> <Kbd>{t('keys.enter')}</Kbd>
        </Button>
        <Button
          look="quiet"
          className="nojs-only"
          formAction="/api/staff/look"
          formNoValidate
          name="podglad"
          value="1"
        >
          {t('check')}
        </Button>
        {anew}
      </div>
    </>
  );
}

/** Leaves this person's data behind and begins with the next one. */
export function NewPerson({ channel }: { channel: string }) {
  const t = useTranslations('intake');
  return (
    <LinkButton look="quiet" href={`/staff/nowe?kanal=${channel}`}>
      {t('newPerson')}
    </LinkButton>
  );
}
