import { formatSize } from "@/lib/documents/rules";
import { escapeHtml } from "@/lib/http/escape-html";
import type { InviteeView } from "@/lib/invitations/invitee";
import { dayOf, formatDay, formatHours } from "@/lib/time";

export function sessionList({ meeting: { sessions, timeZone } }: InviteeView): string {
  const days = [...new Set(sessions.map(({ startsAt }) => dayOf(startsAt, timeZone)))];
  const lists = days.map((day) => {
    const lines = sessions
      .filter(({ startsAt }) => dayOf(startsAt, timeZone) === day)
      .map(({ topic, startsAt, endsAt, room, speakers }) => {
        const details = [formatHours(startsAt, endsAt, timeZone), room, speakers].flatMap((part) => part ?? []);
        return `<li>${escapeHtml(topic)}<br><span class="dim">${escapeHtml(details.join(" · "))}</span></li>`;
      });
    return `${days.length > 1 ? `<p><b>${formatDay(day)}</b></p>` : ""}<ol>${lines.join("")}</ol>`;
  });
  return `<h2>Jadwal sesi</h2>${lists.join("")}`;
}

export function materialList({ materials }: InviteeView, token: string): string {
  if (materials.length === 0) return "";
  const lines = materials.map(
    ({ id, name, size }) =>
      `<li><a href="/u/${token}/materi/${id}">${escapeHtml(name)}</a> <span class="dim">${formatSize(size)}</span></li>`,
  );
  return `<h2>Materi</h2><ul>${lines.join("")}</ul>`;
}
