"use server";

import { revalidatePath } from "next/cache";
import type { OfficeKey } from "@/lib/figures/office-rows";
import { removeOfficeFigure } from "@/lib/figures/office-writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function removeOfficeFigureAction(key: OfficeKey, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await removeOfficeFigure(await requireActor(), key);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/capaian/puskesmas");
  return { done: "Angka instansi Anda dihapus." };
}
