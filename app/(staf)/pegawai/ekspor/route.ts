import { spreadsheet } from "@/lib/http/download";
import { noteListReading } from "@/lib/privacy/readings";
import { exportStaff, staffWorkbook } from "@/lib/staff/export";
import { canKeepOwnStaff } from "@/lib/staff/rules";
import { dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";

/** The register as a file, phones and all: for those who keep it. */
export async function GET(): Promise<Response> {
  const actor = await requireActor();
  if (!canKeepOwnStaff(actor)) return new Response(null, { status: 404 });
  const { name, timeZone } = actor.organisation;
  const { rows, officeIds } = await exportStaff(actor);
  await noteListReading(actor, "staff-export", officeIds);
  return spreadsheet(staffWorkbook(rows), `Pegawai ${name} ${dayOf(new Date(), timeZone)}`, "xlsx");
}
