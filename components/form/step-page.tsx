import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ErrorSummary, type SummaryError } from '#components/ui/error-summary.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { Steps } from '#components/ui/steps.tsx';
import type { Progress } from '#lib/filing/dto.ts';
import type { Kind } from '#lib/submissions/words.ts';

type StepPageProps = {
  kind: Kind;
  progress: Progress;
  /** Path of the step before, without language prefix. */
  back: string;
  errors: SummaryError[];
  /** Two columns instead of one. */
  wide?: boolean;
  children: ReactNode;
};

/** What stands around every step: one step back, where I am, what to correct. */
export function StepPage({ kind, progress, back, errors, wide, children }: StepPageProps) {
  const t = useTranslations('filing.stages');
  const words = useTranslations(`kinds.${kind}`);
  const { current, total, stage } = progress;
  const inside = (
    <>
      <BackLink href={back} />
      <Steps current={current} total={total} label={stage === 'what' ? words('stage') : t(stage)} />
      {errors.length > 0 && (
        <div className="form-errors">
          <ErrorSummary errors={errors} />
        </div>
      )}
      {children}
    </>
  );
  return <Main className="wrap form-page">{wide ? inside : <div className="column">{inside}</div>}</Main>;
}
