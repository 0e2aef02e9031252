import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Details } from '#components/ui/details.tsx';
import { described, FieldNotes } from '#components/ui/field.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import type { CategoryDto, CategoryGroupDto, InstitutionDto } from '#lib/directory/dto.ts';

export type SuggestedCategory = { code: string; name: string; reason: string };

type CategoryFieldsProps = {
  title: string;
  suggestions: SuggestedCategory[];
  groups: CategoryGroupDto[];
  chosen: string | null;
  error?: string;
};

/** Suggested kinds on top, each with the person's own words that led to it; then all of them by group. */
export function CategoryFields({ title, suggestions, groups, chosen, error }: CategoryFieldsProps) {
  const t = useTranslations('filing.category');
  const suggested = new Set(suggestions.map(({ code }) => code));
  const first = suggestions[0]?.code ?? groups[0]?.categories[0]?.code;
  const row = (code: string, name: string, hint?: string) => (
    <KindRow
      key={code}
      code={code}
      name={name}
      hint={hint}
      id={code === first ? 'category' : `category-${code}`}
      checked={code === chosen}
    />
  );
  return (
    <fieldset className={classNames('ways', error && 'field-error')} {...described('category', { error })}>
      <legend className="sr">{title}</legend>
      {error && <ChoiceError error={error} />}
      {suggestions.length > 0 && (
        <div className="kinds">
          <h2 className="legend">{t('suggested')}</h2>
          {suggestions.map(({ code, name, reason }) => row(code, name, t('because', { reason })))}
        </div>
      )}
      <div className="kinds">
        <h2 className="legend">{t(suggestions.length > 0 ? 'otherGroups' : 'others')}</h2>
        {groups.map((group) => (
          <KindGroup
            key={group.code}
            group={group}
            alone={groups.length === 1}
            without={suggested}
            chosen={chosen}
            row={row}
          />
        ))}
      </div>
    </fieldset>
  );
}

function ChoiceError({ error }: { error: string }) {
  return (
    <div className="field choice-notes">
      <FieldNotes id="category" error={error} />
    </div>
  );
}

type KindGroupProps = {
  group: CategoryGroupDto;
  /** There is no other group, and nothing to unfold. */
  alone: boolean;
  /** Shown above already. */
  without: ReadonlySet<string>;
  chosen: string | null;
  row: (code: string, name: string) => React.ReactNode;
};

function KindGroup({ group, alone, without, chosen, row }: KindGroupProps) {
  const left = group.categories.filter(({ code }: CategoryDto) => !without.has(code));
  const [only] = left;
  if (!only) return null;
  // A group of one needs no unfolding; it is also how "something else" stays in sight.
  if (alone) return <div className="kinds-in">{left.map(({ code, name }) => row(code, name))}</div>;
  if (group.categories.length === 1) return <div className="kind-alone">{row(only.code, only.name)}</div>;
  return (
    <Details summary={group.name} open={left.some(({ code }) => code === chosen)}>
      <div className="kinds-in">{left.map(({ code, name }) => row(code, name))}</div>
    </Details>
  );
}

type KindRowProps = { code: string; name: string; hint?: string; id: string; checked: boolean };

function KindRow({ code, name, hint, id, checked }: KindRowProps) {
  return (
    <div className="choice">
      <input
        type="radio"
        name="category"
        id={id}
        value={code}
        defaultChecked={checked}
        aria-describedby={hint ? `${id}-why` : undefined}
      />
      <div>
        <label htmlFor={id}>{name}</label>
        {hint && (
          <span className="hint" id={`${id}-why`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}

/** A hint that another institution may be the right one. The city takes the case all the same. */
export function OutsideHint({ institution }: { institution: InstitutionDto & { reason: string } }) {
  const t = useTranslations('filing.category');
  const { name, scope, phone, reason } = institution;
  return (
    <Banner title={t('outside', { name })}>
      <p>{t('outsideWhy', { reason, scope: `${scope}.` })}</p>
      {phone && (
        <p>
          {t('outsidePhone')} <PhoneLink phone={phone} />
        </p>
      )}
      <p>{t('outsideGoOn')}</p>
    </Banner>
  );
}
