// Larger set-ups of single rows of the table.
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { directoryImport } from "@/lib/directory/import";
import type { World } from "./world";

const csv = "Jabatan;Instansi;Sektor;Desa;Nama;HP\nKepala Desa;Desa Baktirasa;Desa;;Sulastri;\n";

/** A directory of one row, uploaded by anyone who may. */
export async function uploadDirectory(_: World, actor: Actor) {
  if (directoryImport.mayImport(actor))
    await directoryImport.draft(actor, { id: randomUUID(), name: "mitra.csv", bytes: Buffer.from(csv) });
}
