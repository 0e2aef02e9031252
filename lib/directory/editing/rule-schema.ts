import { z } from 'zod';

const id = z.guid({ error: 'admin.rules.error.gone' });

/** One step on a category's rules: a button of its page. */
export const ruleStep = z.preprocess(
  (given) => {
    const fields = { ...(given as Record<string, unknown>) };
    const [step, target] = String(fields.step ?? '').split(' ');
    return { ...fields, step, ...(target && { target }) };
  },
  z.discriminatedUnion('step', [
    z.object({
      step: z.literal('add'),
      seen: z.string(),
      district: z.preprocess(
        (value) => (value === '' || value === undefined ? null : value),
        z.coerce.number({ error: 'validation.district' }).int().min(1).max(99).nullable(),
      ),
      department: z
        .string({ error: 'validation.departmentRequired' })
        .min(1, { error: 'validation.departmentRequired' })
        .max(40),
    }),
    z.object({ step: z.enum(['remove', 'up', 'down']), seen: z.string(), target: id }),
  ]),
);

export type RuleStep = z.output<typeof ruleStep>;
