import { recordEvent } from "@/lib/events/record";
import { type Account, authorOf } from "@/lib/second-factor/rules";
import { transact } from "@/lib/transact";

const toldEveryMs = 60 * 60_000;

/** Who typed wrong codes until the limit knows the password: its user is told, once an hour. */
export async function noteGuessed(account: Account): Promise<void> {
  const { userId, organisation } = account;
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const action = "second-factor.guessed";
    const since = new Date(Date.now() - toldEveryMs);
    if (await tx.event.findFirst({ where: { subjectId: userId, action, at: { gt: since } } })) return;
    await recordEvent(tx, authorOf(account), { action, subjectId: userId, organisationId: organisation.id, data: {} });
  });
}
