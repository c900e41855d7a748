"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { addOutsideCertificate, removeOutsideCertificate } from "@/lib/certificates/outside";
import { outsideSchema } from "@/lib/certificates/outside-schema";
import { photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { readUpload } from "@/lib/documents/upload";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function addCertificateAction(staffId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(outsideSchema, form);
  if (!parsed.ok) return parsed.state;
  const read = await readUpload(form, { limit: photoLimit, tooBig: tooBigPhoto });
  if (!read.ok) return refused(read, form);
  return back(staffId, await addOutsideCertificate(actor, staffId, parsed.data, read.upload), form);
}

export async function removeCertificateAction(
  staffId: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return back(staffId, await removeOutsideCertificate(await requireActor(), staffId, id), form);
}

function back(staffId: string, outcome: Outcome, form: FormData): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/pegawai/${staffId}`);
  redirect(`/pegawai/${staffId}?tersimpan=1#sertifikat`);
}
