import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { findCodePicture } from "@/lib/web/check-in-picture";
import { requireMeeting } from "@/lib/web/meeting";
import { TurningCode } from "./turning-code";

export const metadata: Metadata = { title: "Layar proyektor" };

/** For the wall: one code, readable from eight metres. */
export default async function ProjectorPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const picture = await findCodePicture(actor, meeting.id);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="20" />
      </noscript>
      <main className="projector flex min-h-dvh flex-col items-center justify-center gap-[2vh] p-[2vh] text-center">
        <h1 className="text-[4vh]">{meeting.title}</h1>
        <TurningCode meetingId={meeting.id} initial={picture} />
      </main>
    </>
  );
}
