import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { localePath } from '#lib/i18n/languages.ts';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import type { Command } from '#lib/submissions/words.ts';

type CommandFormProps = {
  tracked: Pick<TrackedCase, 'reference' | 'code' | 'version'>;
  command: Command;
  children: ReactNode;
  className?: string;
  withFiles?: boolean;
};

/** A form that acts as the person who reported: the code is its key, the version says what that person saw. */
export function CommandForm({ tracked, command, children, className, withFiles }: CommandFormProps) {
  const locale = useLocale();
  const page = localePath(locale, `/sledz/${tracked.code.replaceAll('-', '')}`);
  return (
    <form
      className={className}
      method="post"
      action={`/api/submissions/${tracked.reference}/${command}`}
      encType={withFiles ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="code" value={tracked.code} />
      <input type="hidden" name="version" value={tracked.version} />
      <input type="hidden" name="back" value={`${page}?k=${command}`} />
      <input type="hidden" name="next" value={`${page}?zrobione=${command}`} />
      {children}
    </form>
  );
}
