import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findRoll } from "@/lib/attendance/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { RollCall } from "./roll-call";

export const metadata: Metadata = { title: "Layar absen" };

/** The screen at the entrance: it works on without a network once it was opened. */
export default async function RollCallPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const roll = await findRoll(actor, meeting.id);
  return (
    <>
      <noscript>
        <p className="card m-4">
          Layar ini memerlukan JavaScript.{" "}
          <a href={`/kegiatan/${meeting.id}/kehadiran`} className="link">
            Catat kehadiran di daftar biasa
          </a>
          .
        </p>
      </noscript>
      <RollCall
        meeting={{
          id: meeting.id,
          title: meeting.title,
          timeZone: meeting.timeZone,
          startsAt: meeting.startsAt,
          endsAt: meeting.endsAt,
        }}
        officerId={actor.userId}
        initial={{ ...roll, status: meeting.status }}
      />
    </>
  );
}
