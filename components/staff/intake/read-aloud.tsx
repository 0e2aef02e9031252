import { useTranslations } from 'next-intl';
import type { FiledCase } from '#lib/filing/intake-dto.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Expectation } from '#lib/submissions/dto.ts';

type ReadAloudProps = { filed: FiledCase; language: string; mails: boolean };

/** What to tell the person, in the person's language. */
export function ReadAloud({ filed, language, mails }: ReadAloudProps) {
  const t = useTranslations('intake.receipt');
  const say = translator(language, 'intake');
  const lines = filed.joined
    ? [say(mails ? 'say.joinedMail' : 'say.joinedNoMail', { number: filed.reference })]
    : [
        say('say.answer', { day: formatDay(language, filed.firstAnswerDay) }),
        say('say.time', { usual: usual(filed.expectation, language) }),
        say(mails ? 'say.mail' : 'say.noMail'),
      ];
  return (
    <section className="in-say" aria-labelledby="say-title">
      <h2 id="say-title" className="h-s">
        {t('say')}
      </h2>
      <ul lang={textLocale(language)}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function usual(expectation: Expectation, language: string): string {
  const say = translator(language, 'tracking');
  if (expectation.basis === 'NONE') return say('expectation.none');
  if (expectation.basis === 'PLANNED') return say('expectation.planned', { days: expectation.days });
  const { median, p80 } = expectation;
  return median === p80
    ? say('expectation.measuredSame', { days: p80 })
    : say('expectation.measured', { median, p80 });
}
