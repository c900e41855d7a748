import { templateWorkbook, valuesCsv, valuesTemplate } from "@/lib/indicators/export";
import { canWriteFigures } from "@/lib/indicators/rules";
import { monthNames } from "@/lib/time";
import { spreadsheet } from "@/lib/web/download";
import { requireActor } from "@/lib/web/session";
import { lastMonth } from "../../whose-figures";

/** The file to fill in: last month's cells, empty. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  if (!canWriteFigures(actor)) return new Response(null, { status: 404 });
  const { year, month } = lastMonth(actor);
  const template = await valuesTemplate(actor, year, month);
  const name = `Templat capaian ${monthNames[month - 1]} ${year}`;
  return new URL(request.url).searchParams.get("bentuk") === "csv"
    ? spreadsheet(valuesCsv(template.rows), name, "csv")
    : spreadsheet(await templateWorkbook(template), name, "xlsx");
}
