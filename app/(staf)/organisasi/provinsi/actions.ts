"use server";

import { revalidatePath } from "next/cache";
import { addOfficeAbove } from "@/lib/organisations/province";
import { provinceAboveSchema } from "@/lib/organisations/schema";
import { signInLinkOf } from "@/lib/users/rules";
import { type FormState, parseForm } from "@/lib/web/form";
import { refusedTyped, requireSignedIn } from "@/lib/web/second-step";

export async function addProvinceAboveAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(provinceAboveSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addOfficeAbove(actor, parsed.data);
  if (!outcome.ok) return refusedTyped("/organisasi/provinsi", outcome, form);
  revalidatePath("/organisasi", "layout");
  if (!outcome.token) return { message: "Instansi di atasnya sudah ditambahkan tadi." };
  return {
    done: "Instansi baru sudah ditambahkan di atas instansi Anda.",
    link: { href: signInLinkOf(outcome.token), text: `Tautan masuk untuk ${parsed.data.name}` },
  };
}
