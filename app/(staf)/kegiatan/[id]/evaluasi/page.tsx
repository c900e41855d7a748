import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SavedNotice } from "@/components/saved-notice";
import { findApplication } from "@/lib/training-evaluations/application-reads";
import { requireMeeting } from "@/lib/web/meeting";
import { ApplicationSection } from "./application-section";

export const metadata: Metadata = { title: "Evaluasi" };

const saved: Record<string, string> = {
  penerapan: "Ringkasan evaluasi penerapan tersimpan.",
  peserta: "Penilaian peserta tersimpan.",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ tersimpan?: string | string[] }> };

export default async function EvaluationPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const application = await findApplication(actor, meeting.id);
  if (!application) notFound();
  const notice = saved[String((await searchParams).tersimpan)];
  return (
    <div className="flex flex-col gap-10">
      {notice && <SavedNotice>{notice}</SavedNotice>}
      <ApplicationSection application={application} now={new Date()} />
    </div>
  );
}
