import { importTemplate } from "@/lib/directory/export";
import { directoryCsv, templateWorkbook } from "@/lib/directory/export-files";
import { canWriteDirectory } from "@/lib/directory/rules";
import { spreadsheet } from "@/lib/web/download";
import { requireActor } from "@/lib/web/session";

/** The file to fill in. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) return new Response(null, { status: 404 });
  const template = await importTemplate(actor);
  return new URL(request.url).searchParams.get("bentuk") === "csv"
    ? spreadsheet(directoryCsv([template.example]), "Templat mitra", "csv")
    : spreadsheet(await templateWorkbook(template), "Templat mitra", "xlsx");
}
