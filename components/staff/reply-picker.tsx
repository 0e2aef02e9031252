import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/text-input.tsx';
import { REPLY_FIELDS, type ReplyCommand } from '#lib/directory/reply-schema.ts';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import type { StaffCommand } from './command-fields.ts';
import type { CommandOptions } from './command-select.tsx';
import { kept, type Refused, useFieldErrors } from './refused.tsx';
import { ReplyHelper } from './reply-helper.tsx';

/** Whether the command's words go to a person, so that templates and a preview make sense. */
export function isReply(command: StaffCommand): command is ReplyCommand & StaffCommand {
  return command in REPLY_FIELDS;
}

type ReplyPickerProps = { item: StaffCase; options: CommandOptions; state: Refused | null };

/**
 * Templates to begin with, and the language of what is written. Both buttons send the form as it stands and get it
 * back filled in; with JavaScript the same happens in place, so that chosen photos stay chosen.
 */
export function ReplyPicker({ item, options, state }: ReplyPickerProps) {
  const t = useTranslations('workday.reply');
  const errorOf = useFieldErrors(state);
  return (
    <>
      {options.replies.length > 0 && (
        <div className="reply-p">
          <Select name="template" label={t('template')} error={errorOf('template')} defaultValue="" optional>
            <option value="">{t('none')}</option>
            {options.replies.map(({ id, name }) => (
              <option key={id} value={id} lang="pl">
                {name}
              </option>
            ))}
          </Select>
          <Button look="quiet" formAction={templatePath(item)} formNoValidate data-reply="insert">
            {t('insert')}
          </Button>
        </div>
      )}
      <Inserted item={item} state={state} />
      {item.textLocale !== 'pl' && <LanguageSelect item={item} state={state} />}
      <ReplyHelper
        paths={{ reply: templatePath(item), preview: previewPath(item) }}
        words={{
          inserted: t('insertedNow'),
          fallback: t('fallback'),
          undo: t('undo'),
          failed: t('failed'),
          close: t('close'),
          title: t('previewTitle'),
          preview: { subject: t('subject'), mailed: t('mailed'), notMailed: t('notMailed') },
        }}
      />
    </>
  );
}

const templatePath = ({ reference }: StaffCase) => `/api/submissions/${reference}/template`;
const previewPath = ({ reference }: StaffCase) => `/api/submissions/${reference}/preview`;

const KEPT_OF_INSERTED = ['before', 'inserted', 'fallback'];

/** What was put in a moment ago, and the way back to what was typed before. */
function Inserted({ item, state }: Pick<ReplyPickerProps, 'item' | 'state'>) {
  const t = useTranslations('workday.reply');
  const name = kept(state, 'inserted');
  if (!name) return null;
  return (
    <div className="reply-in row">
      {/* Sent along, so that a preview or a mistake does not take the way back away. */}
      {KEPT_OF_INSERTED.map((field) => (
        <input key={field} type="hidden" name={field} value={kept(state, field) ?? ''} />
      ))}
      <p role="status">
        {t('inserted', { name })} {kept(state, 'fallback') && t('fallback')}
      </p>
      <Button look="quiet" formAction={templatePath(item)} formNoValidate name="undo" value="1">
        {t('undo')}
      </Button>
    </div>
  );
}

function LanguageSelect({ item, state }: Pick<ReplyPickerProps, 'item' | 'state'>) {
  const t = useTranslations('workday.reply');
  const languages = ['pl', item.textLocale];
  return (
    <Select
      name="language"
      label={t('language')}
      hint={t('languageHint', { language: t(`languages.${item.textLocale}`) })}
      defaultValue={kept(state, 'language') ?? 'pl'}
    >
      {languages.map((code) => (
        <option key={code} value={code}>
          {t(`languages.${code}`)}
        </option>
      ))}
    </Select>
  );
}

/** Shows the mail before it leaves. */
export function PreviewButton({ item }: { item: StaffCase }) {
  const t = useTranslations('workday.reply');
  return (
    <Button look="quiet-main" formAction={previewPath(item)} data-reply="preview">
      {t('preview')}
    </Button>
  );
}
