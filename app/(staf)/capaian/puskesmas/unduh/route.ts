import { buffer } from "node:stream/consumers";
import { officeCsv, officeTemplate, officeWorkbook } from "@/lib/figures/office-sheet";
import { spreadsheet } from "@/lib/http/download";
import { canEnterForPuskesmas, isYear } from "@/lib/indicators/rules";
import { requireActor } from "@/lib/web/session";

/** The sheet of one indicator, or of all, over all puskesmas and months of a year. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const { searchParams } = new URL(request.url);
  const year = Number(searchParams.get("tahun"));
  if (!canEnterForPuskesmas(actor) || !isYear(year)) return new Response(null, { status: 404 });
  const form = searchParams.get("bentuk") === "csv" ? "csv" : "xlsx";
  const template = await officeTemplate(actor, { year, indicatorId: searchParams.get("indikator") ?? undefined });
  const bytes = await buffer(form === "csv" ? officeCsv(template) : officeWorkbook(template));
  return spreadsheet(bytes, `Capaian per puskesmas ${year}`, form);
}
