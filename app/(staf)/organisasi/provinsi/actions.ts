"use server";

import { revalidatePath } from "next/cache";
import { addProvinceAbove } from "@/lib/organisations/province";
import { provinceAboveSchema } from "@/lib/organisations/schema";
import { signInLinkOf } from "@/lib/users/rules";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function addProvinceAboveAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(provinceAboveSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addProvinceAbove(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/organisasi", "layout");
  if (!outcome.token) return { message: "Dinas Kesehatan Provinsi ini sudah ditambahkan tadi." };
  return {
    done: "Dinas Kesehatan Provinsi sudah ditambahkan di atas instansi Anda.",
    link: { href: signInLinkOf(outcome.token), text: `Tautan masuk untuk ${parsed.data.name}` },
  };
}
