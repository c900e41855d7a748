import { exportDirectory } from "@/lib/directory/export";
import { directoryCsv, directoryWorkbook } from "@/lib/directory/export-files";
import { chosenSeats } from "@/lib/directory/many";
import { canWriteDirectory } from "@/lib/directory/rules";
import { spreadsheet } from "@/lib/http/download";
import { dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";

/** The directory, or the ticked seats of it, as a file, phones and all: for those who keep it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const rows = await exportDirectory(actor, chosenSeats.parse(query.getAll("jabatan")));
  const words = actor.organisation.areaWords;
  const name = `Mitra ${actor.organisation.name} ${dayOf(new Date(), actor.organisation.timeZone)}`;
  return query.get("bentuk") === "csv"
    ? spreadsheet(directoryCsv(rows, words), name, "csv")
    : spreadsheet(directoryWorkbook(rows, words), name, "xlsx");
}
