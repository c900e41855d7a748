import { seatName } from "@/lib/directory/rules";
import { qrPicture } from "@/lib/invitations/qr";
import type { ListedInvitation } from "@/lib/invitations/reads";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { dayOf, formatDay, formatHours } from "@/lib/time";

/** One invitation on paper: whom, what, when, where, and the way to answer. */
export function Slip({
  invitation,
  meeting,
  inviting,
  link,
}: {
  invitation: ListedInvitation;
  meeting: FoundMeeting;
  /** The office that invites. */
  inviting: string;
  link: string;
}) {
  const seat = seatName({ title: invitation.title, prefix: invitation.holderPrefix });
  const qr = qrPicture(link);
  const facts = [
    ["Hari", formatDay(dayOf(meeting.startsAt, meeting.timeZone))],
    ["Pukul", formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)],
    ["Tempat", meeting.place],
  ] as const;
  return (
    <li className="grid break-inside-avoid gap-x-5 gap-y-3 border-b border-dashed border-edge py-4 text-sm sm:grid-cols-[minmax(0,1fr)_10rem] print:grid-cols-[minmax(0,1fr)_10rem] print:py-2 print:text-xs print:leading-snug">
      <div>
        <p>{inviting} mengundang</p>
        <p className="mt-1 text-base print:text-sm">
          Yth. <b>{invitation.holderName ?? seat}</b>
        </p>
        <p>{[invitation.holderName ? seat : null, invitation.institution].filter(Boolean).join(", ")}</p>
        <h2 className="mt-2 text-base print:mt-1 print:text-sm">{meeting.title}</h2>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          {facts.map(([term, text]) => (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 print:mt-1">
          Jawab hadir, diwakili, atau tidak hadir: arahkan kamera ponsel ke kode ini, atau ketik alamat
        </p>
        <p className="font-mono font-semibold break-all">{link.replace(/^https?:\/\//, "")}</p>
      </div>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        className="projector size-40"
        role="img"
        aria-label={`Kode QR tautan pribadi ${seat}`}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} fill="currentColor" />
      </svg>
    </li>
  );
}
