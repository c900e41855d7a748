import { acrossOffices } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { deriveKey, openText, sealText } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { Prisma } from "@/prisma/generated/client";

export const sealedColumns = [
  ["Invitation", "tokenSealed"],
  ["OwnerLink", "tokenSealed"],
  ["CalendarFeed", "tokenSealed"],
  ["StaffMember", "tokenSealed"],
  ["AuthenticatorApp", "sealedSecret"],
  ["WebhookEndpoint", "secretSealed"],
] as const;

const atOnce = 2000;
const beforeAll = "00000000-0000-0000-0000-000000000000";

type Sealed = { id: string; sealed: string };

/**
 * Seals with the secret of now what another one had sealed. What that one does not open stays as it is: stopped anywhere,
 * it goes on when it is run again.
 * @returns how many
 */
export async function resealAll(oldSecret: string): Promise<number> {
  const [oldKey, key] = [deriveKey("tautan", oldSecret), deriveKey("tautan")];
  let count = 0;
  for (const [table, column] of sealedColumns) {
    for (let after = beforeAll; ; ) {
      const rows = await readSealed(table, column, after);
      const opened = rows.flatMap(({ id, sealed }) => {
        const text = openedWith(oldKey, sealed);
        return text === null ? [] : [{ id, sealed, renewed: sealText(text, key) }];
      });
      count += await replaceSealed(table, column, opened);
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) break;
      after = last.id;
    }
  }
  return count;
}

const named = (name: string) => Prisma.raw(`"${name}"`);

function readSealed(table: string, column: string, after: string): Promise<Sealed[]> {
  return acrossOffices(
    () => db.$queryRaw<Sealed[]>`
    SELECT id, ${named(column)} AS sealed FROM ${named(table)}
    WHERE id > ${after}::uuid AND ${named(column)} IS NOT NULL ORDER BY id LIMIT ${atOnce}`,
  );
}

async function replaceSealed(table: string, column: string, rows: (Sealed & { renewed: string })[]): Promise<number> {
  if (rows.length === 0) return 0;
  const listed = (name: "id" | "sealed" | "renewed") => rows.map((row) => row[name]);
  return acrossOffices(() =>
    transact(
      (tx) => tx.$executeRaw`
      UPDATE ${named(table)} t SET ${named(column)} = r.renewed
      FROM unnest(${listed("id")}::uuid[], ${listed("sealed")}::text[], ${listed("renewed")}::text[])
        AS r(id, sealed, renewed)
      WHERE t.id = r.id AND t.${named(column)} = r.sealed`,
    ),
  );
}

function openedWith(key: Buffer, sealed: string): string | null {
  try {
    return openText(sealed, key);
  } catch {
    return null;
  }
}
