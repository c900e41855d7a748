import { exportDataValues } from "@/lib/data-exchange/export";
import { dataValuesCsv, dataValuesJson } from "@/lib/data-exchange/file";
import { contentDisposition } from "@/lib/http/download";
import { canEnterForPuskesmas } from "@/lib/indicators/rules";
import { requireActor } from "@/lib/web/session";

/** The mapped values of a period as a data value set. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  if (!canEnterForPuskesmas(actor)) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const period = (searchParams.get("periode") ?? "").trim();
  const values = await exportDataValues(actor, period);
  if (!values)
    return new Response("Tulis periode seperti 202601, 2026Q1, atau 2026, lalu unduh lagi.\n", {
      status: 400,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const isCsv = searchParams.get("bentuk") === "csv";
  return new Response(isCsv ? dataValuesCsv(values) : dataValuesJson(values), {
    headers: {
      "Content-Type": isCsv ? "text/csv; charset=utf-8" : "application/json",
      "Content-Disposition": contentDisposition("attachment", `dhis2-${period}.${isCsv ? "csv" : "json"}`),
      "Cache-Control": "private, no-store",
    },
  });
}
