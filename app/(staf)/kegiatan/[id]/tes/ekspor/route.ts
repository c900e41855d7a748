import { notFound } from "next/navigation";
import { spreadsheet } from "@/lib/http/download";
import { testWorkbook } from "@/lib/training-tests/workbook";
import { requireMeeting } from "@/lib/web/meeting";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, meeting } = await requireMeeting((await params).id);
  const workbook = await testWorkbook(actor, meeting.id, new Date());
  return workbook ? spreadsheet(workbook, `Nilai tes ${meeting.title}`, "xlsx") : notFound();
}
