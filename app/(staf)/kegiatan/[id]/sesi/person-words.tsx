import type { OnSessionRoll } from "@/lib/session-attendance/reads";

export function PersonWords({ person }: { person: OnSessionRoll }) {
  const { name, title, institution, represents, invitationId } = person;
  return (
    <span>
      <span className="font-semibold">{name}</span>
      <span className="block text-sm text-muted">
        {[title === name ? null : title, institution].filter(Boolean).join(" · ")}
        {invitationId === null && " · tanpa undangan"}
      </span>
      {represents && <span className="block text-sm">mewakili {represents}</span>}
    </span>
  );
}
