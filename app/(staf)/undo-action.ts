"use server";

import { revalidatePath } from "next/cache";
import { undo } from "@/lib/undo/perform";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function undoAction(undoId: string): Promise<void> {
  const outcome = await undo(await requireActor(), undoId);
  await (outcome.ok ? tell(`Diurungkan: ${outcome.words}.`) : tell(outcome.reason, { isRefusal: true }));
  revalidatePath("/", "layout");
}
