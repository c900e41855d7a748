import type { Actor } from "@/lib/actor";
import { findCodePicture } from "@/lib/http/check-in-picture";
import type { FoundMeeting } from "@/lib/meetings/reads";
import type { Slide } from "./slide";
import { TurningCode } from "./turning-code";

/** The QR with the turning code, for people who come in. */
export async function codeSlide(actor: Actor, meeting: FoundMeeting): Promise<Slide> {
  const picture = await findCodePicture(actor, meeting.id);
  return {
    previous: null,
    next: null,
    body: (
      <div className="m-auto flex flex-col items-center justify-center gap-[1.5vh] text-center">
        <TurningCode meetingId={meeting.id} initial={picture} />
      </div>
    ),
  };
}
