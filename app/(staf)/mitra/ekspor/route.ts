import { exportDirectory } from "@/lib/directory/export";
import { directoryCsv, directoryWorkbook } from "@/lib/directory/export-files";
import { canWriteDirectory } from "@/lib/directory/rules";
import { spreadsheet } from "@/lib/http/download";
import { dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";

/** The directory as a file, phones and all: for those who keep it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) return new Response(null, { status: 404 });
  const rows = await exportDirectory(actor);
  const words = actor.organisation.areaWords;
  const name = `Mitra ${actor.organisation.name} ${dayOf(new Date(), actor.organisation.timeZone)}`;
  return new URL(request.url).searchParams.get("bentuk") === "csv"
    ? spreadsheet(directoryCsv(rows, words), name, "csv")
    : spreadsheet(directoryWorkbook(rows, words), name, "xlsx");
}
