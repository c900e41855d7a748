import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SavedNotice } from "@/components/saved-notice";
import { canWriteItems } from "@/lib/plan/rules";
import { listProblems } from "@/lib/problems/reads";
import { findApplication } from "@/lib/training-evaluations/application-reads";
import { findOpinions } from "@/lib/training-evaluations/opinions";
import { requireMeeting } from "@/lib/web/meeting";
import { ApplicationSection } from "./application-section";
import { FindingSection } from "./finding-section";
import { OpinionSection } from "./opinion-section";

export const metadata: Metadata = { title: "Evaluasi" };

const saved: Record<string, string> = {
  penerapan: "Ringkasan evaluasi penerapan tersimpan.",
  temuan: "Temuan sesi evaluasi dan RTL-nya tersimpan.",
  peserta: "Penilaian peserta tersimpan.",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ tersimpan?: string | string[] }> };

export default async function EvaluationPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const [application, problems, opinions] = await Promise.all([
    findApplication(actor, meeting.id),
    listProblems(actor, meeting.id),
    findOpinions(actor, meeting.id),
  ]);
  if (!application || !opinions) notFound();
  const notice = saved[String((await searchParams).tersimpan)];
  return (
    <div className="flex flex-col gap-10">
      {notice && <SavedNotice>{notice}</SavedNotice>}
      <OpinionSection opinions={opinions} />
      <FindingSection meetingId={meeting.id} problems={problems} canPlan={canWriteItems(actor, meeting)} />
      <ApplicationSection application={application} now={new Date()} />
    </div>
  );
}
