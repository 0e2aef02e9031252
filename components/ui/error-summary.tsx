import { useTranslations } from 'next-intl';

export type SummaryError = { field: string; message: string };

/**
 * What to correct, on top of the form, with a link to each field (its id is the field's name).
 * It takes the focus as the page opens; the browser's own `autofocus` does that without JavaScript too.
 */
export function ErrorSummary({ errors }: { errors: SummaryError[] }) {
  const t = useTranslations('common');
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the summary must be heard first after a refused form
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errorSummary', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
