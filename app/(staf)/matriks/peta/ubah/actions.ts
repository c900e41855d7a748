"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { geojsonLimit, tooBigGeojson } from "@/lib/area-maps/rules";
import { tilesSchema } from "@/lib/area-maps/schema";
import { arrangeTiles, removeAreaMap, uploadAreaMap } from "@/lib/area-maps/writes";
import { readOptionalUpload } from "@/lib/documents/upload";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export async function arrangeTilesAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(tilesSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await arrangeTiles(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Susunan peta tersimpan.");
  revalidatePath("/matriks/peta");
  redirect("/matriks/peta");
}

export async function uploadAreaMapAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const read = await readOptionalUpload(form, { field: "file", limit: geojsonLimit, tooBig: tooBigGeojson });
  if (!read.ok) return refused(read, form);
  if (!read.upload) return { errors: { file: "Pilih berkas GeoJSON" } };
  const outcome = await uploadAreaMap(actor, read.upload);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/matriks/peta");
  const some = (codes: readonly string[]) => codes.slice(0, 8).join(", ") + (codes.length > 8 ? " …" : "");
  redirect(
    withQuery("/matriks/peta/ubah", { batas: "tersimpan", tanpa: some(outcome.missing), asing: some(outcome.unknown) }),
  );
}

export async function removeAreaMapAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await removeAreaMap(actor);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/matriks/peta");
  redirect("/matriks/peta/ubah?batas=dihapus");
}
