import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Step } from '#lib/filing/words.ts';

type StepFormProps = {
  draftId: string;
  step: Exclude<Step, 'check'>;
  /** Path of this page with its language, for the pages that refuse a request as a whole. */
  back: string;
  /** Carries files. */
  files?: boolean;
  className?: string;
  children: ReactNode;
};

/** A plain form that posts one step of a draft. */
export function StepForm({ draftId, step, back, files, className, children }: StepFormProps) {
  return (
    <form
      method="post"
      action={`/api/drafts/${draftId}/${step}`}
      encType={files ? 'multipart/form-data' : undefined}
      className={className}
      noValidate
    >
      <input type="hidden" name="back" value={back} />
      {children}
    </form>
  );
}

/** The one main action of a step, and the way to stop here. */
export function StepActions({ label, later = true }: { label: string; later?: boolean }) {
  const t = useTranslations('filing');
  return (
    <div className="form-act">
      <Button>{label}</Button>
      {later && (
        <button type="submit" name="later" value="1" className="btn-link">
          {t('later.link')}
        </button>
      )}
    </div>
  );
}
