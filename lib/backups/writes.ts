import type { Actor, Outcome } from "@/lib/actor";
import { defaultKept } from "@/lib/backups/rules";
import type { BackupSettingsInput } from "@/lib/backups/schema";
import { by, recordEvent } from "@/lib/events/record";
import { requireKeeper } from "@/lib/installation/keeper";
import { enqueue } from "@/lib/jobs/queue";
import { transact } from "@/lib/transact";

const only = { id: 1 };

export async function setBackups(actor: Actor, input: BackupSettingsInput): Promise<Outcome> {
  await requireKeeper(actor, "set the installation's backups");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const row = await tx.backupSettings.findUnique({ where: only });
    const before = { isDaily: row?.isDaily ?? true, kept: row?.kept ?? defaultKept };
    await tx.backupSettings.upsert({ where: only, create: { ...only, ...input }, update: input });
    if (before.isDaily === input.isDaily && before.kept === input.kept) return { ok: true };
    const data = { before, after: input };
    await recordEvent(tx, by(actor), {
      action: "backups.set",
      subjectId: organisationId,
      organisationId,
      data,
    });
    return { ok: true };
  });
}

/** Asks for a backup now; one that waits or runs already is enough. */
export async function askForBackup(actor: Actor): Promise<Outcome> {
  await requireKeeper(actor, "ask for a backup");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const open = { kind: "backup.make", organisationId, finishedAt: null, failedAt: null };
    if ((await tx.job.count({ where: open })) === 0)
      await enqueue(tx, { kind: "backup.make", actor, subject: "", payload: {} });
    return { ok: true };
  });
}
