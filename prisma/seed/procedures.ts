import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { procedureContent, procedureSymbol, TOPICS } from '#lib/directory/procedure-schema.ts';
import type { Tx } from '#lib/platform/db.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'data', 'procedures');

const procedureFile = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  symbol: procedureSymbol,
  topic: z.enum(TOPICS),
  department: z.string().nullable(),
  content: procedureContent,
});

export type ProcedureFigure = z.output<typeof procedureFile>;

/** The cards of the files, in the order in which they are shown. Each file is called after its card. */
export function readProcedures(): ProcedureFigure[] {
  const cards = readdirSync(FOLDER).map((file) => {
    const card = procedureFile.parse(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')));
    if (file !== `${card.code}.json`) throw new Error(`${file} holds the card ${card.code}`);
    return card;
  });
  return cards.sort(
    (a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || (a.symbol < b.symbol ? -1 : 1),
  );
}

/** Cards follow the files until an administrator edits or confirms them. All of them begin as samples. */
export function seedProcedures(tx: Tx, cards: ProcedureFigure[]): Promise<number> {
  const rows = cards.map((card, position) => ({ ...card, position }));
  return tx.$executeRaw`
    INSERT INTO "Procedure" AS old ("code", "symbol", "topic", "departmentCode", "content", "position")
    SELECT "code", "symbol", "topic", "department", "content", "position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("code" text, "symbol" text, "topic" text, "department" text, "content" jsonb, "position" int)
    ON CONFLICT ("code") DO UPDATE SET "symbol" = excluded."symbol", "topic" = excluded."topic",
      "departmentCode" = excluded."departmentCode", "content" = excluded."content", "position" = excluded."position"
    WHERE NOT old."edited" AND old."verifiedAt" IS NULL AND
      (old."symbol", old."topic", old."departmentCode", old."content", old."position") IS DISTINCT FROM
      (excluded."symbol", excluded."topic", excluded."departmentCode", excluded."content", excluded."position")`;
}
