import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { Desk } from '#lib/submissions/staff-dto.ts';
import { ACTION_ID, type CaseView, casePath, localCasePath } from './case-view.ts';
import { CommandField } from './command-field.tsx';
import { FIELDS, type StaffCommand } from './command-fields.ts';
import type { CommandOptions } from './command-select.tsx';
import { type Refused, RefusedSummary } from './refused.tsx';
import { isReply, PreviewButton, ReplyPicker } from './reply-picker.tsx';

export type CommandFormProps = {
  view: CaseView;
  desk: Desk;
  command: StaffCommand;
  options: CommandOptions;
  /** What this very form came back with. */
  state: Refused | null;
};

/**
 * The form of one command: a plain POST to the command's route. It carries the version the person sees, so that the
 * second of two is told; after a conflict it carries the new one and says on its button that the change is known.
 */
export function CommandForm({ view, desk, command, options, state }: CommandFormProps) {
  const t = useTranslations('commands');
  const conflict = state?.code === 'CONFLICT';
  const fields = FIELDS[command].filter(({ only }) => !only || only === view.item.kind);
  const hasFiles = fields.some((field) => field.type === 'camera');
  return (
    <section className="act-f stack" id={ACTION_ID} tabIndex={-1} aria-labelledby="action-title">
      <h2 id="action-title">{t(`titles.${command}`, { kind: view.item.kind })}</h2>
      {t.has(`hints.${command}`) && <p className="meta">{t(`hints.${command}`)}</p>}
      {!conflict && <RefusedSummary state={state} fields={fields.map(({ name }) => name)} />}
      <form
        className="stack"
        method="post"
        action={`/api/submissions/${view.item.reference}/${command}`}
        encType={hasFiles ? 'multipart/form-data' : undefined}
        noValidate
      >
        <Hidden view={view} desk={desk} command={command} />
        {isReply(command) && <ReplyPicker item={view.item} options={options} state={state} />}
        {fields.map((field) => (
          <CommandField
            key={field.name}
            command={command}
            field={field}
            item={view.item}
            options={options}
            state={state}
          />
        ))}
        {command === 'resolve' && view.item.abilities.includes('return') && <NotOurs view={view} />}
        <div className="off-bar">
          <Button>
            {conflict ? t('anyway', { submit: t(`submit.${command}`) }) : t(`submit.${command}`)}
          </Button>
          {isReply(command) && <PreviewButton item={view.item} />}
        </div>
      </form>
    </section>
  );
}

/** What every command carries beside its fields; a case that leaves one's hands leads back to the list. */
function Hidden({ view, desk, command }: Pick<CommandFormProps, 'view' | 'desk' | 'command'>) {
  const locale = useLocale();
  const { item, list } = view;
  const leaves = desk === 'department' && (command === 'return' || command === 'forward');
  const done = leaves
    ? localePath(locale, `/staff?zrobione=${command}&numer=${item.reference}`)
    : localePath(
        locale,
        `${casePath(item.reference, list ? `${list}&zrobione=${command}` : `zrobione=${command}`)}`,
      );
  return (
    <>
      {/* The first button of a form is what Enter in a field presses: it sends, whatever other buttons there are. */}
      <button type="submit" hidden />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="form" value={command} />
      <input type="hidden" name="back" value={localCasePath(locale, item.reference, list, command)} />
      <input type="hidden" name="next" value={done} />
    </>
  );
}

/** The outcome that is none: the case goes back with a reason, by another form. */
function NotOurs({ view }: { view: CaseView }) {
  const t = useTranslations('commands');
  return (
    <p>
      {t('notOurs')} <Link href={casePath(view.item.reference, view.list, 'return')}>{t('notOursLink')}</Link>
    </p>
  );
}
