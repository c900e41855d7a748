"use server";

import { redirect } from "next/navigation";
import { forgive, take } from "@/lib/http/rate-limits";
import { endOwnSession, endOwnSessions } from "@/lib/sessions/writes";
import { changePassword } from "@/lib/users/account";
import { passwordChangeSchema } from "@/lib/users/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { refusedAt, requireSignedIn } from "@/lib/web/second-step";
import { requireActor } from "@/lib/web/session";

export async function endSessionsAction(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await endOwnSessions(await requireSignedIn());
  if (!outcome.ok) return refusedAt("/akun", outcome, form);
  redirect("/masuk?keluar");
}

export async function endSessionAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await endOwnSession(await requireSignedIn(), id);
  if (!outcome.ok) return refusedAt("/akun", outcome, form);
  await tell("Perangkat itu sudah keluar.");
  redirect("/akun");
}

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(passwordChangeSchema, form);
  if (!parsed.ok) return parsed.state;
  if (!(await take("oldPassword", actor.userId)))
    return { message: "Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi." };
  const outcome = await changePassword(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await forgive("oldPassword", actor.userId);
  redirect("/masuk?baru");
}
