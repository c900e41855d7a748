import { exportValues, valuesCsv, valuesWorkbook } from "@/lib/figures/export";
import { spreadsheet } from "@/lib/http/download";
import { requireActor } from "@/lib/web/session";
import { whoseFigures, yearOf } from "../whose-figures";

/** The figures of a year as a file, in the columns the import reads. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { puskesmasId } = await whoseFigures(actor, query);
  const year = yearOf(query, actor);
  const found = puskesmasId ? await exportValues(actor, puskesmasId, year) : null;
  if (!found) return new Response(null, { status: 404 });
  const name = `Capaian ${found.puskesmas.name} ${year}`;
  return query.bentuk === "csv"
    ? spreadsheet(valuesCsv(found.rows, actor.organisation.areaWords), name, "csv")
    : spreadsheet(valuesWorkbook(found.rows, actor.organisation.areaWords), name, "xlsx");
}
