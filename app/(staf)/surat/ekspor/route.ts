import { spreadsheet } from "@/lib/http/download";
import { registerWorkbook } from "@/lib/letters/register";
import { dayOf } from "@/lib/time";
import { queryYear } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

/** A year of the office's own register of letters as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const thisYear = Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4));
  const year = queryYear(new URL(request.url).searchParams.get("tahun") ?? "") ?? thisYear;
  return spreadsheet(
    await registerWorkbook(actor, year),
    `Agenda surat keluar ${actor.organisation.name} ${year}`,
    "xlsx",
  );
}
