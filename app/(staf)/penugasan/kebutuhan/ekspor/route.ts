import { spreadsheet } from "@/lib/http/download";
import { findOffice } from "@/lib/matrix/office";
import { exportNeeds } from "@/lib/needs/export";
import { needFilterSchema } from "@/lib/needs/filter";
import { rankNeeds } from "@/lib/needs/ranking";
import { readNeeds } from "@/lib/needs/reads";
import { noteListReading } from "@/lib/privacy/readings";
import { requireActor } from "@/lib/web/session";

const mostRanked = 500;

/** What the staffing matrix shows, all its rows and the ranking, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const query = new URL(request.url).searchParams;
  const filter = needFilterSchema.parse(Object.fromEntries(query));
  const office = await findOffice(actor, filter.wilayah);
  if (!office) return new Response("Tidak ditemukan", { status: 404 });
  const now = new Date();
  const isEach = query.get("baris") === "puskesmas";
  const [rows, ranked] = await Promise.all([
    readNeeds(actor, office, { now, isEach }),
    rankNeeds(actor, office, { now, profession: filter.profesi, take: mostRanked }),
  ]);
  const isPuskesmas = isEach || office.level === "puskesmas";
  await noteListReading(
    actor,
    "staff-export",
    ranked.map(({ candidate, sourceId }) => candidate && sourceId),
  );
  const workbook = exportNeeds({ rows, ranked, filter, isPuskesmas });
  return spreadsheet(workbook, `Ketenagaan ${office.name}`, "xlsx");
}
