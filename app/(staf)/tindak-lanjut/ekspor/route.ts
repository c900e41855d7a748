import { exportItems, mostExported } from "@/lib/follow-up/export";
import { followUpSchema } from "@/lib/follow-up/schema";
import { spreadsheet } from "@/lib/http/download";
import { findOfficeView } from "@/lib/organisations/office-view";
import { dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { followUpAddress } from "../filter-address";

/** The rows of the list's filter, or those that are ticked, as a workbook that can be filled in and brought back. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const query = new URL(request.url).searchParams;
  const filter = followUpSchema.parse({ ...Object.fromEntries(query), rtl: query.getAll("rtl") });
  const now = new Date();
  const view = await findOfficeView(actor, filter);
  const bytes = await exportItems(view.actor, filter, now);
  if (bytes)
    return spreadsheet(bytes, `RTL ${actor.organisation.name} ${dayOf(now, actor.organisation.timeZone)}`, "xlsx");
  const { rtl: _, ...values } = filter;
  const back = `${followUpAddress("/tindak-lanjut", values)}`;
  const location = `${back}${back.includes("?") ? "&" : "?"}terlaluBanyak=${mostExported}`;
  return new Response(null, { status: 303, headers: { Location: location } });
}
