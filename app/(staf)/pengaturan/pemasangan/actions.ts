"use server";

import { redirect } from "next/navigation";
import { backupSettingsSchema } from "@/lib/backups/schema";
import { askForBackup, setBackups } from "@/lib/backups/writes";
import { retentionSchema } from "@/lib/privacy/schema";
import { setRetention } from "@/lib/privacy/settings";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

const page = "/pengaturan/pemasangan";

export async function setBackupsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(backupSettingsSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setBackups(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  redirect(`${page}?tersimpan=ya`);
}

export async function askForBackupAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await askForBackup(await requireActor());
  if (!outcome.ok) return refused(outcome, form);
  redirect(`${page}?diminta=ya`);
}

export async function setRetentionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(retentionSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setRetention(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  redirect(`${page}?tersimpan=ya`);
}
