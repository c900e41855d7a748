import { hkdfSync } from "node:crypto";
import { z } from "zod";
import { db } from "@/lib/db";
import { hashToken, keyedHash, newToken, openText, sealText } from "@/lib/secrets";
import { transact } from "@/lib/transact";

const kept = z.object({
  userId: z.string(),
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  hadFile: z.boolean(),
});

/** A form whose sender's session had ended: it waits until he has signed in again, and is never sent by itself. */
export type WaitingForm = z.output<typeof kept>;

/** @property isKnown its browser still has the cookie of a session of that user, if an ended one */
type From = { network: string; isKnown: boolean };

const minutes = 15;
export const waitingSeconds = minutes * 60;
const mostBytes = { known: 8 * 1024 * 1024, unknown: 1024 * 1024 };
const mostPerNetwork = 16;

/** Pushes out only forms of its like: strangers have a small place of their own. @returns the token of the browser */
export async function keepWaitingForm(form: WaitingForm, from: From, now = Date.now()): Promise<string> {
  const token = newToken();
  const bytes = form.fields.reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 200);
  const row = {
    tokenHash: hashToken(token),
    network: keyedHash(from.network),
    isKnown: from.isKnown,
    bytes,
    sealed: sealText(JSON.stringify(form), keyOf(token)),
    until: new Date(now + waitingSeconds * 1000),
  };
  await transact(async (tx) => {
    await tx.waitingForm.deleteMany({ where: { until: { lte: new Date(now) } } });
    await tx.waitingForm.create({ data: row });
    await tx.$executeRaw`
      DELETE FROM "WaitingForm" WHERE "isKnown" = ${from.isKnown} AND id NOT IN (
        SELECT id FROM (
          SELECT id, sum(bytes) OVER (ORDER BY id DESC) AS weight FROM (
            SELECT id, bytes, row_number() OVER (PARTITION BY network ORDER BY id DESC) AS place
            FROM "WaitingForm" WHERE "isKnown" = ${from.isKnown}) placed
          WHERE place <= ${mostPerNetwork}) weighed
        WHERE weight <= ${mostBytes[from.isKnown ? "known" : "unknown"]} OR id = (SELECT max(id) FROM "WaitingForm"))`;
  });
  return token;
}

/** The form behind a browser's token, for the user who filled it and nobody else. */
export async function findWaitingForm(
  token: string | undefined,
  userId: string,
  now = Date.now(),
): Promise<WaitingForm | null> {
  if (token === undefined) return null;
  const found = await db.waitingForm.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!found || found.until.getTime() <= now) return null;
  const form = kept.parse(JSON.parse(openText(found.sealed, keyOf(token))));
  return form.userId === userId ? form : null;
}

/** The database keeps no more than the token's hash, so nobody reads the form there. */
function keyOf(token: string): Buffer {
  return Buffer.from(hkdfSync("sha256", token, "lokmin", "isian", 32));
}
