import { CheckSquareIcon, WarningIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PhoneText } from '#components/ui/phone-text.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import type { ProcedureCardDto } from '#lib/directory/procedure-dto.ts';
import type { CheckedPart } from '#lib/directory/procedure-schema.ts';

type ProcedureCardProps = {
  card: ProcedureCardDto;
  /** The level of its headings: 2 on its own page, 3 beside a call or a case. */
  level?: 2 | 3;
};

/** Everything a card says but its name: what to have ready, what it costs, where to go, then step by step. */
export function ProcedureCard({ card, level = 2 }: ProcedureCardProps) {
  return (
    <div className="pc">
      {!card.verified && <SampleBanner />}
      <div className="pc-top">
        <Documents card={card} level={level} />
        <Facts card={card} parts={KEY_PARTS} className="pc-facts" />
      </div>
      <Steps card={card} level={level} />
      <More card={card} level={level} />
      {card.questions.length > 0 && <Questions card={card} level={level} />}
    </div>
  );
}

function SampleBanner() {
  const t = useTranslations('procedures.sample');
  return (
    <Banner tone="warn" title={t('title')}>
      <p>
        {t('text')} <PhoneLink />
      </p>
    </Banner>
  );
}

type PartProps = { card: ProcedureCardDto; level: 2 | 3 };

function Heading({ level, id, children }: { level: 2 | 3; id: string; children: ReactNode }) {
  const Tag = `h${level}` as const;
  return <Tag id={id}>{children}</Tag>;
}

/** Beside a part whose figures nobody has checked. */
function CheckMark({ card, part }: { card: ProcedureCardDto; part: CheckedPart }) {
  const t = useTranslations('procedures');
  if (!card.toVerify.includes(part)) return null;
  return (
    <span className="pc-check">
      <Icon of={WarningIcon} weight="fill" />
      {t('check')}
    </span>
  );
}

function Documents({ card, level }: PartProps) {
  const t = useTranslations('procedures.card');
  const id = `${card.code}-documents`;
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('documents')} <CheckMark card={card} part="documents" />
      </Heading>
      <ul className="pc-docs list-plain">
        {card.documents.map((document) => (
          <li key={document}>
            <Icon of={CheckSquareIcon} />
            <span>
              <PhoneText text={document} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const KEY_PARTS = ['fee', 'term', 'place', 'unit'] as const;
const MORE_PARTS = ['audience', 'form', 'online', 'appeal', 'legalBasis'] as const;
type Part = (typeof KEY_PARTS)[number] | (typeof MORE_PARTS)[number];

type FactsProps = { card: ProcedureCardDto; parts: readonly Part[]; className: string };

/** Parts that are one answer each; one that the card does not have is left out. */
function Facts({ card, parts, className }: FactsProps) {
  const t = useTranslations('procedures.card');
  return (
    <dl className={className}>
      {parts.map((part) => {
        const text = [card[part]].flat().join('; ');
        if (text === '') return null;
        return (
          <div key={part}>
            <dt>
              {t(part)} {part !== 'audience' && <CheckMark card={card} part={part} />}
            </dt>
            <dd>
              <PhoneText text={text} />
              {part === 'online' && card.link && <CardLink link={card.link} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function CardLink({ link }: { link: string }) {
  const t = useTranslations('procedures.card');
  return (
    <>
      {' '}
      <a href={link} rel="noopener">
        {t('link', { host: new URL(link).host.replace(/^www\./, '') })}
      </a>
    </>
  );
}

function Steps({ card, level }: PartProps) {
  const t = useTranslations('procedures.card');
  const id = `${card.code}-steps`;
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('steps')}
      </Heading>
      <ol className="pc-steps">
        {card.steps.map((step) => (
          <li key={step}>
            <span>
              <PhoneText text={step} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function More({ card, level }: PartProps) {
  const t = useTranslations('procedures.card');
  const id = `${card.code}-more`;
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('more')}
      </Heading>
      <Facts card={card} parts={MORE_PARTS} className="summary pc-more" />
    </section>
  );
}

function Questions({ card, level }: PartProps) {
  const t = useTranslations('procedures.card');
  const id = `${card.code}-questions`;
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('questions')}
      </Heading>
      <dl className="pc-questions">
        {card.questions.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>
              <PhoneText text={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
