"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { archiveSeats, restoreSeats } from "@/lib/directory/many";
import { formId } from "@/lib/fields";
import { inviteSchema } from "@/lib/invitations/schema";
import { inviteSeats } from "@/lib/invitations/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

const chosen = z.object({
  seatIds: z
    .array(formId, { error: "Centang sekurangnya satu jabatan" })
    .min(1, "Centang sekurangnya satu jabatan")
    .max(200, "Paling banyak 200 jabatan sekaligus"),
});
const invited = inviteSchema.extend({ meetingId: z.uuid("Pilih kegiatannya") });

export async function inviteChosenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(invited, form);
  if (!parsed.ok) return parsed.state;
  const { meetingId, seatIds } = parsed.data;
  const outcome = await inviteSeats(actor, meetingId, seatIds);
  if (!outcome.ok) return refused(outcome, form);
  const before = seatIds.length - outcome.added;
  await tell(`${outcome.added} jabatan diundang.${before > 0 ? ` ${before} sudah diundang sebelumnya.` : ""}`);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan`);
}

export async function archiveChosenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(chosen, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await archiveSeats(actor, parsed.data.seatIds);
  if (!outcome.ok) return refused(outcome, form);
  const { archived, before, kept } = outcome;
  const stays = kept.length > 0 ? ` ${kept.join("; ")} tetap, karena jabatan kepala instansi Anda.` : "";
  const others = before > 0 ? ` ${before} sudah diarsipkan orang lain sebelumnya.` : "";
  await tell(`${archived} jabatan diarsipkan; dapat dipulihkan dari arsip mitra.${others}${stays}`);
  revalidatePath("/mitra", "layout");
  redirect("/mitra");
}

export async function restoreChosenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(chosen, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await restoreSeats(actor, parsed.data.seatIds);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`${outcome.restored} jabatan dipulihkan ke daftar mitra.`);
  revalidatePath("/mitra", "layout");
  redirect("/mitra?arsip=1");
}
