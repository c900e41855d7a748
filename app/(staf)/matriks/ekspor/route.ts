import { narrowToCluster } from "@/lib/clusters/reads";
import { spreadsheet } from "@/lib/http/download";
import { exportMatrix } from "@/lib/matrix/export";
import { matrixFilterSchema } from "@/lib/matrix/filter";
import { findOffice } from "@/lib/matrix/office";
import { dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";

/** What the matrix shows, all its rows, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const query = new URL(request.url).searchParams;
  const filter = matrixFilterSchema.parse(Object.fromEntries(query));
  const office = await findOffice(actor, filter.wilayah);
  if (!office) return new Response("Tidak ditemukan", { status: 404 });
  const now = new Date();
  const year = filter.tahun ?? Number(dayOf(now, actor.organisation.timeZone).slice(0, 4));
  const workbook = await exportMatrix(await narrowToCluster(actor, filter.klaster, now), office, {
    filter,
    year,
    now,
    isEach: query.get("baris") === "puskesmas",
  });
  return spreadsheet(workbook, `Matriks Lokmin ${year} ${office.name}`, "xlsx");
}
