import type { Candidate } from "@/lib/certificates/candidates";
import { professionNames } from "@/lib/staff/professions";

/** Participants, each with why he gets none. */
export function CandidateList({ candidates }: { candidates: readonly Candidate[] }) {
  return (
    <ul className="border-t border-line">
      {candidates.map(({ invitationId, name, institution, profession, isDelegate, lacking }) => (
        <li key={invitationId} className="border-b border-line py-2">
          <p>
            <b>{name}</b> <span className="text-muted">{`${professionNames[profession]} · ${institution}`}</span>
            {isDelegate && <span className="text-muted"> · mewakili</span>}
          </p>
          {lacking.map((sentence) => (
            <p key={sentence} className="text-sm">
              {sentence}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
