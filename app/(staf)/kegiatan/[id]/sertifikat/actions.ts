"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { issueCertificates } from "@/lib/certificates/issue";
import { issueSchema, withdrawSchema } from "@/lib/certificates/schema";
import { withdrawCertificate } from "@/lib/certificates/withdraw";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function issueAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(issueSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await issueCertificates(actor, meetingId, parsed.data);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

export async function withdrawAction(meetingId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(withdrawSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await withdrawCertificate(actor, id, parsed.data.reason);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

async function back(meetingId: string): Promise<never> {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  await tell("Sertifikat tersimpan.");
  redirect(`/kegiatan/${meetingId}/sertifikat`);
}
