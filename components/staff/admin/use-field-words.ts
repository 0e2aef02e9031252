import { useTranslations } from 'next-intl';
import type { FieldSpec, Option, OptionSource } from '#lib/directory/editing/record-dto.ts';
import { IDEA_THRESHOLD } from '#lib/submissions/words.ts';
import { shortName } from './field-entries.ts';

/** What fields and their choices are called. */
export function useFieldWords() {
  const t = useTranslations('admin');
  const topic = useTranslations('procedures.topics');
  const command = useTranslations('commands.titles');
  return {
    label: (field: Pick<FieldSpec, 'name'>) => t(`fields.${shortName(field.name)}`),
    hint: (field: Pick<FieldSpec, 'name'>) => {
      const name = shortName(field.name);
      return t.has(`hints.${name}`) ? t(`hints.${name}`, { threshold: IDEA_THRESHOLD }) : undefined;
    },
    choice: (source: OptionSource, { value, label }: Option): string => {
      if (source === 'kinds') return t(`kinds.${value}`);
      if (source === 'topics') return topic(value);
      if (source === 'commands') return command(value, { kind: 'PROBLEM' });
      if (source === 'checkedParts') return t(`fields.${value}`);
      return label;
    },
  };
}
