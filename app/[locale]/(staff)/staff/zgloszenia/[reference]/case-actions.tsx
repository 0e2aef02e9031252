import { useTranslations } from 'next-intl';
import { ActionBar } from '#components/staff/action-bar.tsx';
import { CommandForm } from '#components/staff/command-form.tsx';
import { MailPreview } from '#components/staff/mail-preview.tsx';
import type { CasePageView } from './case-page-view.ts';

/** What may be done, and the form of the one that is open. */
export function CaseActions({ page }: { page: CasePageView }) {
  const { view, desk, actions, open, options, state } = page;
  const own = state?.values.form === open ? state : null;
  return (
    <div className="acts stack no-print">
      <ActionBar view={view} desk={desk} actions={actions} open={open} />
      {page.preview && <Preview preview={page.preview} />}
      {open && <CommandForm view={view} desk={desk} command={open} options={options} state={own} />}
    </div>
  );
}

/** Without JavaScript the mail stands above its form. */
function Preview({ preview }: { preview: NonNullable<CasePageView['preview']> }) {
  const t = useTranslations('workday.reply');
  return (
    <section className="act-f stack" id="podglad" tabIndex={-1} aria-labelledby="podglad-title">
      <h2 id="podglad-title">{t('previewTitle')}</h2>
      <MailPreview
        preview={preview}
        words={{ subject: t('subject'), mailed: t('mailed'), notMailed: t('notMailed') }}
      />
    </section>
  );
}
