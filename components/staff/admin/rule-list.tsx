import { ArrowDownIcon, ArrowUpIcon, TrashIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import type { CategoryRules, RuleDto, RuledCategory } from '#lib/directory/editing/rules-dto.ts';

/** Every category with where its cases go by default, and how many exceptions there are. */
export function RuledCategories({ categories }: { categories: RuledCategory[] }) {
  const t = useTranslations('admin.rules');
  return (
    <section className="stack" aria-labelledby="ruled-title">
      <h2 id="ruled-title">{t('byCategory')}</h2>
      <ul className="adm-list adm-records">
        {categories.map(({ code, name, group, rules, department }) => (
          <li key={code}>
            <Link className="adm-name" href={`/staff/ustawienia/reguly/${code}`}>
              {name}
            </Link>
            <span className="adm-more">{group}</span>
            <span className="adm-more">{t('count', { count: rules, department })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type RuleListProps = { ruled: CategoryRules; path: string };

/** The rules in their order, each with buttons that move it or take it away; last, where everything else goes. */
export function RuleList({ ruled, path }: RuleListProps) {
  const t = useTranslations('admin.rules');
  const last = ruled.rules.length - 1;
  return (
    <form method="post" action={`/api/rules/${ruled.category.code}`}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="seen" value={ruled.seen} />
      <ol className="adm-rules">
        {ruled.rules.map((rule, index) => (
          <li key={rule.id}>
            <RuleWords rule={rule} />
            <span className="row">
              {index > 0 && <Step step="up" rule={rule} shape={ArrowUpIcon} />}
              {index < last && <Step step="down" rule={rule} shape={ArrowDownIcon} />}
              <Step step="remove" rule={rule} shape={TrashIcon} />
            </span>
          </li>
        ))}
        <li>
          <p>
            {t('otherwise')} <strong>{ruled.standard.name}</strong>{' '}
            <Link href={`/staff/ustawienia/kategorie/${ruled.category.code}`}>{t('changeStandard')}</Link>
          </p>
        </li>
      </ol>
    </form>
  );
}

function RuleWords({ rule }: { rule: RuleDto }) {
  const t = useTranslations('admin.rules');
  return (
    <p>
      {rule.district?.name ?? t('wholeCity')} → <strong>{rule.department.name}</strong>
      {!rule.department.active && <span className="meta"> {t('closed')}</span>}
    </p>
  );
}

type StepProps = { step: 'up' | 'down' | 'remove'; rule: RuleDto; shape: typeof TrashIcon };

function Step({ step, rule, shape }: StepProps) {
  const t = useTranslations('admin.rules');
  return (
    <Button look="quiet" name="step" value={`${step} ${rule.id}`}>
      <Icon of={shape} weight="bold" />
      {t(step)}
      <span className="sr">
        : {rule.district?.name ?? t('wholeCity')}, {rule.department.name}
      </span>
    </Button>
  );
}
